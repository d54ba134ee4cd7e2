//! The dialog that gives a link to what is shown, and codes that put a part of
//! it into other pages, with a live preview.
//!
//! Long because one dialog stands here, from its options to its preview.

use leptos::html::{Dialog, H2, Iframe};
use leptos::prelude::*;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use crate::export::usual_height;
use crate::locale::{self, Language, ShareText, fill};
use crate::page::address::Theme;
use crate::page::browser::{copy, guide};
use crate::page::history::{Names, current};
use crate::page::state::State;

use super::button::Sharing;
use super::code::{Embedding, PLACE, shared, site, views};

#[wasm_bindgen(module = "/src/page/share/share.js")]
extern "C" {
    fn attend(
        frame: &web_sys::HtmlIFrameElement,
        file: &Closure<dyn FnMut() -> wasm_bindgen::JsValue>,
        name: &str,
        on_height: &Closure<dyn FnMut(f64)>,
    ) -> js_sys::Function;
}

/// The widths of the preview: a phone, a column of text, a page.
const WIDTHS: [u32; 3] = [320, 680, 1080];

const PARTS: [&str; 3] = ["both", "chart", "table"];

/// The dialog; closed where nobody wants to share anything.
#[component]
pub(in crate::page) fn ShareDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let Sharing(wanted) = expect_context();
    let dialog: NodeRef<Dialog> = NodeRef::new();
    let heading: NodeRef<H2> = NodeRef::new();
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        match (wanted.get(), dialog.open()) {
            (Some(_), false) => {
                // Fails only where the dialog is in no document.
                let _ = dialog.show_modal();
                if let Some(heading) = heading.get_untracked() {
                    let _ = heading.focus();
                }
            }
            (None, true) => dialog.close(),
            _ => {}
        }
    });
    let text = move || locale::share(state.language.get());
    view! {
        <dialog class="behind share" node_ref=dialog aria-labelledby="share-title" on:close=move |_| wanted.set(None)>
            <div class="behind__body share__body">
                <p class="behind__ways">
                    <button type="button" class="behind__close" on:click=move |_| wanted.set(None)>
                        {move || state.text().more().close}
                    </button>
                </p>
                <h2 id="share-title" tabindex="-1" node_ref=heading>
                    {move || text().title}
                </h2>
                <p class="behind__count">{move || text().lead}</p>
                {move || guide("embed", state.language.get()).map(|address| view! {
                    <p class="guide">
                        <a href=address target="_blank" rel="noopener">
                            {text().guide}
                        </a>
                    </p>
                })}
                {move || wanted.get().map(|view| view! { <Codes view /> })}
            </div>
        </dialog>
    }
}

#[component]
fn Codes(view: &'static str) -> impl IntoView {
    let state = expect_context::<State>();
    let choice = Embedding {
        view: RwSignal::new(view.to_owned()),
        parts: RwSignal::new("both".to_owned()),
        plain: RwSignal::new(false),
        language: RwSignal::new(state.language.get_untracked()),
        theme: RwSignal::new(Theme::default()),
        frozen: RwSignal::new(false),
    };
    let text = move || locale::share(state.language.get());
    let shared = Memo::new(move |_| shared(state, choice.frozen.get()));
    let width = RwSignal::new(680_u32);
    let reported: RwSignal<Option<u32>> = RwSignal::new(None);
    let height = Memo::new(move |_| {
        let usual = || usual_height(&choice.view.get(), choice.language.get(), width.get());
        reported.get().unwrap_or_else(usual)
    });
    let code = Memo::new(move |_| choice.code(state, &shared.get(), height.get()));
    let previews = StoredValue::new(0_u32);
    // What is chosen of data stands behind the `#`, which no server hears.
    let address = Memo::new(move |_| {
        let mut code = choice.code(state, &shared.get(), 0);
        code.site = window().location().pathname().unwrap_or_default();
        if shared.get().own_file.is_some() {
            code.parameters.retain(|(name, _)| name != "src");
            code.parameters
                .push(("await".to_owned(), "data".to_owned()));
        }
        // Another one each time: what only differs behind the `#` loads nothing.
        previews.update_value(|count| *count += 1);
        let id = format!("preview-{}", previews.get_value());
        code.parameters.push(("id".to_owned(), id));
        code.address_to_oneself()
    });
    let link = move || {
        let view = choice.view.get();
        let names = if choice.frozen.get() {
            Names::Frozen
        } else {
            Names::Whole
        };
        format!("{}{}", site(), current::address(state, &view, names))
    };
    let hint = move || {
        if choice.frozen.get() {
            text().frozen_hint
        } else {
            text().live_hint
        }
    };
    view! {
        <Form choice />
        <p class="share__note">{hint}</p>
        {move || shared.get().own_file.map(|name| view! {
            <p class="share__note share__note--warning">{fill(text().own_file, &[("name", &name)])}</p>
        })}
        <Show when=move || shared.get().lacks_definition>
            <p class="share__note share__note--warning">{move || text().own_definition}</p>
        </Show>
        <Show when=move || code.with(|code| code.site == PLACE)>
            <p class="share__note share__note--warning">{move || text().no_site}</p>
        </Show>
        <div class="share__codes">
            <Snippet id="link" name=|text| text.link hint=|_| "" code=Signal::derive(link) />
            <Snippet
                id="frame"
                name=|text| text.frame
                hint=|text| text.frame_hint
                code=Signal::derive(move || code.get().frame())
            />
            <Snippet
                id="script"
                name=|text| text.frame_and_script
                hint=|text| text.frame_and_script_hint
                code=Signal::derive(move || code.get().frame_and_script())
            />
            <Snippet
                id="element"
                name=|text| text.element
                hint=|text| text.element_hint
                code=Signal::derive(move || code.get().element())
            />
        </div>
        <Preview address width height reported />
    }
}

#[component]
fn Form(choice: Embedding) -> impl IntoView {
    let state = expect_context::<State>();
    let text = move || locale::share(state.language.get());
    let part_name = move |id: &str| match id {
        "chart" => text().chart,
        "table" => text().table,
        _ => text().both,
    };
    view! {
        <div class="share__form">
            <label>
                {move || text().view}
                <select id="share-view" on:change=move |event| choice.view.set(event_target_value(&event))>
                    {move || {
                        let chosen = choice.view.get_untracked();
                        views(state, state.language.get())
                            .into_iter()
                            .map(|own| {
                                let selected = own.id == chosen;
                                let name = format!("{} {}", own.number, own.title);
                                view! { <option value=own.id selected=selected>{name}</option> }
                            })
                            .collect_view()
                    }}
                </select>
            </label>
            <label>
                {move || text().parts}
                <select id="share-parts" on:change=move |event| choice.parts.set(event_target_value(&event))>
                    {PARTS.map(|id| view! { <option value=id>{move || part_name(id)}</option> })}
                </select>
            </label>
            <label>
                {move || state.text().language}
                <select
                    id="share-lang"
                    on:change=move |event| {
                        choice.language.set(Language::from_tag(&event_target_value(&event)).unwrap_or_default());
                    }
                >
                    {Language::ALL
                        .map(|own| {
                            let selected = own == choice.language.get_untracked();
                            view! { <option value=own.tag() lang=own.tag() selected=selected>{own.name()}</option> }
                        })}
                </select>
            </label>
            <label>
                {move || state.text().theme}
                <select
                    id="share-theme"
                    on:change=move |event| {
                        choice.theme.set(Theme::from_id(&event_target_value(&event)).unwrap_or_default());
                    }
                >
                    {Theme::ALL
                        .map(|own| view! { <option value=own.id()>{move || own.name(state.text())}</option> })}
                </select>
            </label>
            <label>
                {move || text().data}
                <select
                    id="share-data"
                    on:change=move |event| choice.frozen.set(event_target_value(&event) == "frozen")
                >
                    <option value="live">{move || text().live}</option>
                    <option value="frozen">{move || text().frozen}</option>
                </select>
            </label>
            <label class="share__check">
                <input
                    type="checkbox"
                    id="share-notes"
                    checked
                    on:change=move |event| choice.plain.set(!event_target_checked(&event))
                />
                {move || text().notes}
            </label>
        </div>
    }
}

/// A code, and the button that copies it.
#[component]
fn Snippet(
    id: &'static str,
    name: fn(&'static ShareText) -> &'static str,
    hint: fn(&'static ShareText) -> &'static str,
    code: Signal<String>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let text = move || locale::share(state.language.get());
    let said: RwSignal<Option<bool>> = RwSignal::new(None);
    let copy = move |_| {
        leptos::task::spawn_local(async move {
            said.try_set(Some(copy(&code.get_untracked()).await));
        });
    };
    let field = format!("share-code-{id}");
    view! {
        <div class="share__code">
            <label for=field.clone()>{move || name(text())}</label>
            <textarea
                id=field.clone()
                readonly
                spellcheck="false"
                rows=if id == "link" { "2" } else { "4" }
                prop:value=move || code.get()
                aria-describedby=format!("{field}-hint")
            ></textarea>
            <p class="share__copy">
                <button
                    type="button"
                    id=format!("share-copy-{id}")
                    aria-label=move || format!("{}: {}", text().copy, name(text()))
                    on:click=copy
                >
                    {move || text().copy}
                </button>
                <span role="status">
                    {move || {
                        let text = state.text();
                        said.get().map(|copied| if copied { text.copied } else { text.not_copied })
                    }}
                </span>
                <span class="share__hint" id=format!("{field}-hint")>{move || hint(text())}</span>
            </p>
        </div>
    }
}

/// The page itself in a frame, as the code would show it.
#[component]
fn Preview(
    address: Memo<String>,
    width: RwSignal<u32>,
    height: Memo<u32>,
    reported: RwSignal<Option<u32>>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let text = move || locale::share(state.language.get());
    let frame: NodeRef<Iframe> = NodeRef::new();
    let on_height = Closure::new(move |height: f64| {
        reported.try_set(Some(height as u32));
    });
    let file = Closure::new(move || {
        let file = state
            .shown
            .with_untracked(|shown| Some(shown.as_ref()?.own.as_ref()?.file.clone()));
        file.map(wasm_bindgen::JsValue::from).unwrap_or_default()
    });
    let told = StoredValue::new_local((on_height, file));
    let name = state
        .shown
        .with_untracked(|shown| Some(shown.as_ref()?.name.clone()));
    let stop: StoredValue<Option<js_sys::Function>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move || {
        if let Some(frame) = frame.get() {
            let name = name.clone().unwrap_or_default();
            let end = told.with_value(|(on_height, file)| attend(&frame, file, &name, on_height));
            stop.set_value(Some(end));
        }
    });
    on_cleanup(move || {
        if let Some(stop) = stop.try_get_value().flatten() {
            // It takes one listener away.
            let _ = stop.call0(&wasm_bindgen::JsValue::NULL);
        }
    });
    // Another part or width has another height.
    Effect::new(move |_| {
        address.track();
        width.track();
        reported.set(None);
    });
    view! {
        <h3>{move || text().preview}</h3>
        <fieldset class="share__widths">
            <legend class="visually-hidden">{move || text().width}</legend>
            {WIDTHS
                .map(|own| {
                    view! {
                        <button
                            type="button"
                            aria-pressed=move || (width.get() == own).to_string()
                            on:click=move |_| width.set(own)
                        >
                            {move || fill(text().pixels, &[("n", &own.to_string())])}
                        </button>
                    }
                })}
        </fieldset>
        <div class="share__preview" tabindex="0" role="region" aria-label=move || text().preview>
            <iframe
                node_ref=frame
                title=move || text().preview
                src=move || address.get()
                style:width=move || format!("{}px", width.get())
                style:height=move || format!("{}px", height.get())
            ></iframe>
        </div>
    }
}
