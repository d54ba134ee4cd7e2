//! Multimodal models by year.
//!
//! **Counts** models that bear the multimodal tag in the export.
//! **Denominator** all counted models.
//! **Leaves out** models with several domains but without the tag.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "multimodal",
    form: Form::Figure(3),
    dimension: &dimension::MULTIMODAL,
    unit: Unit::Models,
    draw: Draw::Columns,
    order: Order::ByKey,
    share_of: ShareOf::Counted,
    per_year: PerYear::Share,
    says_shared: false,
    minimum: every_row,
};
