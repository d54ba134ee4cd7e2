//! Models by task.
//!
//! **Counts** a model once for each of its tasks, merged as the definition says.
//! **Denominator** counted models with any task.
//! **Leaves out** models without a task; rows below the minimum are not shown.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit};
use crate::dimension;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "task",
    form: Form::Table(4),
    dimension: &dimension::TASK,
    unit: Unit::ModelsShared,
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Known,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: |definition| definition.minimum_models.task,
};
