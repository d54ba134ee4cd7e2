//! Models by task.
//!
//! **Counts** a model once for each of its tasks, merged as the definition says.
//! **Denominator** counted models with any task.
//! **Leaves out** models without a task; rows below the minimum are not shown.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit};
use crate::dimension;
use crate::language::Words;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "task",
    form: Form::Table(4),
    title: Words {
        ko: "주요 과업유형별 초거대 AI 모델 현황({period})",
        en: "Large-scale AI models by main task ({period})",
    },
    short_title: Words {
        ko: "주요 과업유형별 모델 수",
        en: "Models by task",
    },
    dimension: &dimension::TASK,
    unit: Unit::ModelsShared,
    notes: &[Words {
        ko: "유사 과업유형은 정의에 따라 통합하였으며, 최소 모델 수 이상인 과업유형만을 표시함",
        en: "Similar tasks are merged as the definition says; only tasks with at least the minimum number of models are shown",
    }],
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Known,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: |definition| definition.minimum_models.task,
};
