//! The report on one page, as a picture.

use gloo::file::{Blob, ObjectUrl};
use leptos::prelude::*;
use wasm_bindgen::prelude::JsValue;

use crate::export::{Picture, infographic, infographic_charts};
use crate::locale::{self, Language, fill};
use crate::page::browser::{near, png, said, save_as, save_bytes, today};
use crate::page::chart::{PRINT, echarts};
use crate::page::share::ShareButton;
use crate::page::state::State;
use crate::report::Report;

/// Draws the charts and puts the page together.
///
/// # Errors
/// What ECharts says.
pub(in crate::page) async fn infographic_picture(
    report: &Report,
    language: Language,
) -> Result<Picture, JsValue> {
    let mut charts = Vec::new();
    for own in infographic_charts(report, language) {
        let chart = echarts::render(&own.option, own.width, own.height).await?;
        charts.push((own.id, chart.as_string().unwrap_or_default()));
    }
    Ok(infographic(report, &charts, &today(), language))
}

/// The picture, drawn when the reader comes near, and its files.
#[component]
pub(in crate::page) fn InfographicSection() -> impl IntoView {
    let state = expect_context::<State>();
    let (place, near) = near();
    let drawn: RwSignal<Option<Picture>> = RwSignal::new(None);
    let failed: RwSignal<Option<String>> = RwSignal::new(None);
    // The address lasts as long as its picture is shown.
    let kept: StoredValue<Option<ObjectUrl>, LocalStorage> = StoredValue::new_local(None);
    let address: RwSignal<Option<String>> = RwSignal::new(None);
    Effect::new(move || {
        drawn.with(|drawn| {
            let Some(own) = drawn else { return };
            let blob = Blob::new_with_options(&*own.svg, Some("image/svg+xml"));
            let url = ObjectUrl::from(blob);
            address.set(Some(url.to_string()));
            kept.set_value(Some(url));
        });
    });
    Effect::new(move || {
        let report = state.report.get();
        let language = state.language.get();
        if !near.get() {
            return;
        }
        let Some(report) = report else { return };
        leptos::task::spawn_local(async move {
            match infographic_picture(&report, language).await {
                Ok(picture) => {
                    drawn.try_set(Some(picture));
                }
                Err(error) => {
                    failed.try_set(Some(said(&error)));
                }
            }
        });
    });
    let save_svg = move |_| {
        if let Some(own) = drawn.get_untracked() {
            save_as(&own.svg, "image/svg+xml", "model-census-infographic.svg");
        }
    };
    let save_png = move |_| {
        leptos::task::spawn_local(async move {
            let Some(own) = drawn.get_untracked() else {
                return;
            };
            match png(&own.svg, (own.width, own.height), PRINT).await {
                Ok(bytes) => save_bytes(&bytes, "image/png", "model-census-infographic.png"),
                Err(error) => failed.set(Some(said(&error))),
            }
        });
    };
    view! {
        <section node_ref=place class="section infographic" id="infographic" aria-labelledby="infographic-title">
            <h2 class="section__title" id="infographic-title">
                {move || state.text().infographic_title}
            </h2>
            {move || {
                let address = address.get()?;
                Some(view! {
                    <img
                        class="infographic__page"
                        src=address
                        alt=move || {
                            let period = state.report.with(|report| Some(report.as_ref()?.findings.period));
                            let language = state.language.get();
                            let each = period.map(|period| locale::each(period, language));
                            let each = each.unwrap_or_default();
                            fill(state.text().more().infographic_alt, &[("each", &each)])
                        }
                        width="794"
                        height="1123"
                    />
                })
            }}
            <div class="figure__tools">
                <button type="button" id="census-infographic-svg" on:click=save_svg>
                    {move || state.text().save_svg}
                </button>
                <button type="button" id="census-infographic-png" on:click=save_png>
                    {move || state.text().save_png}
                </button>
                <ShareButton view="infographic" />
                <span role="status">{move || failed.get()}</span>
            </div>
        </section>
    }
}
