//! Models by the number of tasks they were made for.
//!
//! **Counts** each counted model with any task once, merged tasks being one.
//! **Denominator** counted models with any task.
//! **Leaves out** models without a task.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "task-count",
    form: Form::Table(5),
    dimension: &dimension::TASK_COUNT,
    unit: Unit::Models,
    draw: Draw::Columns,
    order: Order::ByKey,
    share_of: ShareOf::Known,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: every_row,
};
