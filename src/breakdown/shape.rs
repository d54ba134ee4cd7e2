//! Numbers of a table as a reader wants to see them: models or shares, of each
//! column or up to it.

use super::ShareOf;
use super::ratio::ratio;
use super::table::{Cell, Row, Table};

/// How the numbers of a breakdown are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// As shares of the column's models, not as models.
    pub share: bool,
    /// Up to each column, not of it alone.
    pub cumulative: bool,
    /// In charts, on a logarithmic axis.
    pub log: bool,
}

impl Shape {
    /// Its name in links: the parts that are set, `share,cumulative,log`.
    #[must_use]
    pub fn id(self) -> String {
        let parts = [
            (self.share, "share"),
            (self.cumulative, "cumulative"),
            (self.log, "log"),
        ];
        let set: Vec<&str> = parts
            .into_iter()
            .filter(|(set, _)| *set)
            .map(|(_, id)| id)
            .collect();
        set.join(",")
    }

    /// Reads [`Self::id`]; unknown parts are passed over.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        let has = |part| id.split(',').any(|own| own == part);
        Self {
            share: has("share"),
            cumulative: has("cumulative"),
            log: has("log"),
        }
    }
}

impl Table {
    /// A row's cells in a shape: of each column, or up to it.
    #[must_use]
    pub fn cells_in(&self, row: &Row, shape: Shape) -> Vec<Cell> {
        if !shape.cumulative {
            return row.cells.clone();
        }
        let sums = row.cells.iter().scan(Cell::default(), |sum, cell| {
            sum.models += cell.models;
            sum.shared += cell.shared;
            Some(*sum)
        });
        sums.collect()
    }

    /// What shares are shares of in each column, in a shape.
    #[must_use]
    pub fn denominators_in(&self, shape: Shape) -> Vec<usize> {
        let of = match self.share_of {
            ShareOf::Counted => &self.counted_by_column,
            ShareOf::Known => &self.known,
        };
        if !shape.cumulative {
            return of.clone();
        }
        let sums = of.iter().scan(0, |sum, models| {
            *sum += models;
            Some(*sum)
        });
        sums.collect()
    }

    /// A row's shares, column by column; `None` where there is nothing to be a
    /// share of.
    #[must_use]
    pub fn shares_in(&self, row: &Row, shape: Shape) -> Vec<Option<f64>> {
        let of = self.denominators_in(shape);
        let cells = self.cells_in(row, shape);
        let pairs = cells.iter().zip(of);
        pairs.map(|(cell, of)| ratio(cell.models, of)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_survives_writing_and_reading() {
        for id in ["", "share", "cumulative,log", "share,cumulative,log"] {
            assert_eq!(Shape::from_id(id).id(), id);
        }
        assert_eq!(Shape::from_id("colour"), Shape::default());
    }

    #[test]
    fn sums_go_up_to_each_column() {
        let cell = |models| Cell { models, shared: 0 };
        let row = Row {
            key: "A".to_owned(),
            cells: vec![cell(1), cell(0), cell(3)],
            total: cell(4),
        };
        let table = Table {
            counted_by_column: vec![2, 0, 4],
            ..Table::default()
        };
        let share = Shape {
            share: true,
            ..Shape::default()
        };
        assert_eq!(table.shares_in(&row, share), [Some(0.5), None, Some(0.75)]);
        let cumulative = Shape {
            cumulative: true,
            ..share
        };
        assert_eq!(
            table.shares_in(&row, cumulative),
            [Some(0.5), Some(0.5), Some(4.0 / 6.0)]
        );
    }
}
