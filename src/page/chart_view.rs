//! A chart in its frame.

use leptos::html::Div;
use leptos::prelude::*;

use crate::chart::Drawing;

use super::echarts;

/// Draws a [`Drawing`], again whenever it changes. Those who do not see it
/// hear its summary.
#[component]
pub(super) fn ChartView(#[prop(into)] drawing: Signal<Drawing>) -> impl IntoView {
    let frame: NodeRef<Div> = NodeRef::new();
    Effect::new(move || {
        if let Some(frame) = frame.get() {
            drawing.with(|drawing| echarts::draw(&frame, &drawing.option()));
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
            aria-label=move || drawing.with(|drawing| drawing.summary.clone())
            style:height=move || drawing.with(|drawing| format!("{}px", drawing.height))
            node_ref=frame
        ></div>
    }
}
