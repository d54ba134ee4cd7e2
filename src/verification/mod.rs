//! The published figures of an edition beside the computed ones, and the
//! edition's own arithmetic.
//!
//! In: a [`Census`] of the edition's period, and [`Published`] figures.
//! Out: a [`Verification`], figure by figure.
//! Leaves out: which data and definition are right; wording (`locale`).

mod check;
mod figure;
mod published;
mod unreadable;

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::dataset::PartialDate;
use crate::definition::Bilingual;
use crate::dimension::Conditions;
use crate::evidence::Meant;
use crate::locale::{self, Labels, Language};
use crate::report::{Findings, Report};

use check::{Figures, address};
use figure::{Computed, Given};

pub use published::{
    Check, KnownReason, ListedModel, Names, Printed, Published, PublishedRow, PublishedTable,
    SCHEMA,
};
pub use unreadable::{Unreadable, Wrong};

/// How a figure compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// The data give what was printed.
    Equal,
    /// They give something else.
    Differs,
    /// What was printed does not follow from the edition's own figures.
    Contradicts,
    /// The data cannot give it.
    NotDerivable,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 4] = [
        Self::Equal,
        Self::Differs,
        Self::Contradicts,
        Self::NotDerivable,
    ];
}

/// A published figure beside the computed one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Where it was printed: table, row, column.
    pub table: Bilingual,
    /// What it is about.
    pub row: Bilingual,
    /// Its column.
    pub column: String,
    /// Its column in words.
    pub heading: Bilingual,
    /// What was printed.
    pub printed: String,
    /// What the data give.
    pub computed: Option<String>,
    /// How they compare.
    pub verdict: Verdict,
    /// Why they differ, where that is known for these data.
    pub because: Option<Bilingual>,
    /// The models behind the computed number.
    pub meant: Option<Meant>,
}

/// A check of the edition's own figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    /// Where what it is about was printed.
    pub places: Vec<Bilingual>,
    /// What does not follow from the others where the check fails.
    pub suspects: Vec<String>,
    /// Whether it holds.
    pub holds: bool,
    /// What was found.
    pub said: Said,
    /// What else is to be said.
    pub note: Option<Bilingual>,
}

/// What a check found, numbers as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// A sum and what was printed.
    Sum {
        /// The sum of the parts.
        sum: String,
        /// What was printed.
        printed: String,
    },
    /// A share.
    Share {
        /// The count.
        part: String,
        /// What it is a share of.
        whole: String,
        /// The share that follows, in per cent.
        computed: String,
        /// What was printed.
        printed: String,
        /// A whole nearby that would give the printed share.
        fits: Option<usize>,
    },
    /// A growth rate.
    Growth {
        /// The first count.
        from: String,
        /// The last.
        to: String,
        /// The rate that follows, in per cent.
        computed: String,
        /// What was printed.
        printed: String,
    },
    /// Figures side by side.
    Equal(String),
    /// Whether figures are blank; the places are those that are not.
    NoneBefore,
}

/// An edition beside the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verification {
    /// What was published.
    pub title: Bilingual,
    /// Where.
    pub source: Bilingual,
    /// What is known of the data behind it, where their day is not.
    pub data_note: Option<Bilingual>,
    /// Every figure.
    pub figures: Vec<Compared>,
    /// The edition's arithmetic.
    pub checks: Vec<Checked>,
    /// How many days the data are older (or, below zero, younger) than the
    /// edition's, where both are known.
    pub days_older: Option<i32>,
}

impl Verification {
    /// How many figures compare so.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        let same = |own: &&Compared| own.verdict == verdict;
        self.figures.iter().filter(same).count()
    }
}

/// Compares every figure. The census is of the edition's period, unfiltered.
#[must_use]
pub fn verify(
    census: &Census,
    labels: &std::sync::Arc<Labels>,
    published: &Published,
) -> Verification {
    let report = Report {
        findings: Findings::of(census, labels, &Conditions::default()),
        definition: std::sync::Arc::clone(&census.definition),
        labels: std::sync::Arc::clone(labels),
    };
    let given = Given {
        census,
        report: &report,
    };
    let printed = Figures::of(published);
    let checks: Vec<Checked> = published
        .checks
        .iter()
        .flat_map(|own| check::check(own, &printed, published))
        .collect();
    let failed: Vec<&String> = checks
        .iter()
        .filter(|check| !check.holds)
        .flat_map(|check| &check.suspects)
        .collect();
    let date = report.findings.source.snapshot_date();
    let days_older = days_older(published, date);
    let otherwise = match days_older {
        Some(days) => age(days),
        None if published.data_date.is_none() => Some(locale::unknown_data()),
        None => None,
    };
    let mut figures = Vec::new();
    for table in &published.tables {
        for row in &table.rows {
            for (column, printed) in &row.figures {
                let computed = given.compute(row, column, printed);
                let address = address(&table.id, &row.name.en, column);
                let verdict = match &computed {
                    None => Verdict::NotDerivable,
                    Some(Computed { equal: true, .. }) => Verdict::Equal,
                    Some(_) if failed.contains(&&address) => Verdict::Contradicts,
                    Some(_) => Verdict::Differs,
                };
                let because = (verdict != Verdict::Equal)
                    .then(|| because(published, row, column, date))
                    .flatten()
                    .or_else(|| otherwise.clone().filter(|_| verdict == Verdict::Differs));
                let (computed, meant) = computed.map(|own| (own.text, own.meant)).unzip();
                figures.push(Compared {
                    table: table.name.clone(),
                    row: row.name.clone(),
                    column: column.clone(),
                    heading: published.heading(column),
                    printed: match (&**column, printed) {
                        ("share" | "growth", Printed::Number(number)) => format!("{number:.1}"),
                        _ => printed.text(),
                    },
                    computed,
                    verdict,
                    because,
                    meant: meant.flatten(),
                });
            }
        }
    }
    Verification {
        title: published.title.clone(),
        source: published.source.clone(),
        data_note: published.data_note.clone(),
        figures,
        checks,
        days_older,
    }
}

/// What is said of a figure that differs for no known reason: that the data are
/// of another day.
fn age(days_older: i32) -> Option<Bilingual> {
    Some(Bilingual {
        ko: locale::days_older(days_older, Language::Ko)?,
        en: locale::days_older(days_older, Language::En)?,
    })
}

/// The known reason, where it was found for data of this day.
fn because(
    published: &Published,
    row: &PublishedRow,
    column: &str,
    date: Option<PartialDate>,
) -> Option<Bilingual> {
    let own = date.map(|date| date.to_string());
    let names = row.because.get(column)?.all().iter();
    let mut reasons = names.filter_map(|name| published.reasons.get(name));
    let reason =
        reasons.find(|own_reason| own_reason.data_date.is_none() || own_reason.data_date == own)?;
    Some(reason.text.clone())
}

fn days_older(published: &Published, date: Option<PartialDate>) -> Option<i32> {
    let parse = |text: &str| text.parse::<jiff::civil::Date>().ok();
    let theirs = parse(published.data_date.as_ref()?)?;
    let ours = parse(&date?.to_string())?;
    Some(theirs.since(ours).ok()?.get_days())
}
