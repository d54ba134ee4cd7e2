//! A chart in its frame.

use leptos::html::Div;
use leptos::prelude::*;

use crate::chart::Drawing;

use super::echarts;
use super::state::Shared;

/// Shows a [`Drawing`] where there is one, and again whenever it changes.
#[component]
pub(super) fn ChartView(drawing: Memo<Option<Shared<Drawing>>>) -> impl IntoView {
    let drawable = Memo::new(move |_| drawing.with(Option::is_some));
    view! {
        <Show when=move || drawable.get()>
            <Frame drawing />
        </Show>
    }
}

/// The element that ECharts draws in. Those who do not see the chart hear its
/// summary.
#[component]
fn Frame(drawing: Memo<Option<Shared<Drawing>>>) -> impl IntoView {
    let frame: NodeRef<Div> = NodeRef::new();
    Effect::new(move || {
        if let Some((frame, drawing)) = frame.get().zip(drawing.get()) {
            echarts::draw(&frame, &drawing.option());
        }
    });
    on_cleanup(move || {
        if let Some(frame) = frame.get_untracked() {
            echarts::dispose(&frame);
        }
    });
    view! {
        <div
            class="chart"
            role="img"
            aria-label=move || drawing.get().map(|drawing| drawing.summary.clone())
            style:height=move || drawing.get().map(|drawing| format!("{}px", drawing.height))
            node_ref=frame
        ></div>
    }
}
