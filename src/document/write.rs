//! Puts a document together: the chapters, each section's sentences, its
//! figure or table.

use crate::breakdown::{BREAKDOWNS, Breakdown, Form, Shape};
use crate::chart::{self, ColourBy, Drawing, Look};
use crate::dimension::COUNTRY;
use crate::language::{Language, fill};
use crate::list::ListId;
use crate::locale;
use crate::paper::{Block, Document, Item, Mark};
use crate::prose;
use crate::report::Report;

use super::about::{About, about, credits, title};
use super::annex::Annexes;
use super::blocks::{figure, item};
use super::grid::{list_grid, table_grid};

/// The whole report, its chapters in the order of IS-178.
#[must_use]
pub fn document(report: &Report, written: &About, language: Language) -> Document {
    document_with(report, written, &Annexes::default(), language)
}

/// The same with further chapters.
#[must_use]
pub fn document_with(
    report: &Report,
    written: &About,
    annexes: &Annexes,
    language: Language,
) -> Document {
    let period = locale::period(report.findings.period, language);
    let mut draft = Draft {
        report,
        language,
        blocks: Vec::new(),
    };
    draft.summary();
    draft.method();
    draft.findings(&period);
    draft.policy();
    draft.blocks.extend(annexes.blocks(report, language));
    draft.credits();
    let as_of = locale::as_of(&report.findings.source, language);
    Document {
        language,
        title: title(report, language),
        subtitle: format!("{} ({as_of})", report.findings.source.name),
        blocks: draft.blocks,
        written: written.written.clone(),
        about: about(report, written, language),
        about_heading: language.text().more().document_about.to_owned(),
    }
}

/// The section of a breakdown or a list by its id, under its heading, or the
/// `summary`; nothing where there is no such section.
#[must_use]
pub fn section(report: &Report, id: &str, language: Language) -> Vec<Block> {
    let mut draft = Draft {
        report,
        language,
        blocks: Vec::new(),
    };
    if id == "summary" {
        draft.items(prose::summary(report, language));
    }
    if let Some(breakdown) = BREAKDOWNS.iter().find(|own| own.id == id) {
        draft.section(breakdown);
    }
    if let Some(list) = ListId::ALL.into_iter().find(|own| own.id() == id) {
        draft.list(3, list, None);
    }
    draft.blocks
}

struct Draft<'a> {
    report: &'a Report,
    language: Language,
    blocks: Vec<Block>,
}

impl Draft<'_> {
    fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading {
            level,
            text: text.into(),
        });
    }

    fn items(&mut self, items: Vec<Item>) {
        self.blocks.extend(items.into_iter().map(Block::Item));
    }

    fn summary(&mut self) {
        self.heading(1, self.language.text().more().chapter_summary);
        self.items(prose::summary(self.report, self.language));
        let each = locale::each(self.report.findings.period, self.language);
        let rule = fill(self.language.text().more().claims_rule, &[("each", &each)]);
        self.blocks.push(remark(&rule));
    }

    fn method(&mut self) {
        let title = self.language.text().more().chapter_method;
        self.heading(1, format!("I. {title}"));
        self.items(prose::method(self.report, self.language));
    }

    fn findings(&mut self, period: &str) {
        let text = self.language.text();
        self.heading(1, format!("II. {}", text.more().chapter_findings));
        let own = fill(text.more().chapter_period, &[("period", period)]);
        self.heading(2, format!("1. {own}"));
        for breakdown in BREAKDOWNS {
            self.section(breakdown);
            if breakdown.id == "country" {
                self.list(3, ListId::FocusCountry, None);
            }
        }
        self.list(2, ListId::TopModels, Some(2));
        self.list(3, ListId::TrainingCompute, None);
    }

    fn section(&mut self, breakdown: &Breakdown) {
        let (report, language) = (self.report, self.language);
        self.heading(3, report.title(breakdown, language));
        let Some(table) = report.table(breakdown.id) else {
            return self.missing(report.missing(breakdown));
        };
        let items = prose::section(report, breakdown.id, language);
        let is_silent = items.is_empty();
        self.items(items);
        if table.known() == 0 {
            // A heading alone leaves open whether something went wrong.
            if is_silent {
                self.blocks
                    .push(remark(language.text().more().no_such_models));
            }
            return;
        }
        let grid = table_grid(report, breakdown, table, Shape::default(), language);
        self.blocks.push(match breakdown.form {
            Form::Table(_) => Block::Grid(grid),
            Form::Figure(_) => Block::Figure(figure(
                grid,
                drawing(report, breakdown.id, language),
                language,
            )),
        });
    }

    fn list(&mut self, level: u8, list: ListId, number: Option<u8>) {
        let (report, language) = (self.report, self.language);
        let title = report.list_title(list, language);
        self.heading(
            level,
            number.map_or(title.clone(), |number| format!("{number}. {title}")),
        );
        let Some(grid) = list_grid(report, list, language) else {
            return self.missing(report.missing_list(list));
        };
        let items = prose::section(report, list.id(), language);
        let is_silent = items.is_empty();
        self.items(items);
        if report.list(list).is_none_or(|list| list.count == 0) {
            let country = COUNTRY.missing(&report.findings.columns, &report.definition);
            match country.filter(|_| list == ListId::FocusCountry) {
                _ if !is_silent => {}
                None => self
                    .blocks
                    .push(remark(language.text().more().no_such_models)),
                missing => self.missing(missing),
            }
            return;
        }
        self.blocks.push(match list.form() {
            Form::Table(_) => Block::Grid(grid),
            Form::Figure(_) => {
                Block::Figure(figure(grid, drawing(report, list.id(), language), language))
            }
        });
    }

    fn missing(&mut self, missing: Option<&[crate::dataset::Field]>) {
        let missing = missing.unwrap_or_default();
        let sentence = locale::missing_columns(missing, self.language);
        self.blocks.push(remark(&sentence));
    }

    /// The facts, and what the author makes of them.
    fn policy(&mut self) {
        let (report, language) = (self.report, self.language);
        let text = language.text();
        self.heading(1, format!("III. {}", text.chapter_policy));
        let focus = &report.definition.focus_country;
        let country = report.labels.name("country", focus, language);
        self.heading(2, fill(text.more().chapter_facts, &[("country", country)]));
        let facts = prose::policy_facts(report, language);
        if facts.is_empty() {
            match COUNTRY.missing(&report.findings.columns, &report.definition) {
                None => self.blocks.push(remark(text.more().no_such_models)),
                missing => self.missing(missing),
            }
        }
        self.items(facts);
        self.heading(2, text.more().chapter_author);
        let own = report.definition.implications.get(language);
        let paragraphs = own.lines().map(str::trim).filter(|line| !line.is_empty());
        let paragraphs: Vec<Block> = paragraphs.map(authored).collect();
        if paragraphs.is_empty() {
            self.blocks.push(remark(text.more().author_missing));
        }
        self.blocks.extend(paragraphs);
    }

    fn credits(&mut self) {
        let text = self.language.text();
        self.heading(1, text.more().chapter_credits);
        for (name, credit) in credits(text) {
            let line = format!("{name}: {credit}");
            self.blocks.push(item(Mark::Dash, &line));
        }
    }
}

/// An author's line keeps the mark that it begins with.
fn authored(line: &str) -> Block {
    let marks = [Mark::Square, Mark::Circle, Mark::Dash, Mark::Star];
    let marked = marks.into_iter().find_map(|mark| {
        let rest = line.strip_prefix(mark.symbol())?;
        Some((mark, rest.trim_start()))
    });
    let (mark, text) = marked.unwrap_or((Mark::Circle, line));
    item(mark, text)
}

fn remark(text: &str) -> Block {
    item(Mark::Star, text)
}

/// The chart of a breakdown or list by its id, as it looks on paper.
#[must_use]
pub fn drawing(report: &Report, id: &str, language: Language) -> Option<Drawing> {
    let look = Look {
        language,
        ..Look::default()
    };
    let list = ListId::ALL.into_iter().find(|list| list.id() == id);
    if let Some(list) = list {
        return Some(chart::list(report, list, ColourBy::default(), look));
    }
    let breakdown = BREAKDOWNS.iter().find(|breakdown| breakdown.id == id)?;
    let table = report.table(id)?;
    let shape = Shape::default();
    Some(chart::breakdown(report, breakdown, table, shape, look))
}
