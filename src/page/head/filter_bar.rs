//! The filter: what of the counted models is looked at, as chips, and the form
//! that adds to it.
//!
//! Long because each kind of condition has its field here.

use leptos::prelude::*;

use crate::acts::Change;
use crate::breakdown::Shape;
use crate::dimension::{
    ACCESSIBILITY, CONFIDENCE, COUNTRY, Condition, DOMAIN, Dimension, HARDWARE, ORGANIZATION,
    ORGANIZATION_CATEGORY, TASK,
};
use crate::engine::ask;
use crate::locale::{self, Text, condition_words, fill, value_name};
use crate::page::engine::client;
use crate::page::later::{Act, Fetched, Part, act};
use crate::page::state::{State, keep_at};
use crate::spelling::Sought;

/// What can be chosen by value; compute and text have fields of their own.
const BY_VALUE: [&Dimension; 8] = [
    &COUNTRY,
    &ORGANIZATION,
    &DOMAIN,
    &TASK,
    &ORGANIZATION_CATEGORY,
    &CONFIDENCE,
    &ACCESSIBILITY,
    &HARDWARE,
];

/// Chips and form.
#[component]
pub(in crate::page) fn FilterBar() -> impl IntoView {
    let state = expect_context::<State>();
    let chips = move || {
        let labels = state.labels()?;
        let language = state.language.get();
        let conditions = state.view.with(|view| view.filter.0.clone());
        let chips: Vec<_> = conditions
            .into_iter()
            .map(|own| {
                let words = condition_words(&own, &labels, language);
                let label = fill(language.text().remove_filter, &[("filter", &words)]);
                let remove = move |_| {
                    let own = own.clone();
                    act(state, Act::Look(Change::Remove(own)));
                };
                view! {
                    <li>
                        <button type="button" class="chip" aria-label=label on:click=remove>
                            {words}
                            <span aria-hidden="true">" ×"</span>
                        </button>
                    </li>
                }
            })
            .collect();
        Some(chips)
    };
    let any = move || state.view.with(|view| !view.filter.is_empty());
    let unfolded = RwSignal::new(false);
    let clear = move |_| act(state, Act::Look(Change::Clear));
    view! {
        <div class="filters" role="group" aria-label=move || state.text().filter>
            <Show when=any>
                <p class="filters__note">
                    {move || {
                        let counted = state.report.with(|report| {
                            let rows = report.as_ref()?.findings.rows;
                            Some((rows.counted, rows.filtered_out))
                        });
                        let (counted, out) = counted.unwrap_or_default();
                        let values = [
                            ("n", &*locale::records(counted)),
                            ("of", &*locale::records(counted + out)),
                        ];
                        fill(state.text().filtered, &values)
                    }}
                </p>
                <ul class="chips">
                    {chips}
                    <li>
                        <button type="button" on:click=clear>
                            {move || state.text().clear_filter}
                        </button>
                    </li>
                </ul>
            </Show>
            <details on:toggle=move |_| unfolded.set(true)>
                <summary>{move || state.text().add_filter}</summary>
                <Fetched part=Part::FilterForm wanted=unfolded />
            </details>
            <ShapeSwitch />
        </div>
    }
}

/// The form that adds to the filter.
#[component]
pub(in crate::page) fn FilterForm() -> impl IntoView {
    view! {
        <div class="filters__form">
            <ByValue />
            <ByCompute />
            <ByText />
        </div>
    }
}

fn add(state: State, condition: Condition) {
    act(state, Act::Look(Change::Add(condition)));
}

#[component]
fn ByValue() -> impl IntoView {
    let state = expect_context::<State>();
    let chosen: RwSignal<&'static Dimension> = RwSignal::new(&COUNTRY);
    let values: RwSignal<Vec<(String, usize)>> = RwSignal::new(Vec::new());
    let ask = move || {
        let id = chosen.get_untracked().id.to_owned();
        leptos::task::spawn_local(async move {
            let found = client::ask(ask::Values(id)).await;
            values.try_set(found.unwrap_or_default());
        });
    };
    let choose = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        if let Some(dimension) = BY_VALUE.into_iter().find(|own| own.id == id) {
            chosen.set(dimension);
            ask();
        }
    };
    let pick = move |event: leptos::ev::Event| {
        let key = event_target_value(&event);
        if !key.is_empty() {
            add(state, Condition::value(chosen.get_untracked(), key));
        }
    };
    // What is picked becomes a chip.
    let value = NodeRef::new();
    keep_at(state, value, move || {
        values.track();
        state.view.track();
        Some(String::new())
    });
    let dimensions = move || {
        let language = state.language.get();
        let option = |own: &Dimension| {
            view! { <option value=own.id>{own.name(language)}</option> }
        };
        BY_VALUE.map(option).collect_view()
    };
    let options = move || {
        let labels = state.labels()?;
        let language = state.language.get();
        let of = chosen.get();
        let taken = state.view.with(|view| view.filter.0.clone());
        let options: Vec<_> = values
            .get()
            .into_iter()
            .filter(|(key, _)| !taken.contains(&Condition::value(of, key.clone())))
            .map(|(key, count)| {
                let name = value_name(of, &key, &labels, language);
                view! {
                    <option value=key>{format!("{name} ({})", locale::count(count))}</option>
                }
            })
            .collect();
        Some(options)
    };
    view! {
        <p>
            <label>
                {move || state.text().filter_by}
                <select id="census-filter-dimension" on:change=choose>
                    {dimensions}
                </select>
            </label>
            <label>
                {move || state.text().filter_value}
                <select
                    id="census-filter-value"
                    on:focus=move |_| ask()
                    on:change=pick
                    node_ref=value
                >
                    <option value="">{move || state.text().choose}</option>
                    {options}
                </select>
            </label>
        </p>
    }
}

/// How the numbers of all breakdowns are shown.
#[component]
fn ShapeSwitch() -> impl IntoView {
    let state = expect_context::<State>();
    let button = move |words: fn(&Text) -> &'static str,
                       is: fn(Shape) -> bool,
                       set: fn(&mut Shape, bool)| {
        view! {
            <button
                type="button"
                aria-pressed=move || is(state.shape.get()).to_string()
                on:click=move |_| {
                    state.shape.update(|shape| {
                        let now = is(*shape);
                        set(shape, !now);
                    });
                }
            >
                {move || words(state.text())}
            </button>
        }
    };
    view! {
        <div class="switch" role="group" aria-label=move || state.text().shape>
            <span>{move || state.text().shape}</span>
            {button(|text| text.as_share, |shape| shape.share, |shape, on| shape.share = on)}
            {button(
                |text| text.cumulative,
                |shape| shape.cumulative,
                |shape, on| shape.cumulative = on,
            )} {button(|text| text.log_scale, |shape| shape.log, |shape, on| shape.log = on)}
        </div>
    }
}

#[component]
fn ByCompute() -> impl IntoView {
    let state = expect_context::<State>();
    let [from, below] = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let faulty = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = format!(
            "compute={}..{}",
            from.get_untracked().trim(),
            below.get_untracked().trim()
        );
        match Condition::parse(&text) {
            Ok(Condition::Compute {
                from: None,
                below: None,
            }) => {}
            Ok(condition) => {
                faulty.set(false);
                add(state, condition);
            }
            Err(_) => faulty.set(true),
        }
    };
    let field =
        move |id: &'static str, value: RwSignal<String>, label: fn(State) -> &'static str| {
            view! {
                <label>
                    {move || label(state)}
                    <input
                        type="text"
                        id=id
                        inputmode="decimal"
                        size="7"
                        placeholder="1e24"
                        aria-invalid=move || faulty.get().to_string()
                        on:input=move |event| value.set(event_target_value(&event))
                    />
                </label>
            }
        };
    view! {
        <form on:submit=submit>
            <span>{move || state.text().training_compute}</span>
            {field("census-compute-from", from, |state| state.text().from_here)}
            {field("census-compute-below", below, |state| state.text().below_here)}
            <button type="submit">{move || state.text().apply}</button>
            <span role="status">
                {move || faulty.get().then(|| state.text().no_compute)}
            </span>
        </form>
    }
}

#[component]
fn ByText() -> impl IntoView {
    let state = expect_context::<State>();
    let words = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = words.get_untracked().trim().to_owned();
        if !text.is_empty() {
            add(state, Condition::Text(Sought::of(&text)));
        }
    };
    view! {
        <form on:submit=submit>
            <label>
                {move || state.text().search_models}
                <input
                    type="search"
                    id="census-filter-text"
                    on:input=move |event| words.set(event_target_value(&event))
                />
            </label>
            <button type="submit">{move || state.text().apply}</button>
        </form>
    }
}
