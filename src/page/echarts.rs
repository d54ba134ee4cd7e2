//! The binding to ECharts, the only place that touches it.

use wasm_bindgen::prelude::{Closure, wasm_bindgen};

#[wasm_bindgen(module = "/src/page/echarts.js")]
extern "C" {
    /// Draws an option object, given as JSON, in an element, when its turn
    /// comes: what is in view first. The element gets `data-drawn` then.
    pub(super) fn draw(element: &web_sys::HtmlElement, option: &str);

    /// Calls back with a mark's name and its series' name when it is clicked.
    #[wasm_bindgen(js_name = onMark)]
    pub(super) fn on_mark(
        element: &web_sys::HtmlElement,
        callback: &Closure<dyn FnMut(String, String)>,
    );

    /// The chart as an SVG document; empty where nothing is drawn yet.
    #[wasm_bindgen(js_name = toSvg)]
    pub(super) fn to_svg(element: &web_sys::HtmlElement) -> String;

    /// Gives up an element's chart.
    pub(super) fn dispose(element: &web_sys::HtmlElement);
}
