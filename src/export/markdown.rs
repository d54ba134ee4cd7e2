//! A document as Markdown.

use std::fmt::Write as _;

use crate::paper::{Block, Document, Grid, Kind};

/// The document: headings, outline as nested lists, tables; figures as their
/// numbers.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut out = format!(
        "# {}\n\n{}\n",
        line(&document.title),
        line(&document.subtitle)
    );
    // The depth of a list's first line, which Markdown takes for its edge.
    let mut edge: Option<u8> = None;
    for block in &document.blocks {
        let depth = match block {
            Block::Item(item) => Some(item.mark.depth()),
            _ => None,
        };
        if depth.is_none() || edge.is_none() {
            out.push('\n');
        }
        edge = depth.map(|depth| edge.map_or(depth, |edge| edge.min(depth)));
        // Writing to a String cannot fail: the results below say nothing.
        match block {
            Block::Heading { level, text } => {
                let marks = "#".repeat(usize::from(*level) + 1);
                let _ = writeln!(out, "{marks} {}", line(text));
            }
            Block::Item(item) => {
                let depth = item.mark.depth().saturating_sub(edge.unwrap_or_default());
                let depth = "  ".repeat(depth.into());
                let _ = writeln!(out, "{depth}- {}", line(&item.text()));
            }
            Block::Grid(grid) => write_grid(&mut out, grid),
            Block::Figure(figure) => write_grid(&mut out, &figure.grid),
        }
    }
    out.push_str("\n---\n\n");
    for (name, value) in &document.about {
        let _ = writeln!(out, "- {}: {}", line(name), line(value));
    }
    out
}

/// Text that Markdown takes for nothing but text, on one line.
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '|' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

fn write_grid(out: &mut String, grid: &Grid) {
    let caption = line(&grid.caption());
    let _ = writeln!(out, "**{caption}** {}\n", line(&grid.unit));
    let headings: Vec<String> = grid.columns.iter().map(|own| line(&own.heading)).collect();
    write_line(out, &headings);
    let rules = grid.columns.iter().map(|column| {
        let rule = match column.kind {
            Kind::Label | Kind::Text => "---",
            Kind::Rank => ":---:",
            Kind::Count | Kind::Total | Kind::Share | Kind::Number => "---:",
        };
        rule.to_owned()
    });
    write_line(out, &rules.collect::<Vec<_>>());
    for row in &grid.rows {
        let cells: Vec<String> = row.iter().map(|cell| line(&cell.text)).collect();
        write_line(out, &cells);
    }
    out.push('\n');
    for note in &grid.notes {
        let _ = writeln!(out, "\\* {}  ", line(note));
    }
}

fn write_line(out: &mut String, cells: &[String]) {
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}
