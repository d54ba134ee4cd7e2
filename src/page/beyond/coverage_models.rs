//! The models that any list knows, with what decides whether each counts.

use leptos::prelude::*;

use crate::coverage::{Coverage, Covered, Row, Why};
use crate::document::{coverage_grid, covered_fate};
use crate::language::{Language, fill};
use crate::locale::{count, coverage_text};
use crate::page::later::GridOf;
use crate::page::numbers::model_button;
use crate::page::report::GridTools;
use crate::page::state::{Shared, State};

use super::grid_view::grid_view;

/// So many rows are shown at first.
const AT_FIRST: usize = 20;

/// What counted ones are called.
const COUNTED: &str = "counted";

/// Which models are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// What becomes of them; blank for all.
    fate: String,
    /// The year or half-year; blank for all.
    span: String,
    /// Whether however many there are are shown.
    is_whole: bool,
}

impl Wanted {
    pub fn of(fate: String, span: String) -> Self {
        Self {
            fate,
            span,
            is_whole: false,
        }
    }

    /// A fate by its name.
    pub fn fate_of(why: Option<Why>) -> &'static str {
        why.map_or(COUNTED, Why::id)
    }

    fn wants(&self, model: &Covered) -> bool {
        let is_fate = self.fate.is_empty() || Self::fate_of(model.why) == self.fate;
        let span = model.span.map(|span| span.to_string());
        is_fate && (self.span.is_empty() || span.as_ref() == Some(&self.span))
    }
}

/// The newest first, as readers ask for them.
fn chosen<'a>(found: &'a Coverage, wanted: &Wanted) -> Vec<&'a Covered> {
    let models = found.models.iter().rev();
    models.filter(|model| wanted.wants(model)).collect()
}

/// The models: chosen by what becomes of them, copied, saved.
#[component]
pub(super) fn CoveredModels(
    found: RwSignal<Option<Shared<Coverage>>>,
    wanted: RwSignal<Wanted>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let text = move || coverage_text(state.language.get());
    let own_grid = Callback::new(move |()| {
        let (found, labels) = untrack(|| found.get().zip(state.labels()))?;
        let models = chosen(&found, &wanted.get_untracked());
        let language = state.language.get_untracked();
        Some(coverage_grid(&found, models, &labels, language))
    });
    let title = move || {
        let (found, labels) = found.get().zip(state.labels())?;
        Some(coverage_grid(&found, [], &labels, state.language.get()).title)
    };
    let rows = move || {
        let (found, labels) = found.get().zip(state.labels())?;
        let wanted = wanted.get();
        let models = chosen(&found, &wanted);
        if models.is_empty() {
            return Some(view! { <p class="section__missing">{text().not_found}</p> }.into_any());
        }
        let most = if wanted.is_whole {
            models.len()
        } else {
            AT_FIRST
        };
        let shown: Vec<&Covered> = models.into_iter().take(most).collect();
        // Its card is that of the shown list, where that has it.
        let cards: Vec<Row> = shown.iter().map(|model| model.row()).collect();
        let grid = coverage_grid(&found, shown, &labels, state.language.get());
        Some(grid_view(&grid, move |row, column, cell| {
            match (column, cards.get(row)) {
                (0, Some(card)) => model_button(cell.text.clone(), *card),
                (1, _) => view! { <span class="date">{cell.text.clone()}</span> }.into_any(),
                _ => cell.text.clone().into_any(),
            }
        }))
    };
    let more = move || {
        let found = found.get()?;
        let own = wanted.get();
        let all = chosen(&found, &own).len();
        if own.is_whole || all <= AT_FIRST {
            return None;
        }
        let said = fill(text().more, &[("n", &count(all - AT_FIRST))]);
        Some(view! {
            <button
                type="button"
                id="census-coverage-more"
                on:click=move |_| wanted.update(|own| own.is_whole = true)
            >
                {said}
            </button>
        })
    };
    view! {
        <h3 id="coverage-models">{title}</h3>
        <p class="tools">
            <label class="field">
                <span>{move || text().fate}</span>
                <select
                    id="census-coverage-fate"
                    on:change=move |event| {
                        wanted.set(Wanted::of(event_target_value(&event), String::new()));
                    }
                >
                    {move || found.get().map(|found| fates(&found, &wanted.get(), state.language.get()))}
                </select>
            </label>
        </p>
        <div class="table-frame" role="region" tabindex="0" aria-labelledby="coverage-models">
            {rows}
        </div>
        {more}
        <GridTools grid=GridOf::Own(own_grid) id="coverage-models" />
    }
}

/// The fates that there are, to choose from.
fn fates(found: &Coverage, wanted: &Wanted, language: Language) -> AnyView {
    let text = coverage_text(language);
    let whys = std::iter::once(None).chain(Why::ALL.map(Some));
    let options = whys
        .map(|why| {
            let models = found.models.iter().filter(|own| own.why == why);
            (why, models.count())
        })
        .filter(|(_, models)| *models > 0)
        .map(|(why, models)| {
            let id = Wanted::fate_of(why);
            let name = format!("{} ({})", covered_fate(why, language), count(models));
            view! { <option value=id selected=wanted.fate == id>{name}</option> }
        });
    let options = options.collect_view();
    view! {
        <option value="" selected=wanted.fate.is_empty()>
            {text.all_fates}
        </option>
        {options}
    }
    .into_any()
}
