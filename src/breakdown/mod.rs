//! The counted models, divided along one dimension and by year.
//!
//! In: a [`Census`](crate::census::Census). Out: a [`Table`] whose cells are sets of models:
//! [`Breakdown::conditions`] name those behind every number.
//! Leaves out: numbers as text, colours, HTML.
//!
//! To add a breakdown, copy `development.rs`, then add its two lines below.

mod country;
mod development;
mod domain;
mod kind;
mod multimodal;
mod organization;
mod organization_category;
mod shape;
mod table;
mod task;
mod task_count;
mod year;

use kind::every_row;
pub use kind::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit};
pub use shape::Shape;
pub(crate) use table::ratio;
pub use table::{Cell, Growth, Row, Table, competition_ranks};

/// Every breakdown, in the report's order.
pub const BREAKDOWNS: &[&Breakdown] = &[
    &year::BREAKDOWN,
    &country::BREAKDOWN,
    &domain::BREAKDOWN,
    &multimodal::BREAKDOWN,
    &task::BREAKDOWN,
    &task_count::BREAKDOWN,
    &development::BREAKDOWN,
    &organization_category::BREAKDOWN,
    &organization::BREAKDOWN,
];
