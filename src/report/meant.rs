//! What a filter's conditions mean that were typed by names.
//!
//! In: conditions, as an address, an embedding page or the command line has
//! them, and a census that they are to look at. Out: the same by keys, and
//! where one is not understood, the nearest that is.

use std::borrow::Cow;

use crate::census::Census;
use crate::definition::Known;
use crate::dimension::{ANY, COUNTRY, Condition, Conditions, Dimension, dimension};
use crate::labels::Labels;
use crate::language::Language;

/// Conditions with keys in the place of names and codes: `country=한국`,
/// `country=South Korea` and `country=kr` are `country=KOR`. What names nothing
/// stays as it is; a condition that no model meets is told.
///
/// What the data has for a key is one, whatever else it may name.
#[must_use]
pub fn meant(census: &Census, labels: &Labels, filter: &Conditions) -> Conditions {
    let meant = filter.0.iter().map(|condition| {
        let key = by_name(census, labels, condition);
        key.unwrap_or_else(|| condition.clone())
    });
    Conditions(meant.collect())
}

fn by_name(census: &Census, labels: &Labels, condition: &Condition) -> Option<Condition> {
    let Condition::Value { dimension: id, key } = condition else {
        return None;
    };
    let dimension = dimension(id).filter(|_| key != ANY)?;
    let keys = keys(census, dimension);
    if keys.iter().any(|own| own == key) {
        return None;
    }
    let text = key.trim();
    let lower = text.to_lowercase();
    let names = |key: &str| {
        let names = [Language::Ko, Language::En].map(|language| {
            let name = labels.name(dimension.labels, key, language);
            name.to_lowercase()
        });
        names.contains(&lower) || key.to_lowercase() == lower
    };
    // Where two keys have one name, it is that of the one that there is.
    let own = keys.iter().find(|key| names(key));
    let named = own.map(ToString::to_string);
    let named = named.or_else(|| key_of(labels, dimension, text))?;
    Some(Condition::value(dimension, named))
}

/// The key that a text names; of countries by their codes in small letters too,
/// which are words where they stand in a text, but not alone.
fn key_of(labels: &Labels, dimension: &Dimension, text: &str) -> Option<String> {
    let named = labels.key_of(dimension.labels, text);
    let capitals = || {
        let is_country = dimension.id == COUNTRY.id;
        is_country.then(|| labels.key_of(dimension.labels, &text.to_uppercase()))?
    };
    named.or_else(capitals)
}

/// The condition that may have been meant by one that names nothing: that of the
/// key which is nearest, or whose name is. A key that merely no counted model has
/// is meant as it is.
pub(super) fn nearest(census: &Census, labels: &Labels, condition: &Condition) -> Option<String> {
    let Condition::Value { dimension: id, key } = condition else {
        return None;
    };
    let dimension = dimension(id)?;
    let keys = keys(census, dimension);
    let is_key = key == ANY || keys.iter().any(|own| own == key);
    if is_key || key_of(labels, dimension, key).is_some() {
        return None;
    }
    let spelt = |key: &'_ str| {
        let name = |language| labels.name(dimension.labels, key, language).to_owned();
        [key.to_owned(), name(Language::Ko), name(Language::En)]
    };
    let spelt: Vec<[String; 3]> = keys.iter().map(|key| spelt(key)).collect();
    let known = Known::new(spelt.iter().flatten().map(String::as_str));
    let found = known.nearest(key)?;
    let [key, ..] = spelt
        .iter()
        .find(|own| own.iter().any(|text| text == found))?;
    Some(Condition::value(dimension, &**key).to_string())
}

/// The keys that models have in a dimension, in order.
fn keys<'a>(census: &'a Census, dimension: &Dimension) -> Vec<Cow<'a, str>> {
    let mut keys: Vec<Cow<'_, str>> = Vec::new();
    for placed in &census.models {
        dimension.keys(placed, &mut keys);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}
