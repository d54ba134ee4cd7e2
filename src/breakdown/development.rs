//! Models by form of development: one developer or several.
//!
//! **Counts** each counted model once; the organisations of one group are one developer where the definition says so.
//! **Denominator** all counted models.
//! **Leaves out** models without an organisation.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;
use crate::language::Words;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "development",
    form: Form::Figure(4),
    title: Words {
        ko: "개발 방식별 초거대 AI 모델 현황({period} 누적)",
        en: "Large-scale AI models by form of development ({period})",
    },
    short_title: Words {
        ko: "개발 방식별 모델 수",
        en: "Single and joint development",
    },
    dimension: &dimension::DEVELOPMENT,
    unit: Unit::Models,
    notes: &[Words {
        ko: "같은 기업집단의 조직은 정의에 따라 하나의 개발주체로 봄",
        en: "Organisations of one group are one developer where the definition says so",
    }],
    draw: Draw::Columns,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: every_row,
};
