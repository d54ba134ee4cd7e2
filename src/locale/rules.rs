//! What the rules of a definition are called.

/// The rules of a definition, and what can be chosen of each, one field each.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct RuleTexts {
    pub title: &'static str,
    pub period: &'static str,
    pub threshold: &'static str,
    pub unknown: &'static str,
    pub unknown_keep_if_filtered: &'static str,
    pub derived: &'static str,
    pub derived_by_own: &'static str,
    pub derived_as_exported: &'static str,
    pub derived_left_out: &'static str,
    pub unknown_keep: &'static str,
    pub unknown_leave_out: &'static str,
    pub country: &'static str,
    pub country_home: &'static str,
    pub country_exported: &'static str,
    pub focus: &'static str,
    pub minimum_task: &'static str,
    pub minimum_organization: &'static str,
    pub top_year: &'static str,
    pub top_count: &'static str,
    pub partial: &'static str,
    pub unit: &'static str,
    pub alias: &'static str,
    pub affiliate: &'static str,
    pub faulty: &'static str,
    pub no_country: &'static str,
    pub multimodal: &'static str,
}
