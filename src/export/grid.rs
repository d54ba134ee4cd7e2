//! One table: for the clipboard, for spreadsheets, and inside a web page.

use std::fmt::Write as _;

use crate::paper::{Cell, Column, Grid, Kind};

use super::csv::guard;

/// Text inside HTML, attributes too.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Neither HTML nor XML allows other control characters.
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => out.push(c),
        }
    }
    out
}

const BORDER: &str = "border:1px solid #999;padding:2px 6px";

/// The table as HTML that Hangul, Word and spreadsheets paste as a table: its
/// look is in the cells, since what stands in a style sheet is not pasted.
#[must_use]
pub fn grid_clipboard_html(grid: &Grid) -> String {
    let mut out = String::from("<meta charset=\"utf-8\">");
    let caption = escape(&grid.caption());
    // Writing to a String cannot fail: the results below say nothing.
    let _ = write!(out, "<p><b>{caption}</b></p>");
    if !grid.unit.is_empty() {
        let _ = write!(out, "<p align=\"right\">{}</p>", escape(&grid.unit));
    }
    out.push_str("<table style=\"border-collapse:collapse\">");
    write_head(&mut out, grid, true);
    write_body(&mut out, grid, true);
    out.push_str("</table>");
    for note in &grid.notes {
        let _ = write!(out, "<p><small>* {}</small></p>", escape(note));
    }
    out
}

/// The table for a page that has a style sheet, with caption and notes.
#[must_use]
pub(super) fn grid_html(grid: &Grid) -> String {
    let mut out = String::new();
    let caption = escape(&grid.caption());
    let unit = escape(&grid.unit);
    let _ = write!(
        out,
        "<table>\n<caption>{caption}<span class=\"unit\">{unit}</span></caption>\n"
    );
    write_head(&mut out, grid, false);
    write_body(&mut out, grid, false);
    out.push_str("</table>\n");
    out
}

/// What stands in a cell. What is pasted may be taken for a formula as well as
/// what is opened.
fn inside(text: &str, plain: bool) -> String {
    if plain {
        escape(&guard(text))
    } else {
        escape(text)
    }
}

fn style(kind: Kind, plain: bool, head: bool) -> String {
    let class = match kind {
        Kind::Label | Kind::Text => "words",
        Kind::Rank => "rank",
        Kind::Count | Kind::Total | Kind::Share | Kind::Number => "number",
    };
    if !plain {
        return format!(" class=\"{class}\"");
    }
    let align = match class {
        _ if head => "center",
        "words" => "left",
        "rank" => "center",
        _ => "right",
    };
    let ground = if head {
        ";background:#eeeeee;font-weight:bold"
    } else {
        ""
    };
    format!(" style=\"{BORDER};text-align:{align}{ground}\"")
}

fn write_head(out: &mut String, grid: &Grid, plain: bool) {
    let grouped = grid.has_groups();
    out.push_str("<thead>\n<tr>");
    let mut columns = grid.columns.iter().peekable();
    while let Some(column) = columns.next() {
        let style = style(column.kind, plain, true);
        match &column.group {
            Some(group) => {
                let mut span = 1;
                while columns
                    .next_if(|next| next.group.as_ref() == Some(group))
                    .is_some()
                {
                    span += 1;
                }
                let group = inside(group, plain);
                let _ = write!(
                    out,
                    "<th colspan=\"{span}\" scope=\"colgroup\"{style}>{group}</th>"
                );
            }
            None => {
                let rows = if grouped { " rowspan=\"2\"" } else { "" };
                let heading = inside(&column.heading, plain);
                let _ = write!(out, "<th{rows} scope=\"col\"{style}>{heading}</th>");
            }
        }
    }
    out.push_str("</tr>\n");
    if grouped {
        out.push_str("<tr>");
        for column in grid.columns.iter().filter(|column| column.group.is_some()) {
            let style = style(column.kind, plain, true);
            let heading = inside(&column.heading, plain);
            let _ = write!(out, "<th scope=\"col\"{style}>{heading}</th>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</thead>\n");
}

fn write_body(out: &mut String, grid: &Grid, plain: bool) {
    out.push_str("<tbody>\n");
    for row in &grid.rows {
        out.push_str("<tr>");
        for (cell, column) in row.iter().zip(&grid.columns) {
            let style = style(column.kind, plain, false);
            let text = inside(&cell.text, plain);
            let _ = match column.kind {
                Kind::Label => write!(out, "<th scope=\"row\"{style}>{text}</th>"),
                _ => write!(out, "<td{style}>{text}</td>"),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n");
}

/// Headings as one line: a group's stands before its columns' own.
fn headings(grid: &Grid) -> Vec<String> {
    let heading = |column: &Column| match &column.group {
        Some(group) => format!("{group} {}", column.heading),
        None => column.heading.clone(),
    };
    grid.columns.iter().map(heading).collect()
}

/// The table as lines of cells parted by tabs, to be pasted: guarded against
/// formulas.
#[must_use]
pub fn grid_text(grid: &Grid) -> String {
    let clean = |cell: &str| guard(&cell.replace(['\t', '\n', '\r'], " "));
    let line = |cells: Vec<&str>| {
        let cells: Vec<String> = cells.into_iter().map(clean).collect();
        cells.join("\t") + "\n"
    };
    let headings = headings(grid);
    let mut out = line(headings.iter().map(|heading| &**heading).collect());
    for row in &grid.rows {
        out += &line(row.iter().map(|cell| &*cell.text).collect());
    }
    out
}

/// The table as CSV for programs, headings and rows alone.
#[must_use]
pub fn grid_rows_csv(grid: &Grid) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let rows = grid.rows.iter().map(|row| row.iter().map(plain).collect());
    for line in std::iter::once(headings(grid)).chain(rows) {
        // Writing to memory cannot fail.
        let _infallible = writer.write_record(line.iter().map(|cell| guard(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A number as programs read it.
fn plain(cell: &Cell) -> String {
    cell.text.replace('−', "-")
}

/// The table as CSV that spreadsheets open: a byte order mark, lines that end
/// as Windows has them, cells guarded against formulas; what it is on top,
/// notes and source below. A number stands as a number.
#[must_use]
pub fn grid_csv(grid: &Grid, about: &[(String, String)]) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .flexible(true)
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut write = |cells: Vec<String>| {
        let cells = cells.iter().map(|cell| guard(cell));
        // Writing to memory cannot fail.
        let _infallible = writer.write_record(cells);
    };
    write(vec![grid.caption(), grid.unit.clone()]);
    write(headings(grid));
    for row in &grid.rows {
        write(row.iter().map(plain).collect());
    }
    for note in &grid.notes {
        write(vec![format!("* {note}")]);
    }
    for (name, value) in about {
        write(vec![name.clone(), value.clone()]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
