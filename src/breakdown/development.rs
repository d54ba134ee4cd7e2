//! Models by form of development: one developer or several.
//!
//! **Counts** each counted model once; the organisations of one group are one developer where the definition says so.
//! **Denominator** all counted models.
//! **Leaves out** models without an organisation.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "development",
    form: Form::Figure(4),
    dimension: &dimension::DEVELOPMENT,
    unit: Unit::Models,
    draw: Draw::Columns,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: every_row,
};
