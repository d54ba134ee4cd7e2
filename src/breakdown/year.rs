//! Models by year of publication.
//!
//! **Counts** each counted model once, in its year.
//! **Denominator** all counted models.
//! **Leaves out** nothing.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;
use crate::language::Words;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "year",
    form: Form::Figure(2),
    title: Words {
        ko: "연도별 초거대 AI 모델 출시 현황",
        en: "Large-scale AI models by year of release",
    },
    short_title: Words {
        ko: "연도별 출시 모델 수",
        en: "Models by year",
    },
    dimension: &dimension::ALL,
    unit: Unit::Models,
    notes: &[],
    draw: Draw::Columns,
    order: Order::ByKey,
    share_of: ShareOf::Counted,
    per_year: PerYear::Growth,
    says_shared: false,
    minimum: every_row,
};
