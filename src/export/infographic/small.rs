//! Charts for small places.

use serde_json::{Value, json};

use crate::chart::{Drawing, cut};

/// The size of names, and how many letters of one have room, Hangul counting
/// twice.
const NAME: u32 = 10;
const LONGEST: usize = 28;

/// A chart's option object for a small place, and its legend; names that have
/// short ones are said by those.
pub(super) fn small(
    drawing: &Drawing,
    short: &[(String, String)],
) -> (Value, Vec<(String, String)>) {
    let shortened = |name: &str| -> String {
        let own = short.iter().find(|(long, _)| long == name);
        own.map_or(name, |(_, short)| short).to_owned()
    };
    let mut option: Value = serde_json::from_str(&drawing.option()).unwrap_or_default();
    let series = option.get("series").and_then(Value::as_array);
    let legend: Vec<(String, String)> = series
        .into_iter()
        .flatten()
        .filter_map(|own| {
            let colour = own.pointer("/itemStyle/color")?.as_str()?;
            let name = own.get("name")?.as_str()?;
            // The totals are a bar without colour.
            (colour != "transparent").then(|| (shortened(name), colour.to_owned()))
        })
        .collect();
    // Bars have their totals at the right, columns above.
    let is_upright = is_of_names(&option, "xAxis");
    let right = if is_upright { 4 } else { 34 };
    let changes = [
        ("legend", "show", json!(false)),
        ("grid", "top", json!(16)),
        ("grid", "right", json!(right)),
    ];
    let whole_names: Vec<Value> = option
        .pointer("/series/0/data")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|item| item.get("name").cloned())
        .collect();
    for (part, key, value) in changes {
        if let Some(part) = option.get_mut(part).and_then(first_object) {
            part.insert(key.to_owned(), value);
        }
    }
    for axis in ["xAxis", "yAxis"] {
        let Some(axis) = option.get_mut(axis).and_then(first_object) else {
            continue;
        };
        let names = axis.get_mut("data").and_then(Value::as_array_mut);
        for (at, name) in names.into_iter().flatten().enumerate() {
            // What a phone has no room for has some here.
            let whole = whole_names.get(at).unwrap_or(name).as_str();
            if let Some(whole) = whole.map(str::to_owned) {
                *name = json!(cut(&shortened(&whole), LONGEST));
            }
        }
        if axis.get("type").and_then(Value::as_str) == Some("value") {
            axis.insert("show".to_owned(), json!(false));
        } else if let Some(Value::Object(label)) = axis.get_mut("axisLabel") {
            label.insert("fontSize".to_owned(), json!(NAME));
        }
    }
    (option, legend)
}

/// Whether an axis bears names.
fn is_of_names(option: &Value, axis: &str) -> bool {
    let axis = option.get(axis).map(|axis| match axis {
        Value::Array(parts) => parts.first().unwrap_or(axis),
        axis => axis,
    });
    let kind = axis
        .and_then(|axis| axis.get("type"))
        .and_then(Value::as_str);
    kind == Some("category")
}

/// charming writes one part as itself, several as a list.
fn first_object(part: &mut Value) -> Option<&mut serde_json::Map<String, Value>> {
    match part {
        Value::Array(parts) => parts.first_mut()?.as_object_mut(),
        part => part.as_object_mut(),
    }
}
