//! What the page shows, as signals: sources that are set, and memos of them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::census::{Census, period_covered};
use crate::chart::{ColourBy, Look};
use crate::dataset::{Dataset, PartialDate};
use crate::definition::{Bilingual, Definition, Period};
use crate::locale::{Labels, Language, Text};
use crate::report::Report;

/// A shared value, equal only to itself: comparing contents would cost more
/// than showing them again.
#[derive(Debug)]
pub(super) struct Shared<T>(pub Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What happens to a file, for the reader.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Notice {
    Starting,
    Reading { name: String, rows: u64 },
    Read { name: String, rows: u64 },
    Unusable { name: String, reason: Bilingual },
    NotStarted { reason: String },
}

/// What is computed from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Basis {
    pub dataset: Shared<Dataset>,
    pub definition: Shared<Definition>,
    pub labels: Shared<Labels>,
    /// Whether the dataset came with the page.
    pub bundled: bool,
}

/// All that the page's parts share.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// Whether the reader's system prefers a dark page.
    pub dark: RwSignal<bool>,
    /// Whether the window is a phone's.
    pub narrow: RwSignal<bool>,
    /// What happens to a file.
    pub notice: RwSignal<Option<Notice>>,
    /// What is computed from; `None` until the first data is there.
    pub basis: RwSignal<Option<Basis>>,
    /// The period that is shown.
    pub period: RwSignal<Option<Period>>,
    /// What the colours of the training compute chart mean.
    pub colour_by: RwSignal<ColourBy>,
    /// Counts the files asked for, so that a late one is not shown.
    pub turn: RwSignal<u32>,
    /// Everything computed, anew whenever basis or period change.
    pub report: Memo<Option<Shared<Report>>>,
}

impl State {
    pub fn new(language: Language) -> Self {
        let basis: RwSignal<Option<Basis>> = RwSignal::new(None);
        let period = RwSignal::new(None);
        let report = Memo::new(move |_| {
            let Basis {
                dataset,
                definition,
                labels,
                ..
            } = basis.get()?;
            let period = period.get().unwrap_or(definition.period);
            let census = Census::take_over(dataset.0, definition.0, period);
            Some(Shared(Arc::new(Report::compute(census, labels.0))))
        });
        Self {
            language: RwSignal::new(language),
            dark: RwSignal::new(false),
            narrow: RwSignal::new(false),
            notice: RwSignal::new(Some(Notice::Starting)),
            basis,
            period,
            colour_by: RwSignal::new(ColourBy::default()),
            turn: RwSignal::new(0),
            report,
        }
    }

    /// Shows another dataset: the definition stays, the period reaches to the
    /// last year that the dataset covers whole.
    pub fn show(self, basis: Basis) {
        let period = period_covered(&basis.dataset, &basis.definition);
        self.period.set(Some(period));
        self.basis.set(Some(basis));
    }

    /// The texts of the page's language.
    pub fn text(self) -> &'static Text {
        self.language.get().text()
    }

    /// How charts are to look.
    pub fn look(self) -> Look {
        Look {
            language: self.language.get(),
            dark: self.dark.get(),
            narrow: self.narrow.get(),
        }
    }

    /// The day of the data, as text.
    pub fn snapshot_date(self) -> String {
        let date: Option<PartialDate> = self
            .report
            .get()
            .and_then(|report| report.census.dataset.snapshot_date());
        date.map(crate::locale::date).unwrap_or_default()
    }
}
