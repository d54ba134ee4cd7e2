//! Of records of one model the fullest counts, whatever the order of the rows.

use model_census::dataset::{Code, Dataset, Severity};
use proptest::prelude::*;

use crate::random_export::check;
use crate::support::{dataset, problems};

const HEADER: &str =
    "Model,Publication date,Organization,Domain,Parameters,Training compute (FLOP)\n";

fn kept(dataset: &Dataset) -> Vec<String> {
    let models = dataset.models.iter().filter(|model| !model.is_duplicate);
    let mut kept: Vec<String> = models
        .map(|model| {
            let (domains, parameters) = (&model.domains, model.parameters);
            format!(
                "{} {domains:?} {parameters:?} {:?}",
                model.name, model.training_compute_flop
            )
        })
        .collect();
    kept.sort();
    kept
}

#[test]
fn the_fuller_record_counts_and_what_differs_is_told() {
    let dataset = dataset(&format!(
        "{HEADER}A,2023-01-01,\"OpenAI,NAVER\",Language,,1e24\n\
         A,2023-01-01,\"NAVER,OpenAI\",\"Multimodal,Language\",1e9,1e24\n\
         B,2023-01-01,NAVER,Vision,1e9,\n\
         B,2023-01-01,NAVER,Vision,2e9,\n\
         C,2023-01-01,NAVER,Vision,1e9,\n\
         C,2023-01-01,NAVER,Vision,1e9,\n"
    ));
    let duplicates: Vec<bool> = dataset
        .models
        .iter()
        .map(|model| model.is_duplicate)
        .collect();
    assert_eq!(duplicates, [true, false, true, false, false, true]);
    let differing = problems(&dataset.problems, Code::DifferingDuplicate);
    assert_eq!(differing.len(), 1);
    assert_eq!(
        (&*differing[0].value, differing[0].differing()),
        ("A", &["Domain".to_owned(), "Parameters".to_owned()][..])
    );
    assert_eq!(differing[0].places[0].record, 2);
    assert_eq!(Code::DifferingDuplicate.severity(), Severity::Warning);
    // No count depends on the number of parameters.
    let others = problems(&dataset.problems, Code::DuplicateModel);
    let others: Vec<_> = others
        .iter()
        .map(|problem| (&*problem.value, problem.differing()))
        .collect();
    assert_eq!(others, [("B", &["Parameters".to_owned()][..]), ("C", &[])]);
}

#[test]
fn no_order_of_the_rows_changes_which_record_counts() {
    let cell = |values: &'static [&'static str]| proptest::sample::select(values.to_vec());
    let row = (
        cell(&["\"OpenAI,NAVER\"", "\"NAVER,OpenAI\"", "NAVER"]),
        cell(&["Language", "Vision", "\"Language,Vision\"", ""]),
        cell(&["1e9", "2e9", ""]),
        cell(&["1e24", "2e24", ""]),
    );
    let rows = proptest::collection::vec(row, 1..8).prop_shuffle();
    check(
        (rows.clone(), any::<proptest::sample::Index>()),
        |(rows, by)| {
            let write = |rows: &[(&str, &str, &str, &str)]| {
                let rows: String = rows
                    .iter()
                    .map(|(organizations, domain, parameters, compute)| {
                        format!("A,2023-01-01,{organizations},{domain},{parameters},{compute}\n")
                    })
                    .collect();
                dataset(&format!("{HEADER}{rows}"))
            };
            let mut turned = rows.clone();
            turned.rotate_left(by.index(rows.len()));
            turned.reverse();
            assert_eq!(kept(&write(&rows)), kept(&write(&turned)));
        },
    );
}

#[test]
fn whose_a_country_is_does_not_depend_on_the_order_of_the_rows() {
    let header = "Model,Publication date,Organization,Country (of organization)\n";
    let rows = [
        "A,2023-01-01,\"Foo,OpenAI\",\"Korea (Republic of),United States of America\"\n",
        "A,2023-01-01,\"OpenAI,Foo\",\"Korea (Republic of),United States of America\"\n",
    ];
    let kept = |rows: &[&str]| {
        let dataset = dataset(&format!("{header}{}", rows.concat()));
        let mut models = dataset.models.iter().filter(|model| !model.is_duplicate);
        models.next().map(|model| model.organizations.clone())
    };
    assert_eq!(kept(&rows), kept(&[rows[1], rows[0]]));
}
