//! What the library gives for a published value of IS-178.

use model_census::breakdown::Table;
use model_census::list::{Entry, ListId};
use model_census::locale::{Language, flop, percent, significant};
use model_census::report::Report;

use crate::support::keys;

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

/// The same value from the report; `None` where the snapshot cannot give it.
pub fn value(report: &Report, wanted: &Published) -> Option<String> {
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
        "text_korea" => korea(report, column),
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
        "share" => return share(table, row.total.count()),
        "total" | "count" => &row.total,
        // The report names organisations in order; the fixture has the models.
        "listed_position" => &row.total,
        year => row.cells.get(year_of(table, year)?)?,
    };
    let models = if shared { &cell.shared } else { &cell.models };
    Some(models.len().to_string())
}

fn year_of(table: &Table, year: &str) -> Option<usize> {
    let year: i16 = year.parse().ok()?;
    table.years.iter().position(|own| *own == year)
}

fn share(table: &Table, models: usize) -> Option<String> {
    let share = table.share(models)?;
    Some(percent(share).trim_end_matches('%').to_owned())
}

fn country<'a>(report: &'a Report, row: &str) -> Option<&'a str> {
    let known = &report.census.definition.values.country;
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
    let several = || table.known() - table.row("1").map_or(0, |row| row.total.count());
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
    let models: usize = models.map(|row| row.cells[column].count()).sum();
    Some(models.to_string())
}

fn total(report: &Report, row: &str) -> Option<String> {
    if row.starts_with("CAGR") {
        let cagr = report.growth.as_ref()?.cagr?;
        return Some(percent(cagr).trim_end_matches('%').to_owned());
    }
    Some(report.census.rows.counted.to_string())
}

fn korea(report: &Report, column: &str) -> Option<String> {
    if column != "claim" {
        return cell(report, "country", "KOR", column);
    }
    let models = ListId::FocusCountry.entries(&report.census);
    let holds = models.iter().all(|entry| {
        keys(&entry.placed.categories) == ["Industry"] && entry.placed.developers == 1
    });
    Some(holds.to_string())
}

fn position<'a>(entries: &[Entry<'a>], name: &str) -> Option<(usize, Entry<'a>)> {
    let at = entries.iter().position(|entry| &*entry.model.name == name);
    at.map(|at| (at, entries[at]))
}

fn focus_value(report: &Report, name: &str, column: &str) -> Option<String> {
    let entries = ListId::FocusCountry.entries(&report.census);
    let (at, entry) = position(&entries, name)?;
    Some(match column {
        "order" => (at + 1).to_string(),
        "year" => entry.placed.year?.to_string(),
        "developer_en" => entry.model.organizations.join(", "),
        "domains" => keys(&entry.placed.domains).join(","),
        "multimodal" => entry.placed.multimodal.to_string(),
        _ => return None,
    })
}

/// Llama 3.1-405B was published a week after the snapshot and leads the
/// report's table: each of the others stands one place lower there.
const LARGER_AND_LATER: usize = 1;

fn top_value(report: &Report, name: &str, column: &str) -> Option<String> {
    let entries = ListId::TopModels.entries(&report.census);
    let (at, entry) = position(&entries, name)?;
    let model = entry.model;
    let names = |dimension: &str, values| {
        let name = |key| report.labels.name(dimension, key, Language::Ko);
        let names: Vec<&str> = keys(values).into_iter().map(name).collect();
        names.join(", ")
    };
    Some(match column {
        "order" => (at + 1 + LARGER_AND_LATER).to_string(),
        "domain" => names("domain", &entry.placed.domains),
        "task" => names("task", &entry.placed.tasks),
        "parameters" => model.parameters.map(significant).unwrap_or_default(),
        "compute" => model.training_compute_flop.map(flop).unwrap_or_default(),
        "datapoints" => {
            let size = model.dataset_size_datapoints;
            size.map(significant).unwrap_or_default()
        }
        "hardware" => model.hardware.join(", "),
        "country" => names("country", &entry.placed.countries),
        "org" => model.organizations.join(", "),
        "date" => model.published?.to_string(),
        _ => return None,
    })
}
