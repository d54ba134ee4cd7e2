//! Charts for small places.

use serde_json::{Value, json};

use crate::chart::Drawing;

/// From so many names on they are set smaller.
const MANY: usize = 15;

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
    let changes = [
        ("legend", "show", json!(false)),
        ("grid", "top", json!(16)),
        ("grid", "right", json!(34)),
    ];
    for (part, key, value) in changes {
        if let Some(part) = option.get_mut(part).and_then(first_object) {
            part.insert(key.to_owned(), value);
        }
    }
    for axis in ["xAxis", "yAxis"] {
        let Some(axis) = option.get_mut(axis).and_then(first_object) else {
            continue;
        };
        let mut names = 0;
        for name in axis
            .get_mut("data")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            names += 1;
            if let Some(long) = name.as_str() {
                *name = json!(shortened(long));
            }
        }
        if axis.get("type").and_then(Value::as_str) == Some("value") {
            axis.insert("show".to_owned(), json!(false));
        } else if let Some(Value::Object(label)) =
            axis.get_mut("axisLabel").filter(|_| names > MANY)
        {
            label.insert("fontSize".to_owned(), json!(10));
        }
    }
    (option, legend)
}

/// charming writes one part as itself, several as a list.
fn first_object(part: &mut Value) -> Option<&mut serde_json::Map<String, Value>> {
    match part {
        Value::Array(parts) => parts.first_mut()?.as_object_mut(),
        part => part.as_object_mut(),
    }
}
