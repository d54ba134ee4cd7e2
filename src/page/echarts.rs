//! The binding to ECharts, the only place that touches it.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/page/echarts.js")]
extern "C" {
    /// Draws an option object, given as JSON, in an element, when its turn
    /// comes: what is in view first. The element gets `data-drawn` then.
    pub(super) fn draw(element: &web_sys::HtmlElement, option: &str);

    /// Gives up an element's chart.
    pub(super) fn dispose(element: &web_sys::HtmlElement);
}
