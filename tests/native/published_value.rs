//! What the library gives for a published value of IS-178.

use model_census::breakdown::Table;
use model_census::census::Census;
use model_census::definition::Span;
use model_census::list::{Entry, ListId, ModelList};
use model_census::locale::{Language, flop, percent, significant};
use model_census::report::Report;

use crate::support::{keys, report_of, texts};

/// A value that IS-178 printed, and how the snapshot compared with it.
#[derive(Debug, serde::Deserialize)]
pub struct Published {
    pub id: String,
    pub table: String,
    pub row: String,
    pub column: String,
    pub published: String,
    pub computed: String,
    pub status: String,
    pub why: String,
}

/// A census, and the report computed from it.
pub struct Given {
    pub census: Census,
    pub report: Report,
}

impl Given {
    pub fn of(census: Census) -> Self {
        let report = report_of(&census);
        Self { census, report }
    }
}

/// The same value from the report; `None` where the snapshot cannot give it.
pub fn value(given: &Given, wanted: &Published) -> Option<String> {
    let report = &given.report;
    let (row, column) = (&*wanted.row, &*wanted.column);
    match &*wanted.table {
        "table1" | "infographic_table1" | "text_country" => {
            cell(report, "country", country(report, row)?, column)
        }
        "text_country2023" => cell(report, "country", country(report, row)?, "2023"),
        "table2" => focus_value(report, row, column),
        "table3" => cell(report, "domain", row, column),
        "table4" | "text_task" => task_value(report, row, column),
        "table5" => cell(report, "task-count", task_count(row)?, column),
        "text_tasknum" => task_count_of_a_year(report, row),
        "table6" | "text_org" if row.starts_with("Google") => organization(report, row, column),
        "table6" | "text_org" => {
            let key = match row {
                "Other (Research collective)" => "Research collective",
                row => row,
            };
            cell(report, "organization-category", key, column)
        }
        "table7" => top_value(report, row, column),
        "figure2" => cell(report, "year", "all", column),
        "figure3" | "text_multimodal" => cell(report, "multimodal", "Multimodal", column),
        "figure4" | "text_joint" => {
            let key = match row {
                "Single organisation" => "Single",
                row => row,
            };
            cell(report, "development", key, column)
        }
        "figure5" => organization(report, row, column),
        "text_domain" => cell(report, "domain", "Language", column),
        "text_total" => total(report, row),
        "text_korea" => korea(given, column),
        _ => None,
    }
}

/// A number of a breakdown; a row that is not there has no models.
fn cell(report: &Report, id: &str, key: &str, column: &str) -> Option<String> {
    let table = report.table(id)?;
    let Some(at) = table.rows.iter().position(|row| row.key == key) else {
        return Some("0".to_owned());
    };
    let row = &table.rows[at];
    let (column, shared) = match column.strip_suffix("_dup") {
        Some(column) => (column, true),
        None => (column, false),
    };
    let cell = match column {
        "rank" => return Some(table.ranks()[at].to_string()),
        "share" => return share(table, row.total.models),
        "total" | "count" => row.total,
        // The report names organisations in order; the fixture has the models.
        "listed_position" => row.total,
        year => *row.cells.get(year_of(table, year)?)?,
    };
    let models = if shared { cell.shared } else { cell.models };
    Some(models.to_string())
}

fn year_of(table: &Table, year: &str) -> Option<usize> {
    let year = Span::parse(year)?;
    table.columns.iter().position(|own| *own == year)
}

fn share(table: &Table, models: usize) -> Option<String> {
    let share = table.share(models)?;
    Some(percent(share).trim_end_matches('%').to_owned())
}

fn country<'a>(report: &'a Report, row: &str) -> Option<&'a str> {
    let known = &report.definition.values.country;
    known.get(row).map(|key| &**key)
}

fn organization(report: &Report, row: &str, column: &str) -> Option<String> {
    let key = match row {
        "Google (Alphabet group)" => "Google",
        row => row,
    };
    cell(report, "organization", key, column)
}

fn task_value(report: &Report, row: &str, column: &str) -> Option<String> {
    let table = report.table("task-count")?;
    let several = || table.known() - table.row("1").map_or(0, |row| row.total.models);
    match (row, column) {
        ("Models with a known task", _) => Some(table.known().to_string()),
        ("Models with more than one task", "count") => Some(several().to_string()),
        ("Models with more than one task", _) => share(table, several()),
        ("Audio Speech Recognition", _) => cell(report, "task", "Speech recognition", column),
        (row, _) => {
            let table = report.table("task")?;
            let same = |key: &str| key.eq_ignore_ascii_case(row);
            let row = table.rows.iter().find(|row| same(&row.key))?;
            cell(report, "task", &row.key, column)
        }
    }
}

fn task_count(row: &str) -> Option<&str> {
    match row.split_once(' ')? {
        (_, "or more tasks") => Some("5+"),
        (count, _) => Some(count),
    }
}

/// For example "3 or more tasks, 2022".
fn task_count_of_a_year(report: &Report, row: &str) -> Option<String> {
    let (tasks, year) = row.split_once(", ")?;
    let table = report.table("task-count")?;
    let column = year_of(table, year)?;
    let wanted: &[&str] = match tasks {
        "2 tasks" => &["2"],
        "3 or more tasks" => &["3", "4", "5+"],
        _ => return None,
    };
    let models = wanted.iter().filter_map(|key| table.row(key));
    let models: usize = models.map(|row| row.cells[column].models).sum();
    Some(models.to_string())
}

fn total(report: &Report, row: &str) -> Option<String> {
    if row.starts_with("CAGR") {
        let cagr = report.findings.growth.as_ref()?.cagr?;
        return Some(percent(cagr).trim_end_matches('%').to_owned());
    }
    Some(report.findings.rows.counted.to_string())
}

fn korea(given: &Given, column: &str) -> Option<String> {
    if column != "claim" {
        return cell(&given.report, "country", "KOR", column);
    }
    let mut korean = given.census.counted().map(|(_, _, placed)| placed);
    let holds = korean.all(|placed| {
        !keys(&placed.countries).contains(&"KOR")
            || (keys(&placed.categories) == ["Industry"] && placed.developers == 1)
    });
    Some(holds.to_string())
}

fn position<'a>(list: &'a ModelList, name: &str) -> Option<(usize, &'a Entry)> {
    let mut entries = list.entries.iter().enumerate();
    entries.find(|(_, entry)| &*entry.name == name)
}

fn focus_value(report: &Report, name: &str, column: &str) -> Option<String> {
    let (at, entry) = position(report.list(ListId::FocusCountry)?, name)?;
    Some(match column {
        "order" => (at + 1).to_string(),
        "year" => entry.published?.year.to_string(),
        "developer_en" => entry.organizations.join(", "),
        "domains" => entry.domains.join(","),
        "multimodal" => entry.multimodal.to_string(),
        _ => return None,
    })
}

/// Llama 3.1-405B was published a week after the snapshot and leads the
/// report's table: each of the others stands one place lower there.
const LARGER_AND_LATER: usize = 1;

fn top_value(report: &Report, name: &str, column: &str) -> Option<String> {
    let (at, entry) = position(report.list(ListId::TopModels)?, name)?;
    let names = |dimension: &str, keys| {
        let name = |key| report.labels.name(dimension, key, Language::Ko);
        let names: Vec<&str> = texts(keys).into_iter().map(name).collect();
        names.join(", ")
    };
    Some(match column {
        "order" => (at + 1 + LARGER_AND_LATER).to_string(),
        "domain" => names("domain", &entry.domains),
        "task" => names("task", &entry.tasks),
        "parameters" => entry.parameters.map(significant).unwrap_or_default(),
        "compute" => entry.training_compute_flop.map(flop).unwrap_or_default(),
        "datapoints" => {
            let size = entry.dataset_size_datapoints;
            size.map(significant).unwrap_or_default()
        }
        "hardware" => entry.hardware.join(", "),
        "country" => names("country", &entry.countries),
        "org" => entry.organizations.join(", "),
        "date" => entry.published?.to_string(),
        _ => return None,
    })
}
