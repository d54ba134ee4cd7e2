//! How cells look.

use model_census::document::{Cell, Kind};
use model_census::locale::Language;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

/// The formats of a workbook.
#[derive(Debug)]
pub(super) struct Look {
    pub plain: Format,
    pub wrapped: Format,
    pub title: Format,
    pub head: Format,
    pub head_left: Format,
    pub note: Format,
    pub link: Format,
    left: Format,
    centred: Format,
    right: Format,
}

impl Look {
    pub(super) fn of(language: Language) -> Self {
        let plain = match language {
            Language::Ko => Format::new().set_font_name("맑은 고딕").set_font_size(10),
            Language::En => Format::new().set_font_name("Calibri").set_font_size(11),
        };
        let cell = plain.clone().set_border(FormatBorder::Thin);
        let head = cell.clone().set_bold().set_background_color("#E7EBF0");
        Self {
            wrapped: cell.clone().set_text_wrap().set_align(FormatAlign::Top),
            title: plain.clone().set_bold().set_font_size(12),
            head: head
                .clone()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            head_left: head
                .set_align(FormatAlign::Left)
                .set_align(FormatAlign::Top),
            note: plain.clone().set_font_color("#555555"),
            link: plain
                .clone()
                .set_font_color("#0B5394")
                .set_underline(FormatUnderline::Single),
            left: cell.clone().set_align(FormatAlign::Left),
            centred: cell.clone().set_align(FormatAlign::Center),
            right: cell.set_align(FormatAlign::Right),
            plain,
        }
    }

    /// Of a cell that is no number.
    pub(super) fn words(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Label | Kind::Text => &self.left,
            Kind::Rank => &self.centred,
            Kind::Count | Kind::Total | Kind::Share | Kind::Number => &self.right,
        }
    }

    /// Of a number: it is shown as the table says it, and stays a number.
    pub(super) fn number(&self, kind: Kind, cell: &Cell) -> Format {
        let format = match kind {
            _ if cell.text.ends_with('%') && cell.text.starts_with(['+', '−']) => {
                "+0.0%;-0.0%;0.0%".to_owned()
            }
            _ if cell.text.ends_with('%') => "0.0%".to_owned(),
            Kind::Rank => "0".to_owned(),
            Kind::Number => "0.00E+00".to_owned(),
            Kind::Share => "0.0%".to_owned(),
            // What stands behind the number, such as "(중복 1)".
            Kind::Label | Kind::Text | Kind::Count | Kind::Total => {
                match cell.text.split_once(' ') {
                    Some((_, more)) => format!("#,##0\" {}\"", more.replace('"', "")),
                    None => "#,##0".to_owned(),
                }
            }
        };
        self.words(kind).clone().set_num_format(format)
    }
}
