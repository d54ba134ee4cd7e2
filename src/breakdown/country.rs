//! Models by country of the developing organisations.
//!
//! **Counts** a model once for each of its countries.
//! **Denominator** all counted models.
//! **Leaves out** models none of whose organisations has a country.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "country",
    form: Form::Table(1),
    dimension: &dimension::COUNTRY,
    unit: Unit::ModelsShared,
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: true,
    minimum: every_row,
};
