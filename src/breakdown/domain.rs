//! Models by domain, the modality they work in.
//!
//! **Counts** a model once for each of its domains, merged as the definition says.
//! **Denominator** all counted models.
//! **Leaves out** models without a domain, and the multimodal tag.

use super::{Breakdown, Draw, Form, Order, PerYear, ShareOf, Unit, every_row};
use crate::dimension;

pub(super) const BREAKDOWN: Breakdown = Breakdown {
    id: "domain",
    form: Form::Table(3),
    dimension: &dimension::DOMAIN,
    unit: Unit::ModelsShared,
    draw: Draw::Bars,
    order: Order::ByTotal,
    share_of: ShareOf::Counted,
    per_year: PerYear::Nothing,
    says_shared: false,
    minimum: every_row,
};
