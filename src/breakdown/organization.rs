//! Models by organisation, groups rolled up.
//!
//! **Counts** a model once for each group of its organisations.
//! **Denominator** all counted models.
//! **Leaves out** models without an organisation; rows below the minimum are not shown.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit};
use crate::dimension;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "organization",
    form: Form::Figure(5),
    dimension: &dimension::ORGANIZATION,
    unit: Unit::ModelsShared,
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: |definition| definition.minimum_models.organization,
};
