//! The same text in every encoding that a spreadsheet saves.

use std::collections::BTreeMap;

use model_census::breakdown::BREAKDOWNS;
use model_census::dataset::{Code, Dataset, Encoding, Options, ReadError, preview};

use crate::random_export::{check, lines, whole};
use crate::support::{
    NAME, at, census_of, counts, dataset_of, options, problems, read_in_pieces, report_of, said,
    texts,
};

/// Names that every encoding of Korean has.
const KOREAN: &str = "\
Model,Publication date,Organization,Country (of organization),Domain
하이퍼클로바 X,2023-08-24,네이버,Korea (Republic of),Language
믿:음,2023-10-31,\"KT,카이스트\",\"Korea (Republic of),Korea (Republic of)\",\"Multimodal,Language\"
엑사원 2.0,2023-07-19,LG AI Research,Korea (Republic of),\"Language,Vision\"
GPT-4,2023-03-15,OpenAI,United States of America,Multimodal
";
const FRENCH: &str = "\
Model,Publication date,Organization,Country (of organization),Domain
Français – v2,2023-03-01,Université de Montréal,Canada,Language
BLOOM’s “child”,2022-11-01,\"École Polytechnique Fédérale de Lausanne,ETH Zürich\",\"Switzerland,Switzerland\",Language
Œuvre,2021-02-02,Mistral AI,France,Vision
";
/// More than is looked at before reading begins.
const LONG: usize = 1 << 17;

fn utf_16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    let by_table = |table: &'static encoding_rs::Encoding| {
        let (bytes, _, has_lost) = table.encode(text);
        assert!(!has_lost, "{} has every letter", table.name());
        bytes.into_owned()
    };
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16Le => utf_16(text, u16::to_le_bytes),
        Encoding::Utf16Be => utf_16(text, u16::to_be_bytes),
        Encoding::EucKr => by_table(encoding_rs::EUC_KR),
        Encoding::Windows1252 => by_table(encoding_rs::WINDOWS_1252),
        Encoding::Gb18030 => by_table(encoding_rs::GB18030),
        Encoding::Big5 => by_table(encoding_rs::BIG5),
        Encoding::ShiftJis => by_table(encoding_rs::SHIFT_JIS),
        Encoding::MacRoman => by_table(encoding_rs::MACINTOSH),
    }
}

fn marked(text: &str, encoding: Encoding) -> Vec<u8> {
    encoded(&format!("\u{feff}{text}"), encoding)
}

/// The numbers of every breakdown, and each model's name with its place.
fn numbers(dataset: Dataset) -> (BTreeMap<&'static str, String>, Vec<String>) {
    let names = dataset.models.iter();
    let names = names.map(|model| format!("{} {:?}", model.name, model.place));
    let names = names.collect();
    let report = report_of(&census_of(dataset, |_| {}));
    let breakdowns = BREAKDOWNS.iter().map(|breakdown| {
        let counts = counts(&report, breakdown.id);
        (breakdown.id, format!("{counts:?}"))
    });
    (breakdowns.collect(), names)
}

/// The bytes are read in this encoding and say what the text says.
#[track_caller]
fn check_reads(bytes: &[u8], text: &str, encoding: Encoding) {
    let found = dataset_of(bytes, NAME);
    assert_eq!(found.source.encoding, encoding.label());
    assert_eq!(found.problems, []);
    let many = read_in_pieces(bytes, NAME, &options(), &[7, 1, 100]);
    let (many, one) = (said(many), said(Ok(found.clone())));
    assert!(many == one, "in pieces too");
    assert_eq!(numbers(found), numbers(dataset_of(text.as_bytes(), NAME)));
}

#[test]
fn every_encoding_is_told_by_the_bytes_and_gives_the_same_numbers() {
    use Encoding::{EucKr, Utf8, Utf16Be, Utf16Le, Windows1252};
    for encoding in [Utf8, Utf16Le, Utf16Be, EucKr] {
        check_reads(&encoded(KOREAN, encoding), KOREAN, encoding);
    }
    for encoding in [Utf8, Utf16Le, Utf16Be, Windows1252] {
        check_reads(&encoded(FRENCH, encoding), FRENCH, encoding);
    }
}

#[test]
fn a_byte_order_mark_decides_and_is_no_part_of_the_text() {
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
        for text in [KOREAN, FRENCH] {
            check_reads(&marked(text, encoding), text, encoding);
        }
    }
}

#[test]
fn random_exports_give_the_same_numbers_in_every_encoding() {
    check(lines(), |mut lines| {
        for (line, at) in lines.iter_mut().zip(0..) {
            line[0] = format!("모형 {at}");
        }
        let text = whole(&lines);
        let plain = numbers(dataset_of(text.as_bytes(), NAME));
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be, Encoding::EucKr] {
            let other = dataset_of(&encoded(&text, encoding), NAME);
            assert_eq!(other.source.encoding, encoding.label());
            assert_eq!(numbers(other), plain);
        }
    });
}

/// A header and records of ASCII, longer than what is looked at first.
fn long_beginning(header: &str) -> String {
    let mut text = format!("{header}\n");
    for at in 0.. {
        if text.len() > LONG {
            break;
        }
        text += &format!("Model {at},2022-01-01,NVIDIA,United States of America,Language\n");
    }
    text
}

#[test]
fn a_file_whose_beginning_is_ascii_is_read_again_in_the_encoding_that_its_cells_show() {
    for (text, encoding) in [
        (KOREAN, Encoding::EucKr),
        (FRENCH, Encoding::Windows1252),
        (KOREAN, Encoding::Utf8),
    ] {
        let (header, records) = text.split_once('\n').unwrap();
        let text = long_beginning(header) + records;
        check_reads(&encoded(&text, encoding), &text, encoding);
    }
}

#[test]
fn one_foreign_cell_is_enough_where_nothing_speaks_for_utf8() {
    let (header, _) = KOREAN.split_once('\n').unwrap();
    for (name, encoding) in [
        ("카이스트", Encoding::EucKr),
        ("Université", Encoding::Windows1252),
    ] {
        let text = long_beginning(header) + &format!("Last,2023-01-01,{name},,Vision\n");
        check_reads(&encoded(&text, encoding), &text, encoding);
    }
}

#[test]
fn a_stray_byte_before_text_in_utf8_spoils_its_own_cell_only() {
    let (header, records) = KOREAN.split_once('\n').unwrap();
    let mut bytes = long_beginning(header).into_bytes();
    bytes.extend(b"Stray,2023-01-01,Universit\xE9,,Vision\n");
    bytes.extend(records.as_bytes());
    for lengths in [&[usize::MAX][..], &[4096], &[1021]] {
        let dataset = read_in_pieces(&bytes, NAME, &options(), lengths).unwrap();
        assert_eq!(dataset.source.encoding, "utf-8");
        let [problem] = &*dataset.problems else {
            panic!("{:?}", dataset.problems);
        };
        assert_eq!(problem.code, Code::UndecodableText);
        assert_eq!((problem.count, &*problem.value), (1, "Universit\u{fffd}"));
        let last = dataset.models.iter().rev().nth(3).unwrap();
        assert_eq!(&*last.name, "하이퍼클로바 X");
    }
}

#[test]
fn bytes_of_unused_columns_far_down_do_not_tell_the_encoding() {
    let mut bytes = b"Model,Publication date,Organization,Notes\n".to_vec();
    while bytes.len() < LONG {
        bytes.extend(b"A,2022-01-01,NVIDIA,plain\n");
    }
    bytes.extend(b"B,2022-01-01,NVIDIA,caf\xE9 cr\xE8me\n");
    let dataset = dataset_of(&bytes, NAME);
    assert_eq!(dataset.source.encoding, "utf-8");
    assert!(problems(&dataset.problems, Code::UndecodableText).is_empty());
}

#[test]
fn one_stray_byte_in_a_korean_file_leaves_it_korean() {
    let mut bytes = encoded(KOREAN, Encoding::EucKr);
    bytes.extend(b"Stray,2023-01-01,Universit\xFF,,Vision\n");
    let dataset = dataset_of(&bytes, NAME);
    assert_eq!(dataset.source.encoding, "euc-kr");
    assert_eq!(texts(&dataset.models[0].organizations), ["네이버"]);
    let [problem] = &*problems(&dataset.problems, Code::UndecodableText) else {
        panic!("{:?}", dataset.problems);
    };
    assert_eq!(problem.places, [at(6, 6)]);
}

fn forced(encoding: Encoding) -> Options {
    let encoding = Some(encoding);
    Options {
        encoding,
        ..options()
    }
}

#[test]
fn an_encoding_that_the_reader_names_is_used_whatever_the_bytes_look_like() {
    let read = |bytes: &[u8], encoding| {
        let dataset = model_census::dataset::read(bytes, NAME, &forced(encoding)).unwrap();
        assert_eq!(dataset.source.encoding, encoding.label());
        dataset
    };
    // Too short to tell: as windows-1252 it is an apostrophe, as CP949 a syllable.
    let csv = b"Model,Publication date\nA\x92s,2023\n";
    let names = |encoding| read(csv, encoding).models[0].name.to_string();
    assert_eq!(names(Encoding::Windows1252), "A’s");
    assert_eq!(names(Encoding::EucKr), "A뭩");
    assert_eq!(names(Encoding::Utf8), "A\u{fffd}s");

    let wrong = read(KOREAN.as_bytes(), Encoding::Windows1252);
    assert_eq!(
        texts(&wrong.models[0].organizations),
        ["ë„¤ì�´ë²„".replace('\u{fffd}', "\u{9d}")]
    );
    let wrong = read(&encoded(KOREAN, Encoding::EucKr), Encoding::Utf8);
    let undecodable = problems(&wrong.problems, Code::UndecodableText);
    assert_eq!(
        undecodable.iter().map(|problem| problem.count).sum::<u64>(),
        5
    );
}

#[test]
fn encodings_whose_bytes_pass_for_others_are_read_where_they_are_named() {
    let chinese = |name: &str, organization: &str| {
        format!("Model,Publication date,Organization\n{name},2023-03-01,{organization}\n")
    };
    let cases = [
        (Encoding::Gb18030, chinese("盘古", "华为")),
        (Encoding::Gb18030, chinese("㐂 Ü €", "네이버")),
        (Encoding::Big5, chinese("臺灣", "聯發科")),
        (Encoding::ShiftJis, chinese("ｶﾅ 表能ソ", "東京大学")),
        (Encoding::MacRoman, FRENCH.to_owned()),
    ];
    for (encoding, text) in cases {
        let bytes = encoded(&text, encoding);
        for lengths in [&[usize::MAX][..], &[1], &[7, 3]] {
            let found = read_in_pieces(&bytes, NAME, &forced(encoding), lengths).unwrap();
            assert_eq!(found.source.encoding, encoding.label());
            let expected = dataset_of(text.as_bytes(), NAME);
            assert_eq!(found.problems, expected.problems, "{text}");
            assert_eq!(numbers(found), numbers(expected), "{text}");
        }
    }
}

#[test]
fn a_mark_of_the_named_encoding_is_passed_over_and_any_other_is_text() {
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
        let bytes = marked(KOREAN, encoding);
        let dataset = model_census::dataset::read(&bytes, NAME, &forced(encoding)).unwrap();
        assert_eq!(
            numbers(dataset),
            numbers(dataset_of(KOREAN.as_bytes(), NAME))
        );
    }
    let bytes = marked(FRENCH, Encoding::Utf8);
    let refused = model_census::dataset::read(&bytes, NAME, &forced(Encoding::Windows1252));
    let Err(ReadError::MissingColumn { found, .. }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(found[0], "ï»¿Model");
}

#[test]
fn half_a_unit_at_the_end_of_utf16_is_reported_in_its_cell() {
    let mut bytes = marked(
        "Model,Publication date,Domain\nA,2023,Visio",
        Encoding::Utf16Le,
    );
    bytes.push(b'n');
    let dataset = dataset_of(&bytes, NAME);
    assert_eq!(texts(&dataset.models[0].domains), ["Visio\u{fffd}"]);
    assert_eq!(problems(&dataset.problems, Code::UndecodableText).len(), 1);
}

#[test]
fn a_preview_shows_the_first_rows_as_the_encoding_has_them() {
    let bytes = encoded(&format!("\n{KOREAN}"), Encoding::EucKr);
    let first = |encoding| {
        let options = Options {
            encoding,
            ..options()
        };
        let preview = preview(&bytes, &options, 2);
        assert_eq!(preview.suggested, Encoding::EucKr);
        assert_eq!(preview.encoding, encoding.unwrap_or(Encoding::EucKr));
        let [header, first] = &*preview.rows else {
            panic!("{:?}", preview.rows);
        };
        assert_eq!((&*header[0], header.len()), ("Model", 5));
        first[2].clone()
    };
    assert_eq!(first(None), "네이버");
    assert_eq!(first(Some(Encoding::EucKr)), "네이버");
    assert_eq!(first(Some(Encoding::Windows1252)), "³×À\u{cc}¹ö");
    assert_eq!(preview(b"", &options(), 5).rows, Vec::<Vec<String>>::new());
}
