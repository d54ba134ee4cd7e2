//! Files of earlier schemas, as this version would have written them.
//!
//! In: JSON of any schema that ever was. Out: the same choices in [`SCHEMA`].
//! A step works on whatever keys a file has: one that extends another
//! definition states only some.

use serde_json::Value;

use super::SCHEMA;
use super::error::DefinitionError;

/// A schema of the past, and what turns its files into those of the next.
type Step = (&'static str, fn(&mut Value));

/// Every step, oldest first; the last one leads to [`SCHEMA`].
const STEPS: &[Step] = &[
    ("model-census-definition/1", from_1),
    ("model-census-definition/2", from_2),
];

/// Brings a file to [`SCHEMA`].
///
/// # Errors
/// Where it names no schema, or one that this version has not heard of.
pub(super) fn migrate(mut file: Value) -> Result<Value, DefinitionError> {
    let found = match file.get("schema") {
        Some(Value::String(found)) => found.clone(),
        Some(_) => return Err(DefinitionError::malformed("schema", "expected a string")),
        None if file.is_object() => {
            return Err(DefinitionError::malformed("", "missing field `schema`"));
        }
        None => return Err(DefinitionError::malformed("", "expected an object")),
    };
    if found == SCHEMA {
        return Ok(file);
    }
    let Some(from) = STEPS.iter().position(|(schema, _)| *schema == found) else {
        return Err(DefinitionError::UnknownSchema { found });
    };
    for (_, step) in STEPS.iter().skip(from) {
        step(&mut file);
    }
    if let Some(schema) = file.get_mut("schema") {
        *schema = SCHEMA.into();
    }
    Ok(file)
}

/// Schema 2 added `data` and `extends`, which a file may lack: nothing that was
/// there changed its name or meaning.
fn from_1(_file: &mut Value) {}

/// Schema 3 added `derived_models`; before, the stated training compute alone
/// decided.
fn from_2(file: &mut Value) {
    if let Some(file) = file.as_object_mut() {
        file.entry("derived_models").or_insert("as-exported".into());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_schema_of_the_past_leads_to_the_present_one() {
        for (schema, _) in STEPS {
            let file = migrate(json!({"schema": schema, "id": "a"})).expect("known");
            let expected = json!({"schema": SCHEMA, "id": "a", "derived_models": "as-exported"});
            assert_eq!(file, expected, "{schema}");
        }
    }

    #[test]
    fn what_is_present_stays_and_what_is_unheard_of_is_refused() {
        let file = json!({"schema": SCHEMA, "id": "a"});
        assert_eq!(migrate(file.clone()), Ok(file));
        for found in ["model-census-definition/4", "model-census-definition/0", ""] {
            let error = migrate(json!({"schema": found})).expect_err("refused");
            let found = found.to_owned();
            assert_eq!(error, DefinitionError::UnknownSchema { found });
        }
        for file in [json!({}), json!([]), json!(null), json!({"schema": 2})] {
            let error = migrate(file).expect_err("refused");
            assert!(matches!(error, DefinitionError::Malformed { .. }));
        }
    }
}
