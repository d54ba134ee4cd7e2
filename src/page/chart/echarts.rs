//! The binding to ECharts, the only place that touches it.

use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/page/chart/echarts.js")]
extern "C" {
    /// Draws an option object, given as JSON, in an element, when its turn
    /// comes: what is in view first. The element gets `data-drawn` then. What
    /// its marks stand for is JSON too: of each series `row` and `column`.
    pub(super) fn draw(element: &web_sys::HtmlElement, option: &str, marks: &str);

    /// Calls back with what a mark stands for when it is clicked.
    #[wasm_bindgen(js_name = onMark)]
    pub(super) fn on_mark(
        element: &web_sys::HtmlElement,
        callback: &Closure<dyn FnMut(String, String)>,
    );

    /// An option object, given as JSON, as an SVG document of a size.
    #[wasm_bindgen(catch)]
    pub(in crate::page) async fn render(
        option: &str,
        width: u32,
        height: u32,
    ) -> Result<JsValue, JsValue>;

    /// Gives up an element's chart.
    pub(super) fn dispose(element: &web_sys::HtmlElement);
}
