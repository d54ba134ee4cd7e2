//! Values that mean harm, through every text that is made of them: markup,
//! formulas, characters that turn or hide others.

use model_census::breakdown::Shape;
use model_census::document::{About, document, list_grid, table_grid};
use model_census::engine::{Engine, View};
use model_census::evidence::{Meant, evidence};
use model_census::export::{
    csv, datapackage, evidence_csv, evidence_rows, grid_clipboard_html, grid_csv, grid_text, html,
    infographic, infographic_charts, json, markdown, models_csv, models_jsonl, problems_csv,
    problems_text, readme,
};
use model_census::list::ListId;
use model_census::locale::Language;
use model_census::report::Report;

use crate::support::{LABELS, census_of, countries, dataset_of, definition, read, report_of};

/// What a name, developer, task or country may be.
pub const VALUES: [&str; 17] = [
    "<img src=x onerror=\"window.harmed=1\">",
    "</script><script>window.harmed=1</script>",
    "</td></table><iframe src=javascript:parent.harmed=1>",
    "]]></text><script xmlns='http://www.w3.org/2000/svg'>harmed=1</script>",
    "javascript:window.harmed=1",
    "[link](javascript:window.harmed=1) ![x](http://harm.example/x.png)",
    "=HYPERLINK(\"http://harm.example\",\"x\")",
    "+SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "＝1+1",
    "\t=1+1",
    "\r\n=1+1",
    "safe\u{202e}gpj.exe\u{202d}\u{2066}x",
    "hid\u{200b}den\u{2063}\u{200e}\u{ad}",
    "bell\u{7}escape\u{1b}[31m\u{85}",
    "{period} {n} ${x} %s `x` | * _ # \\ &amp;",
];

/// An export in which they stand in every column, often enough to be counted
/// in every table.
pub fn export() -> Vec<u8> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut out = String::from(
        "Model,Publication date,Organization,Country (of organization),Organization categorization,Domain,Task,\
         Training compute (FLOP),Training hardware,Confidence,Model accessibility\n",
    );
    for year in 2020..=2023 {
        for (at, value) in VALUES.iter().enumerate() {
            let name = quoted(&format!("{value} {year}"));
            let own = quoted(value);
            let compute = format!("{}.{}e24", 1 + at % 9, year - 2020);
            out += &format!(
                "{name},{year}-05-{:02},{own},{own},{own},{own},{own},{compute},{own},{own},{own}\n",
                1 + at
            );
        }
        // Known values too, or nothing would be counted beside them.
        out += &format!(
            "Known {year},{year}-01-01,NAVER,Korea (Republic of),Industry,Language,Chat,5e24,,Likely,Open\n"
        );
    }
    out.into_bytes()
}

/// Characters that show as nothing and change how others show, or end a text.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

#[track_caller]
fn assert_no_formula(name: &str, cell: &str) {
    let rest = cell.strip_prefix(['+', '-']).unwrap_or("=");
    let is_number = rest
        .chars()
        .all(|c| c.is_ascii_digit() || ".,%".contains(c));
    let starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
    assert!(is_number || !cell.starts_with(starts), "{name}: {cell:?}");
}

#[track_caller]
fn assert_no_markup(name: &str, text: &str) {
    for harm in ["<script", "<img src=x", "<iframe", "</td></table>", "]]>"] {
        assert!(!text.contains(harm), "{name}: {harm}");
    }
    for harm in ["href=\"javascript", "src=\"javascript"] {
        assert!(!text.contains(harm), "{name}: {harm}");
    }
}

/// Every text that can be made of the report, by name.
fn texts(language: Language) -> Vec<(String, String)> {
    let bytes = export();
    let dataset = dataset_of(&bytes, "harm-2024-01-01.csv");
    let about = About {
        written: "2026-11-24".to_owned(),
    };
    let (models, lines) = (models_csv(&dataset, &about), models_jsonl(&dataset, &about));
    let census = census_of(dataset, |_| {});
    let report: Report = report_of(&census);
    let said = model_census::document::about(&report, &about, language);
    let document = document(&report, &about, language);
    let all = evidence(&census, &Meant::all());
    assert_eq!(all.count, 4 * (VALUES.len() + 1), "all of them are counted");
    let rows = evidence_rows(&all, &report.labels, language);
    let grid = model_census::document::Grid::of_texts("=title".to_owned(), rows);
    let charts = infographic_charts(&report, language);
    let charts: Vec<(&str, String)> = charts.iter().map(|own| (own.id, String::new())).collect();
    let mut texts = vec![
        ("models.csv", models),
        ("models.jsonl", lines),
        ("tables.csv", csv(&report)),
        ("breakdowns.json", json(&report)),
        ("report.md", markdown(&document)),
        ("report.html", html(&document, &[])),
        ("problems.csv", problems_csv(&report, &said, language)),
        ("problems.tsv", problems_text(&report, language)),
        (
            "evidence.csv",
            evidence_csv(&report, &all, "=title", &said, language),
        ),
        ("clipboard.html", grid_clipboard_html(&grid)),
        ("clipboard.tsv", grid_text(&grid)),
        (
            "infographic.svg",
            infographic(&report, &charts, &about, language).svg,
        ),
        ("README.md", readme(&report, &document, &[])),
        ("datapackage.json", datapackage(&report, &document, &[])),
    ]
    .into_iter()
    .map(|(name, text)| (name.to_owned(), text))
    .collect::<Vec<_>>();
    let tables = report.tables().filter_map(|(breakdown, table)| {
        Some(table_grid(
            &report,
            breakdown,
            table?,
            Shape::default(),
            language,
        ))
    });
    let lists = ListId::ALL
        .into_iter()
        .filter_map(|list| list_grid(&report, list, language));
    for (at, grid) in tables.chain(lists).enumerate() {
        texts.push((format!("{at}.csv"), grid_csv(&grid, &document.about)));
        texts.push((format!("{at}.tsv"), grid_text(&grid)));
        texts.push((format!("{at}.html"), grid_clipboard_html(&grid)));
    }
    texts
}

#[test]
fn no_text_hides_or_turns_what_it_says() {
    for language in Language::ALL {
        for (name, text) in texts(language) {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            let hidden: Vec<char> = text.chars().filter(|c| is_hidden(*c)).collect();
            assert!(hidden.is_empty(), "{name}: {hidden:?}");
        }
    }
}

#[test]
fn nothing_that_a_spreadsheet_opens_is_a_formula() {
    for language in Language::ALL {
        let mut cells = 0;
        for (name, text) in texts(language) {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            let separator = match name.rsplit_once('.') {
                Some((_, "csv")) => b',',
                Some((_, "tsv")) => b'\t',
                _ => continue,
            };
            let mut reader = ::csv::ReaderBuilder::new()
                .delimiter(separator)
                .quoting(separator == b',')
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            for record in reader.records() {
                for cell in record.unwrap().iter() {
                    assert_no_formula(&name, cell);
                    cells += 1;
                }
            }
        }
        assert!(cells > 3_000, "{cells}");
    }
}

/// Pasted cells are evaluated too.
#[test]
fn nothing_that_is_pasted_as_a_table_is_a_formula() {
    for (name, text) in texts(Language::Ko) {
        if name.ends_with(".html") && name != "report.html" {
            let cells = text.split("<td").chain(text.split("<th ")).skip(1);
            let cells = cells.filter_map(|rest| {
                let (_, cell) = rest.split_once('>')?;
                cell.split_once("</t").map(|(text, _)| text)
            });
            for cell in cells.filter(|cell| !cell.contains('\n')) {
                assert_no_formula(&name, cell);
            }
        }
    }
}

#[test]
fn markup_stays_text() {
    for language in Language::ALL {
        for (name, text) in texts(language) {
            match name.rsplit_once('.') {
                Some((_, "html" | "svg")) => assert_no_markup(&name, &text),
                Some((_, "md")) => {
                    // What Markdown escapes it takes for a letter.
                    let escaped = ["\\\\", "\\<", "\\[", "\\]"];
                    let read = escaped
                        .iter()
                        .fold(text.clone(), |text, escaped| text.replace(escaped, ""));
                    assert_no_markup(&name, &read);
                    assert!(!read.contains("](javascript"), "{name}");
                    assert!(!read.contains("![x]"), "{name}");
                }
                Some((_, "json")) => {
                    serde_json::from_str::<serde_json::Value>(&text).unwrap();
                }
                Some((_, "jsonl")) => {
                    for line in text.lines() {
                        serde_json::from_str::<serde_json::Value>(line).unwrap();
                    }
                }
                _ => {}
            }
        }
    }
}

/// The values are there: what is harmless is not what is left out.
#[test]
fn what_means_harm_is_still_said() {
    for (name, text) in texts(Language::En) {
        let said = match &*name {
            "models.csv" | "evidence.csv" => ["'=HYPERLINK", "<img src=x onerror"],
            "models.jsonl" => ["=HYPERLINK", "<img src=x onerror"],
            "clipboard.html" => ["&#39;=HYPERLINK", "&lt;img src=x onerror"],
            _ => continue,
        };
        for part in said {
            assert!(text.contains(part), "{name}: {part}");
        }
    }
}

/// A zero makes a file no text; in UTF-16 it is a letter like others.
#[test]
fn a_zero_is_refused_or_left_out() {
    let csv = "Model,Publication date\nA\u{0}B,2022-01-01\n";
    assert!(read(csv.as_bytes(), "zero.csv").is_err());
    let units = "\u{feff}".encode_utf16().chain(csv.encode_utf16());
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    let dataset = dataset_of(&bytes, "zero.csv");
    assert_eq!(&*dataset.models[0].name, "A B");
}

#[test]
fn a_half_of_a_letter_of_utf_16_is_replaced() {
    let mut units: Vec<u16> = "\u{feff}Model,Publication date\nA".encode_utf16().collect();
    units.push(0xd800);
    units.extend("B,2022-01-01\nC,2022-01-02\n".encode_utf16());
    units.insert(units.len() - 1, 0xdc00);
    let bytes: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let dataset = dataset_of(&bytes, "halves.csv");
    assert_eq!(dataset.models.len(), 2);
    assert!(dataset.models[0].name.contains('\u{fffd}'));
}

/// A name as long as a book does not make the rest unreadable.
#[test]
fn a_very_long_name_is_kept_and_counted() {
    let name = "가".repeat(200_000);
    let csv = format!("Model,Publication date,Organization\n{name},2022-01-01,{name}\n");
    let mut engine = Engine::new(
        definition().into(),
        model_census::locale::Labels::parse(LABELS).unwrap(),
    );
    engine.know(countries());
    engine.keep(dataset_of(csv.as_bytes(), "long.csv"));
    engine.look(View::default());
    let report = engine.report().unwrap();
    assert_eq!(report.findings.rows.counted, 1);
    let about = About::default();
    assert!(markdown(&document(&report, &about, Language::Ko)).len() > 1000);
}
