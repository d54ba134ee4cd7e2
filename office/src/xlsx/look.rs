//! How cells look.

use model_census::language::Language;
use model_census::paper::{Cell, Kind, Value};
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
        let plain = Format::new()
            .set_font_name(language.font())
            .set_font_size(language.cell_points());
        // Beside a cell of several lines the others stand at its first.
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Top);
        let head = cell.clone().set_bold().set_background_color("#E7EBF0");
        Self {
            wrapped: cell.clone().set_text_wrap(),
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

    /// Of a number or day: it is shown as the table says it, and stays what it
    /// is.
    pub(super) fn value(&self, kind: Kind, cell: &Cell, value: Value) -> Format {
        let format = match value {
            Value::Share(_) if cell.text.starts_with(['+', '−']) => "+0.0%;-0.0%;0.0%".to_owned(),
            Value::Share(_) => "0.0%".to_owned(),
            Value::Large(_) => "0.00E+00".to_owned(),
            Value::Year(_) => "0".to_owned(),
            Value::Day(_) => "yyyy-mm-dd".to_owned(),
            Value::Number(_) => {
                let (number, more) = cell.text.split_once(' ').unwrap_or((&cell.text, ""));
                let places = number.split_once('.').map_or(0, |(_, places)| places.len());
                let point = if places == 0 { "" } else { "." };
                let format = format!("#,##0{point}{}", "0".repeat(places));
                // What stands behind the number, such as "(중복 1)".
                match more {
                    "" => format,
                    more => format!("{format}\" {}\"", more.replace('"', "")),
                }
            }
        };
        self.words(kind).clone().set_num_format(format)
    }
}
