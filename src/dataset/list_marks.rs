//! Which of Epoch AI's lists an export is, from its headers, values and name.
//!
//! Its lists of 2024 to 2026 differ so: every model of the notable one states by
//! what it is notable, every one of the frontier list is marked as frontier; in
//! the list of all models most state neither; the large-scale list has neither
//! column, and no training compute below its threshold.

use super::list_kind::SHORTEST;

use super::{Certainty, Field, Header, LARGE_SCALE, ListKind, Listed, Model, Why, tidy};

/// So many of a hundred models have to state by what they are notable: the
/// notable lists seen lack it of two in 956, the lists of all models of six and
/// more in ten.
const NOTABLE_OF_100: usize = 90;

/// What a list of names says of each model.
const NAMES: [Field; 3] = [Field::Name, Field::Organization, Field::PublicationDate];

/// A column that tells the list by how many models state something in it.
#[derive(Debug, Default)]
struct Mark {
    /// Its place, where there is one.
    column: Option<usize>,
    /// How many state something other than a no.
    stated: usize,
}

/// What the columns that tell the list say so far.
#[derive(Debug, Default)]
pub(super) struct Marks {
    notability: Mark,
    frontier: Mark,
    /// Whether a column speaks of training compute, without saying that it is in
    /// FLOP, where none says so.
    is_compute_unread: bool,
    /// Whether names, developers and days are all that is read.
    is_names_alone: bool,
}

impl Marks {
    /// Finds the columns.
    pub(super) fn of(header: &Header) -> Self {
        let plain: Vec<String> = header
            .names()
            .iter()
            .map(|header| tidy(header).to_lowercase().replace(['_', '.'], " "))
            .collect();
        let at = |wanted: &str| Mark {
            column: plain.iter().position(|header| header == wanted),
            stated: 0,
        };
        Self {
            notability: at("notability criteria"),
            frontier: at("frontier model"),
            is_compute_unread: header.doubtful_compute().is_some(),
            is_names_alone: header.columns.len() == NAMES.len()
                && NAMES.iter().all(|own| header.header_of(*own).is_some()),
        }
    }

    /// Whether it looks at the cells of a column.
    pub(super) fn looks_at(&self, column: usize) -> bool {
        [&self.notability, &self.frontier]
            .into_iter()
            .any(|mark| mark.column == Some(column))
    }

    /// Takes a cell that states something.
    pub(super) fn take(&mut self, column: usize, cell: &[u8]) {
        for mark in [&mut self.notability, &mut self.frontier] {
            if mark.column == Some(column) && !is_no(cell) {
                mark.stated += 1;
            }
        }
    }

    /// Which list it is.
    pub(super) fn tell(&self, file: &str, models: &[Model]) -> Listed {
        let count = models.len();
        let known = models
            .iter()
            .filter_map(|model| model.training_compute_flop);
        // A spreadsheet that rounds may put one a hair below.
        let below = known
            .clone()
            .filter(|flop| *flop < LARGE_SCALE * (1.0 - 1e-6))
            .count();
        let mut why = Vec::new();
        if known.clone().next().is_none() {
            why.push(if self.is_compute_unread {
                Why::ComputeUnread
            } else {
                Why::NoCompute
            });
        }
        let is_all = |mark: &Mark| mark.column.is_some() && count > 0 && mark.stated >= count;
        let (kind, certainty) = if is_all(&self.frontier) {
            why.push(Why::FrontierMarked);
            (ListKind::Frontier, Certainty::Certain)
        } else if self.notability.column.is_some() {
            if self.notability.stated * 100 >= count * NOTABLE_OF_100 {
                why.push(Why::NotableStated);
                (ListKind::Notable, Certainty::Certain)
            } else {
                why.push(Why::NotableBlank);
                (ListKind::All, Certainty::Certain)
            }
        } else {
            self.tell_by_compute(file, known.count(), below, &mut why)
        };
        if count < SHORTEST && kind != ListKind::Unknown {
            why.push(Why::Few);
        }
        if self.is_names_alone && kind == ListKind::Unknown {
            why.push(Why::NamesAlone);
        }
        Listed {
            kind,
            certainty,
            why,
        }
    }

    /// What training compute and the file's name tell where no column does.
    fn tell_by_compute(
        &self,
        file: &str,
        known: usize,
        below: usize,
        why: &mut Vec<Why>,
    ) -> (ListKind, Certainty) {
        let named = ListKind::named(file);
        match (known, below) {
            (0, _) => {}
            (_, 0) => why.push(Why::NoneBelow),
            _ => why.push(Why::SomeBelow),
        }
        match named {
            Some(ListKind::LargeScale) if below > 0 => (ListKind::Unknown, Certainty::Unsure),
            Some(kind) => {
                why.push(Why::FileName);
                (kind, Certainty::Likely)
            }
            None if below == 0 && known >= SHORTEST => (ListKind::LargeScale, Certainty::Likely),
            None => (ListKind::Unknown, Certainty::Unsure),
        }
    }
}

fn is_no(cell: &[u8]) -> bool {
    let text = String::from_utf8_lossy(cell);
    let text = text.trim();
    text.is_empty() || text.eq_ignore_ascii_case("false") || text == "0"
}
