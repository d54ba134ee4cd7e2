//! The page: the one room that knows a browser.
//!
//! In: what the reader does. Out: HTML, charts, and the same JSON as the
//! command line.
//! Leaves out: arithmetic; every number comes from a [`crate::report::Report`].

mod app;
mod appearance;
mod arrival;
mod asked;
mod attributes;
mod bundled;
mod chart_view;
mod client;
mod contents;
mod contract;
mod credits;
mod cross_tool;
mod current;
mod definition_files;
mod definition_panel;
mod definition_rules;
mod definition_terms;
mod definitions;
mod diagnostics;
mod dimension_select;
mod drafting;
mod echarts;
mod embed_view;
mod encoding_control;
mod english;
mod evidence_dialog;
mod evidence_models;
mod evidence_order;
mod evidence_title;
mod explore_section;
mod export_section;
mod exporting;
mod fetched;
mod fetching;
mod file_control;
mod filter_bar;
#[cfg(feature = "ssr")]
mod first_view;
mod following;
mod from_js;
mod grid_tools;
mod guide;
mod handed;
mod header;
mod history;
mod host;
mod in_turn;
mod infographic_section;
mod keep;
mod language_switch;
mod later;
mod link;
mod list_section;
mod loading;
mod long_rows;
mod model_card;
mod near;
mod notice_line;
mod number;
mod office;
mod offline;
mod opened;
mod opening;
mod packed_control;
mod parts;
mod period_control;
mod picture;
mod policy_section;
mod prose_view;
mod rest;
mod save;
mod section;
mod sections;
mod sensitivity_section;
mod share_code;
mod share_dialog;
mod sharing;
mod shown;
mod speaking;
mod state;
mod stored;
mod summary;
mod table_view;
mod theme;
mod theme_switch;
mod today;
mod turns;
mod unmet;
mod verification_section;

#[cfg(feature = "csr")]
use leptos::prelude::*;
#[cfg(feature = "csr")]
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "ssr")]
pub use first_view::first_view;

/// Mounts the page, which takes the place of what waits in `#app` once there is
/// something to show.
#[cfg(feature = "csr")]
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    // The same module also runs where there is no page, as in a worker.
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let Some(waiting) = document.get_element_by_id("app") else {
        return;
    };
    let Ok(place) = document.create_element("div") else {
        return;
    };
    place.set_id("app");
    let show = UnsyncCallback::new({
        let place = place.clone();
        move |()| {
            // An element of this document: nothing forbids it.
            let _ = waiting.replace_with_with_node_1(&place);
        }
    });
    let place: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(place);
    // Not Leptos' own, which is there only once something is mounted.
    wasm_bindgen_futures::spawn_local(async move {
        // What brought the module here took its time.
        gloo::timers::future::TimeoutFuture::new(0).await;
        mount_to(place, move || view! { <app::App show /> }).forget();
    });
}
