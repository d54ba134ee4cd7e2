//! What is said of why numbers moved, of how a list grew, and of models that are
//! not in it; `document` puts it together.

use crate::comparison::{Cause, Certainty, Ground, How};
use crate::coverage::Why;
use crate::dataset::ListKind;

/// Its texts; `{…}` marks what is put in, a Korean particle among it.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct MovedText {
    pub lead: &'static str,
    pub against: &'static str,
    pub list_of: &'static str,
    pub choose_file: &'static str,
    pub not_read: &'static str,
    pub other_kind: &'static str,
    pub table: &'static str,
    pub column: &'static str,
    pub total: &'static str,
    pub change: &'static str,
    pub old_rank: &'static str,
    pub new_rank: &'static str,
    pub whole: &'static str,
    pub column_moved: &'static str,
    pub column_same: &'static str,
    pub not_whole: &'static str,
    pub all_same: &'static str,
    pub rank_moved: &'static str,
    pub rank_same: &'static str,
    pub unmoved: &'static str,
    pub chart: &'static str,
    pub grid: &'static str,
    pub models: &'static str,
    pub all_causes: &'static str,
    pub all_rows: &'static str,
    pub search: &'static str,
    pub cause: &'static str,
    pub row: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub came: &'static str,
    pub went: &'static str,
    pub matches: &'static str,
    pub match_old: &'static str,
    pub match_new: &'static str,
    pub how: &'static str,
    pub why: &'static str,
    pub part: &'static str,
    pub join: &'static str,
    pub join_note: &'static str,
    pub note: &'static str,
    pub source: &'static str,
    pub save_json: &'static str,
    pub entered: &'static str,
    pub left: &'static str,
    pub duplicate: &'static str,
    pub compute: &'static str,
    pub date: &'static str,
    pub organization: &'static str,
    pub value: &'static str,
    pub definition: &'static str,
    pub same_name: &'static str,
    pub renamed: &'static str,
    pub stated: &'static str,
    pub sure: &'static str,
    pub likely: &'static str,
    pub possible: &'static str,
    pub ground_name: &'static str,
    pub ground_date: &'static str,
    pub ground_group: &'static str,
    pub ground_parameters: &'static str,
    pub ground_compute: &'static str,
    pub history_chart: &'static str,
    pub history_of: &'static str,
    pub revisions: &'static str,
    pub publication_year: &'static str,
    pub mean_revision: &'static str,
    pub mean_absolute_revision: &'static str,
    pub grew: &'static str,
    pub growing: &'static str,
    pub grown_case: &'static str,
    pub no_case: &'static str,
    pub estimate: &'static str,
    pub no_estimate: &'static str,
    pub estimate_note: &'static str,
    pub history_note: &'static str,
    pub age_axis: &'static str,
}

impl MovedText {
    /// What a cause is called.
    #[must_use]
    pub fn cause(&self, cause: Cause) -> &'static str {
        match cause {
            Cause::Entered => self.entered,
            Cause::Left => self.left,
            Cause::Duplicate => self.duplicate,
            Cause::Compute => self.compute,
            Cause::Date => self.date,
            Cause::Organization => self.organization,
            Cause::Value => self.value,
            Cause::Definition => self.definition,
        }
    }

    /// How it was told that two models are one.
    #[must_use]
    pub fn how(&self, how: How) -> &'static str {
        match how {
            // Equal ones are not spoken of; there the names are one, too.
            How::Equal | How::SameName => self.same_name,
            How::Renamed => self.renamed,
            How::Stated => self.stated,
        }
    }

    /// How sure that is.
    #[must_use]
    pub fn certainty(&self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Sure => self.sure,
            Certainty::Likely => self.likely,
            Certainty::Possible => self.possible,
        }
    }

    /// What two models share.
    #[must_use]
    pub fn ground(&self, ground: Ground) -> &'static str {
        match ground {
            Ground::Name => self.ground_name,
            Ground::Date => self.ground_date,
            Ground::Group => self.ground_group,
            Ground::Parameters => self.ground_parameters,
            Ground::Compute => self.ground_compute,
        }
    }
}

/// What is said of models that are not in the list, one field each.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct CoverageText {
    // sentences
    /// `{of}`: whose models these are.
    pub of_key: &'static str,
    pub of_text: &'static str,
    pub known: &'static str,
    pub known_all: &'static str,
    pub known_uncounted: &'static str,
    pub left_out: &'static str,
    pub range: &'static str,
    pub none: &'static str,
    pub outside: &'static str,
    /// `{name}` and `{n}`: a reason and its models.
    pub reason: &'static str,
    pub and_reason: &'static str,
    pub days: &'static str,
    pub list_of_day: &'static str,
    pub undated_list: &'static str,
    pub whys: fn(Why) -> &'static str,
    pub lists: fn(ListKind) -> &'static str,
    /// What cannot be told without a list.
    pub lacking: fn(ListKind) -> &'static str,
    // the section
    pub lead: &'static str,
    pub country: &'static str,
    pub other: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub chart: &'static str,
    pub counts: &'static str,
    pub fate: &'static str,
    pub all_fates: &'static str,
    pub counted: &'static str,
    pub total: &'static str,
    pub models: &'static str,
    pub model: &'static str,
    pub developers: &'static str,
    pub decided_by: &'static str,
    pub cell: &'static str,
    pub row_of: &'static str,
    pub cell_is: &'static str,
    pub cell_blank: &'static str,
    pub more: &'static str,
    pub not_found: &'static str,
    pub no_facts: &'static str,
    pub note: &'static str,
    pub bundled: &'static str,
    pub source: &'static str,
    pub rivals: &'static str,
}
