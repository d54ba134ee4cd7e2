//! Everything computed from one census: what page, files and programs show.
//!
//! In: a [`Census`] and [`Labels`]. Out: a [`Report`].

use std::sync::Arc;

use crate::breakdown::{BREAKDOWNS, Breakdown, Growth, Table, Unavailable};
use crate::census::Census;
use crate::list::ListId;
use crate::locale::{Labels, Language, fill, period, year};

/// A census, and all its breakdowns.
#[derive(Clone, Debug)]
pub struct Report {
    /// The census.
    pub census: Census,
    /// The names of values.
    pub labels: Arc<Labels>,
    /// One for each of [`BREAKDOWNS`], in its order.
    pub tables: Vec<(&'static Breakdown, Result<Table, Unavailable>)>,
    /// Growth of the counted models.
    pub growth: Option<Growth>,
}

/// Where the focus country stands among the countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FocusRank {
    /// Its competition rank by models over the period.
    pub rank: usize,
    /// Whether another country has the same.
    pub tied: bool,
    /// Its models.
    pub models: usize,
    /// How many countries have any model.
    pub countries: usize,
}

impl Report {
    /// Computes everything.
    #[must_use]
    pub fn compute(census: Census, labels: Arc<Labels>) -> Self {
        let tables: Vec<_> = BREAKDOWNS
            .iter()
            .map(|breakdown| {
                let table = breakdown
                    .count(&census)
                    .map(|table| table.ordered(breakdown, &labels));
                (*breakdown, table)
            })
            .collect();
        let growth = tables
            .iter()
            .find(|(breakdown, _)| breakdown.id == "year")
            .and_then(|(_, table)| table.as_ref().ok()?.growth(&census));
        Self {
            census,
            labels,
            tables,
            growth,
        }
    }

    /// A breakdown's title for this period.
    #[must_use]
    pub fn title(&self, breakdown: &Breakdown, language: Language) -> String {
        let minimum = (breakdown.minimum)(&self.census.definition).to_string();
        let period = period(self.census.period, language);
        let values = [("period", &*period), ("minimum", &*minimum)];
        fill(breakdown.title.get(language), &values)
    }

    /// A list's title for this period.
    #[must_use]
    pub fn list_title(&self, list: ListId, language: Language) -> String {
        let text = language.text();
        let focus = &self.census.definition.focus_country;
        match list {
            ListId::FocusCountry => {
                let country = self.labels.name("country", focus, language);
                let period = period(self.census.period, language);
                fill(
                    text.focus_title,
                    &[("country", country), ("period", &period)],
                )
            }
            ListId::TopModels => {
                let year = year(self.census.top_models_year(), language);
                fill(text.top_title, &[("year", &year)])
            }
            ListId::TrainingCompute => text.compute_title.to_owned(),
        }
    }

    /// The table of a breakdown, where the export supports it.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables
            .iter()
            .find(|(breakdown, _)| breakdown.id == id)
            .and_then(|(_, table)| table.as_ref().ok())
    }

    /// How many models a row of a breakdown holds, and as what share.
    #[must_use]
    pub fn share_of(&self, id: &str, key: &str) -> Option<(usize, f64)> {
        let table = self.table(id)?;
        let count = table.row(key).map_or(0, |row| row.total.count());
        Some((count, table.share(count)?))
    }

    /// Where the focus country stands among the countries.
    #[must_use]
    pub fn focus_rank(&self) -> Option<FocusRank> {
        let table = self.table("country")?;
        let focus = &*self.census.definition.focus_country;
        let ranks = table.ranks();
        let at = table.rows.iter().position(|row| row.key == focus)?;
        let rank = *ranks.get(at)?;
        Some(FocusRank {
            rank,
            tied: ranks.iter().filter(|other| **other == rank).count() > 1,
            models: table.rows.get(at)?.total.count(),
            countries: table.rows.len(),
        })
    }
}
