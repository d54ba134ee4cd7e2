//! A model: what is known of it, every number that counts it, and all that the
//! export says of it.

use leptos::prelude::*;

use crate::census::Status;
use crate::coverage::InList;
use crate::definition::Span;
use crate::dimension::{Conditions, dimension};
use crate::engine::ask;
use crate::evidence::{Meant, Membership, Witness};
use crate::locale::{self, Labels, Language, fill, list_name, reason, value_name};
use crate::page::engine::client;
use crate::page::numbers::in_sentence;
use crate::page::state::{Shared, State};

use super::card::{Card, card};
use super::stated::Read;

/// What is known of the model of a record, and why it stands where it does.
#[component]
pub(super) fn ModelCard(record: u32) -> impl IntoView {
    let state = expect_context::<State>();
    let found: RwSignal<Option<Shared<Witness>>> = RwSignal::new(None);
    let lists: RwSignal<Vec<InList>> = RwSignal::new(Vec::new());
    let stated: Read = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let witness = client::ask(ask::Model(record)).await.ok();
        found.try_set(
            witness
                .flatten()
                .map(|own| Shared(std::sync::Arc::new(own))),
        );
        if let Ok(known) = client::ask(ask::InLists(record)).await {
            lists.try_set(known);
        }
        // The file may be gone by now.
        let read = client::statements(record.into()).await.map_err(drop);
        stated.try_set(Some(read));
    });
    let name = move || found.get().map(|witness| witness.entry.name.to_string());
    let known = move || {
        let (witness, labels) = found.get().zip(state.labels())?;
        let language = state.language.get();
        let own = witness.clone();
        let rows = move || lists.with(|lists| rows(&own, lists, language));
        Some(Card {
            rows: rows.into_any(),
            excluded: excluded(&witness, language),
            facts: facts(&witness, &labels, language),
            places_title: language.text().more().counted_in,
            places: places(&witness, span(&witness), &labels, language),
            hint: None,
        })
    };
    card(name, known, stated)
}

/// Where it stands: its row in each list that has it.
fn rows(witness: &Witness, lists: &[InList], language: Language) -> String {
    if lists.is_empty() {
        let row = witness.entry.place.record.to_string();
        return fill(language.text().more().row_of_file, &[("row", &row)]);
    }
    in_lists(lists, language)
}

/// Its row in each list.
pub(super) fn in_lists(lists: &[InList], language: Language) -> String {
    let of_list = |own: &InList| {
        let list = match list_name(own.kind, language) {
            Some(kind) => format!("{} ({kind})", own.name),
            None => own.name.clone(),
        };
        let values = [("list", &*list), ("row", &*own.record.to_string())];
        fill(language.text().more().row_of_list, &values)
    };
    let lists: Vec<String> = lists.iter().map(of_list).collect();
    lists.join(" · ")
}

/// Why it is not counted, if so.
fn excluded(witness: &Witness, language: Language) -> Option<String> {
    let is_counted = witness.status == Status::Counted;
    (!is_counted).then(|| {
        let why = locale::status(witness.status, language);
        fill(language.text().more().not_counted, &[("reason", why)])
    })
}

/// What is known of it as it is counted.
pub(super) fn facts(witness: &Witness, labels: &Labels, language: Language) -> Vec<AnyView> {
    let text = language.text();
    let entry = &witness.entry;
    let organizations: Vec<&str> = entry
        .organizations
        .iter()
        .map(|name| labels.name("organization", name, language))
        .collect();
    let facts = [
        (text.publication_date, entry.published.map(locale::date)),
        (text.developer, Some(organizations.join(", "))),
        (
            text.training_compute,
            entry.training_compute_flop.map(locale::flop),
        ),
        (text.parameters, entry.parameters.map(locale::significant)),
        (
            text.dataset_size,
            entry.dataset_size_datapoints.map(locale::significant),
        ),
        (text.hardware, Some(entry.hardware.join(", "))),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| {
        let value = value.filter(|value| !value.is_empty())?;
        let fact = view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        };
        Some(fact.into_any())
    });
    facts.collect()
}

/// The year or half-year that counts it.
fn span(witness: &Witness) -> Option<Span> {
    let mut places = witness.places.iter();
    let of_year = places.find(|place| place.dimension == "year")?;
    Span::parse(&of_year.key).filter(|_| witness.status == Status::Counted)
}

/// What it counts as, and why, with the numbers of the year or half-year that
/// counts it.
pub(super) fn places(
    witness: &Witness,
    span: Option<Span>,
    labels: &Labels,
    language: Language,
) -> Vec<AnyView> {
    let rows = witness.places.iter();
    rows.filter_map(|place| place_row(place, witness, span, labels, language))
        .collect()
}

fn place_row(
    place: &Membership,
    witness: &Witness,
    span: Option<Span>,
    labels: &Labels,
    language: Language,
) -> Option<AnyView> {
    let text = language.text();
    let of = dimension(&place.dimension)?;
    let value = value_name(of, &place.key, labels, language);
    // Where it counts, the numbers of its year and of the period open.
    let meant = Meant::value(of, &place.key);
    let numbers = span.map(|span| {
        let of_year = crate::dimension::Condition::value(&crate::dimension::YEAR, span.to_string());
        let both = Conditions(
            meant
                .conditions
                .0
                .iter()
                .cloned()
                .chain([of_year])
                .collect(),
        );
        let year = in_sentence(locale::span(span, language), &Meant::counted(both));
        let year = (of.id != "year").then_some(year);
        view! {
            {year}
            " "
            {in_sentence(text.total.to_owned(), &meant)}
        }
    });
    let hidden = (place.shown == Some(false)).then(|| format!(" ({})", text.more().below_minimum));
    Some(
        view! {
            <tr>
                <th scope="row">{of.name(language)}</th>
                <td>{value}</td>
                <td>{reason(place, witness, labels, language)} {hidden}</td>
                <td class="date">{numbers}</td>
            </tr>
        }
        .into_any(),
    )
}
