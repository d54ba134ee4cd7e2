//! The counted models, divided along one dimension and by year.
//!
//! In: a [`Census`]. Out: a [`Table`] whose cells are sets of models, so that
//! every number can name the models behind it.
//! Leaves out: numbers as text, colours, HTML.
//!
//! To add a breakdown, copy `development.rs`, then add its two lines below.

mod country;
mod development;
mod domain;
mod multimodal;
mod organization;
mod organization_category;
mod table;
mod task;
mod task_count;
mod year;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::census::{Census, Placed};
use crate::dataset::Field;
use crate::definition::Definition;
use crate::locale::Words;

#[cfg(feature = "ui")]
pub(crate) use table::ratio;
pub use table::{Cell, Growth, Row, Table, competition_ranks};

/// Every breakdown, in the report's order.
pub const BREAKDOWNS: &[&Breakdown] = &[
    &year::BREAKDOWN,
    &country::BREAKDOWN,
    &domain::BREAKDOWN,
    &multimodal::BREAKDOWN,
    &task::BREAKDOWN,
    &task_count::BREAKDOWN,
    &development::BREAKDOWN,
    &organization_category::BREAKDOWN,
    &organization::BREAKDOWN,
];

/// One way of dividing the counted models.
#[derive(Debug)]
pub struct Breakdown {
    /// Stable id, used in JSON, links and file names.
    pub id: &'static str,
    /// The number of the report's table or figure.
    pub form: Form,
    /// The title; `{period}` stands for the period.
    pub title: Words,
    /// What a row is.
    pub row: Words,
    /// The unit of the numbers.
    pub unit: Unit,
    /// How it counts, for readers.
    pub notes: &'static [Words],
    /// Columns of the export it needs: of each group at least one.
    pub needs: &'static [&'static [Field]],
    /// The keys under which a model is counted; none where it is unknown.
    pub values: for<'a> fn(&'a Placed, &mut Vec<Cow<'a, str>>),
    /// Which labels name the keys, see [`crate::locale::Labels`].
    pub labels: &'static str,
    /// How it is drawn.
    pub draw: Draw,
    /// How the rows are ordered.
    pub order: Order,
    /// What shares are shares of.
    pub share_of: ShareOf,
    /// What a table says below its rows, year by year.
    pub per_year: PerYear,
    /// Whether cells say how many of their models are in other rows too.
    pub says_shared: bool,
    /// From how many models on a row is shown.
    pub minimum: fn(&Definition) -> u32,
}

/// What the report calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `<표 n>`
    Table(u8),
    /// `[그림 n]`
    Figure(u8),
}

/// What the numbers of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Models, each in one row.
    Models,
    /// Models, some in more than one row.
    ModelsShared,
}

/// How a breakdown is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draw {
    /// A column for each year, parted by row.
    Columns,
    /// A bar for each row, parted by year.
    Bars,
}

/// How rows are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By total from high to low, then by fewest shared, then by English
    /// label: the order of IS-178's Table 1.
    ByTotal,
    /// By key, as for numbers of tasks.
    ByKey,
}

/// What a table says below its rows, year by year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PerYear {
    /// Nothing.
    Nothing,
    /// Growth over the year before.
    Growth,
    /// The share of the year's counted models.
    Share,
}

/// What shares are shares of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShareOf {
    /// All counted models.
    Counted,
    /// The counted models that have any value in the dimension.
    Known,
}

impl Breakdown {
    /// Counts. Pure: equal censuses give equal tables. `None` where the export
    /// lacks a column that it needs.
    #[must_use]
    pub fn count(&self, census: &Census) -> Option<Table> {
        self.missing(&census.dataset.columns)
            .is_none()
            .then(|| Table::count(self, census))
    }

    /// The models counted under a key, of one year or of all, as positions in
    /// the dataset.
    #[must_use]
    pub fn models(&self, census: &Census, key: &str, year: Option<i16>) -> Vec<usize> {
        let mut keys = Vec::new();
        census
            .counted()
            .filter(|(_, _, placed)| year.is_none() || placed.year == year)
            .filter(|(_, _, placed)| {
                keys.clear();
                (self.values)(placed, &mut keys);
                keys.iter().any(|own| own == key)
            })
            .map(|(at, _, _)| at)
            .collect()
    }

    /// The columns that an export lacks for this breakdown: of the groups that
    /// are missing wholly, the first.
    #[must_use]
    pub fn missing(&self, columns: &[(Field, String)]) -> Option<&'static [Field]> {
        let has = |field: &Field| columns.iter().any(|(present, _)| present == field);
        self.needs
            .iter()
            .find(|group| !group.iter().any(has))
            .copied()
    }
}

/// The minimum of breakdowns that show every row.
fn every_row(_: &Definition) -> u32 {
    1
}

/// The keys of a model's values.
fn keys<'a>(values: &'a [crate::census::Value], keys: &mut Vec<Cow<'a, str>>) {
    keys.extend(values.iter().map(|value| Cow::Borrowed(&*value.key)));
}
