//! Letters and paragraphs, as Hangul numbers them.

use hwpforge_core::paragraph::Paragraph;
use hwpforge_core::run::Run;
use hwpforge_core::{NumberingDef, ParaHead};
use hwpforge_foundation::{
    Alignment, CharShapeIndex, Color, HeadingType, HwpUnit, NumberFormatType, ParaShapeIndex,
    StyleIndex,
};
use hwpforge_smithy_hwpx::style_store::{
    HwpxBorderFill, HwpxCharShape, HwpxFill, HwpxParaShape, HwpxStyle, HwpxStyleStore,
};

use crate::NotWritten;
use crate::columns::SIZES;

/// A face that comes with Hangul and is replaced well without it.
const FACE: &str = "맑은 고딕";

/// The border fill of cells with a grey ground.
pub(super) const GREY: u32 = 4;

/// How letters look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Body,
    Bold,
    Small,
    Title,
    /// Of a table, with its size in half points.
    Cell(usize),
    CellBold(usize),
}

/// How a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// Whether a paragraph stands on the page of what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    Alone,
    WithNext,
}

/// The styles of a document.
#[derive(Debug)]
pub(super) struct Styles {
    pub store: HwpxStyleStore,
    letters: [CharShapeIndex; 4],
    /// By size in half points; plain, bold.
    cells: Vec<(usize, [CharShapeIndex; 2])>,
    headings: [(CharShapeIndex, ParaShapeIndex); 3],
    /// By themselves; on the page of what follows.
    aligned: [[ParaShapeIndex; 3]; 2],
    items: [ParaShapeIndex; 4],
}

impl Styles {
    pub(super) fn new() -> Result<Self, NotWritten> {
        let mut store = HwpxStyleStore::with_default_fonts(FACE);
        let mut letters = |points: f64, bold: bool, colour: Color| {
            let height = HwpUnit::from_pt(points).map_err(NotWritten::because)?;
            Ok::<_, NotWritten>({
                let mut shape = HwpxCharShape::default();
                (shape.height, shape.bold, shape.text_color) = (height, bold, colour);
                store.push_char_shape(shape)
            })
        };
        let blue = Color::from_rgb(0x1F, 0x38, 0x64);
        let grey = Color::from_rgb(0x40, 0x40, 0x40);
        let all = [
            letters(10.5, false, Color::BLACK)?,
            letters(10.5, true, Color::BLACK)?,
            letters(8.5, false, grey)?,
            letters(18.0, true, Color::BLACK)?,
        ];
        let mut cells = Vec::new();
        for (size, points) in SIZES.into_iter().zip([9.0, 8.5, 8.0, 7.5, 7.0]) {
            let plain = letters(points, false, Color::BLACK)?;
            cells.push((size, [plain, letters(points, true, Color::BLACK)?]));
        }
        let heads = [
            letters(15.0, true, blue)?,
            letters(13.0, true, blue)?,
            letters(11.5, true, blue)?,
        ];
        let aligned = [false, true].map(|keep| {
            [Alignment::Left, Alignment::Center, Alignment::Right].map(|alignment| {
                let mut shape = HwpxParaShape::default();
                (shape.alignment, shape.line_spacing) = (alignment, 130);
                shape.keep_with_next = keep;
                store.push_para_shape(shape)
            })
        });
        let mut items = Vec::new();
        for depth in 0..4 {
            let mut shape = HwpxParaShape::default();
            shape.alignment = Alignment::Justify;
            shape.margin_left = measure(600 + 1_300 * depth)?;
            // Negative: the mark hangs out.
            shape.indent = measure(-1_500)?;
            shape.spacing_before = measure(200)?;
            shape.spacing_after = measure(200)?;
            items.push(store.push_para_shape(shape));
        }
        let mut headings = Vec::new();
        for (level, letters) in (0..).zip(heads) {
            let mut shape = HwpxParaShape::default();
            shape.spacing_before = measure(1_600)?;
            shape.spacing_after = measure(500)?;
            shape.keep_with_next = true;
            shape.heading_type = HeadingType::Outline;
            shape.heading_level = level;
            headings.push((letters, store.push_para_shape(shape)));
        }
        fill_grounds(&mut store);
        store.push_numbering(unnumbered());
        store.push_style(style(0, "바탕글", "Normal", (0, 0)));
        for (at, (letters, shape)) in (1..).zip(&headings) {
            let shapes = (index(shape.get()), index(letters.get()));
            let (name, english) = (format!("개요 {at}"), format!("Outline {at}"));
            store.push_style(style(at, &name, &english, shapes));
        }
        Ok(Self {
            store,
            letters: all,
            cells,
            headings: headings.try_into().map_err(missing)?,
            aligned,
            items: items.try_into().map_err(missing)?,
        })
    }

    pub(super) fn letters(&self, look: Look) -> CharShapeIndex {
        let [body, bold, small, title] = self.letters;
        let cell = |size: usize| self.cells.iter().find(|(own, _)| *own == size);
        match look {
            Look::Body => body,
            Look::Bold => bold,
            Look::Small => small,
            Look::Title => title,
            Look::Cell(size) => cell(size).map_or(body, |(_, [plain, _])| *plain),
            Look::CellBold(size) => cell(size).map_or(bold, |(_, [_, bold])| *bold),
        }
    }

    pub(super) fn paragraph(&self, align: Align, keep: Keep) -> ParaShapeIndex {
        let [alone, kept] = self.aligned;
        let [left, centre, right] = match keep {
            Keep::Alone => alone,
            Keep::WithNext => kept,
        };
        match align {
            Align::Left => left,
            Align::Centre => centre,
            Align::Right => right,
        }
    }

    pub(super) fn line(&self, text: &str, look: Look, align: Align, keep: Keep) -> Paragraph {
        let run = Run::text(text, self.letters(look));
        Paragraph::with_runs(vec![run], self.paragraph(align, keep))
    }

    /// A heading that Hangul's outline lists.
    pub(super) fn heading(&self, text: &str, level: u8) -> Paragraph {
        let [first, second, third] = self.headings;
        let ((letters, shape), style) = match level {
            0 | 1 => (first, 1),
            2 => (second, 2),
            _ => (third, 3),
        };
        let heading = Paragraph::with_runs(vec![Run::text(text, letters)], shape);
        heading.with_style(StyleIndex::new(style))
    }

    pub(super) fn item(&self, text: &str, depth: u8) -> Paragraph {
        let [square, circle, dash, star] = self.items;
        let (shape, look) = match depth {
            0 => (square, Look::Bold),
            1 => (circle, Look::Body),
            2 => (dash, Look::Body),
            _ => (star, Look::Small),
        };
        Paragraph::with_runs(vec![Run::text(text, self.letters(look))], shape)
    }
}

/// What hwpforge has by itself, and a grey ground with the lines of tables, as
/// it writes no ground of a cell's own.
fn fill_grounds(store: &mut HwpxStyleStore) {
    store.push_border_fill(HwpxBorderFill::default_page_border());
    store.push_border_fill(HwpxBorderFill::default_char_background());
    store.push_border_fill(HwpxBorderFill::default_table_border());
    let mut grey = HwpxBorderFill::default_table_border();
    grey.id = GREY;
    grey.fill = Some(HwpxFill::WinBrush {
        face_color: "#E7EBF0".to_owned(),
        hatch_color: "#000000".to_owned(),
        alpha: "0".to_owned(),
    });
    store.push_border_fill(grey);
}

/// The outline's numbering, which says nothing: headings have their numbers in
/// their texts.
fn unnumbered() -> NumberingDef {
    let level = |level| ParaHead {
        start: 1,
        level,
        num_format: NumberFormatType::Digit,
        text: String::new(),
        checkable: false,
    };
    NumberingDef {
        id: 1,
        start: 0,
        levels: (1..=10).map(level).collect(),
    }
}

/// A style of paragraphs, which the next one has too.
fn style(id: u32, name: &str, english: &str, (shape, letters): (u32, u32)) -> HwpxStyle {
    HwpxStyle::new(id, "PARA", name, english, shape, letters, id, 1042, 0)
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(0)
}

/// There are as many as were pushed.
fn missing<T>(_: T) -> NotWritten {
    NotWritten("styles".to_owned())
}

fn measure(length: i32) -> Result<HwpUnit, NotWritten> {
    HwpUnit::new(length).map_err(NotWritten::because)
}
