//! What is said of published figures beside the computed ones; `verification`
//! puts it together.

/// Its texts; `{…}` marks what is put in, a Korean particle among it.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub(crate) struct VerificationText {
    pub equal: &'static str,
    pub differs: &'static str,
    pub contradicts: &'static str,
    pub not_derivable: &'static str,
    pub all: &'static str,
    pub all_and_shown: &'static str,
    pub share: &'static str,
    pub growth: &'static str,
    pub position: &'static str,
    pub holds: &'static str,
    pub order: &'static str,
    pub shared: &'static str,
    pub check_sum: &'static str,
    pub check_share: &'static str,
    pub check_fits: &'static str,
    pub check_growth: &'static str,
    pub none_before: &'static str,
    pub some_before: &'static str,
    pub no_dimension: &'static str,
    pub no_condition: &'static str,
    pub schema: &'static str,
    pub syntax: &'static str,
    pub no_reason: &'static str,
    pub no_address: &'static str,
    pub in_line: &'static str,
    pub at_path: &'static str,
    pub missing: &'static str,
    pub unknown: &'static str,
    pub wrong: &'static str,
    pub unknown_data: &'static str,
    pub older: &'static str,
    pub younger: &'static str,
}
