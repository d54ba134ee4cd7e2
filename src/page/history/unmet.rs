//! What of a link does not hold for what is shown.

use leptos::prelude::*;

use crate::locale::fill;
use crate::page::address::is_address;
use crate::page::state::State;

/// A part of a link that does not hold.
enum Unmet {
    /// Other data are shown than those of this name.
    Data(String),
    /// The data of this name are not what they were.
    Bytes(String, String),
    /// Another definition is shown, or it is not what it was.
    Definition(&'static str, String),
}

fn unmet(state: State) -> Vec<Unmet> {
    let mut found = Vec::new();
    let (Some(report), Some(link)) = (state.report.get(), state.came_by.get()) else {
        return found;
    };
    let source = &report.findings.source;
    let other = |now: Option<&str>, then: &Option<String>| {
        then.clone()
            .filter(|then| now.is_some_and(|now| !now.starts_with(&**then)))
    };
    let bytes = other(source.sha256.as_deref(), &link.data_sha256);
    match link.data.clone().filter(|name| *name != source.name) {
        Some(name) => found.push(Unmet::Data(name)),
        None => found.extend(bytes.map(|then| Unmet::Bytes(source.name.clone(), then))),
    }
    let id = link.definition.clone();
    let unknown = id.filter(|id| !is_address(id) && *id != report.definition.id);
    found.extend(unknown.map(|id| Unmet::Definition("definition", id)));
    let sha256 = state.fingerprint(&report.definition);
    let changed = other(Some(&sha256), &link.definition_sha256);
    found.extend(changed.map(|then| Unmet::Definition("definition-sha256", then)));
    found
}

/// What differs from what a link says, for reading.
pub(in crate::page) fn differences(state: State) -> Vec<String> {
    let text = state.text();
    let mut said = Vec::new();
    if let Some(report) = state.report.get()
        && let Some(data) = &report.definition.data
        && let Some(sha256) = &report.findings.source.sha256
        && *sha256 != data.sha256
    {
        said.push(fill(text.definition_of_other_data, &[("name", &data.name)]));
    }
    let mut words: Vec<String> = unmet(state)
        .into_iter()
        .map(|unmet| match unmet {
            Unmet::Data(name) => fill(text.link_other_data, &[("name", &name)]),
            Unmet::Bytes(name, _) => fill(text.link_other_bytes, &[("name", &name)]),
            Unmet::Definition(..) => text.link_other_definition.to_owned(),
        })
        .collect();
    words.dedup();
    said.extend(words);
    said
}

/// The parts of a link that are not understood, for reading.
pub(in crate::page) fn unreadable(state: State) -> Vec<String> {
    let text = state.text();
    let link = state.came_by.get();
    let unknown = link.map(|link| link.unknown).unwrap_or_default();
    let said = unknown.iter();
    said.map(|part| fill(text.link_unreadable, &[("part", part)]))
        .collect()
}

/// The parts of a link that do not hold, as they are written in it.
pub(in crate::page) fn parts(state: State) -> Vec<String> {
    let link = state.came_by.get();
    let mut parts = link.map(|link| link.unknown).unwrap_or_default();
    parts.extend(unmet(state).into_iter().map(|unmet| match unmet {
        Unmet::Data(name) => format!("data={name}"),
        Unmet::Bytes(_, sha256) => format!("data-sha256={sha256}"),
        Unmet::Definition(key, value) => format!("{key}={value}"),
    }));
    parts
}

/// What of the link that a reader came by does not hold.
#[component]
pub(in crate::page) fn LinkNotice() -> impl IntoView {
    let state = expect_context::<State>();
    let said = Memo::new(move |_| {
        let mut said = differences(state);
        said.extend(unreadable(state));
        said
    });
    // Whoever came by a link takes its numbers for what is shown, until told.
    let others = Memo::new(move |_| parts(state));
    let answered = RwSignal::new(Vec::new());
    let is_open = move || others.with(|others| !others.is_empty() && *others != answered.get());
    view! {
        <div class="link-notice" class:link-notice--open=is_open>
            <div role="status">
                {move || said.get().into_iter().map(|said| view! { <p>{said}</p> }).collect_view()}
            </div>
            <Show when=is_open>
                <button
                    type="button"
                    id="census-show-anyway"
                    on:click=move |_| answered.set(others.get_untracked())
                >
                    {move || state.text().more().show_anyway}
                </button>
            </Show>
        </div>
    }
}
