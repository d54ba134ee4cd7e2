//! Models by year of publication.
//!
//! **Counts** each counted model once, in its year.
//! **Denominator** all counted models.
//! **Leaves out** nothing.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "year",
    form: Form::Figure(2),
    dimension: &dimension::ALL,
    unit: Unit::Models,
    draw: Draw::Columns,
    order: Order::ByKey,
    share_of: ShareOf::Counted,
    per_year: PerYear::Growth,
    says_shared: false,
    minimum: every_row,
};
