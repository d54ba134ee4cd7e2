//! Random exports: few values, so that many of them meet.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const HEADERS: [&str; 7] = [
    "Model",
    "Publication date",
    "Organization",
    "Country (of organization)",
    "Domain",
    "Task",
    "Training compute (FLOP)",
];
/// Known and unknown, of groups and alone, with homes and without.
const ORGANIZATIONS: [&str; 9] = [
    "Google",
    "DeepMind",
    "Google DeepMind",
    "NAVER",
    "Search Solutions",
    "Tsinghua University",
    "High-Performance Language Technologies (HPLT)",
    "Acme",
    "Umbrella",
];
const COUNTRIES: [&str; 5] = ["Multinational", "France", "Viet Nam", "Vietnam", "Atlantis"];
const DOMAINS: [&str; 5] = ["Multimodal", "Language", "Audio", "Speech", "Basketry"];
const TASKS: [&str; 7] = [
    "Language modelling",
    "Language generation",
    "Chat",
    "Translation",
    "Go",
    "Search",
    "Weaving",
];

/// How many columns a random export has.
pub const COLUMNS: usize = HEADERS.len();

/// The cells of one record.
pub type Line = [String; COLUMNS];

fn some_of(values: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    subsequence(values, 0..=most).prop_map(|values| values.join(","))
}

fn date() -> impl Strategy<Value = String> {
    let dates = (2019..=2025, 1..=12, 1..=28);
    prop_oneof![
        12 => dates.prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        2 => (2019..=2025).prop_map(|year: i32| year.to_string()),
        1 => Just(String::new()),
        1 => Just("soon".to_owned()),
    ]
}

/// Models, each with its own name.
pub fn lines() -> impl Strategy<Value = Vec<Line>> {
    let countries = vec(select(&COUNTRIES[..]), 0..=3).prop_map(|list| list.join(","));
    let flop = select(vec!["", "1e22", "1e23", "5.5e24"]).prop_map(str::to_owned);
    let line = (
        date(),
        some_of(&ORGANIZATIONS, 3),
        countries,
        some_of(&DOMAINS, 4),
        some_of(&TASKS, 6),
        flop,
    );
    let number = |(at, line): (usize, _)| {
        let (date, organizations, countries, domains, tasks, flop) = line;
        let name = format!("Model {at}");
        [name, date, organizations, countries, domains, tasks, flop]
    };
    vec(line, 1..24).prop_map(move |lines| lines.into_iter().enumerate().map(number).collect())
}

/// The records as CSV, with the columns in the given order.
pub fn export(lines: &[Line], columns: &[usize]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = HEADERS.map(str::to_owned);
    for cells in [&header].into_iter().chain(lines) {
        let cells = columns.iter().map(|column| &cells[*column]);
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// The records as CSV, with the columns in their usual order.
pub fn whole(lines: &[Line]) -> String {
    let columns: Vec<usize> = (0..COLUMNS).collect();
    export(lines, &columns)
}
