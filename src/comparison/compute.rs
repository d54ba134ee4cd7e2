//! Compares two sides.

use crate::breakdown::BREAKDOWNS;
use crate::definition::Span;
use crate::labels::Labels;

use super::compared::{ComparedRow, ComparedTable, Comparison, Mover};
use super::filling::Filling;
use super::matched::Matching;
use super::moving::{Sides, both, one};

impl Comparison {
    /// Compares. Labels only put rows in order.
    #[must_use]
    pub fn of(sides: Sides<'_>, labels: &Labels) -> Self {
        let matching = Matching::of(
            &sides.old.dataset,
            &sides.new.dataset,
            &sides.new.definition,
        );
        let mut columns: Vec<Span> = sides.old.period.spans().collect();
        columns.extend(sides.new.period.spans());
        columns.sort_unstable();
        columns.dedup();
        let mut tables: Vec<Filling> = BREAKDOWNS
            .iter()
            .copied()
            .filter_map(|breakdown| {
                let old = breakdown.count(sides.old)?.ordered(breakdown, labels);
                let new = breakdown.count(sides.new)?.ordered(breakdown, labels);
                Some(Filling::of(breakdown, &columns, &old, &new))
            })
            .collect();
        for pair in &matching.pairs {
            both(sides, pair, &mut tables);
        }
        let singles = [
            (sides.old, &matching.left, false),
            (sides.new, &matching.entered, true),
        ];
        for (census, models, came) in singles {
            for single in models {
                one(census, *single, came, &mut tables);
            }
        }
        let tables = tables.into_iter().map(Filling::finish).collect();
        Self {
            columns,
            tables,
            matching,
        }
    }

    /// The table of a breakdown.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<&ComparedTable> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// Every model that is in a cell on one side only, as often as it is.
    pub fn movers(&self) -> impl Iterator<Item = &Mover> {
        let rows = self.tables.iter().flat_map(|table| &table.rows);
        let shares = rows.flat_map(|row| &row.causes);
        shares.flat_map(|share| &share.movers)
    }

    /// All counted models.
    #[must_use]
    pub fn all(&self) -> Option<&ComparedRow> {
        self.table("year")?.rows.first()
    }
}
