//! Columns named by the reader: what a header means that was not recognised.
//!
//! In: the file that is shown, or the one that lacks what every list must have.
//! Out: a definition that says what its headers mean, by which it is read again.
//! Leaves out: recognising headers (`crate::dataset`).

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::acts::Wanted;
use crate::dataset::{COLUMNS, Columns, Encoding, Field, Headed};
use crate::definition::Definition;
use crate::locale::{self, Language, fill};
use crate::page::engine::{head, headed};
use crate::page::state::{Counting, ListOf, Page, Shared, State};

use super::drafting::Drafting;

/// How many values of a column are shown, and how much of each.
const VALUES: usize = 3;
const LETTERS: usize = 40;

/// A file of the reader's own, and what its headers mean by now.
#[derive(Clone, Debug, PartialEq)]
struct Subject {
    /// It, as it was asked for.
    wanted: Wanted<Page>,
    /// The definition that says what is said of its headers.
    definition: Shared<Definition>,
    /// Whether it could not be read.
    is_refused: bool,
    columns: Vec<Headed>,
}

/// Offers to say what the columns mean that nothing is counted from.
#[component]
pub(in crate::page) fn ColumnsControl() -> impl IntoView {
    let state = expect_context::<State>();
    let subject: RwSignal<Option<Subject>, LocalStorage> = RwSignal::new_local(None);
    Effect::new(move || {
        // Whatever came to rest may have been another file.
        let rests = state.asked.rests.get();
        spawn_local(async move {
            let found = look(state).await;
            if state.asked.rests.get_untracked() == rests {
                subject.try_set(found);
            }
        });
    });
    move || Some(view! { <Table subject=subject.get()? /> })
}

/// The file that was refused last, else the one that is shown; `None` where it
/// came with the page or has no column to be named.
async fn look(state: State) -> Option<Subject> {
    let shown = state.asked.shown();
    let failed = state.asked.failed();
    let failed = failed.filter(|own| own.list != shown.list || !state.is_started());
    let is_refused = failed.is_some();
    let wanted = failed.unwrap_or(shown);
    let Some(ListOf::Own(own)) = &wanted.list else {
        return None;
    };
    let definition = match &wanted.definition {
        Counting::By(definition) => definition.clone(),
        Counting::Named { .. } => untrack(|| state.definition())?,
    };
    let read_in = untrack(|| {
        state.report.with(|report| {
            let source = &report.as_ref().filter(|_| !is_refused)?.findings.source;
            Encoding::from_label(&source.encoding)
        })
    });
    let chosen = own.encoding.as_deref().and_then(Encoding::from_label);
    let table = untrack(|| state.shown.get())
        .and_then(|shown| shown.own)
        .filter(|_| !is_refused)
        .map(|own| own.table);
    let head = match table {
        // It is unpacked already.
        Some(table) => head(&table, "", None).await?,
        None => head(&own.file, &own.name, own.entry).await?,
    };
    let said = definition.columns.iter();
    let said = Columns::new(said.map(|(header, field)| (&**header, *field)));
    let columns = headed(&head, chosen.or(read_in), said, VALUES);
    let is_said = |own: &Headed| definition.columns.contains_key(&*own.header);
    // What was refused for something else is not helped by other names.
    let lacks = required().any(|field| columns.iter().all(|own| own.field != Some(field)));
    let is_open = columns
        .iter()
        .any(|own| own.field.is_none() || is_said(own));
    (is_open && (lacks || !is_refused)).then_some(Subject {
        wanted,
        definition,
        is_refused,
        columns,
    })
}

/// The facts that every list must state.
fn required() -> impl Iterator<Item = Field> {
    let required = COLUMNS.iter().filter(|column| column.required);
    required.map(|column| column.field)
}

#[component]
fn Table(subject: Subject) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let Subject {
        wanted,
        definition,
        is_refused,
        columns,
    } = subject;
    let said = |own: &Headed| definition.columns.get(&*own.header).copied();
    let open: Vec<Headed> = columns
        .iter()
        .filter(|own| own.field.is_none() || said(own).is_some())
        .cloned()
        .collect();
    let unused = open.iter().filter(|own| own.field.is_none()).count();
    let before: BTreeMap<String, Option<Field>> = open
        .iter()
        .map(|own| (own.header.clone(), said(own)))
        .collect();
    let chosen = RwSignal::new(before.clone());
    let is_changed = move || chosen.with(|chosen| *chosen != before);
    let read = move |_| {
        let mut own = Definition::clone(&definition);
        for (header, field) in chosen.get_untracked() {
            match field {
                Some(field) => own.columns.insert(header.as_str().into(), field),
                None => own.columns.remove(header.as_str()),
            };
        }
        let definition = Counting::By(Shared(Arc::new(own)));
        drafting.read_by(
            state,
            Wanted {
                definition,
                ..wanted.clone()
            },
        );
    };
    let taken: Vec<(Field, String)> = columns
        .iter()
        .filter_map(|own| Some((own.field?, own.header.clone())))
        .collect();
    let lacks = {
        let taken = taken.clone();
        move || {
            let language = state.language.get();
            let text = &language.text().more().columns;
            let is_needed = |field: &Field| !is_refused || required().any(|own| own == *field);
            let lacks: Vec<&str> = Field::all()
                .filter(|field| is_needed(field) && taken.iter().all(|(own, _)| own != field))
                .map(text.fact)
                .collect();
            let said = fill(text.lacks, &[("facts", &lacks.join(", "))]);
            (!lacks.is_empty()).then(|| view! { <p class:warning=is_refused>{said}</p> })
        }
    };
    let rows = move || {
        let language = state.language.get();
        let row = |own: &Headed| row(own, &taken, chosen, language);
        open.iter().map(row).collect_view()
    };
    let title = move || {
        let values = [("n", &*locale::count(unused))];
        fill(state.text().more().columns.title, &values)
    };
    view! {
        <details class="encoding columns" id="census-columns" open=is_refused>
            <summary>{title}</summary>
            <p>{move || state.text().more().columns.lead}</p>
            {lacks}
            <table>
                <thead>
                    <tr>
                        <th scope="col">{move || state.text().more().columns.header}</th>
                        <th scope="col">{move || state.text().more().columns.meaning}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <button
                type="button"
                id="census-name-columns"
                disabled=move || !is_changed()
                on:click=read
            >
                {move || state.text().more().columns.read}
            </button>
        </details>
    }
}

type Chosen = RwSignal<BTreeMap<String, Option<Field>>>;

/// A header with its first values, and what it can mean.
fn row(own: &Headed, taken: &[(Field, String)], chosen: Chosen, language: Language) -> AnyView {
    let text = &language.text().more().columns;
    let header = own.header.clone();
    let now = chosen.with_untracked(|chosen| chosen.get(&header).copied().flatten());
    let options = Field::all().map(|field| {
        let fact = (text.fact)(field);
        let other = taken.iter().find(|(own, _)| *own == field);
        let other = other.filter(|(_, of)| *of != header);
        let said = match other {
            Some((_, of)) => fill(text.taken, &[("fact", fact), ("header", of)]),
            None => fact.to_owned(),
        };
        view! {
            <option value=field.id() selected=now == Some(field)>
                {said}
            </option>
        }
    });
    let options = options.collect_view();
    let values: Vec<String> = own.first.iter().map(|value| cut(value)).collect();
    let values = match values.join(" · ") {
        none if none.is_empty() => text.no_values.to_owned(),
        values => values,
    };
    let choose = {
        let header = header.clone();
        move |event: leptos::ev::Event| {
            let field = Field::from_id(&event_target_value(&event));
            chosen.update(|chosen| {
                chosen.insert(header.clone(), field);
            });
        }
    };
    let label = format!("{}: {header}", text.meaning);
    view! {
        <tr>
            <th scope="row" translate="no">
                {header}
                <small>{values}</small>
            </th>
            <td>
                <select aria-label=label on:change=choose>
                    <option value="" selected=now.is_none()>
                        {text.nothing}
                    </option>
                    {options}
                </select>
            </td>
        </tr>
    }
    .into_any()
}

fn cut(value: &str) -> String {
    if value.chars().count() <= LETTERS {
        return value.to_owned();
    }
    value.chars().take(LETTERS).chain(['…']).collect()
}
