//! What is compared with, and which cells of it are looked at.

use leptos::prelude::*;

use crate::comparison::Explained;
use crate::dataset::{PartialDate, tidy};
use crate::document::{MovedAt, moved_column, moved_table_name};
use crate::language::fill;
use crate::locale::{date, moved, read_error};
use crate::page::data::day_of;
use crate::page::engine::{NotRead, client};
use crate::page::state::{Shared, State};

/// How the names of the lists begin that come with the page.
const LISTS: &str = "large-scale-models-";

/// What the reader compares with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Others {
    /// The names of the lists to choose from.
    pub names: RwSignal<Vec<String>>,
    /// The one that the reader chose, as links name it; blank where none was.
    pub chosen: RwSignal<String>,
    /// The one that was compared last.
    pub compared: RwSignal<Option<String>>,
}

impl Others {
    pub fn new(state: State) -> Self {
        Self {
            names: RwSignal::new(Vec::new()),
            chosen: state.against,
            compared: RwSignal::new(None),
        }
    }

    /// Adds names that are not there yet.
    pub fn add(self, more: Vec<String>) {
        let Some(mut names) = self.names.try_get_untracked() else {
            return;
        };
        let before = names.len();
        for name in more {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.len() > before {
            self.names.set(names);
        }
    }

    /// Chooses a list by its name.
    pub fn choose(self, name: &str) {
        self.chosen.try_set(in_links(name).to_owned());
    }

    /// The one that is shown as chosen.
    pub fn shown(self) -> Option<String> {
        let chosen = self.chosen.get();
        let named = self.names.with(|names| named(names, &chosen));
        named.or_else(|| self.compared.get())
    }
}

/// A list as links name it: one that comes with the page by its day alone.
fn in_links(name: &str) -> &str {
    let day = name.strip_prefix(LISTS);
    day.and_then(|day| day.strip_suffix(".csv")).unwrap_or(name)
}

/// The list that a link, or the reader, names.
fn named(names: &[String], chosen: &str) -> Option<String> {
    let is_meant = |name: &&String| in_links(name) == chosen;
    names.iter().find(is_meant).cloned()
}

/// The list that is compared with: the chosen one, or where there is none the
/// first that is not of the shown day.
pub(super) fn compared_with(
    names: &[String],
    chosen: &str,
    shown: Option<PartialDate>,
) -> Option<String> {
    named(names, chosen).or_else(|| first_choice(names, shown))
}

/// The first list that is not of the shown day: the report's own, or where that
/// is shown the newest.
fn first_choice(names: &[String], shown: Option<PartialDate>) -> Option<String> {
    let other = |name: &&String| day_of(name) != shown;
    let mut others = names.iter().filter(other);
    let first = others.next()?;
    let is_newest_needed = names.first().is_some_and(|own| day_of(own) == shown);
    match is_newest_needed {
        true => others.next_back().or(Some(first)).cloned(),
        false => Some(first.clone()),
    }
}

pub(super) fn lists(others: Others, state: State) -> AnyView {
    let text = moved(state.language.get());
    let chosen = others.shown();
    let option = |name: &String| {
        let shown = match day_of(name) {
            Some(day) if name.starts_with(LISTS) => fill(text.list_of, &[("day", &date(day))]),
            _ => name.clone(),
        };
        let is_chosen = chosen.as_ref() == Some(name);
        view! {
            <option value=name.clone() selected=is_chosen>
                {shown}
            </option>
        }
    };
    others
        .names
        .get()
        .iter()
        .map(option)
        .collect_view()
        .into_any()
}

/// Reads a file to compare with; the list that is shown stays.
pub(super) fn read_beside(
    state: State,
    file: web_sys::File,
    others: Others,
    said: RwSignal<Option<String>>,
) {
    let name = tidy(&file.name()).into_owned();
    leptos::task::spawn_local(async move {
        said.try_set(None);
        match client::read_beside(&file, &name).await {
            Ok(known) => {
                others.add(vec![known.clone()]);
                others.choose(&known);
            }
            Err(why) => {
                let language = state.language.get_untracked();
                let reason = match why {
                    NotRead::Unusable(error) => read_error(&error, language),
                    NotRead::Failed(reason) => {
                        fill(language.text().not_handed_out, &[("reason", &reason)])
                    }
                    NotRead::NotBegun => language.text().not_fetched.to_owned(),
                    NotRead::Cancelled => String::new(),
                };
                let values = [("name", &*name), ("reason", &*reason)];
                said.try_set(Some(fill(moved(language).not_read, &values)));
            }
        }
    });
}

/// Which table and which of its columns.
#[component]
pub(super) fn Places(
    found: RwSignal<Option<Shared<Explained>>>,
    at: RwSignal<Option<MovedAt>>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let own = move || {
        let found = found.get()?;
        Some(at.get().unwrap_or_else(|| MovedAt::whole(&found)))
    };
    let change = move |change: &dyn Fn(&mut MovedAt)| {
        if let Some(mut own) = untrack(own) {
            change(&mut own);
            at.set(Some(own));
        }
    };
    let tables = move || {
        let (found, own) = found.get().zip(own())?;
        let language = state.language.get();
        let options = found.comparison.tables.iter().map(|table| {
            let name = moved_table_name(table, language);
            let is_chosen = table.id == own.table;
            view! {
                <option value=table.id.clone() selected=is_chosen>
                    {name}
                </option>
            }
        });
        Some(options.collect_view())
    };
    let columns = move || {
        let (found, own) = found.get().zip(own())?;
        let language = state.language.get();
        let all = (0..=found.comparison.columns.len()).rev();
        let options = all.map(|column| {
            let name = moved_column(&found, column, language);
            view! {
                <option value=column.to_string() selected=column == own.column>
                    {name}
                </option>
            }
        });
        Some(options.collect_view())
    };
    let text = move || moved(state.language.get());
    view! {
        <label class="field">
            <span>{move || text().table}</span>
            <select
                id="census-comparison-table"
                on:change=move |event| {
                    let id = event_target_value(&event);
                    change(&|own| own.table.clone_from(&id));
                }
            >
                {tables}
            </select>
        </label>
        <label class="field">
            <span>{move || text().column}</span>
            <select
                id="census-comparison-column"
                on:change=move |event| {
                    let column = event_target_value(&event).parse().unwrap_or(0);
                    change(&|own| own.column = column);
                }
            >
                {columns}
            </select>
        </label>
    }
}
