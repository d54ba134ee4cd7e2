//! A report as HWPX (KS X 6101).
//!
//! Long because one walk over the document writes all its parts.

mod package;
mod styles;

use hwpforge_core::PageSettings;
use hwpforge_core::document::Document as Hwpx;
use hwpforge_core::image::{Image, ImageFormat, ImageStore};
use hwpforge_core::metadata::Metadata;
use hwpforge_core::paragraph::Paragraph;
use hwpforge_core::run::Run;
use hwpforge_core::section::{PageNumber, Section};
use hwpforge_core::table::{Table, TableCell, TablePageBreak, TableRow};
use hwpforge_foundation::HwpUnit;
use hwpforge_smithy_hwpx::{EncodeOptions, HwpxEncoder};
use model_census::language::Language;
use model_census::paper::{Below, Block, Column, Document, Figure, Grid, Item, Kind, Picture};

use crate::NotWritten;
use crate::archive::Part;
use crate::columns::{Room, WHOLE, fit, unbroken};
use crate::turns::{picture_of, turns};
use crate::xml::{allowed, one_line};
use styles::{Align, GREY, Keep, Look, Styles};

/// The width between the margins of an A4 page, in hundredths of a point.
const TEXT_WIDTH: i32 = 48_190;

/// The height between the margins, headers and footers of a page that stands,
/// and of one that lies on its side.
const TEXT_HEIGHT: i32 = 67_180;
const TURNED_HEIGHT: i32 = 42_520;

/// What a table may take.
const ROOM: Room = Room {
    upright: 48_190,
    turned: 72_850,
    point: 100,
};

/// The letters of names and values, in half points.
const SIZE: usize = 18;

/// Headings, sentences, tables and pictures as Hangul has them; a figure
/// without a picture shows its numbers.
///
/// # Errors
/// What could not be written, or would have been lost.
pub fn hwpx(document: &Document, pictures: &[Picture]) -> Result<Vec<u8>, NotWritten> {
    let mut writer = Writer {
        styles: Styles::new()?,
        images: Vec::new(),
        pictures,
        language: document.language,
        out: Vec::new(),
        sections: Vec::new(),
        turned: false,
    };
    writer.line(&document.title, Look::Title, Align::Centre, Keep::WithNext);
    writer.line(&document.subtitle, Look::Small, Align::Centre, Keep::Alone);
    let turned = turns(document, pictures, ROOM);
    for (block, turned) in document.blocks.iter().zip(turned) {
        writer.turn(turned);
        writer.block(block)?;
    }
    writer.turn(false);
    writer.about(document)?;
    writer.end_section();
    let mut metadata = Metadata::new()
        .with_title(allowed(&document.title))
        .with_author("Model Census");
    if !document.written.is_empty() {
        let day = format!("{}T00:00:00Z", allowed(&document.written));
        metadata = metadata.with_created(&day).with_modified(day);
    }
    let mut hwpx = Hwpx::with_metadata(metadata);
    for section in writer.sections {
        hwpx.add_section(section);
    }
    let valid = hwpx.validate().map_err(NotWritten::because)?;
    let options = EncodeOptions::default();
    let store = &writer.styles.store;
    let none = ImageStore::new();
    let written = HwpxEncoder::encode_with_diagnostics(&valid, store, &none, options)
        .map_err(NotWritten::because)?;
    let lost = written.warnings.iter().find(|own| own.is_semantic_loss());
    match lost {
        Some(lost) => Err(NotWritten(format!("{lost:?}"))),
        None => package::finish(&written.bytes, document, writer.images),
    }
}

struct Writer<'a> {
    styles: Styles,
    /// In the order in which they stand.
    images: Vec<Part>,
    pictures: &'a [Picture],
    language: Language,
    out: Vec<Paragraph>,
    /// What is written before `out`.
    sections: Vec<Section>,
    /// Whether the pages of `out` lie on their side.
    turned: bool,
}

impl Writer<'_> {
    fn line(&mut self, text: &str, look: Look, align: Align, keep: Keep) {
        let line = self.styles.line(&one_line(text), look, align, keep);
        self.out.push(line);
    }

    /// From here on pages lie on their side, or stand again.
    fn turn(&mut self, turned: bool) {
        if turned != self.turned {
            self.end_section();
            self.turned = turned;
        }
    }

    fn end_section(&mut self) {
        let pages = PageSettings {
            landscape: self.turned,
            ..PageSettings::a4()
        };
        let out = std::mem::take(&mut self.out);
        let mut section = Section::with_paragraphs(out, pages);
        section.page_number = Some(PageNumber::bottom_center());
        self.sections.push(section);
    }

    fn block(&mut self, block: &Block) -> Result<(), NotWritten> {
        match block {
            Block::Heading { level, text } => {
                let heading = self.styles.heading(&one_line(text), *level);
                self.out.push(heading);
            }
            Block::Item(item) => self.item(item),
            Block::Grid(grid) => {
                self.line(&grid.caption(), Look::Bold, Align::Centre, Keep::WithNext);
                self.grid(grid)?;
                self.notes(&grid.notes);
            }
            Block::Figure(figure) => self.figure(figure)?,
        }
        Ok(())
    }

    fn item(&mut self, item: &Item) {
        let text = format!("{} {}", item.mark.symbol(), item.text());
        let item = self.styles.item(&one_line(&text), item.mark.depth());
        self.out.push(item);
    }

    fn notes(&mut self, notes: &[String]) {
        let last = notes.len().saturating_sub(1);
        for (at, note) in notes.iter().enumerate() {
            let note = format!("* {note}");
            self.line(&note, Look::Small, Align::Left, before(at, last));
        }
        self.line("", Look::Body, Align::Left, Keep::Alone);
    }

    fn grid(&mut self, grid: &Grid) -> Result<(), NotWritten> {
        let fit = fit(grid, ROOM, self.turned);
        if !grid.unit.is_empty() {
            self.line(&grid.unit, Look::Small, Align::Right, Keep::WithNext);
        }
        let width = |width: usize| i32::try_from(width).unwrap_or(TEXT_WIDTH);
        let widths: Vec<i32> = fit.widths.iter().map(|own| width(*own)).collect();
        let mut rows = self.headings(grid, &widths, fit.size)?;
        for cells in &grid.rows {
            let cells = cells.iter().zip(&grid.columns).zip(&widths);
            let cells: Result<Vec<TableCell>, NotWritten> = cells
                .map(|((cell, column), width)| {
                    let text = unbroken(&cell.text, column.kind);
                    self.cell(&text, Look::Cell(fit.size), align(column.kind), *width)
                })
                .collect();
            rows.push(TableRow::new(cells?));
        }
        let table = Table::new(rows).with_repeat_header(true);
        let table = table.with_page_break(parting(grid));
        let keep = before(0, grid.notes.len());
        self.table(table, width(fit.width()), keep)
    }

    fn table(&mut self, table: Table, width: i32, keep: Keep) -> Result<(), NotWritten> {
        let table = table.with_width(unit(width)?);
        let run = Run::table(table, self.styles.letters(Look::Body));
        let frame = self.styles.paragraph(Align::Centre, keep);
        self.out.push(Paragraph::with_runs(vec![run], frame));
        Ok(())
    }

    /// Groups above their columns; columns without one go over both lines.
    fn headings(
        &self,
        grid: &Grid,
        widths: &[i32],
        size: usize,
    ) -> Result<Vec<TableRow>, NotWritten> {
        let heading = |text: &str, width, columns, rows| {
            let line = self.styles.line(
                &one_line(text),
                Look::CellBold(size),
                Align::Centre,
                Keep::Alone,
            );
            let cell = TableCell::with_span(vec![line], unit(width)?, columns, rows);
            Ok::<_, NotWritten>(cell.with_border_fill_id(GREY))
        };
        let grouped = grid.has_groups();
        let (mut upper, mut lower) = (Vec::new(), Vec::new());
        let mut columns = grid.columns.iter().zip(widths).peekable();
        while let Some((column, width)) = columns.next() {
            match &column.group {
                Some(group) => {
                    let mut all = *width;
                    let mut span = 1;
                    lower.push(heading(&column.heading, *width, 1, 1)?);
                    let same = |next: &(&Column, &i32)| next.0.group.as_ref() == Some(group);
                    while let Some((next, more)) = columns.next_if(same) {
                        lower.push(heading(&next.heading, *more, 1, 1)?);
                        (span, all) = (span + 1, all + more);
                    }
                    upper.push(heading(group, all, span, 1)?);
                }
                None => {
                    let rows = if grouped { 2 } else { 1 };
                    upper.push(heading(&column.heading, *width, 1, rows)?);
                }
            }
        }
        Ok([upper, lower]
            .into_iter()
            .filter(|cells| !cells.is_empty())
            .map(|cells| TableRow::new(cells).with_header(true))
            .collect())
    }

    fn cell(
        &self,
        text: &str,
        look: Look,
        align: Align,
        width: i32,
    ) -> Result<TableCell, NotWritten> {
        let line = self.styles.line(&one_line(text), look, align, Keep::Alone);
        Ok(TableCell::new(vec![line], unit(width)?))
    }

    fn figure(&mut self, figure: &Figure) -> Result<(), NotWritten> {
        let picture = picture_of(&figure.id, self.pictures);
        match picture {
            Some(picture) => self.picture(picture)?,
            None => self.grid(&figure.grid)?,
        }
        let below = figure.below(picture.is_some(), self.language);
        let last = below.len().saturating_sub(1);
        for (at, own) in below.into_iter().enumerate() {
            let (text, look, align) = match own {
                Below::Caption(caption) => (caption, Look::Bold, Align::Centre),
                Below::Note(note) => (format!("* {note}"), Look::Small, Align::Left),
            };
            self.line(&text, look, align, before(at, last));
        }
        self.line("", Look::Body, Align::Left, Keep::Alone);
        Ok(())
    }

    fn picture(&mut self, picture: &Picture) -> Result<(), NotWritten> {
        let [tall, wide] = [picture.height, picture.width].map(|own| i64::from(own.max(1)));
        let most = i64::from(if self.turned {
            TURNED_HEIGHT
        } else {
            TEXT_HEIGHT
        }) * 4
            / 5;
        let height = (i64::from(TEXT_WIDTH) * tall / wide).min(most);
        let width = i64::from(TEXT_WIDTH).min(height * wide / tall);
        let [width, height] = [width, height].map(i32::try_from);
        let (width, height) = (
            width.map_err(NotWritten::because)?,
            height.map_err(NotWritten::because)?,
        );
        let name = format!("image{}.png", self.images.len() + 1);
        let path = format!("BinData/{name}");
        self.images.push((name, picture.png.clone()));
        let image = Image::new(path, unit(width)?, unit(height)?, ImageFormat::Png);
        let run = Run::image(image, self.styles.letters(Look::Body));
        let frame = self.styles.paragraph(Align::Centre, Keep::WithNext);
        self.out.push(Paragraph::with_runs(vec![run], frame));
        Ok(())
    }

    fn about(&mut self, document: &Document) -> Result<(), NotWritten> {
        let heading = &document.about_heading;
        self.line(heading, Look::Bold, Align::Centre, Keep::WithNext);
        let name = TEXT_WIDTH / 4;
        let mut rows = Vec::new();
        for (own, value) in &document.about {
            let first = self.cell(own, Look::CellBold(SIZE), Align::Left, name)?;
            let second = self.cell(value, Look::Cell(SIZE), Align::Left, TEXT_WIDTH - name)?;
            rows.push(TableRow::new(vec![first.with_border_fill_id(GREY), second]));
        }
        if rows.is_empty() {
            return Ok(());
        }
        self.table(Table::new(rows), TEXT_WIDTH, Keep::Alone)
    }
}

/// All but the last stand on the page of the next.
fn before(at: usize, last: usize) -> Keep {
    if at < last {
        Keep::WithNext
    } else {
        Keep::Alone
    }
}

/// A short table stands on one page; one with long texts may need more than one,
/// and Hangul cuts off what it may not part.
fn parting(grid: &Grid) -> TablePageBreak {
    const LONG: usize = 200;
    let mut cells = grid.rows.iter().flatten();
    let is_low = grid.rows.len() <= WHOLE && cells.all(|cell| cell.text.chars().count() <= LONG);
    if is_low {
        TablePageBreak::None
    } else {
        TablePageBreak::Cell
    }
}

fn align(kind: Kind) -> Align {
    match kind {
        Kind::Label | Kind::Text => Align::Left,
        Kind::Rank => Align::Centre,
        Kind::Count | Kind::Total | Kind::Share | Kind::Number => Align::Right,
    }
}

fn unit(length: i32) -> Result<HwpUnit, NotWritten> {
    HwpUnit::new(length).map_err(NotWritten::because)
}
