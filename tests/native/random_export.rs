//! Random exports: few values, so that many of them meet; and random bytes.
//!
//! The random numbers are the same on every run, and nothing is written down.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

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

/// Bytes of which those that matter to a reader of CSV are likelier than
/// others.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "\n", "\r\n", "\r", ",", ";", "\t", "|", "\"", "\"\"", "\"\n", ",\"", "A", "2023", ", ",
        " ", "\u{feff}", "가나",
    ];
    let piece = prop_oneof![
        2 => vec(any::<u8>(), 0..12),
        5 => select(words.to_vec()).prop_map(|text| text.as_bytes().to_vec()),
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Such bytes, most often below a header.
pub fn export_bytes() -> impl Strategy<Value = Vec<u8>> {
    let header = select(vec![
        "",
        "Model,Publication date,Organization,Domain\n",
        "Title\n\nModel;Publication date;Country (of organization)\r\n",
    ]);
    (header, bytes()).prop_map(|(header, bytes)| [header.as_bytes(), &bytes].concat())
}

/// The lengths of the pieces that a file comes in, over and over.
pub fn lengths() -> impl Strategy<Value = Vec<usize>> {
    vec(prop_oneof![3 => 1..4_usize, 1 => 4..200_usize], 1..6)
}

/// Tries a property on random values.
#[track_caller]
pub fn check<S: Strategy>(strategy: S, test: impl Fn(S::Value)) {
    check_cases(64, strategy, test);
}

/// The same, of what takes no time.
#[track_caller]
pub fn check_often<S: Strategy>(strategy: S, test: impl Fn(S::Value)) {
    check_cases(512, strategy, test);
}

/// The same, of so many values.
#[track_caller]
pub fn check_cases<S: Strategy>(cases: u32, strategy: S, test: impl Fn(S::Value)) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let outcome = TestRunner::new_with_rng(config, rng).run(&strategy, |value| {
        test(value);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
