//! Charts as pictures: what they look like on paper, and the buttons that hand
//! them out.

use leptos::prelude::*;
use wasm_bindgen::prelude::JsValue;

use crate::chart::Drawing;
use crate::export::{Picture, framed, lines_below};
use crate::locale::fill;
use crate::page::browser::{copy_picture, png, said, save_as, save_bytes, today};
use crate::page::later::{Draw, Tool, ToolNote, use_tool};
use crate::page::state::State;

use super::echarts;

/// The width of a report's text, 160 mm, in CSS pixels.
const COLUMN: u32 = 605;

/// Pixels for each CSS pixel at 300 dots an inch.
pub(in crate::page) const PRINT: f64 = 300.0 / 96.0;

/// A chart on white ground, as wide as a report's text.
///
/// # Errors
/// What ECharts says.
pub(in crate::page) async fn on_paper(
    drawing: &Drawing,
    title: &str,
    notes: &[String],
) -> Result<Picture, JsValue> {
    let chart = echarts::render(&drawing.option(), COLUMN, drawing.height).await?;
    let chart = chart.as_string().unwrap_or_default();
    Ok(framed(&chart, COLUMN, drawing.height, title, notes))
}

/// Save as SVG, as PNG of a size, copy.
#[component]
pub(super) fn PictureTools(
    draw: Draw,
    /// Names the file.
    id: &'static str,
) -> impl IntoView {
    let state = expect_context::<State>();
    let scale = RwSignal::new(2.0);
    let said = RwSignal::new(None);
    let save_svg = move |_| use_tool(state, Tool::SaveSvg(draw, id), said);
    let save_png = move |_| use_tool(state, Tool::SavePng(draw, id, scale.get_untracked()), said);
    let copy = move |_| use_tool(state, Tool::CopyPicture(draw, scale.get_untracked()), said);
    let choose = move |event: leptos::ev::Event| {
        let whole = event_target_value(&event).parse::<u8>();
        scale.set(whole.map_or(PRINT, f64::from));
    };
    view! {
        <div class="figure__tools">
            <button type="button" class="figure__save" on:click=save_svg>
                {move || state.text().save_svg}
            </button>
            <button type="button" class="figure__png" on:click=save_png>
                {move || state.text().save_png}
            </button>
            <select aria-label=move || state.text().picture_size on:change=choose>
                {["1", "2", "3", "4"]
                    .map(|n| {
                        let label = move || fill(state.text().picture_scale, &[("n", n)]);
                        view! { <option value=n selected=n == "2">{label}</option> }
                    })}
                <option value="print">{move || state.text().picture_print}</option>
            </select>
            <button type="button" class="figure__copy" on:click=copy>
                {move || state.text().copy_picture}
            </button>
            <span role="status">{move || said.get()}</span>
        </div>
    }
}

async fn picture(state: State, draw: Draw) -> Option<Result<Picture, JsValue>> {
    let drawing = draw.run(())?;
    let report = state.report.get_untracked()?;
    let notes = lines_below(&report, &drawing, &today(), state.language.get_untracked());
    Some(on_paper(&drawing, &drawing.title, &notes).await)
}

async fn to_png(state: State, draw: Draw, scale: f64) -> Result<Vec<u8>, JsValue> {
    let own = picture(state, draw).await;
    let own = own.unwrap_or_else(|| Err(JsValue::NULL))?;
    png(&own.svg, (own.width, own.height), scale).await
}

/// What [`Tool::SaveSvg`] does.
pub(in crate::page) fn save_svg(state: State, draw: Draw, id: &'static str, failed: ToolNote) {
    leptos::task::spawn_local(async move {
        match picture(state, draw).await {
            Some(Ok(own)) => {
                let name = format!("model-census-{id}.svg");
                save_as(&own.svg, "image/svg+xml", &name);
            }
            Some(Err(error)) => failed.set(Some(said(&error))),
            None => {}
        }
    });
}

/// What [`Tool::SavePng`] does.
pub(in crate::page) fn save_png(
    state: State,
    draw: Draw,
    id: &'static str,
    scale: f64,
    failed: ToolNote,
) {
    leptos::task::spawn_local(async move {
        match to_png(state, draw, scale).await {
            Ok(bytes) => {
                let name = format!("model-census-{id}.png");
                save_bytes(&bytes, "image/png", &name);
            }
            Err(error) => failed.set(Some(said(&error))),
        }
    });
}

/// What [`Tool::CopyPicture`] does.
pub(in crate::page) fn copy_chart(state: State, draw: Draw, scale: f64, done: ToolNote) {
    let bytes = wasm_bindgen_futures::future_to_promise(async move {
        let bytes = to_png(state, draw, scale).await?;
        Ok(js_sys::Uint8Array::from(&*bytes).into())
    });
    leptos::task::spawn_local(async move {
        let copied = copy_picture(&bytes).await;
        let text = state.language.get_untracked().text();
        let words = if copied { text.copied } else { text.not_copied };
        done.set(Some(words.to_owned()));
    });
}
