//! A definition as its difference from another: RFC 7386, JSON merge patch.
//!
//! What a patch states replaces what was there, objects are merged key by key,
//! and `null` removes a key. A patch therefore cannot set anything to `null`:
//! of a definition nothing is lost by that, since a key that may be `null`
//! means the same when it is absent.

use serde_json::{Map, Value};

/// The patch that makes `other` of `base`; an empty object where they are
/// equal objects.
///
/// ```
/// use model_census::definition::{apply, difference};
/// use serde_json::json;
///
/// let (base, other) = (json!({"a": 1, "b": {"c": 2, "d": 3}}), json!({"b": {"c": 4, "d": 3}}));
/// let patch = difference(&base, &other);
/// assert_eq!(patch, json!({"a": null, "b": {"c": 4}}));
/// assert_eq!(apply(base, &patch), other);
/// ```
#[must_use]
pub fn difference(base: &Value, other: &Value) -> Value {
    let (Value::Object(base), Value::Object(other)) = (base, other) else {
        return other.clone();
    };
    let gone = base.keys().filter(|key| !other.contains_key(*key));
    let mut patch: Map<String, Value> = gone.map(|key| (key.clone(), Value::Null)).collect();
    for (key, value) in other {
        match base.get(key) {
            Some(before) if before == value => {}
            Some(before) => {
                patch.insert(key.clone(), difference(before, value));
            }
            None => {
                patch.insert(key.clone(), value.clone());
            }
        }
    }
    Value::Object(patch)
}

/// What a patch makes of `base`.
#[must_use]
pub fn apply(base: Value, patch: &Value) -> Value {
    let Value::Object(changes) = patch else {
        return patch.clone();
    };
    let mut patched = match base {
        Value::Object(base) => base,
        _ => Map::new(),
    };
    for (key, change) in changes {
        if change.is_null() {
            patched.remove(key);
        } else {
            let before = patched.remove(key).unwrap_or_default();
            patched.insert(key.clone(), apply(before, change));
        }
    }
    Value::Object(patched)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// RFC 7386, appendix A.
    #[test]
    fn the_examples_of_the_standard_hold() {
        let cases = [
            (json!({"a": "b"}), json!({"a": "c"}), json!({"a": "c"})),
            (
                json!({"a": "b"}),
                json!({"b": "c"}),
                json!({"a": "b", "b": "c"}),
            ),
            (json!({"a": "b"}), json!({"a": null}), json!({})),
            (
                json!({"a": "b", "b": "c"}),
                json!({"a": null}),
                json!({"b": "c"}),
            ),
            (json!({"a": ["b"]}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": "c"}), json!({"a": ["b"]}), json!({"a": ["b"]})),
            (
                json!({"a": {"b": "c"}}),
                json!({"a": {"b": "d", "c": null}}),
                json!({"a": {"b": "d"}}),
            ),
            (
                json!({"a": [{"b": "c"}]}),
                json!({"a": [1]}),
                json!({"a": [1]}),
            ),
            (json!(["a", "b"]), json!(["c", "d"]), json!(["c", "d"])),
            (json!({"a": "b"}), json!(["c"]), json!(["c"])),
            (json!({"a": "foo"}), json!(null), json!(null)),
            (json!({"a": "foo"}), json!("bar"), json!("bar")),
            (
                json!({"e": null}),
                json!({"a": 1}),
                json!({"e": null, "a": 1}),
            ),
            (
                json!([1, 2]),
                json!({"a": "b", "c": null}),
                json!({"a": "b"}),
            ),
            (
                json!({}),
                json!({"a": {"bb": {"ccc": null}}}),
                json!({"a": {"bb": {}}}),
            ),
        ];
        for (base, patch, expected) in cases {
            assert_eq!(apply(base.clone(), &patch), expected, "{base} {patch}");
        }
    }
}
