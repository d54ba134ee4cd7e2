//! Every value that IS-178 published, against the bundled snapshot.
//!
//! The snapshot is eight days older than the one that the report used, so not
//! every value is equal; the fixture, made by other hands from the same facts
//! (pandas), says which are, and why the others not.

use std::collections::{BTreeMap, BTreeSet};

use model_census::engine::Engine;
use model_census::list::ListId;
use model_census::locale::{Labels, Language};
use model_census::verification::{Compared, Published, Verdict, Verification};

use crate::support::{
    DEFINITION, LABELS, LATER, SNAPSHOT, census_of, countries, dataset_of, listed, report_of,
    row_keys,
};

const IS_178: &str = include_str!("../../public/published/is-178.json");
const NAME: &str = "large-scale-models-2024-07-16.csv";

/// A value that IS-178 printed, and how the snapshot compared with it.
#[derive(Debug, serde::Deserialize)]
struct Recorded {
    id: String,
    table: String,
    row: String,
    column: String,
    published: String,
    computed: String,
    status: String,
    why: String,
}

impl Recorded {
    /// Its column in public/published/is-178.json.
    fn own_column(&self) -> String {
        let column = match (&*self.table, &*self.column) {
            ("text_country2023", _) => "2023",
            ("text_external", "rank") => "place",
            ("text_external", _) => "investment",
            ("figure1", _) => "shown",
            ("table7", "domain") => "Domain",
            ("table7", "task") => "Task",
            ("table7", "parameters") => "Parameters",
            ("table7", "compute") => "Training compute (FLOP)",
            ("table7", "datapoints") => "Dataset size (datapoints)",
            ("table7", "hardware") => "Training hardware",
            ("table7", "country") => "Country",
            ("table7", "org") => "Developer",
            ("table7", "date") => "Publication date",
            (_, "developer_en") => "developers",
            (_, "developer_ko") => "Developer (Korean name)",
            (_, "listed_position") => "position",
            (_, "count") => "total",
            (_, "percent") => "growth",
            (_, "claim") => "holds",
            (_, column) => return column.replace("_dup", " shared"),
        };
        column.to_owned()
    }
}

fn recorded() -> Vec<Recorded> {
    let text = include_str!("../fixtures/is-178-published.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records: Result<Vec<Recorded>, _> = reader.deserialize().collect();
    records.expect("the fixture is valid")
}

fn published() -> Published {
    serde_json::from_str(IS_178).expect("the published figures are valid")
}

fn verified(bytes: &[u8], name: &str, published: &Published) -> Verification {
    let definition = model_census::definition::Definition::parse(DEFINITION).unwrap();
    let mut engine = Engine::new(definition.into(), Labels::parse(LABELS).unwrap());
    engine.know(countries());
    engine.keep(dataset_of(bytes, name));
    engine.verify(published).unwrap()
}

/// The figures by table, row and column.
fn by_place<'a>(
    published: &Published,
    found: &'a Verification,
) -> BTreeMap<(String, String, String), &'a Compared> {
    let places = published.tables.iter().flat_map(|table| {
        table.rows.iter().flat_map(move |row| {
            let columns = row.figures.keys();
            columns.map(move |column| (table.id.clone(), row.name.en.clone(), column.clone()))
        })
    });
    places.zip(&found.figures).collect()
}

/// Lists in one order, so that they compare as sets.
fn normal(text: &str) -> String {
    let mut parts: Vec<&str> = text.split(',').map(str::trim).collect();
    parts.sort_unstable();
    parts.join(",")
}

#[test]
fn every_published_value_is_there_and_compares_as_others_found() {
    let (records, published) = (recorded(), published());
    let found = verified(SNAPSHOT, NAME, &published);
    let places = by_place(&published, &found);
    assert_eq!(records.len(), 455);
    assert_eq!(places.len(), 455);
    let ids: BTreeSet<&str> = records.iter().map(|record| &*record.id).collect();
    assert_eq!(ids.len(), 455);
    let mut wrong = Vec::new();
    for record in &records {
        let place = (
            record.table.clone(),
            record.row.clone(),
            record.own_column(),
        );
        let compared = places[&place];
        // Read from the later export there; here it is not in the data.
        let later = record.row == "Llama 3.1-405B" && record.table == "table7";
        let order = record.table == "table7" && record.column == "order";
        let expected: &[Verdict] = match &*record.status {
            // Counted in another file of Epoch AI's.
            _ if later || record.table == "figure1" => &[Verdict::NotDerivable],
            _ if order => &[Verdict::Differs],
            "equal" => &[Verdict::Equal],
            "different" => &[Verdict::Differs, Verdict::Contradicts],
            _ => &[Verdict::NotDerivable],
        };
        if !expected.contains(&compared.verdict) {
            wrong.push(format!("{record:?}: {compared:?}"));
        }
        let computed = compared.computed.clone().unwrap_or_default();
        let other_file = record.table == "figure1";
        let said_otherwise =
            other_file || matches!(&*record.column, "listed_position" | "claim" | "multimodal");
        let same = normal(&computed) == normal(&record.computed);
        if !(later || order || said_otherwise || same) {
            wrong.push(format!("{record:?}: now {computed}"));
        }
        let explained = compared.because.is_some();
        if explained != (compared.verdict != Verdict::Equal) {
            wrong.push(format!("{record:?}: {:?}", compared.because));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let counts = Verdict::ALL.map(|verdict| found.count(verdict));
    assert_eq!(counts, [382, 44, 2, 27]);
    assert_eq!(found.days_older, Some(8));
    let explained = records
        .iter()
        .all(|record| record.why.is_empty() == (record.status == "equal"));
    assert!(explained);
    assert!(records.iter().any(|record| record.published.is_empty()));
}

#[test]
fn a_reason_for_one_snapshot_is_not_given_for_another() {
    let published = published();
    let found = verified(LATER, "large-scale-models-2026-02-16.csv", &published);
    let dated: Vec<_> = published
        .reasons
        .values()
        .filter(|reason| reason.data_date.is_some())
        .map(|reason| &reason.text)
        .collect();
    for compared in &found.figures {
        let given = compared.because.as_ref();
        assert!(
            given.is_none_or(|given| !dated.contains(&given)),
            "{compared:?}"
        );
    }
    assert!(found.days_older.is_some_and(|days| days < -500));
    // What the later snapshot lost does not stop the rest.
    assert!(found.count(Verdict::Equal) > 100);
}

#[test]
fn developers_have_the_korean_names_that_the_report_gives_them() {
    let report = report_of(&census_of(dataset_of(SNAPSHOT, NAME), |_| {}));
    let entries = &report.list(ListId::FocusCountry).unwrap().entries;
    let mut checked = 0;
    for record in recorded() {
        if record.column != "developer_ko" {
            continue;
        }
        let entry = entries.iter().find(|entry| *entry.name == *record.row);
        let first = &entry.expect("a model of the list").organizations[0];
        let name = report.labels.name("organization", first, Language::Ko);
        assert_eq!(name, record.published, "{}", record.id);
        checked += 1;
    }
    assert_eq!(checked, 11);
}

#[test]
fn countries_come_in_the_order_of_the_reports_table_1() {
    let expected = [
        "USA", "CHN", "KOR", "FRA", "GBR", "JPN", "ISR", "HKG", "CAN", "DEU", "RUS", "ARE", "FIN",
        "SGP",
    ];
    let report = report_of(&census_of(dataset_of(SNAPSHOT, NAME), |_| {}));
    assert_eq!(row_keys(&report, "country"), expected);
}

#[test]
fn the_list_of_largest_models_has_the_three_of_table_7_and_a_fourth() {
    let census = census_of(dataset_of(SNAPSHOT, NAME), |_| {});
    assert_eq!(report_of(&census).findings.top_models_year, 2024);
    let expected = [
        "Mistral Large",
        "Nemotron-4 340B",
        "MegaScale (Production)",
        "Inflection-2.5",
    ];
    assert_eq!(listed(&census, ListId::TopModels), expected);
}

/// Table 7 was made a week after the snapshot: its first model stands in the
/// later snapshot, its task cell edited and its hardware renamed meanwhile.
#[test]
fn the_first_model_of_table_7_is_in_the_later_snapshot() {
    let mut published = published();
    published.tables.retain(|table| table.id == "table7");
    published.checks.clear();
    let dataset = dataset_of(LATER, "large-scale-models-2026-02-16.csv");
    let census = census_of(dataset, |definition| {
        definition.top_models.count = u32::MAX;
    });
    let labels = report_of(&census).labels;
    let found = model_census::verification::verify(&census, &labels, &published);
    let llama = found
        .figures
        .iter()
        .filter(|own| own.row.en == "Llama 3.1-405B")
        .filter(|own| !matches!(&*own.column, "order" | "Task"));
    let verdicts: Vec<(&str, Verdict)> = llama.map(|own| (&*own.column, own.verdict)).collect();
    for (column, verdict) in &verdicts {
        let expected = match *column {
            "Training hardware" => Verdict::Differs,
            _ => Verdict::Equal,
        };
        assert_eq!(*verdict, expected, "{column}");
    }
    assert_eq!(verdicts.len(), 8);
}
