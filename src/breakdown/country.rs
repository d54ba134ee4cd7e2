//! Models by country of the developing organisations.
//!
//! **Counts** a model once for each of its countries.
//! **Denominator** all counted models.
//! **Leaves out** models none of whose organisations has a country.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;
use crate::language::Words;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "country",
    form: Form::Table(1),
    title: Words {
        ko: "국가별·연도별 초거대 AI 모델 개발 현황",
        en: "Large-scale AI models by country and year",
    },
    short_title: Words {
        ko: "국가별·연도별 모델 수와 순위",
        en: "Models by country and year, with ranks",
    },
    dimension: &dimension::COUNTRY,
    unit: Unit::ModelsShared,
    notes: &[Words {
        ko: "중복은 타 국가와 공동개발한 모델이 중복 계산된 개수를 의미함",
        en: "“Shared” is the number of models developed together with another country and counted for each",
    }],
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: true,
    minimum: every_row,
};
