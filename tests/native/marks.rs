//! The marks of charts open the models that they stand for, whatever is shown
//! of them.

use std::sync::Arc;

use model_census::breakdown::{Draw, Shape};
use model_census::census::Census;
use model_census::chart::{self, ColourBy, Drawing, Look, MarkKey};
use model_census::evidence::evidence;
use model_census::list::ListId;
use model_census::locale::Labels;
use model_census::report::Report;

use crate::support::{NAME, SNAPSHOT, census, census_of, dataset_of, report_of};

fn snapshot() -> Census {
    census_of(dataset_of(SNAPSHOT, NAME), |_| {})
}

/// The number that a mark shows, by its series and its place in it.
fn shown(option: &serde_json::Value, series: usize, at: usize) -> f64 {
    // charming writes one of a kind alone, several as an array.
    let all = &option["series"];
    let item = &all.get(series).unwrap_or(all)["data"][at];
    let value = item.get("value").unwrap_or(item);
    value.as_f64().unwrap()
}

fn marks(drawing: &Drawing) -> impl Iterator<Item = (usize, usize, &MarkKey)> {
    let series = drawing.marks.iter().enumerate();
    series.flat_map(|(series, marks)| {
        let marks = marks.iter().enumerate();
        marks.map(move |(at, mark)| (series, at, mark))
    })
}

#[test]
fn every_mark_of_a_breakdown_opens_as_many_models_as_it_shows() {
    let census = snapshot();
    let report = report_of(&census);
    let lines = Shape {
        cumulative: false,
        log: true,
        ..Shape::default()
    };
    for shape in [Shape::default(), lines] {
        for (breakdown, table) in report.tables() {
            let table = table.unwrap();
            let drawing = chart::breakdown(&report, breakdown, table, shape, Look::default());
            let option: serde_json::Value = serde_json::from_str(&drawing.option()).unwrap();
            let mut opened = 0;
            // The totals come last and are drawn without length.
            let sums = (shape == Shape::default()).then(|| drawing.marks.len() - 1);
            for (series, at, mark) in marks(&drawing) {
                let meant = mark.meant(breakdown, table).unwrap();
                if Some(series) == sums {
                    continue;
                }
                let models = evidence(&census, &meant).count;
                let item = option["series"].get(series).unwrap_or(&option["series"]);
                if item["data"][at]["value"] == "-" {
                    continue;
                }
                let number = shown(&option, series, at);
                assert_eq!(models as f64, number, "{} {mark:?}", breakdown.id);
                opened += 1;
            }
            assert!(opened > 2, "{}: {opened}", breakdown.id);
        }
    }
}

/// Two domains of one name, and two models of one name.
const TWINS: &str = "Model,Publication date,Organization,Country (of organization),Domain,Training compute (FLOP)\n\
    One,2022-03-01,A,South Korea,Whale song,1e24\n\
    Two,2022-04-01,A,South Korea,Bird song,1e24\n\
    Two,2023-04-01,B,South Korea,Bird song,2e24\n";

fn twins() -> (Census, Report) {
    let census = census(TWINS);
    let names = r#"{"domain": {
        "Whale song": {"ko": "노래", "en": "Song"},
        "Bird song": {"ko": "노래", "en": "Song"}
    }}"#;
    let labels = Arc::new(Labels::parse(names).unwrap());
    let report = Report::compute(&census, labels);
    (census, report)
}

#[test]
fn two_rows_of_one_shown_name_open_their_own_models() {
    let (census, report) = twins();
    let (breakdown, table) = report.tables().find(|(own, _)| own.id == "domain").unwrap();
    assert_eq!(breakdown.draw, Draw::Bars);
    let look = Look::default();
    let drawing = chart::breakdown(&report, breakdown, table.unwrap(), Shape::default(), look);
    let opened = |row: &str| {
        let (.., mark) = marks(&drawing)
            .find(|(.., mark)| mark.row == row && mark.column == "2022")
            .unwrap();
        let found = evidence(&census, &mark.meant(breakdown, table.unwrap()).unwrap());
        let names = found.models.iter().map(|own| own.entry.name.to_string());
        names.collect::<Vec<_>>()
    };
    assert_eq!(opened("Whale song"), ["One"]);
    assert_eq!(opened("Bird song"), ["Two"]);
}

#[test]
fn two_models_of_one_name_have_marks_of_their_own() {
    let (_, report) = twins();
    for list in [ListId::FocusCountry, ListId::TrainingCompute] {
        let drawing = chart::list(&report, list, ColourBy::Country, Look::default());
        let [first, ..] = &*drawing.marks else {
            panic!("{list:?} has no marks");
        };
        let records = first.iter().map(|mark| &*mark.row);
        let mut records: Vec<&str> = records.collect();
        records.sort_unstable();
        assert_eq!(records, ["2", "3", "4"], "{list:?}");
    }
}

#[test]
fn every_point_of_a_list_stands_for_a_model_of_it() {
    let report = report_of(&snapshot());
    for list in ListId::ALL {
        let entries = &report.list(list).unwrap().entries;
        let drawing = chart::list(&report, list, ColourBy::Domain, Look::default());
        let option: serde_json::Value = serde_json::from_str(&drawing.option()).unwrap();
        for (series, at, mark) in marks(&drawing) {
            let mut entries = entries.iter();
            let entry = entries.find(|own| own.place.record.to_string() == mark.row);
            let name = entry.unwrap().name.to_string();
            let item = option["series"].get(series).unwrap_or(&option["series"]);
            let said = item["data"][at]["name"].as_str().unwrap();
            // The largest models bear their compute instead.
            assert!(
                said.starts_with(&name) || list == ListId::TopModels,
                "{said}"
            );
        }
    }
}
