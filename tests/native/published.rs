//! Every value that IS-178 published, against the bundled snapshot.
//!
//! The snapshot is eight days older than the one that the report used, so not
//! every value is equal; the fixture says which are, and why the others not.

use std::collections::BTreeSet;

use model_census::list::ListId;
use model_census::locale::Language;

use crate::published_value::{Given, Published, value};
use crate::support::{SNAPSHOT, census_of, dataset_of, listed, row_keys};

/// The values that the snapshot cannot give.
const NOT_IN_THE_SNAPSHOT: [&str; 16] = [
    // Counted in another file of Epoch AI's, of models compared by compute.
    "figure1|Largest models shown (Rahman et al. 2024)|count",
    // Published on 23 July 2024, a week after the snapshot.
    "table7|Llama 3.1-405B|order",
    "table7|Llama 3.1-405B|domain",
    "table7|Llama 3.1-405B|task",
    "table7|Llama 3.1-405B|parameters",
    "table7|Llama 3.1-405B|compute",
    "table7|Llama 3.1-405B|datapoints",
    "table7|Llama 3.1-405B|hardware",
    "table7|Llama 3.1-405B|country",
    "table7|Llama 3.1-405B|org",
    "table7|Llama 3.1-405B|date",
    // Investment, from another source.
    "text_external|US private AI investment 2023|usd_100m",
    "text_external|China|usd_100m",
    "text_external|United Kingdom|usd_100m",
    "text_external|Korea|usd_100m",
    "text_external|Korea rank|rank",
];

/// Korean names of developers: of our labels, not of the snapshot.
const KOREAN_NAMES: usize = 11;

fn fixture() -> Vec<Published> {
    let text = include_str!("../fixtures/is-178-published.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records: Result<Vec<Published>, _> = reader.deserialize().collect();
    records.expect("the fixture is valid")
}

fn snapshot() -> Given {
    let dataset = dataset_of(SNAPSHOT, "large-scale-models-2024-07-16.csv");
    Given::of(census_of(dataset, |_| {}))
}

/// Lists in one order, so that they compare as sets.
fn normal(text: &str) -> String {
    let mut parts: Vec<&str> = text.split(',').map(str::trim).collect();
    parts.sort_unstable();
    parts.join(",")
}

/// Whether a computed value says what was published.
fn agrees(given: &Given, record: &Published, computed: &str) -> bool {
    match &*record.column {
        // The report lists organisations without numbers: their places must
        // fit the ranks, those of one rank being in any order.
        "listed_position" => {
            let table = given.report.table("organization").unwrap();
            let models: usize = computed.parse().unwrap();
            let totals = || table.rows.iter().map(|row| row.total.models);
            let better = totals().filter(|other| *other > models).count();
            let as_good = totals().filter(|other| *other >= models).count();
            let place: usize = record.published.parse().unwrap();
            (better + 1..=as_good).contains(&place)
        }
        // A blank cell of a table of counts is none.
        _ if record.published.is_empty() => matches!(computed, "" | "0"),
        _ => normal(computed) == normal(&record.published),
    }
}

fn count(records: &[&Published], status: &str) -> usize {
    let same = |record: &&&Published| record.status == status;
    records.iter().filter(same).count()
}

#[test]
fn the_fixture_has_every_published_value_once() {
    let fixture = fixture();
    let all: Vec<&Published> = fixture.iter().collect();
    assert_eq!(count(&all, "equal"), 395);
    assert_eq!(count(&all, "different"), 44);
    assert_eq!(count(&all, "not-derivable"), 16);
    assert_eq!(all.len(), 455);
    let ids: BTreeSet<&str> = all.iter().map(|record| &*record.id).collect();
    assert_eq!(ids.len(), all.len());
    for record in all {
        let explained = !record.why.is_empty();
        assert_eq!(explained, record.status != "equal", "{}", record.id);
    }
}

#[test]
fn every_value_that_the_snapshot_can_give_compares_as_recorded() {
    let (fixture, given) = (fixture(), snapshot());
    let mut covered = Vec::new();
    let mut wrong = Vec::new();
    for record in &fixture {
        let Some(computed) = value(&given, record) else {
            continue;
        };
        covered.push(record);
        let status = match agrees(&given, record, &computed) {
            true => "equal",
            false => "different",
        };
        if normal(&computed) != normal(&record.computed) || status != record.status {
            wrong.push(format!("{record:?}: now {computed}, {status}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(count(&covered, "equal"), 385);
    assert_eq!(count(&covered, "different"), 43);
    assert_eq!(count(&covered, "not-derivable"), 0);
}

#[test]
fn only_the_values_named_above_are_left_out() {
    let (fixture, given) = (fixture(), snapshot());
    let (names, missing): (Vec<_>, Vec<_>) = fixture
        .iter()
        .filter(|record| value(&given, record).is_none())
        .partition(|record| record.column == "developer_ko");
    let missing: Vec<&str> = missing.iter().map(|record| &*record.id).collect();
    let sorted = |mut ids: Vec<_>| {
        ids.sort_unstable();
        ids
    };
    assert_eq!(sorted(missing), sorted(NOT_IN_THE_SNAPSHOT.to_vec()));
    assert_eq!(names.len(), KOREAN_NAMES);
}

#[test]
fn developers_have_the_korean_names_that_the_report_gives_them() {
    let (fixture, given) = (fixture(), snapshot());
    let entries = &given.report.list(ListId::FocusCountry).unwrap().entries;
    let named = fixture
        .iter()
        .filter(|record| record.column == "developer_ko");
    let mut checked = 0;
    for record in named {
        let entry = entries.iter().find(|entry| *entry.name == *record.row);
        let first = &entry.expect("a model of the list").organizations[0];
        let name = given
            .report
            .labels
            .name("organization", first, Language::Ko);
        assert_eq!(name, record.published, "{}", record.id);
        checked += 1;
    }
    assert_eq!(checked, KOREAN_NAMES);
}

#[test]
fn countries_come_in_the_order_of_the_reports_table_1() {
    let expected = [
        "USA", "CHN", "KOR", "FRA", "GBR", "JPN", "ISR", "HKG", "CAN", "DEU", "RUS", "ARE", "FIN",
        "SGP",
    ];
    assert_eq!(row_keys(&snapshot().report, "country"), expected);
}

#[test]
fn the_list_of_largest_models_has_the_three_of_table_7_and_a_fourth() {
    let given = snapshot();
    assert_eq!(given.report.findings.top_models_year, 2024);
    let expected = [
        "Mistral Large",
        "Nemotron-4 340B",
        "MegaScale (Production)",
        "Inflection-2.5",
    ];
    assert_eq!(listed(&given.census, ListId::TopModels), expected);
}

/// Table 7 was made a week after the snapshot: its first model stands in the
/// later snapshot, its task cell edited meanwhile.
#[test]
fn the_first_model_of_table_7_is_in_the_later_snapshot() {
    let later = include_bytes!("../../public/data/large-scale-models-2026-02-16.csv");
    let dataset = dataset_of(later, "large-scale-models-2026-02-16.csv");
    let given = Given::of(census_of(dataset, |definition| {
        definition.top_models.count = u32::MAX;
    }));
    let fixture = fixture();
    let mut compared = Vec::new();
    for record in &fixture {
        let edited = matches!(&*record.column, "order" | "task");
        if record.row != "Llama 3.1-405B" || edited {
            continue;
        }
        let computed = value(&given, record).expect("in the later snapshot");
        assert_eq!(computed, record.computed, "{}", record.id);
        let equal = agrees(&given, record, &computed);
        assert_eq!(equal, record.status == "equal", "{}", record.id);
        compared.push(record);
    }
    assert_eq!(count(&compared, "equal"), 7);
    assert_eq!(count(&compared, "different"), 1);
}
