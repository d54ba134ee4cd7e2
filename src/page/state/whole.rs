//! What the page shows, as signals: sources that are set, and memos of them.
//!
//! Long because the signals that the whole page shares stand together.

use std::sync::Arc;

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::breakdown::Shape;
use crate::chart::{ColourBy, Look};
use crate::definition::Countries;
use crate::definition::Definition;
use crate::engine::View;
use crate::locale::{Labels, Language, Text};
use crate::page::address::{Link, Opened, Theme};
use crate::page::browser::NotFetched;
use crate::report::{Findings, Report};

use super::asked::Asked;
use super::said::Said;
use super::shared::Shared;
use super::shown::{Kept, Shown};
use super::turns::Turns;

/// How many bytes of changes a link may bear.
const LONGEST_CHANGES: usize = 4_000;
/// As long as people take for at once.
pub(in crate::page) const UNNOTICED_MS: u32 = 100;
/// So long nobody waits without being told for what.
pub(in crate::page) const WORTH_A_WORD_MS: u32 = 3_000;

/// What numbers are computed by and shown with.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) struct Basis {
    pub definition: Shared<Definition>,
    pub labels: Shared<Labels>,
}

/// What is shown next, all at once.
#[derive(Debug)]
pub(in crate::page) struct Next {
    /// The file; `None` where it stays.
    pub file: Option<Shown>,
    pub definition: Shared<Definition>,
    pub view: View,
    pub findings: Findings,
}

/// What only an answer changes: nobody else has these.
#[derive(Clone, Copy, Debug)]
struct Put {
    basis: WriteSignal<Option<Basis>>,
    shown: WriteSignal<Option<Shown>, LocalStorage>,
    view: WriteSignal<View>,
    report: WriteSignal<Option<Shared<Report>>>,
}

/// All that the page's parts share.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct State {
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// Counts the languages asked for, so that a late one is not spoken.
    pub(super) words: StoredValue<u32>,
    /// The theme that the reader chose.
    pub theme: RwSignal<Theme>,
    /// Whether the page is dark.
    pub dark: RwSignal<bool>,
    /// Whether the window is a phone's.
    pub narrow: RwSignal<bool>,
    /// What is asked for.
    pub asked: Asked,
    /// What is said of what happens.
    pub said: Said,
    /// What the shown numbers are computed by; `None` until it is there.
    pub basis: ReadSignal<Option<Basis>>,
    /// The file that is shown.
    pub shown: ReadSignal<Option<Shown>, LocalStorage>,
    /// The section that the reader went to last.
    pub section: RwSignal<String>,
    /// The link that what is shown came by, until the reader changes anything.
    pub came_by: RwSignal<Option<Link>>,
    /// The definition whose fingerprint was computed last, and that: half a
    /// thousand organisations take milliseconds.
    fingerprint: StoredValue<Option<(Shared<Definition>, String)>>,
    /// The address of what was shown last; `None` where a link was followed.
    pub settled: StoredValue<Option<String>>,
    /// What is kept in this browser.
    pub kept: RwSignal<Option<Kept>>,
    /// The definitions that come with the page, once they are asked for.
    pub built_in: RwSignal<Vec<Shared<Definition>>>,
    /// How the numbers of breakdowns are shown.
    pub shape: RwSignal<Shape>,
    /// What the colours of the training compute chart mean.
    pub colour_by: RwSignal<ColourBy>,
    /// How the shown data are looked at.
    pub view: ReadSignal<View>,
    /// Whose models the reader looks for that may not be in the list, as typed;
    /// blank for the focus country’s.
    pub covered: RwSignal<String>,
    /// The list that the reader compares with: the day of one that comes with the
    /// page, or the name of a file; blank where the reader has not chosen.
    pub against: RwSignal<String>,
    /// What the reader looks behind, one after the other; the last is shown.
    pub opened: RwSignal<Vec<Opened>>,
    /// Whether the code of the page's rest came or failed to, once it did.
    pub rest: RwSignal<Option<Result<(), NotFetched>>>,
    /// Everything computed, anew whenever file, definition or period change.
    pub report: ReadSignal<Option<Shared<Report>>>,
    put: Put,
    /// Whether parts of the page still show the report before.
    is_updating: RwSignal<bool>,
    /// The report, for parts that show a newer one in turn.
    parts: StoredValue<Vec<RwSignal<Option<Shared<Report>>>>>,
    /// Whether the page shows all that waited in its place.
    pub is_there: RwSignal<bool>,
    /// The parts of the page that are yet to be made.
    pub turns: Turns,
}

impl State {
    pub fn new(theme: Theme) -> Self {
        let (basis, put_basis) = signal(None);
        let (shown, put_shown) = signal_local(None);
        let (view, put_view) = signal(View::default());
        let (report, put_report) = signal(None);
        Self {
            language: RwSignal::new(Language::default()),
            words: StoredValue::new(0),
            theme: RwSignal::new(theme),
            dark: RwSignal::new(false),
            narrow: RwSignal::new(false),
            asked: Asked::new(),
            said: Said::new(),
            basis,
            shown,
            section: RwSignal::new(String::new()),
            came_by: RwSignal::new(None),
            fingerprint: StoredValue::new(None),
            settled: StoredValue::new(None),
            kept: RwSignal::new(None),
            built_in: RwSignal::new(Vec::new()),
            shape: RwSignal::new(Shape::default()),
            colour_by: RwSignal::new(ColourBy::default()),
            view,
            covered: RwSignal::new(String::new()),
            against: RwSignal::new(String::new()),
            opened: RwSignal::new(Vec::new()),
            rest: RwSignal::new(None),
            report,
            put: Put {
                basis: put_basis,
                shown: put_shown,
                view: put_view,
                report: put_report,
            },
            is_updating: RwSignal::new(false),
            is_there: RwSignal::new(false),
            turns: Turns::new(),
            parts: StoredValue::new(Vec::new()),
        }
    }

    /// Begins with a definition and the names of values.
    pub fn begin(self, definition: Shared<Definition>, labels: Labels) {
        self.built_in.set(vec![definition.clone()]);
        self.put.basis.set(Some(Basis {
            definition,
            labels: Shared(Arc::new(labels)),
        }));
    }

    /// Names the countries that the definition does not know.
    pub fn know(self, countries: Countries) {
        self.put.basis.update(|basis| {
            if let Some(basis) = basis {
                let labels = Labels::clone(&basis.labels).with_countries(countries);
                basis.labels = Shared(Arc::new(labels));
            }
        });
    }

    /// Shows an answer: the only way by which what is shown changes.
    pub fn show(self, next: Next) {
        let Some(report) = self.put(next) else {
            return;
        };
        self.is_updating.set(true);
        spawn_local(async move {
            for part in self.parts.get_value() {
                TimeoutFuture::new(0).await;
                let is_latest = |latest: &Option<Shared<Report>>| latest.as_ref() == Some(&report);
                if !self.report.with_untracked(is_latest) {
                    return;
                }
                part.set(Some(report.clone()));
            }
            self.is_updating.set(false);
        });
    }

    /// The same before there are any parts; `None` before the page has begun.
    pub fn put(self, next: Next) -> Option<Shared<Report>> {
        let Next {
            file,
            definition,
            view,
            findings,
        } = next;
        let labels = self.labels_untracked()?;
        let report = Shared(Arc::new(Report {
            findings,
            definition: Arc::clone(&definition.0),
            labels: Arc::clone(&labels.0),
        }));
        if file.is_some() {
            self.put.shown.set(file);
        }
        // What did not change need not be shown anew.
        if self.basis.with_untracked(|basis| {
            let own = basis.as_ref().map(|basis| &basis.definition);
            own != Some(&definition)
        }) {
            self.put.basis.set(Some(Basis { definition, labels }));
        }
        self.put.view.set(view);
        self.put.report.set(Some(report.clone()));
        Some(report)
    }

    /// Whether parts of the page still show the report before, for use in an event.
    pub fn is_updating(self) -> bool {
        self.is_updating.get_untracked()
    }

    /// Whether parts of the page are yet to be made or made anew.
    pub fn is_busy(self) -> bool {
        self.is_updating.get() || self.turns.are_on.get()
    }

    /// The report for one part of the page. Showing all of it at once would
    /// block the page for longer than a reader's hand takes to notice, so the
    /// parts follow in turn.
    pub fn in_turn(self) -> RwSignal<Option<Shared<Report>>> {
        let part = RwSignal::new(self.report.get_untracked());
        self.parts.update_value(|parts| parts.push(part));
        part
    }

    /// Whether any numbers are shown.
    pub fn is_started(self) -> bool {
        self.report.with_untracked(Option::is_some)
    }

    /// What a link says of the definition: its id where it is not the page's
    /// first, and its changes.
    pub fn definition_in_link(self) -> (Option<String>, Option<String>) {
        let first = self.built_in.with(|all| all.first().cloned());
        let own = self
            .basis
            .with(|basis| Some(basis.as_ref()?.definition.clone()));
        let (Some(first), Some(own)) = (first, own) else {
            return (None, None);
        };
        if first == own || first.0 == own.0 {
            return (None, None);
        }
        let base = self.built_in.with(|all| {
            let same = all.iter().find(|base| base.id == own.id).cloned();
            same.unwrap_or(first)
        });
        let changes = (base.0 != own.0).then(|| base.changes_of(&own));
        // A long one would make links that no mail keeps whole: the page says
        // then that the definition must be sent as a file.
        let changes = changes.filter(|changes| changes.len() <= LONGEST_CHANGES);
        (Some(base.id.clone()), changes)
    }

    /// The definition.
    pub fn definition(self) -> Option<Shared<Definition>> {
        self.basis
            .with(|basis| Some(basis.as_ref()?.definition.clone()))
    }

    /// A definition's fingerprint.
    pub fn fingerprint(self, definition: &Arc<Definition>) -> String {
        let own = Shared(Arc::clone(definition));
        let known = self.fingerprint.with_value(|known| {
            let known = known.as_ref().filter(|(known, _)| *known == own);
            known.map(|(_, sha256)| sha256.clone())
        });
        known.unwrap_or_else(|| {
            let sha256 = definition.sha256();
            self.fingerprint.set_value(Some((own, sha256.clone())));
            sha256
        })
    }

    /// The definition as JSON.
    pub fn definition_json(self) -> Option<String> {
        self.basis
            .with_untracked(|basis| serde_json::to_string(&*basis.as_ref()?.definition).ok())
    }

    /// Whether the definition is none that comes with the page.
    pub fn has_own_definition(self) -> bool {
        let built_in = self.built_in.get();
        self.basis.with(|basis| {
            let definition = basis.as_ref().map(|basis| &basis.definition.0);
            let is =
                |known: &Shared<Definition>, own| Arc::ptr_eq(&known.0, own) || known.0 == *own;
            definition.is_some_and(|own| !built_in.iter().any(|known| is(known, own)))
        })
    }

    /// What would be kept of what is shown now.
    pub fn to_be_kept(self) -> Option<Kept> {
        Some(Kept {
            name: self
                .shown
                .with(|shown| Some(shown.as_ref()?.name.clone()))?,
            definition: self.kept_as(&self.definition()?.0),
        })
    }

    /// What a kept definition is known by: its choices, and what it says of headers.
    pub fn kept_as(self, definition: &Arc<Definition>) -> String {
        let own = self.fingerprint(definition);
        let said = definition.columns.iter();
        said.fold(own, |own, (header, field)| own + header + field.id())
    }

    /// Looks behind a number or model.
    pub fn open(self, opened: Opened) {
        self.opened.update(|all| all.push(opened));
    }

    /// The names of values.
    pub fn labels(self) -> Option<Shared<Labels>> {
        self.basis
            .with(|basis| Some(basis.as_ref()?.labels.clone()))
    }

    /// The same, for use in an event.
    pub fn labels_untracked(self) -> Option<Shared<Labels>> {
        self.basis
            .with_untracked(|basis| Some(basis.as_ref()?.labels.clone()))
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

    /// How charts are to look on paper.
    pub fn paper_look(self) -> Look {
        Look {
            language: self.language.get_untracked(),
            ..Look::default()
        }
    }
}
