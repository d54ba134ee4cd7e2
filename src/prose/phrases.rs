//! The sentences of a report, one field each: a language that lacks one does
//! not compile. How they are put together, `sentence.rs` says.

use crate::locale::{English, Language};

/// The sentences in one language.
#[derive(Debug)]
pub(super) struct Phrases {
    // data and method
    pub method_source: &'static str,
    pub method_coverage: &'static str,
    pub method_left_out: &'static str,
    pub method_threshold: &'static str,
    pub method_unknown_keep: &'static str,
    pub method_unknown_left_out: &'static str,
    pub method_unknown_filtered: &'static str,
    pub method_home: &'static str,
    pub method_exported: &'static str,
    pub method_definition: &'static str,
    pub method_problems: &'static str,
    // what is counted
    pub total: &'static str,
    pub total_one: &'static str,
    pub none: &'static str,
    pub filtered: &'static str,
    pub filtered_total: &'static str,
    pub filtered_none: &'static str,
    pub during: &'static str,
    pub every_year: &'static str,
    pub every_half: &'static str,
    pub by_year: &'static str,
    pub by_half: &'static str,
    pub year_item: &'static str,
    pub list_join: &'static str,
    pub list_last: &'static str,
    /// Before the last of parts of which some are ties.
    pub tied_last: &'static str,
    pub name_join: &'static str,
    pub name_last: &'static str,
    pub new_join: &'static str,
    // trends
    pub rose_rapidly: &'static str,
    pub rose_once_rapidly: &'static str,
    pub rose_once: &'static str,
    pub fell_once: &'static str,
    pub rose_yearly: &'static str,
    pub rose: &'static str,
    pub fell_yearly: &'static str,
    pub fell: &'static str,
    pub level: &'static str,
    pub growth: &'static str,
    pub no_growth_from_none: &'static str,
    pub series_rising: &'static str,
    pub series_falling: &'static str,
    pub series: &'static str,
    // ranks
    pub ranked: &'static str,
    pub ranked_tied: &'static str,
    pub ranked_many: &'static str,
    pub placed: &'static str,
    pub placed_tied: &'static str,
    pub placed_many: &'static str,
    pub countries: &'static str,
    pub organizations: &'static str,
    pub values: &'static str,
    // countries
    pub country_most: &'static str,
    pub country_only: &'static str,
    pub country_tied: &'static str,
    pub country_most_one: &'static str,
    pub country_year: &'static str,
    pub country_half: &'static str,
    pub country_shared: &'static str,
    pub focus_rank: &'static str,
    pub focus_first: &'static str,
    pub focus_gap: &'static str,
    pub focus_none: &'static str,
    pub filtered_focus_none: &'static str,
    pub focus_total: &'static str,
    pub focus_developers: &'static str,
    pub focus_domains: &'static str,
    // domains and tasks
    pub domain_all: &'static str,
    pub domain_mostly: &'static str,
    pub domain_most: &'static str,
    pub domain_tied: &'static str,
    pub followed_by: &'static str,
    pub followed_by_one: &'static str,
    pub domain_new: &'static str,
    pub domain_new_item: &'static str,
    pub multimodal_total: &'static str,
    pub multimodal_none: &'static str,
    pub multimodal_first: &'static str,
    pub task_known: &'static str,
    pub task_most: &'static str,
    pub task_tied: &'static str,
    pub tasks_several: &'static str,
    pub tasks_three: &'static str,
    pub tasks_three_list: &'static str,
    pub tasks_three_one: &'static str,
    pub tasks_three_none: &'static str,
    // development and organisations
    pub development_all_single: &'static str,
    pub development_mostly_single: &'static str,
    pub development: &'static str,
    pub category_all: &'static str,
    pub category_mostly: &'static str,
    pub category_most: &'static str,
    pub category_tied: &'static str,
    pub category_rest: &'static str,
    pub organization_most: &'static str,
    pub organization_tied: &'static str,
    pub organization_others: &'static str,
    pub organization_more: &'static str,
    // lists
    pub top_models: &'static str,
    pub top_model: &'static str,
    pub top_model_item: &'static str,
    pub top_domain: &'static str,
    pub compute_largest: &'static str,
    pub compute_largest_outside: &'static str,
    // what a chapter on policy needs
    pub policy_rank: &'static str,
    pub policy_leader: &'static str,
    pub policy_gap: &'static str,
    pub policy_development: &'static str,
    pub policy_all_single: &'static str,
    pub policy_industry: &'static str,
    pub policy_all_industry: &'static str,
    pub policy_against_all: &'static str,
    pub policy_filtered: &'static str,
}

pub(super) fn phrases(language: Language) -> &'static Phrases {
    match language {
        Language::Ko => &super::ko::KO,
        Language::En => ENGLISH.or(&super::ko::KO),
    }
}

#[cfg(not(feature = "ui"))]
static ENGLISH: English<Phrases> = English::new(&super::en::EN);
#[cfg(feature = "ui")]
static ENGLISH: English<Phrases> = English::later();

/// Makes English known; where this is called, its phrases are.
#[cfg(feature = "ui")]
pub(crate) fn learn_english() {
    ENGLISH.learn(&super::en::EN);
}
