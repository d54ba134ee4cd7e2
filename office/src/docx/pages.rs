//! Pages that stand, and between them pages that lie on their side.

use docx_rs::{
    AlignmentType, Docx, Footer, PageMargin, PageNum, PageOrientationType, PageSize, Paragraph,
    Section, Table,
};

use crate::columns::Room;

/// A4 in twentieths of a point, its margins, and what is between them.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_304;
pub(super) const TEXT_WIDTH: usize = 11_906 - 2 * 1_304;

/// The height between the margins of a page that stands, and of one that lies.
const TEXT_HEIGHTS: (usize, usize) = (16_838 - 2 * 1_418, 11_906 - 2 * 1_418);

/// What a table may take.
pub(super) const ROOM: Room = Room {
    upright: TEXT_WIDTH,
    turned: 16_838 - 2 * 1_304,
    point: 20,
};

const MARGINS: PageMargin = PageMargin {
    top: 1_418,
    bottom: 1_418,
    left: MARGIN,
    right: MARGIN,
    header: 709,
    footer: 709,
    gutter: 0,
};

enum Part {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// A document that is being written. Word says how pages lie at the end of the
/// parts that it holds for, so that parts are kept until then.
pub(super) struct Pages {
    docx: Docx,
    parts: Vec<Part>,
    turned: bool,
}

impl Pages {
    pub(super) fn new(docx: Docx) -> Self {
        Self {
            docx,
            parts: Vec::new(),
            turned: false,
        }
    }

    pub(super) fn paragraph(&mut self, paragraph: Paragraph) {
        self.parts.push(Part::Paragraph(Box::new(paragraph)));
    }

    pub(super) fn table(&mut self, table: Table) {
        self.parts.push(Part::Table(Box::new(table)));
    }

    /// Whether pages lie on their side here.
    pub(super) fn is_turned(&self) -> bool {
        self.turned
    }

    /// How high a page is between its margins here.
    pub(super) fn height(&self) -> usize {
        let (upright, turned) = TEXT_HEIGHTS;
        if self.turned { turned } else { upright }
    }

    /// From here on pages lie on their side, or stand again.
    pub(super) fn turn(&mut self, turned: bool) {
        if turned == self.turned {
            return;
        }
        let size = match self.turned {
            true => PageSize::new()
                .size(PAGE.1, PAGE.0)
                .orient(PageOrientationType::Landscape),
            false => PageSize::new().size(PAGE.0, PAGE.1),
        };
        let mut section = Section::new()
            .page_size(size)
            .page_margin(MARGINS)
            .footer(footer());
        for part in self.parts.drain(..) {
            section = match part {
                Part::Paragraph(own) => section.add_paragraph(*own),
                Part::Table(own) => section.add_table(*own),
            };
        }
        self.docx = std::mem::take(&mut self.docx).add_section(section);
        self.turned = turned;
    }

    /// The document, its last pages standing.
    pub(super) fn bound(mut self) -> Docx {
        self.turn(false);
        let docx = self
            .docx
            .page_size(PAGE.0, PAGE.1)
            .page_margin(MARGINS)
            .footer(footer());
        self.parts.into_iter().fold(docx, |docx, part| match part {
            Part::Paragraph(own) => docx.add_paragraph(*own),
            Part::Table(own) => docx.add_table(*own),
        })
    }
}

fn footer() -> Footer {
    let number = Paragraph::new()
        .align(AlignmentType::Center)
        .add_page_num(PageNum::new());
    Footer::new().add_paragraph(number)
}
