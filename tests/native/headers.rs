//! Headers as other programs, people and two rows write them.

use model_census::dataset::{Code, Columns, Dataset, Field, Options};
use model_census::report::Report;

use crate::support::{
    LATER, NAME, SNAPSHOT, census_of, dataset, labels, options, problems, read_in_pieces, texts,
};

const ROW: &str = "A,2023-01-01,NAVER,2e23,1e12\n";

#[track_caller]
fn check_header(header: &str) -> Dataset {
    let dataset = dataset(&format!("{header}\n{ROW}"));
    let fields: Vec<Field> = dataset.columns.iter().map(|(field, _)| *field).collect();
    let expected = [
        Field::Name,
        Field::PublicationDate,
        Field::Organization,
        Field::TrainingCompute,
        Field::DatasetSize,
    ];
    assert_eq!(fields, expected, "{header:?}");
    assert_eq!(dataset.models.len(), 1, "{header:?}");
    assert_eq!(dataset.models[0].training_compute_flop, Some(2e23));
    dataset
}

#[test]
fn other_programs_names_of_columns_are_known() {
    for header in [
        "Model,Publication date,Organization,Training compute (FLOP),Training dataset size (total)",
        "Model,Publication date,Organization,Training compute (FLOP),Training dataset size (gradients)",
        "model,publication_date,organization,training_compute_flop,training_dataset_size_datapoints",
        "Model,Publication.date,Organization,Training.compute..FLOP.,Training.dataset.size..total.",
        "MODEL,PUBLICATION DATE,ORGANISATION,TRAINING COMPUTE [FLOP],TRAINING DATASET SIZE [TOTAL]",
    ] {
        assert_eq!(check_header(header).problems, [], "{header:?}");
    }
}

#[test]
fn a_second_mark_of_byte_order_before_a_quoted_header_hides_nothing() {
    let quoted = "\"Model\",\"Publication date\",\"Organization\",\"Training compute (FLOP)\",\"Training dataset size (total)\"";
    for marks in ["\u{feff}", "\u{feff}\u{feff}", "\u{feff}\u{feff}\u{feff}"] {
        check_header(&format!("{marks}{quoted}"));
        check_header(&format!("sep=,\n{marks}{quoted}"));
        check_header(&format!("{marks}sep=,\n{marks}{quoted}"));
    }
}

#[test]
fn a_header_may_take_two_rows() {
    let cases = [
        // The upper row alone is a header.
        "Model,Publication date,Organization,Training compute,Training dataset size\n,,,(FLOP),(total)",
        // Only both together are one.
        "Model,Publication,Organization,Training compute,Training dataset\n,date,,(FLOP),size (total)",
    ];
    for header in cases {
        let dataset = check_header(header);
        assert_eq!(problems(&dataset.problems, Code::SplitHeader).len(), 1);
        assert_eq!(dataset.problems.len(), 1, "{:?}", dataset.problems);
        assert_eq!(dataset.source.records, 1);
        for length in 1..8 {
            let csv = format!("{header}\n{ROW}");
            let pieces = read_in_pieces(csv.as_bytes(), NAME, &options(), &[length]).unwrap();
            assert_eq!(pieces.problems, dataset.problems);
        }
    }
    // A row without a name is a row, where it adds no header.
    let dataset = dataset("Model,Publication date,Organization\n,,NAVER\nA,2023,NAVER\n");
    assert_eq!((dataset.source.records, dataset.unreadable), (2, 1));
}

fn json(bytes: &[u8], options: &Options) -> String {
    let dataset = model_census::dataset::read(bytes, NAME, options).unwrap();
    let report = Report::compute(&census_of(dataset, |_| {}), labels());
    let json = model_census::export::json(&report);
    let mut json: serde_json::Value = serde_json::from_str(&json).unwrap();
    // The bytes are others; what is told of a column names it as the file does.
    json["source"]["sha256"] = serde_json::Value::Null;
    for problem in json["problems"].as_array_mut().unwrap() {
        problem["column"] = serde_json::Value::Null;
        problem["message"] = serde_json::Value::Null;
    }
    serde_json::to_string(&json).unwrap()
}

#[test]
fn any_header_renamed_and_said_what_it_means_gives_the_same_json() {
    for export in [SNAPSHOT, LATER] {
        let text = str::from_utf8(export).unwrap();
        let expected = json(export, &options());
        let columns = dataset(text).columns;
        for (field, header) in columns {
            let (first, rest) = text.split_once('\n').unwrap();
            let cells: Vec<&str> = first
                .split(',')
                .map(|cell| {
                    if cell == header {
                        "그 밖의 열"
                    } else {
                        cell
                    }
                })
                .collect();
            let renamed = format!("{}\n{rest}", cells.join(","));
            let mut options = options();
            options.columns = Columns::new([("그 밖의 열", field)]);
            assert!(json(renamed.as_bytes(), &options) == expected, "{header}");
        }
    }
}

#[test]
fn what_is_said_of_a_header_stands_above_what_is_recognised() {
    let csv = "Model,Publication date,Organization,Developer\nA,2023,Wrong,Right\n";
    let mut options = options();
    options.columns = Columns::new([(" developer", Field::Organization)]);
    let dataset = model_census::dataset::read(csv.as_bytes(), NAME, &options).unwrap();
    assert_eq!(texts(&dataset.models[0].organizations), ["Right"]);
    let told = problems(&dataset.problems, Code::RepeatedColumn);
    assert_eq!(
        (&*told[0].column, &*told[0].value),
        ("Organization", "Developer")
    );
}
