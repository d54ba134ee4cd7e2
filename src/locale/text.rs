//! The texts of the page, one field each: a language that lacks one does not
//! compile.

/// The page's texts in one language.
///
/// In texts, `{…}` marks what is put in by [`fill`].
#[derive(Debug)]
#[allow(
    missing_docs,
    reason = "each field is named after what it says; the text itself is its documentation"
)]
pub struct Text {
    pub page_title: &'static str,
    pub page_lead: &'static str,
    pub skip_to_report: &'static str,
    pub language: &'static str,
    pub contents: &'static str,
    // header
    pub snapshot: &'static str,
    pub snapshot_as_of: &'static str,
    pub choose_file: &'static str,
    pub drop_hint: &'static str,
    pub drop_here: &'static str,
    pub stays_here: &'static str,
    pub bundled_snapshot: &'static str,
    pub definition: &'static str,
    pub period: &'static str,
    pub first_year: &'static str,
    pub last_year: &'static str,
    // state
    pub starting: &'static str,
    pub reading: &'static str,
    pub read: &'static str,
    pub lacks: &'static str,
    pub unusable: &'static str,
    pub not_started: &'static str,
    pub dismiss: &'static str,
    // summary
    pub summary: &'static str,
    pub models: &'static str,
    pub models_in: &'static str,
    pub cagr: &'static str,
    pub cagr_span: &'static str,
    pub no_cagr: &'static str,
    pub focus_rank: &'static str,
    pub rank_value: &'static str,
    pub tied_rank_value: &'static str,
    pub rank_of: &'static str,
    pub no_focus: &'static str,
    pub language_share: &'static str,
    pub multimodal_share: &'static str,
    pub industry_share: &'static str,
    pub of_models: &'static str,
    pub not_in_export: &'static str,
    // tables
    pub table_number: &'static str,
    pub figure_number: &'static str,
    pub unit_models: &'static str,
    pub unit_models_shared: &'static str,
    pub total: &'static str,
    pub rank: &'static str,
    pub share: &'static str,
    pub shared: &'static str,
    pub growth: &'static str,
    pub ranking_of_year: &'static str,
    pub ranking_item: &'static str,
    pub share_of_year: &'static str,
    pub partial_year: &'static str,
    pub partial_note: &'static str,
    pub share_of_counted: &'static str,
    pub share_of_known: &'static str,
    pub hidden_rows: &'static str,
    pub several_tasks: &'static str,
    pub save_svg: &'static str,
    pub note: &'static str,
    pub source: &'static str,
    pub source_line: &'static str,
    pub region_hint: &'static str,
    pub unavailable: &'static str,
    pub or: &'static str,
    pub empty: &'static str,
    // lists
    pub focus_title: &'static str,
    pub top_title: &'static str,
    pub top_note: &'static str,
    pub compute_title: &'static str,
    pub compute_note: &'static str,
    pub released: &'static str,
    pub model: &'static str,
    pub developer: &'static str,
    pub domain: &'static str,
    pub is_multimodal: &'static str,
    pub multimodal_mark: &'static str,
    pub task: &'static str,
    pub parameters: &'static str,
    pub training_compute: &'static str,
    pub dataset_size: &'static str,
    pub hardware: &'static str,
    pub country: &'static str,
    pub publication_date: &'static str,
    pub threshold: &'static str,
    pub colour_by: &'static str,
    pub other: &'static str,
    pub show_all: &'static str,
    pub and_more: &'static str,
    pub chart_left_out: &'static str,
    // data section
    pub data_title: &'static str,
    pub rows_title: &'static str,
    pub rows_in_file: &'static str,
    pub rows_counted: &'static str,
    pub rows_outside_period: &'static str,
    pub rows_below_threshold: &'static str,
    pub rows_unknown_compute: &'static str,
    pub rows_undated: &'static str,
    pub rows_duplicate: &'static str,
    pub rows_unreadable: &'static str,
    pub problems_title: &'static str,
    pub no_problems: &'static str,
    pub warnings: &'static str,
    pub infos: &'static str,
    pub more_problems: &'static str,
    pub unknown_compute_left_out: &'static str,
    // credits
    pub credits_title: &'static str,
    pub credit_data: &'static str,
    pub credit_frame: &'static str,
    pub licence: &'static str,
}

/// Puts values in the places marked `{name}`.
///
/// ```
/// use model_census::locale::fill;
/// assert_eq!(fill("{n} of {of}", &[("n", "3"), ("of", "9")]), "3 of 9");
/// ```
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}
