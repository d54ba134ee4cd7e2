//! Multi-valued cells: kept once per text while reading, split at the end,
//! since only the whole file tells how its lists are joined.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::blanks::{are_codes, is_mark};
use super::cell::{comma_styles, has_lost_letter, is_legal_ending, is_legal_form};
use super::{Code, Field, List, Problems, split_list};

/// The columns whose cells are lists.
pub(super) const MULTI_VALUED: [Field; 6] = [
    Field::Organization,
    Field::Country,
    Field::OrganizationCategory,
    Field::Domain,
    Field::Task,
    Field::TrainingHardware,
];

/// Texts, each kept once.
#[derive(Debug, Default)]
pub(super) struct Texts(HashSet<Arc<str>, FixedState>);

impl Texts {
    pub(super) fn intern(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(text);
        self.0.insert(Arc::clone(&new));
        new
    }
}

/// Number of a cell's text in its column; 0 is a blank cell.
pub(super) type CellId = u32;

/// The list cells of a file.
#[derive(Debug, Default)]
pub(super) struct ListCells {
    columns: [ColumnCells; MULTI_VALUED.len()],
}

#[derive(Debug, Default)]
struct ColumnCells {
    ids: HashMap<Arc<str>, CellId, FixedState>,
    texts: Vec<Arc<str>>,
    /// Commas followed by white space, and not.
    commas: (usize, usize),
}

impl ColumnCells {
    /// Whether the column holds codes of countries.
    fn has_codes(&self, spaced: bool) -> bool {
        let values = self.texts.iter();
        let values: Vec<_> = values
            .flat_map(|text| split_list(text, spaced, &[]))
            .collect();
        are_codes(values.iter().map(|value| &**value))
    }
}

/// The lists of a file, split.
#[derive(Debug)]
pub(super) struct SplitLists {
    /// For each column what each [`CellId`] holds.
    columns: Vec<Vec<SplitCell>>,
}

/// A list cell, split.
#[derive(Debug, Default)]
pub(super) struct SplitCell {
    pub(super) list: List,
    /// What is wrong with every record that has the cell: a kind and a value.
    pub(super) noted: Vec<(Code, Arc<str>)>,
}

impl ListCells {
    /// Keeps a cell of the column at a position of [`MULTI_VALUED`].
    pub(super) fn keep(&mut self, at: usize, cell: &str) -> CellId {
        let Some(column) = self.columns.get_mut(at) else {
            return 0;
        };
        if let Some(id) = column.ids.get(cell) {
            return *id;
        }
        let (spaced, bare) = comma_styles(cell);
        column.commas.0 += spaced;
        column.commas.1 += bare;
        let text: Arc<str> = Arc::from(cell);
        column.texts.push(Arc::clone(&text));
        let id = CellId::try_from(column.texts.len()).unwrap_or(0);
        column.ids.insert(text, id);
        id
    }

    /// Splits every cell. Names in `whole` are never split.
    pub(super) fn split(
        self,
        whole: &[Arc<str>],
        texts: &mut Texts,
        headers: &[&str; MULTI_VALUED.len()],
        problems: &mut Problems,
    ) -> SplitLists {
        let spaced = self.spaced();
        for (spaced, header) in spaced.iter().zip(headers) {
            if *spaced {
                problems.of_file(Code::SpacedLists, header, ", ");
            }
        }
        let mut known: HashSet<List, FixedState> = HashSet::default();
        let mut columns = Vec::with_capacity(MULTI_VALUED.len());
        let parts = self.columns.into_iter().zip(MULTI_VALUED);
        for ((column, field), spaced) in parts.zip(spaced) {
            let mut cells = vec![SplitCell::default()];
            let has_codes = field == Field::Country && column.has_codes(spaced);
            for text in &column.texts {
                let mut noted = Vec::new();
                let mut list = if field == Field::Organization {
                    names(text, spaced, whole, texts, &mut noted)
                } else {
                    split(text, spaced, field, texts)
                };
                list.retain(|value| {
                    let is_blank = is_mark(value) && !(has_codes && **value == *"NA");
                    if is_blank {
                        noted.push((Code::BlankMark, Arc::clone(value)));
                    }
                    !is_blank
                });
                for value in list.iter().filter(|value| has_lost_letter(value)) {
                    noted.push((Code::LostLetter, Arc::clone(value)));
                }
                noted.sort_unstable();
                noted.dedup();
                let list = match known.get(&*list) {
                    Some(list) => Arc::clone(list),
                    None => {
                        let list: List = list.into();
                        known.insert(Arc::clone(&list));
                        list
                    }
                };
                cells.push(SplitCell { list, noted });
            }
            columns.push(cells);
        }
        SplitLists { columns }
    }

    /// Which columns were joined by comma and space throughout, as after
    /// editing by hand. Organisation names hold such commas of their own, so
    /// that column goes by the habit of countries and domains, or, where those
    /// have no lists, of categories and tasks.
    fn spaced(&self) -> [bool; MULTI_VALUED.len()] {
        let mut spaced = [false; MULTI_VALUED.len()];
        let (mut by_hand, mut others_by_hand, mut has_lists) = (false, false, false);
        for ((spaced, column), field) in spaced.iter_mut().zip(&self.columns).zip(MULTI_VALUED) {
            *spaced = column.commas.0 > column.commas.1;
            if matches!(field, Field::Country | Field::Domain) {
                by_hand |= *spaced;
                has_lists |= column.commas != (0, 0);
            } else if matches!(field, Field::OrganizationCategory | Field::Task) {
                others_by_hand |= *spaced;
            }
        }
        if let Some(organizations) = spaced.first_mut() {
            *organizations = by_hand || (!has_lists && others_by_hand);
        }
        spaced
    }
}

impl SplitLists {
    /// What a cell of the column at a position of [`MULTI_VALUED`] holds.
    pub(super) fn cell(&self, at: usize, id: CellId) -> Option<&SplitCell> {
        self.columns.get(at)?.get(usize::try_from(id).ok()?)
    }
}

fn split(cell: &str, spaced: bool, field: Field, texts: &mut Texts) -> Vec<Arc<str>> {
    let repeats_mean_something = matches!(field, Field::Country | Field::OrganizationCategory);
    let mut values: Vec<Arc<str>> = Vec::new();
    for value in split_list(cell, spaced, &[]) {
        let value = texts.intern(&value);
        if repeats_mean_something || !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// Splits organisations; the end of a name that a spaced comma cut off goes
/// back to it, which is noted.
fn names(
    cell: &str,
    spaced: bool,
    whole: &[Arc<str>],
    texts: &mut Texts,
    noted: &mut Vec<(Code, Arc<str>)>,
) -> Vec<Arc<str>> {
    let mut names: Vec<(String, bool)> = Vec::new();
    for name in split_list(cell, spaced, whole) {
        match names.last_mut() {
            Some((before, was_rejoined)) if spaced && is_legal_form(&name) => {
                *before = format!("{before}, {name}");
                *was_rejoined = true;
            }
            Some((before, was_rejoined)) if is_legal_ending(&name) => {
                *before = format!("{before},{name}");
                *was_rejoined = true;
            }
            _ => names.push((name.into_owned(), false)),
        }
    }
    let mut values: Vec<Arc<str>> = Vec::with_capacity(names.len());
    for (name, was_rejoined) in names {
        let name = texts.intern(&name);
        if was_rejoined {
            noted.push((Code::CommaInName, Arc::clone(&name)));
        }
        if !values.contains(&name) {
            values.push(name);
        }
    }
    values
}
