//! Files that are no table of models are named for what they are, in a line.

use model_census::dataset::{Encoding, OtherTable, PackedError, ReadError};
use model_census::locale::{Language, problem_message, read_error};

use crate::support::{NAME, dataset, read};

/// No notice is longer.
const LONGEST: usize = 300;

#[track_caller]
fn refused(bytes: &[u8]) -> ReadError {
    let error = read(bytes, NAME).expect_err("no table of models");
    for language in Language::ALL {
        let notice = read_error(&error, language);
        assert!(notice.chars().count() <= LONGEST, "{notice}");
    }
    error
}

#[test]
fn other_formats_are_named() {
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let container = |stream: &str| [&[0xD0, 0xCF, 0x11, 0xE0, 0, 0][..], &wide(stream)].concat();
    let long = "<p>text</p>".repeat(10_000);
    let cases: [(Vec<u8>, &str); 11] = [
        (b"%PDF-1.7 \xE2\xE3".to_vec(), "PDF"),
        (b"PAR1\x15\x04".to_vec(), "Parquet"),
        (b"7z\xBC\xAF\x27\x1C\0".to_vec(), "7z"),
        (container("Workbook"), "XLS"),
        (container("HwpSummaryInformation"), "HWP"),
        (format!("<html><body><table>{long}").into_bytes(), "HTML"),
        (format!("\u{feff} \n<!DOCTYPE html>{long}").into_bytes(), "HTML"),
        (wide(&format!("\u{feff}<table>{long}")), "HTML"),
        (b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec(), "XML Spreadsheet"),
        (b"[ {\"Model\": \"A\"}]".to_vec(), "JSON"),
        (b"{\n  \"Model\": [\"A\"]}".to_vec(), "JSON"),
    ];
    for (bytes, expected) in cases {
        let ReadError::NotText { format } = refused(&bytes) else {
            panic!("{expected}");
        };
        assert_eq!(format, expected);
    }
    let protected = refused(&container("EncryptedPackage"));
    assert!(matches!(
        protected,
        ReadError::Packed(PackedError::Encrypted { .. })
    ));
}

#[test]
fn other_tables_of_epoch_are_named() {
    let cases = [
        (
            "Hardware name,Manufacturer,Type,Release date,TDP (W)\nH100,NVIDIA,GPU,2022-09-21,700\n",
            OtherTable::Hardware,
        ),
        (
            "Name,Country,Owner,H100 equivalents,Power Capacity (MW)\nColossus,USA,xAI,100000,150\n",
            OtherTable::Clusters,
        ),
        (
            "Model version,Score,Release date\ngpt-4,0.5,2023-03-14\n",
            OtherTable::Benchmarks,
        ),
        (
            "Model,id_model_version,Organization,Publication date\nGPT-4,gpt-4_low,OpenAI,2023-03-14\n",
            OtherTable::Benchmarks,
        ),
    ];
    for (csv, expected) in cases {
        assert_eq!(
            refused(csv.as_bytes()),
            ReadError::OtherTable { table: expected }
        );
    }
}

#[test]
fn no_notice_is_long_whatever_the_file_says() {
    let long = "x".repeat(5000);
    refused(format!("{long},{long},{long},{long}\n1,2,3,4\n").as_bytes());
    let csv = format!(
        "Model,Publication date,Parameters,Organization\n{long},{long},{long},{long}?{long}\n"
    );
    let dataset = dataset(&csv);
    assert!(!dataset.problems.is_empty());
    for problem in &dataset.problems {
        for language in Language::ALL {
            let notice = problem_message(problem, language);
            assert!(notice.chars().count() <= LONGEST, "{notice}");
        }
    }
}

#[test]
fn encodings_have_their_usual_names() {
    let cases = [
        ("UTF-8", Encoding::Utf8),
        ("utf8", Encoding::Utf8),
        ("utf-8-sig", Encoding::Utf8),
        ("cp949", Encoding::EucKr),
        ("MS949", Encoding::EucKr),
        ("ks_c_5601-1987", Encoding::EucKr),
        ("EUC-KR", Encoding::EucKr),
        ("Latin-1", Encoding::Windows1252),
        ("CP1252", Encoding::Windows1252),
        ("UTF-16", Encoding::Utf16Le),
        ("x-windows-949", Encoding::EucKr),
        ("GBK", Encoding::Gb18030),
        ("gb2312", Encoding::Gb18030),
        ("CP936", Encoding::Gb18030),
        ("GB18030", Encoding::Gb18030),
        ("Big5", Encoding::Big5),
        ("big5-hkscs", Encoding::Big5),
        ("Shift_JIS", Encoding::ShiftJis),
        ("SJIS", Encoding::ShiftJis),
        ("cp932", Encoding::ShiftJis),
        ("Mac Roman", Encoding::MacRoman),
        ("macintosh", Encoding::MacRoman),
    ];
    for (name, expected) in cases {
        assert_eq!(Encoding::from_label(name), Some(expected), "{name}");
    }
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::from_label(encoding.label()), Some(encoding));
    }
    assert_eq!(Encoding::from_label("klingon"), None);
}
