//! Models by organisation, groups rolled up.
//!
//! **Counts** a model once for each group of its organisations.
//! **Denominator** all counted models.
//! **Leaves out** models without an organisation; rows below the minimum are not shown.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit};
use crate::dimension;
use crate::language::Words;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "organization",
    form: Form::Figure(5),
    title: Words {
        ko: "{minimum}개 이상의 초거대 AI 모델 출시 조직",
        en: "Organisations with {minimum} or more large-scale AI models",
    },
    short_title: Words {
        ko: "모델 {minimum}개 이상 출시 조직",
        en: "Organisations with {minimum} or more",
    },
    dimension: &dimension::ORGANIZATION,
    unit: Unit::ModelsShared,
    notes: &[Words {
        ko: "모회사(기업집단)의 조직을 모두 합산하며, 공동개발 모델은 참여 조직마다 계산함",
        en: "All organisations of a group are added up; a joint model counts for each partner",
    }],
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: |definition| definition.minimum_models.organization,
};
