//! A model, and every number that counts it.

use leptos::prelude::*;

use crate::census::Status;
use crate::definition::Span;
use crate::dimension::{Conditions, dimension};
use crate::engine::ask;
use crate::evidence::{Meant, Membership, Witness};
use crate::locale::{self, Labels, Language, fill, reason, value_name};
use crate::page::engine::client;
use crate::page::numbers::in_sentence;
use crate::page::state::{Shared, State};

/// What is known of the model of a record, and why it stands where it does.
#[component]
pub(super) fn ModelCard(record: u32) -> impl IntoView {
    let state = expect_context::<State>();
    let found: RwSignal<Option<Shared<Witness>>> = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let witness = client::ask(ask::Model(record)).await.ok();
        found.try_set(
            witness
                .flatten()
                .map(|own| Shared(std::sync::Arc::new(own))),
        );
    });
    view! {
        <h2 id="behind-title" tabindex="-1">
            {move || found.get().map(|witness| witness.entry.name.to_string())}
        </h2>
        {move || {
            let witness = found.get()?;
            let labels = state.labels()?;
            Some(card(&witness, &labels, state.language.get()))
        }}
    }
}

fn card(witness: &Witness, labels: &Labels, language: Language) -> AnyView {
    let text = language.text();
    let entry = &witness.entry;
    let counted = witness.status == Status::Counted;
    let excluded = (!counted).then(|| {
        let why = locale::status(witness.status, language);
        fill(text.more().not_counted, &[("reason", why)])
    });
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
    let facts: Vec<_> = facts
        .into_iter()
        .filter_map(|(name, value)| {
            let value = value.filter(|value| !value.is_empty())?;
            Some(view! {
                <div>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            })
        })
        .collect();
    let span = witness
        .places
        .iter()
        .find(|place| place.dimension == "year")
        .and_then(|place| Span::parse(&place.key));
    let rows: Vec<AnyView> = witness
        .places
        .iter()
        .filter_map(|place| place_row(place, witness, span.filter(|_| counted), labels, language))
        .collect();
    let row = fill(
        text.more().row_of_file,
        &[("row", &entry.place.record.to_string())],
    );
    view! {
        <p class="behind__count">{row}</p>
        {excluded.map(|excluded| view! { <p class="section__missing">{excluded}</p> })}
        <dl class="facts">{facts}</dl>
        <h3>{text.more().counted_in}</h3>
        <div class="table-frame behind__table" role="region" tabindex="0" aria-label=text.more().counted_in>
            <table>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
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
