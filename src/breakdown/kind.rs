//! What a breakdown is.

use serde::{Deserialize, Serialize};

use crate::dataset::Field;
use crate::definition::{Definition, Span};
use crate::dimension::{self, Condition, Conditions, Dimension};

/// One way of dividing the counted models.
#[derive(Debug)]
pub struct Breakdown {
    /// Stable id, used in JSON, links and file names.
    pub id: &'static str,
    /// The number of the report's table or figure.
    pub form: Form,
    /// What a row is a value of.
    pub dimension: &'static Dimension,
    /// The unit of the numbers.
    pub unit: Unit,
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShareOf {
    /// All counted models.
    #[default]
    Counted,
    /// The counted models that have any value in the dimension.
    Known,
}

/// What a language says of a breakdown.
#[derive(Clone, Copy, Debug)]
pub struct BreakdownText {
    /// The title; `{period}` stands for the period.
    pub title: &'static str,
    /// The title where the period and that AI models are meant is said
    /// already.
    pub short_title: &'static str,
    /// How it counts, for readers.
    pub notes: &'static [&'static str],
}

impl Breakdown {
    /// The conditions that the models counted under a key meet, of one column
    /// or of all.
    #[must_use]
    pub fn conditions(&self, key: &str, span: Option<Span>) -> Conditions {
        let row = Condition::value(self.dimension, key);
        let column = span.map(|span| Condition::value(&dimension::YEAR, span.to_string()));
        Conditions(std::iter::once(row).chain(column).collect())
    }

    /// The columns that an export lacks for this breakdown under a definition.
    #[must_use]
    pub fn missing(
        &self,
        columns: &[(Field, String)],
        definition: &Definition,
    ) -> Option<&'static [Field]> {
        self.dimension.missing(columns, definition)
    }
}

/// The minimum of breakdowns that show every row.
pub(super) fn every_row(_: &Definition) -> u32 {
    1
}
