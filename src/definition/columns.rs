//! Headers whose meaning the reader says, as a definition writes them: each
//! with the id of a fact.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

use crate::dataset::Field;

type Columns = BTreeMap<Arc<str>, Field>;

/// For `#[serde(with)]`.
pub(super) fn serialize<S: Serializer>(columns: &Columns, to: S) -> Result<S::Ok, S::Error> {
    let ids: BTreeMap<&str, &str> = columns
        .iter()
        .map(|(header, field)| (&**header, field.id()))
        .collect();
    ids.serialize(to)
}

/// For `#[serde(with)]`.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Columns, D::Error> {
    let ids = BTreeMap::<Arc<str>, String>::deserialize(from)?;
    let field = |(header, id): (Arc<str>, String)| {
        let field = Field::from_id(&id).ok_or_else(|| {
            let known: Vec<&str> = Field::all().map(Field::id).collect();
            D::Error::custom(format!("{id} is no fact; known are {}", known.join(", ")))
        })?;
        Ok((header, field))
    };
    ids.into_iter().map(field).collect()
}
