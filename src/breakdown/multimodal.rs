//! Multimodal models by year.
//!
//! **Counts** models that bear the multimodal tag in the export.
//! **Denominator** all counted models.
//! **Leaves out** models with several domains but without the tag.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;
use crate::language::Words;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "multimodal",
    form: Form::Figure(3),
    title: Words {
        ko: "연도별 초거대 AI 멀티모달 모델 출시 현황",
        en: "Multimodal large-scale AI models by year of release",
    },
    short_title: Words {
        ko: "연도별 멀티모달 모델 수",
        en: "Multimodal models by year",
    },
    dimension: &dimension::MULTIMODAL,
    unit: Unit::Models,
    notes: &[Words {
        ko: "Epoch AI 데이터베이스에 멀티모달로 지정된 모델만을 셈",
        en: "Only models tagged as multimodal in Epoch AI’s database are counted",
    }],
    draw: Draw::Columns,
    order: Order::ByKey,
    share_of: ShareOf::Counted,
    per_year: PerYear::Share,
    says_shared: false,
    minimum: every_row,
};
