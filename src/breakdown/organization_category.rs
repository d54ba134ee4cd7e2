//! Models by category of the developing organisations.
//!
//! **Counts** a model once for each category of its organisations: the export's where stated, else the definition's.
//! **Denominator** all counted models.
//! **Leaves out** models of which neither the export nor the definition knows a category.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "organization-category",
    form: Form::Table(6),
    dimension: &dimension::ORGANIZATION_CATEGORY,
    unit: Unit::ModelsShared,
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: every_row,
};
