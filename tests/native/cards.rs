//! What a model's card shows beyond what counts: all that the file says of it,
//! read from it again, and the addresses of its sources.

use model_census::coverage::lists_with;
use model_census::dataset::{Encoding, Options, Statement, native_decoders, statements};
use model_census::engine::Engine;
use model_census::evidence::{Piece, pieces};
use proptest::prelude::*;
use url::Url;

use crate::support::{definition, labels, read, root};

fn file(path: &str) -> Vec<u8> {
    std::fs::read(root().join(path)).unwrap()
}

/// What a file says of a row, fed in parts of this size.
fn said(bytes: &[u8], name: &str, record: u32, part: usize) -> Option<Vec<Statement>> {
    let mut engine = Engine::new(definition().into(), (*labels()).clone());
    engine.keep(read(bytes, name).unwrap());
    let mut looking = engine
        .look_again(record.into(), engine.options(None, native_decoders))
        .unwrap();
    for part in bytes.chunks(part) {
        looking.feed(part).unwrap();
    }
    looking.end().unwrap();
    looking.statements().map(<[Statement]>::to_vec)
}

#[test]
fn a_card_says_what_every_cell_of_the_row_says() {
    let path = "public/data/large-scale-models-2026-02-16.csv";
    let bytes = file(path);
    let dataset = read(&bytes, "large.csv").unwrap();
    let mut reader = csv::Reader::from_reader(&*bytes);
    let headers = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let options = Options::new(native_decoders);
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    for model in dataset.models.iter().step_by(37) {
        let record = model.place.record;
        let stated = statements(&bytes, "large.csv", &options, record)
            .unwrap()
            .unwrap();
        let row = &rows[record as usize - 2];
        let expected = headers.iter().zip(row);
        let expected: Vec<(String, Vec<String>)> = expected
            .map(|(header, cell)| (header.to_owned(), words(cell)))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        let stated: Vec<(String, Vec<String>)> = stated
            .into_iter()
            .map(|own| (own.header, words(&own.text)))
            .collect();
        assert_eq!(stated, expected, "{}", model.name);
    }
}

#[test]
fn how_a_file_is_cut_does_not_matter() {
    let bytes = file("public/data/large-scale-models-2024-07-16.csv");
    let whole = said(&bytes, "a.csv", 150, usize::MAX).unwrap();
    assert!(whole.len() > 5);
    for part in [1_000, 4_096, 100_001] {
        assert_eq!(said(&bytes, "a.csv", 150, part).unwrap(), whole, "{part}");
    }
    assert_eq!(said(&bytes, "a.csv", 100_000, 4_096), None);
}

#[test]
fn a_file_in_another_encoding_is_read_again_in_it() {
    let csv =
        "모델,출시일,비고\nModel,Publication date,메모\n네이버 모델,2023-01-01,하이퍼클로바 참고\n";
    let csv = csv.split_once('\n').unwrap().1;
    let (korean, _, _) = encoding_rs::EUC_KR.encode(csv);
    let mut wide = vec![0xff, 0xfe];
    wide.extend(csv.encode_utf16().flat_map(u16::to_le_bytes));
    for (bytes, encoding) in [
        (csv.as_bytes().to_vec(), Encoding::Utf8),
        (korean.to_vec(), Encoding::EucKr),
        (wide, Encoding::Utf16Le),
    ] {
        assert_eq!(
            read(&bytes, "a.csv").unwrap().source.encoding,
            encoding.label()
        );
        let cells = said(&bytes, "a.csv", 2, 7).unwrap();
        assert_eq!(cells[0].text, "네이버 모델");
        assert_eq!(
            (&*cells[2].header, &*cells[2].text),
            ("메모", "하이퍼클로바 참고")
        );
    }
}

#[test]
fn every_list_that_has_a_model_is_told_with_its_row() {
    let large = read(
        &file("tests/fixtures/history/large-scale-models-2026-03-30.csv"),
        "large.csv",
    );
    let notable = read(
        &file("tests/fixtures/notable/notable-models-2026-03-30.csv"),
        "notable.csv",
    );
    let (large, notable) = (large.unwrap(), notable.unwrap());
    let row = |list: &model_census::dataset::Dataset, name: &str| {
        let mut models = list.models.iter();
        models
            .find(|model| &*model.name == name)
            .map(|model| model.place.record)
    };
    let record = row(&large, "K-EXAONE").unwrap();
    let lists = lists_with(&large, [&notable], &definition(), record);
    let found: Vec<(&str, u32)> = lists.iter().map(|own| (&*own.name, own.record)).collect();
    let expected = [
        ("large.csv", record),
        ("notable.csv", row(&notable, "K-EXAONE").unwrap()),
    ];
    assert_eq!(found, expected);
    assert_eq!(lists_with(&large, [&notable], &definition(), 100_000), []);
}

fn cells(csv: &[u8], record: u32) -> Option<Vec<(String, String)>> {
    let options = Options::new(native_decoders);
    let cells = statements(csv, "a.csv", &options, record).unwrap()?;
    let cells = cells.into_iter().map(|own| (own.header, own.text));
    Some(cells.collect())
}

#[test]
fn every_column_of_the_row_that_says_something_is_there() {
    let csv = "Epoch,,,\nModel,Publication date,Notes,Link\n\
        A,2023-01-01,,https://a.example\n\
        ,,,\n\
        \"B \",2023-01-02,\" one\r\n\r\n\r\ntwo\n\",\n";
    let cell = |header: &str, text: &str| (header.to_owned(), text.to_owned());
    let expected = [
        cell("Model", "B"),
        cell("Publication date", "2023-01-02"),
        cell("Notes", "one\n\ntwo"),
    ];
    assert_eq!(cells(csv.as_bytes(), 5).unwrap(), expected);
    assert_eq!(cells(csv.as_bytes(), 3).unwrap()[2].0, "Link");
    // A row without content says nothing; below the last there is none.
    assert_eq!(cells(csv.as_bytes(), 4), Some(Vec::new()));
    assert_eq!(cells(csv.as_bytes(), 9), None);
}

#[test]
fn what_hides_or_turns_letters_is_left_out_and_what_is_garbled_put_right() {
    let csv = "Model,Publication date,Notes\nA,2023-01-01,Montréal \u{202e}x\u{200b}\n";
    assert_eq!(cells(csv.as_bytes(), 2).unwrap()[2].1, "Montréal x");
    let csv = "Model,Publication date,Notes\nA,2023-01-01,MontrÃ©al\n";
    assert_eq!(cells(csv.as_bytes(), 2).unwrap()[2].1, "Montréal");
}

/// Letters that make addresses of other texts, or others of addresses.
fn any_address() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("https://".to_owned()),
        Just("http:".to_owned()),
        Just("javascript:".to_owned()),
        Just("example".to_owned()),
        Just(".com".to_owned()),
        Just("user:pass@".to_owned()),
        Just(":80".to_owned()),
        Just("127.0.0.1".to_owned()),
        "[/\\\\@:?#%&=.\\-_~a-zA-Z0-9 \t\u{0}\u{202e}\u{3002}가\u{ff0e}]{0,4}",
    ];
    let begun = prop_oneof![Just("https://a.example"), Just("https://"), Just("")];
    (begun, proptest::collection::vec(pieces, 0..6))
        .prop_map(|(begun, rest)| begun.to_owned() + &rest.concat())
}

proptest! {
    #[test]
    fn what_is_opened_is_for_browsers_too_what_it_looks_like(text in any_address()) {
        let found = pieces("Link", &text);
        let put_together: String = found.iter().map(|piece| match piece {
            Piece::Text(text) | Piece::Address(text) => *text,
        }).collect();
        prop_assert_eq!(put_together, text.clone());
        for piece in found {
            let Piece::Address(address) = piece else { continue };
            let url = Url::parse(address).unwrap();
            prop_assert!(matches!(url.scheme(), "http" | "https"), "{}", address);
            prop_assert!(url.username().is_empty() && url.password().is_none(), "{}", address);
            let shown = address.split("//").nth(1).unwrap().split(['/', '?', '#', ':']).next().unwrap();
            prop_assert_eq!(url.host_str().unwrap(), shown.to_ascii_lowercase());
            prop_assert!(matches!(url.host(), Some(url::Host::Domain(_))), "{}", address);
        }
    }
}
