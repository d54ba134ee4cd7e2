//! What a definition must hold beyond its form.

use std::sync::Arc;

use super::error::{DefinitionError, Fault};
use super::{Definition, ValueDimension};

/// Looks for what cannot be, all of it.
pub(super) fn check(definition: &Definition) -> Vec<DefinitionError> {
    let mut faults = Vec::new();
    let mut fail = |path: String, fault| faults.push(DefinitionError::Faulty { path, fault });
    let threshold = definition.compute.threshold_flop;
    if !threshold.is_finite() || threshold < 0.0 {
        fail("compute.threshold_flop".to_owned(), Fault::Threshold);
    }
    let numbers = [
        ("minimum_models.task", definition.minimum_models.task),
        (
            "minimum_models.organization",
            definition.minimum_models.organization,
        ),
        ("top_models.count", definition.top_models.count),
    ];
    for (path, number) in numbers {
        if number == 0 {
            fail(path.to_owned(), Fault::Zero);
        }
    }
    let focus = &definition.focus_country;
    let countries = &definition.values.country;
    let homes = definition.organizations.values();
    let is_country = countries.values().any(|key| key == focus)
        || homes
            .filter_map(|own| own.home.as_ref())
            .any(|home| home == focus);
    if !is_country {
        let key = Arc::clone(focus);
        fail("focus_country".to_owned(), Fault::UnknownCountry { key });
    }
    for dimension in ValueDimension::ALL {
        let map = definition.values.of(dimension);
        for (value, key) in map {
            if let Some(further) = map.get(key).filter(|further| *further != key) {
                let path = format!("values.{}.{value}", dimension.id());
                let (key, further) = (Arc::clone(key), Arc::clone(further));
                fail(path, Fault::Chain { key, further });
            }
        }
    }
    faults
}
