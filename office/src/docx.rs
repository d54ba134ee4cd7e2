//! A report as DOCX.

mod finish;
mod order;
mod pages;
mod table;
mod text;

use docx_rs::{
    AlignmentType, Docx, LineSpacing, Paragraph, Pic, Run, RunFonts, SpecialIndentType, Style,
    StyleType,
};
use model_census::language::Language;
use model_census::paper::{Below, Block, Document, Figure, Grid, Item, Picture};

use crate::NotWritten;
use crate::archive::archive;
use crate::columns::fit;
use crate::turns::{picture_of, turns};
use crate::xml::allowed;
use pages::{Pages, ROOM, TEXT_WIDTH};
use text::run;

/// English metric units of a twentieth of a point.
const EMU: usize = 635;

/// Headings, sentences, tables and pictures as Word has them; a figure without
/// a picture shows its numbers. Equal documents give equal bytes.
///
/// # Errors
/// What could not be written.
pub fn docx(document: &Document, pictures: &[Picture]) -> Result<Vec<u8>, NotWritten> {
    let mut writer = Writer {
        pages: Pages::new(styled(document.language)),
        alts: Vec::new(),
        pictures,
        language: document.language,
    };
    writer.paragraph(line(&whole(&document.title)).style("Title"));
    writer.paragraph(line(&document.subtitle).style("Subtitle"));
    let turned = turns(document, pictures, ROOM);
    for (block, turned) in document.blocks.iter().zip(turned) {
        writer.pages.turn(turned);
        writer.block(block);
    }
    writer.pages.turn(false);
    writer.about(document);
    let mut parts = writer.pages.bound().build();
    finish::finish(&mut parts, document, &writer.alts)?;
    archive(&finish::files(parts))
}

/// A paragraph of one text.
fn line(text: &str) -> Paragraph {
    Paragraph::new().add_run(run(text))
}

/// A heading whose half-years (`2025 H2`) do not break.
fn whole(heading: &str) -> String {
    heading
        .replace(" H1", "\u{a0}H1")
        .replace(" H2", "\u{a0}H2")
}

fn styled(language: Language) -> Docx {
    let font = language.font();
    let fonts = RunFonts::new()
        .ascii(font)
        .hi_ansi(font)
        .east_asia("맑은 고딕")
        .cs(font);
    let style = |id: &str, name: &str| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .q_format(true)
    };
    let space = |before: u32, after: u32| LineSpacing::new().before(before).after(after);
    let heading = |level: usize, size: usize, before: u32| {
        style(&format!("Heading{level}"), &format!("heading {level}"))
            .size(size)
            .bold()
            .color("1F3864")
            .outline_lvl(level - 1)
            .line_spacing(space(before, 100))
            .next("Normal")
    };
    Docx::new()
        .default_fonts(fonts)
        .default_size(21)
        .add_style(
            style("Title", "Title")
                .size(36)
                .bold()
                .align(AlignmentType::Center)
                .line_spacing(space(240, 120)),
        )
        .add_style(
            style("Subtitle", "Subtitle")
                .size(20)
                .color("595959")
                .align(AlignmentType::Center)
                .line_spacing(space(0, 240)),
        )
        .add_style(heading(1, 30, 360))
        .add_style(heading(2, 26, 280))
        .add_style(heading(3, 23, 220))
        .add_style(
            style("Caption", "caption")
                .size(20)
                .bold()
                .align(AlignmentType::Center)
                .line_spacing(space(120, 60)),
        )
        .add_style(
            style("Note", "Note")
                .size(17)
                .color("404040")
                .line_spacing(space(20, 0)),
        )
}

struct Writer<'a> {
    pages: Pages,
    /// What the pictures show, in their order.
    alts: Vec<String>,
    pictures: &'a [Picture],
    language: Language,
}

impl Writer<'_> {
    fn paragraph(&mut self, paragraph: Paragraph) {
        self.pages.paragraph(paragraph);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => {
                let style = format!("Heading{level}");
                self.paragraph(line(&whole(text)).style(&style).keep_next(true));
            }
            Block::Item(item) => self.paragraph(outline(item)),
            Block::Grid(grid) => {
                self.paragraph(line(&grid.caption()).style("Caption").keep_next(true));
                self.grid(grid);
                self.notes(&grid.notes);
            }
            Block::Figure(figure) => self.figure(figure),
        }
    }

    fn grid(&mut self, grid: &Grid) {
        if !grid.unit.is_empty() {
            let unit = line(&grid.unit).style("Note");
            self.paragraph(unit.align(AlignmentType::Right).keep_next(true));
        }
        let fit = fit(grid, ROOM, self.pages.is_turned());
        self.pages.table(table::table(grid, fit));
    }

    fn notes(&mut self, notes: &[String]) {
        let last = notes.len().saturating_sub(1);
        for (at, note) in notes.iter().enumerate() {
            let note = line(&format!("* {note}")).style("Note");
            self.paragraph(note.keep_next(at < last));
        }
        self.paragraph(Paragraph::new());
    }

    fn figure(&mut self, figure: &Figure) {
        let picture = picture_of(&figure.id, self.pictures);
        match picture {
            Some(picture) => {
                let picture = self.picture(picture, &figure.alt);
                self.paragraph(picture);
            }
            None => self.grid(&figure.grid),
        }
        let below = figure.below(picture.is_some(), self.language);
        let last = below.len().saturating_sub(1);
        for (at, own) in below.iter().enumerate() {
            let own = match own {
                Below::Caption(caption) => line(caption).style("Caption"),
                Below::Note(note) => line(&format!("* {note}")).style("Note"),
            };
            self.paragraph(own.keep_next(at < last));
        }
        self.paragraph(Paragraph::new());
    }

    fn picture(&mut self, picture: &Picture, alt: &str) -> Paragraph {
        self.alts.push(allowed(alt));
        let pixels = |count: u32| usize::try_from(count).unwrap_or(1).max(1);
        let ratio = (pixels(picture.height), pixels(picture.width));
        // Its notes and caption stand on its page.
        let most = self.pages.height() * 4 / 5 * EMU;
        let (width, height) = within(TEXT_WIDTH * EMU, most, ratio);
        let size = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let id = format!("rIdPicture{}", self.alts.len());
        let own = Pic::new_with_dimensions(picture.png.clone(), picture.width, picture.height)
            .id(id)
            .size(size(width), size(height));
        Paragraph::new()
            .align(AlignmentType::Center)
            .keep_next(true)
            .add_run(Run::new().add_image(own))
    }

    fn about(&mut self, document: &Document) {
        let heading = &document.about_heading;
        self.paragraph(line(heading).style("Caption").keep_next(true));
        self.pages.table(table::pairs(&document.about));
    }
}

/// The largest of a ratio (height to width) that has room.
fn within(width: usize, height: usize, (tall, wide): (usize, usize)) -> (usize, usize) {
    let own = width * tall / wide;
    if own <= height {
        (width, own)
    } else {
        (height * wide / tall, height)
    }
}

/// A sentence with its mark hanging out.
fn outline(item: &Item) -> Paragraph {
    const STEP: i32 = 260;
    const HANG: i32 = 300;
    let left = i32::from(item.mark.depth()) * STEP + HANG;
    let mut mark = run(&format!("{} ", item.mark.symbol()));
    let mut text = run(&item.text());
    if item.mark.depth() == 0 {
        (mark, text) = (mark.bold(), text.bold());
    }
    Paragraph::new()
        .indent(
            Some(left),
            Some(SpecialIndentType::Hanging(HANG)),
            None,
            None,
        )
        .line_spacing(LineSpacing::new().before(40).after(40))
        .add_run(mark)
        .add_run(text)
}
