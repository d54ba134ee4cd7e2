//! A chart in its frame.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;

use crate::chart::{Drawing, MarkKey};
use crate::page::later::Draw;
use crate::page::state::{Shared, State};

use super::echarts;
use super::picture::PictureTools;

/// Shows a [`Drawing`] where there is one, and again whenever it changes.
#[component]
pub(in crate::page) fn ChartView(
    drawing: Memo<Option<Shared<Drawing>>>,
    /// Names the file when the chart is saved.
    id: &'static str,
    /// The same for paper: light and wide, whatever the page is.
    paper: Draw,
    /// Told what a mark stands for when it is clicked.
    on_mark: Callback<MarkKey>,
) -> impl IntoView {
    let drawable = Memo::new(move |_| drawing.with(Option::is_some));
    view! {
        <Show when=move || drawable.get()>
            <Frame drawing id paper on_mark />
        </Show>
    }
}

/// The element that ECharts draws in. Those who do not see the chart hear its
/// summary, and walk its marks by keys (marks.js).
#[component]
fn Frame(
    drawing: Memo<Option<Shared<Drawing>>>,
    id: &'static str,
    paper: Draw,
    on_mark: Callback<MarkKey>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let frame: NodeRef<Div> = NodeRef::new();
    let listener = Closure::new(move |row, column| on_mark.run(MarkKey { row, column }));
    let listener = StoredValue::new_local(listener);
    Effect::new(move || {
        if let Some((frame, drawing)) = frame.get().zip(drawing.get()) {
            listener.with_value(|listener| echarts::on_mark(&frame, listener));
            echarts::draw(&frame, &drawing.option(), &drawing.keys());
        }
    });
    on_cleanup(move || {
        if let Some(frame) = frame.get_untracked() {
            echarts::dispose(&frame);
        }
    });
    view! {
        <div class="figure">
            <div
                class="chart"
                translate="no"
                role="application"
                tabindex="0"
                aria-roledescription=move || state.text().chart
                aria-label=move || {
                    let summary = drawing.get().map(|drawing| drawing.summary.clone());
                    summary.map(|summary| format!("{summary}. {}", state.text().marks_hint))
                }
                style:height=move || drawing.get().map(|drawing| format!("{}px", drawing.height))
                // What echarts.js says where the library does not come.
                data-missing=move || state.text().not_fetched
                data-again=move || state.text().try_again
                node_ref=frame
            ></div>
            <p class="chart__said visually-hidden" role="status"></p>
            <PictureTools draw=paper id />
        </div>
    }
}
