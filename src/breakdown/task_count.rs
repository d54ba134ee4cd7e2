//! Models by the number of tasks they were made for.
//!
//! **Counts** each counted model with any task once, merged tasks being one.
//! **Denominator** counted models with any task.
//! **Leaves out** models without a task.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;
use crate::language::Words;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "task-count",
    form: Form::Table(5),
    title: Words {
        ko: "과업유형 수별 및 연도별 초거대 AI 모델 현황({period})",
        en: "Large-scale AI models by number of tasks and year ({period})",
    },
    short_title: Words {
        ko: "과업유형 수별 모델 수",
        en: "Models by number of tasks",
    },
    dimension: &dimension::TASK_COUNT,
    unit: Unit::Models,
    notes: &[Words {
        ko: "과업유형 정보가 확인되는 모델만을 대상으로 함",
        en: "Only models whose tasks are known",
    }],
    draw: Draw::Columns,
    order: Order::ByKey,
    share_of: ShareOf::Known,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: every_row,
};
