//! A report of the bundled snapshot, as a document and as a workbook.

use std::io::{Cursor, Read as _, Write as _};
use std::sync::Arc;

use model_census::census::Census;
use model_census::dataset::{Options, native_decoders};
use model_census::definition::{Countries, Definition, Period};
use model_census::document::{
    About, Annexes, Block, Cell, Column, Document, Grid, Item, Kind, Mark, Picture, Run, Workbook,
    document, verification_grid, workbook as workbook_of,
};
use model_census::evidence::counted;
use model_census::export;
use model_census::locale::{Labels, Language};
use model_census::report::Report;
use model_census::verification::{Published, verify};
use model_census_office::{docx, hwpx, xlsx};

const SNAPSHOT: &[u8] = include_bytes!("../../../public/data/large-scale-models-2024-07-16.csv");

/// What no file may take for anything but text.
pub const HOSTILE: &str = "=1+1 <script>&\"'\u{0}\u{b}\u{202e}";
/// The same without what XML forbids.
pub const HARMLESS: &str = "=1+1 <script>&\"'\u{202e}";

const NEWER: &[u8] = include_bytes!("../../../public/data/large-scale-models-2026-02-16.csv");

/// The report as it was published.
pub fn report() -> Report {
    report_of(SNAPSHOT, "large-scale-models-2024-07-16.csv", "2020-2023")
}

/// One of the newer snapshot and another period.
pub fn newer(period: &str) -> Report {
    report_of(NEWER, "large-scale-models-2026-02-16.csv", period)
}

pub fn written() -> About {
    About {
        written: "2026-11-24".to_owned(),
    }
}

fn census_of(bytes: &[u8], name: &str, period: &str) -> Census {
    let definition = include_str!("../../../public/definitions/is-178.json");
    let options = Options::new(native_decoders);
    let dataset = model_census::dataset::read(bytes, name, &options).unwrap();
    Census::take_over(
        Arc::new(dataset),
        Arc::new(Definition::parse(definition).unwrap()),
        &Countries::default(),
        Period::parse(period).unwrap(),
    )
}

fn labels() -> Arc<Labels> {
    let labels = include_str!("../../../public/data/labels.json");
    Arc::new(Labels::parse(labels).unwrap())
}

fn report_of(bytes: &[u8], name: &str, period: &str) -> Report {
    Report::compute(&census_of(bytes, name, period), labels())
}

pub fn real(language: Language) -> Document {
    document(&report(), &written(), language)
}

/// The document with a hostile heading, sentence and table in it.
pub fn hostile() -> Document {
    let mut document = real(Language::Ko);
    let cells = ["a", HOSTILE].map(Cell::words).to_vec();
    let column = |heading: &str| Column {
        heading: heading.to_owned(),
        group: None,
        kind: Kind::Text,
    };
    let run = Run {
        text: HOSTILE.to_owned(),
        meant: None,
    };
    document.blocks = vec![
        Block::Heading {
            level: 1,
            text: HOSTILE.to_owned(),
        },
        Block::Item(Item {
            mark: Mark::Circle,
            runs: vec![run],
        }),
        Block::Grid(Grid {
            title: HOSTILE.to_owned(),
            columns: vec![column("a"), column(HOSTILE)],
            rows: vec![cells],
            notes: vec![HOSTILE.to_owned()],
            ..Grid::default()
        }),
    ];
    document
}

pub fn grids(document: &Document) -> Vec<&Grid> {
    let grids = document.blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        Block::Figure(figure) => Some(&figure.grid),
        _ => None,
    });
    grids.collect()
}

/// All that the page puts into one.
pub fn workbook(language: Language) -> Workbook {
    let name = "large-scale-models-2024-07-16.csv";
    workbook_with_all(&census_of(SNAPSHOT, name, "2020-2023"), language)
}

fn workbook_with_all(census: &Census, language: Language) -> Workbook {
    let found = verify(census, &labels(), &published());
    let all = counted(census);
    let report = Report::compute(census, labels());
    workbook_of(
        &report,
        &written(),
        Some(&found),
        Some(&all),
        &Annexes::default(),
        language,
    )
}

fn published() -> Published {
    let published = include_str!("../../../public/published/is-178.json");
    Published::parse(published).unwrap()
}

/// The files of a package of all that is handed out, of one of the bundled
/// snapshots by its day.
pub fn whole(day: &str, language: Language) -> Vec<(String, Vec<u8>)> {
    let (bytes, period) = match day {
        "2024-07-16" => (SNAPSHOT, "2020-2023"),
        _ => (NEWER, "2020-2025"),
    };
    let census = census_of(bytes, &format!("large-scale-models-{day}.csv"), period);
    let report = Report::compute(&census, labels());
    let document = document(&report, &written(), language);
    let found = verify(&census, &labels(), &published());
    let verification = verification_grid(&report, &found, None, language);
    let workbook = workbook_with_all(&census, language);
    let chart = "<svg width=\"600\" height=\"300\"></svg>";
    let texts = [
        ("report.html", export::html(&document, &[])),
        ("report.md", export::markdown(&document)),
        ("breakdowns.json", export::json_written(&report, &written())),
        ("tables.csv", export::csv(&report)),
        (
            "models.csv",
            export::models_csv(&census.dataset, &written()),
        ),
        (
            "models.jsonl",
            export::models_jsonl(&census.dataset, &written()),
        ),
        ("definition.json", census.definition.to_json()),
        (
            "diagnostics.csv",
            export::problems_csv(&report, &[], language),
        ),
        ("verification.csv", export::grid_rows_csv(&verification)),
        (
            "figures/year.svg",
            export::framed(chart, 600, 300, "", &[]).svg,
        ),
    ];
    let mut files = vec![
        ("report.docx".to_owned(), docx(&document, &[]).unwrap()),
        ("report.hwpx".to_owned(), hwpx(&document, &[]).unwrap()),
        ("tables.xlsx".to_owned(), xlsx(&workbook).unwrap()),
    ];
    let texts = texts.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    files.extend(texts);
    let readme = export::readme(&report, &document, &files).into_bytes();
    files.insert(0, ("README.md".to_owned(), readme));
    let described = export::datapackage(&report, &document, &files).into_bytes();
    files.insert(1, ("datapackage.json".to_owned(), described));
    files
}

/// A picture of one colour for each figure of a document.
pub fn pictures(document: &Document) -> Vec<Picture> {
    let figures = document.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure.id.clone()),
        _ => None,
    });
    let of = |figure| Picture {
        figure,
        png: png(600, 200),
        width: 600,
        height: 200,
    };
    figures.map(of).collect()
}

/// A PNG file of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let row = [&[0_u8][..], &[70, 130, 180].repeat(width as usize)].concat();
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    zlib.write_all(&row.repeat(height as usize)).unwrap();
    for (kind, data) in [
        (b"IHDR", header),
        (b"IDAT", zlib.finish().unwrap()),
        (b"IEND", Vec::new()),
    ] {
        out.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let body = [&kind[..], &data].concat();
        let mut crc = flate2::Crc::new();
        crc.update(&body);
        out.extend(body);
        out.extend(crc.sum().to_be_bytes());
    }
    out
}

/// A file of an archive, as text.
pub fn part(bytes: &[u8], path: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name(path).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

/// Writes a file where someone wants to look at it: `PROOF=folder`.
pub fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("PROOF") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}
