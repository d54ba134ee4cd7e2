//! Models by domain, the modality they work in.
//!
//! **Counts** a model once for each of its domains, merged as the definition says.
//! **Denominator** all counted models.
//! **Leaves out** models without a domain, and the multimodal tag.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;
use crate::language::Words;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "domain",
    form: Form::Table(3),
    title: Words {
        ko: "분야별 초거대 AI 모델 현황({period})",
        en: "Large-scale AI models by domain ({period})",
    },
    short_title: Words {
        ko: "분야별 모델 수",
        en: "Models by domain",
    },
    dimension: &dimension::DOMAIN,
    unit: Unit::ModelsShared,
    notes: &[Words {
        ko: "한 모델이 여러 분야에 해당하면 각각에 계산하며, 멀티모달 표시는 분야로 세지 않음",
        en: "A model counts in each of its domains; the multimodal tag is not a domain",
    }],
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: every_row,
};
