//! A document against a JSON Schema, with the few keywords that our schemas use.

use model_census::dataset::PartialDate;
use model_census::definition::Span;
use serde_json::Value;

/// The few keywords that our schema uses; another one stops the test, so that
/// none goes unchecked. Unlike a schema, it allows no key that is not described.
struct Check {
    schema: Value,
    wrong: Vec<String>,
}

impl Check {
    fn value(&mut self, value: &Value, schema: &Value, place: &str) {
        for (keyword, argument) in schema.as_object().expect("a schema is an object") {
            let fits = match &**keyword {
                "$schema" | "$defs" | "title" | "description" | "examples" => true,
                "$ref" => {
                    let name = argument.as_str().unwrap().trim_start_matches("#/$defs/");
                    let definition = self.schema["$defs"][name].clone();
                    self.value(value, &definition, place);
                    true
                }
                "anyOf" => argument.as_array().unwrap().iter().any(|schema| {
                    let mut other = Self {
                        schema: self.schema.clone(),
                        wrong: Vec::new(),
                    };
                    other.value(value, schema, place);
                    other.wrong.is_empty()
                }),
                "const" => value == argument,
                "enum" => argument.as_array().unwrap().contains(value),
                "type" => match argument {
                    Value::Array(names) => names.iter().any(|name| is(value, name)),
                    name => is(value, name),
                },
                "minimum" => value
                    .as_f64()
                    .is_none_or(|it| it >= argument.as_f64().unwrap()),
                "maximum" => value
                    .as_f64()
                    .is_none_or(|it| it <= argument.as_f64().unwrap()),
                "minLength" | "minItems" => {
                    let text = value.as_str().map(|text| text.chars().count());
                    let length = text.or(value.as_array().map(Vec::len)).unwrap_or(0);
                    length as u64 >= argument.as_u64().unwrap()
                }
                "pattern" => {
                    value.is_string()
                        && matches(value.as_str().unwrap(), argument.as_str().unwrap())
                }
                "required" => {
                    let mut names = argument.as_array().unwrap().iter();
                    names.all(|name| value.get(name.as_str().unwrap()).is_some())
                }
                "properties" => {
                    for (key, value) in value.as_object().into_iter().flatten() {
                        match argument.get(key) {
                            Some(schema) => self.value(value, schema, &format!("{place}.{key}")),
                            None => self.wrong.push(format!("{place}.{key} is not described")),
                        }
                    }
                    true
                }
                "prefixItems" => {
                    let (items, schemas) = (value.as_array(), argument.as_array().unwrap());
                    for (item, schema) in items.into_iter().flatten().zip(schemas) {
                        self.value(item, schema, place);
                    }
                    true
                }
                "items" if *argument == Value::Bool(false) => {
                    let described = schema["prefixItems"].as_array().map_or(0, Vec::len);
                    value
                        .as_array()
                        .is_none_or(|items| items.len() <= described)
                }
                "items" => {
                    for item in value.as_array().into_iter().flatten() {
                        self.value(item, argument, &format!("{place}[]"));
                    }
                    true
                }
                "maxItems" => value
                    .as_array()
                    .is_none_or(|items| items.len() as u64 <= argument.as_u64().unwrap()),
                other => panic!("{other}: teach the test this keyword"),
            };
            if !fits {
                self.wrong
                    .push(format!("{place}: {value} is not {keyword} {argument}"));
            }
        }
    }
}

fn is(value: &Value, name: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("{other}: teach the test this type"),
    }
}

fn matches(text: &str, pattern: &str) -> bool {
    match pattern {
        "^[0-9]{4}(H[12])?$" => Span::parse(text).is_some() && !text.contains('h'),
        "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" => PartialDate::parse(text).is_some(),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            PartialDate::parse(text).is_some_and(|date| date.day.is_some())
        }
        "^[0-9a-f]{64}$" => {
            text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        }
        other => panic!("{other}: teach the test this pattern"),
    }
}

/// What of a document its schema does not describe.
pub fn wrong(document: &Value, schema: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let mut check = Check {
        schema: schema.clone(),
        wrong: Vec::new(),
    };
    check.value(document, &schema, "$");
    check.wrong
}
