//! The counted models, divided along one dimension and by year.
//!
//! In: a [`Census`](crate::census::Census). Out: a [`Table`] whose cells are sets of models:
//! [`Breakdown::conditions`] name those behind every number.
//! Leaves out: numbers as text, colours, HTML.
//!
//! To add a breakdown, copy `development.rs`, then add its two lines below;
//! the compiler names the languages that have no title for it.

mod country;
mod development;
mod domain;
mod kind;
mod multimodal;
mod organization;
mod organization_category;
mod ratio;
mod shape;
mod table;
mod task;
mod task_count;
mod year;

use kind::every_row;
pub use kind::{Breakdown, BreakdownText, Draw, Form, Order, PerYear, ShareOf, Unit};
pub(crate) use ratio::ratio;
pub use ratio::rounded;
pub use shape::Shape;
pub use table::{Cell, Growth, Row, Table, competition_ranks};

/// One list gives [`BREAKDOWNS`] and what each language has to say of them.
macro_rules! breakdowns {
    ($first:ident, $($next:ident),* $(,)?) => {
        /// Every breakdown, in the report's order.
        pub const BREAKDOWNS: &[&Breakdown] = &[&$first::BREAKDOWN, $(&$next::BREAKDOWN),*];

        /// What a language says of each: a language that lacks one does not
        /// compile.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "each is named for its breakdown")]
        pub struct BreakdownTexts {
            pub $first: BreakdownText,
            $(pub $next: BreakdownText,)*
        }

        impl BreakdownTexts {
            /// What is said of a breakdown; there are no others than these.
            pub(crate) fn of(&self, breakdown: &Breakdown) -> &BreakdownText {
                $(if breakdown.id == $next::BREAKDOWN.id {
                    return &self.$next;
                })*
                &self.$first
            }
        }
    };
}

// In the report's order.
breakdowns! {
    year,
    country,
    domain,
    multimodal,
    task,
    task_count,
    development,
    organization_category,
    organization,
}
