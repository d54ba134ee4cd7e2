//! Models by category of the developing organisations.
//!
//! **Counts** a model once for each category of its organisations: the export's where stated, else the definition's.
//! **Denominator** all counted models.
//! **Leaves out** models of which neither the export nor the definition knows a category.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;
use crate::language::Words;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "organization-category",
    form: Form::Table(6),
    title: Words {
        ko: "개발조직 유형별 초거대 AI 모델 현황({period})",
        en: "Large-scale AI models by type of organisation ({period})",
    },
    short_title: Words {
        ko: "개발조직 유형별 모델 수",
        en: "Models by type of developer",
    },
    dimension: &dimension::ORGANIZATION_CATEGORY,
    unit: Unit::ModelsShared,
    notes: &[Words {
        ko: "원자료에 조직 유형이 없으면 정의의 조직별 유형을 적용함",
        en: "Where the export states no type, the definition’s type of the organisation applies",
    }],
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: every_row,
};
