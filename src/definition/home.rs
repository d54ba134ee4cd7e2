//! An organisation's home in JSON: a country, `null` where it has none, absent
//! where the export tells it.

use std::sync::Arc;

use serde::{Deserialize as _, Deserializer, Serializer};

/// Stands for no country.
pub(super) const NONE: &str = "";

/// For `#[serde(serialize_with)]`; what is absent is skipped before.
pub(super) fn serialize<S: Serializer>(home: &Option<Arc<str>>, to: S) -> Result<S::Ok, S::Error> {
    match home.as_deref().filter(|home| *home != NONE) {
        Some(home) => to.serialize_str(home),
        None => to.serialize_none(),
    }
}

/// For `#[serde(deserialize_with)]`; what is absent does not come here.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<Arc<str>>, D::Error> {
    let stated = Option::<Arc<str>>::deserialize(from)?;
    Ok(Some(stated.unwrap_or_else(|| NONE.into())))
}
