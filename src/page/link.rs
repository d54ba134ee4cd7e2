//! The page's state in its address, and back: a link shows what its sender
//! saw. Nothing of it reaches a server: it stands behind the `#`.

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen::prelude::JsValue;
use web_sys::UrlSearchParams;

use crate::breakdown::Shape;
use crate::definition::Period;
use crate::dimension::Condition;
use crate::engine::View;
use crate::evidence::Meant;
use crate::locale::{Language, fill};

use super::loading::{self, BUNDLED};
use super::state::{Opened, State};
use super::theme::Theme;
use super::{embed, english};

/// So many hexadecimal digits of a fingerprint tell files apart.
const DIGITS: usize = 16;

const SOON_MS: u32 = 20;

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Link {
    /// The section it leads to.
    pub section: String,
    /// The data's name.
    pub data: Option<String>,
    /// The beginning of the data's fingerprint.
    data_sha256: Option<String>,
    /// The definition's id, its difference from the built-in one of that id,
    /// and the beginning of its fingerprint.
    pub definition: Option<String>,
    pub changes: Option<String>,
    definition_sha256: Option<String>,
    /// How the data is looked at.
    pub view: View,
    pub language: Option<Language>,
    theme: Option<Theme>,
    shape: Shape,
    opened: Vec<Opened>,
    /// Parts that are not understood.
    unknown: Vec<String>,
}

impl Link {
    /// The link in the address bar.
    pub fn here() -> Self {
        if embed::is_embedded() {
            return Self::parse(&window().location().search().unwrap_or_default());
        }
        Self::parse(&window().location().hash().unwrap_or_default())
    }

    /// Whether it leaves open which data are shown and how.
    pub fn says_nothing_of_data(&self) -> bool {
        self.data.is_none() && self.view == View::default()
    }

    /// Whether it leads to what a first visit shows.
    pub fn is_to_opening(&self) -> bool {
        self.says_nothing_of_data() && self.definition.is_none() && self.changes.is_none()
    }

    /// Whether anything of it may not hold for what is shown.
    pub fn is_to_be_checked(&self) -> bool {
        self.data.is_some() || self.definition.is_some() || !self.unknown.is_empty()
    }

    /// Parts that are not understood.
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }

    fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (section, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut link = Self {
            section: section.to_owned(),
            ..Self::default()
        };
        let Ok(params) = UrlSearchParams::new_with_str(query) else {
            return link;
        };
        for pair in js_sys::Array::from(&params.entries()) {
            let pair = js_sys::Array::from(&pair);
            let [Some(key), Some(value)] = [0, 1].map(|at| pair.get(at).as_string()) else {
                continue;
            };
            if link.take(&key, &value).is_none() {
                link.unknown.push(format!("{key}={value}"));
            }
        }
        link
    }

    /// Takes a part; `None` where it is not understood.
    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        let text = Some(value.to_owned());
        match key {
            "data" => self.data = text,
            "data-sha256" => self.data_sha256 = text,
            "definition" => self.definition = text,
            "changes" => self.changes = text,
            "definition-sha256" => self.definition_sha256 = text,
            "period" => self.view.period = Some(Period::parse(value).ok()?),
            "filter" => self.view.filter.0.push(Condition::parse(value).ok()?),
            "lang" => self.language = Some(Language::from_tag(value)?),
            "theme" => self.theme = Some(Theme::from_id(value)?),
            "show" => self.shape = Shape::from_id(value),
            "models" => self.opened.push(Opened::Number(Meant::parse(value).ok()?)),
            "model" => self.opened.push(Opened::Model(value.parse().ok()?)),
            _ if embed::is_embedded() && embed::is_own(key) => {}
            _ => return None,
        }
        Some(())
    }

    fn write(&self) -> String {
        let Ok(params) = UrlSearchParams::new() else {
            return String::new();
        };
        let add = |key: &str, value: Option<&str>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                params.append(key, value);
            }
        };
        add("data", self.data.as_deref());
        add("data-sha256", self.data_sha256.as_deref());
        add("definition", self.definition.as_deref());
        add("definition-sha256", self.definition_sha256.as_deref());
        add("changes", self.changes.as_deref());
        let period = self.view.period.map(|period| period.to_string());
        add("period", period.as_deref());
        for condition in &self.view.filter.0 {
            add("filter", Some(&condition.to_string()));
        }
        add("lang", self.language.map(Language::tag));
        add("theme", self.theme.map(Theme::id));
        add("show", Some(&self.shape.id()));
        match self.opened.last() {
            Some(Opened::Number(meant)) => add("models", Some(&meant.to_string())),
            Some(Opened::Model(record)) => add("model", Some(&record.to_string())),
            None => {}
        }
        let query: String = params.to_string().into();
        match (&*self.section, &*query) {
            ("", "") => String::new(),
            (section, "") => format!("#{section}"),
            (section, query) => format!("#{section}?{query}"),
        }
    }
}

/// The link to what the page shows; `None` before it shows anything. What a
/// reader sees at the first visit is not named.
fn current(state: State) -> Option<Link> {
    let report = state.report.get()?;
    let source = &report.findings.source;
    let bundled = state
        .shown
        .with(|shown| Some(shown.as_ref()?.is_bundled()))?;
    let first = bundled && BUNDLED.first().is_some_and(|first| *first == source.name);
    let digits = |sha256: &str| sha256.chars().take(DIGITS).collect::<String>();
    let mut link = Link {
        section: state.section.get(),
        opened: state.opened.get(),
        shape: state.shape.get(),
        theme: Some(state.theme.get()).filter(|theme| *theme != Theme::default()),
        language: Some(state.language.get()).filter(|language| *language != Language::default()),
        ..Link::default()
    };
    let (definition, changes) = state.definition_in_link();
    let own_definition = definition.is_some();
    let period = report.findings.period;
    let own_view =
        !report.findings.filter.is_empty() || report.definition.period.fixed() != Some(period);
    if !first || own_definition || own_view {
        link.data = Some(source.name.clone());
        link.data_sha256 = source.sha256.as_deref().map(digits);
        link.view = View {
            period: Some(period),
            filter: report.findings.filter.clone(),
        };
        link.definition = Some(definition.unwrap_or_else(|| report.definition.id.clone()));
        link.definition_sha256 = Some(digits(&state.fingerprint(&report.definition)));
        link.changes = changes;
    }
    Some(link)
}

/// Takes what the link says that the reader came by.
pub(super) fn come(state: State) {
    let link = Link::here();
    state.section.set(link.section.clone());
    dress(state, &link);
    state.view.set(link.view.clone());
    state.came_by.set(Some(link));
    // A frame has no address of its own to keep.
    if !embed::is_embedded() {
        mark(&hash(), false);
    }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Keeps the address in step with the page, and the page with the address.
pub(super) fn follow(state: State) {
    if embed::is_embedded() {
        return;
    }
    // A link to a section may have been pressed before this was there.
    if history_state().is_falsy() {
        mark_section(state, Link::here().section);
    }
    Effect::new(move || {
        let current = current(state);
        // What a link asks for is on its way.
        if state.is_following.get() {
            return;
        }
        let Some(current) = current else {
            return;
        };
        let hash = current.write();
        let settled = state.settled.get_value();
        if settled.as_ref() == Some(&hash) {
            return;
        }
        let changed = settled.is_some();
        state.settled.set_value(Some(hash.clone()));
        // What a link led to stands as the link has it, even where it does not
        // hold; only what the reader changes is written.
        if changed {
            state.came_by.set(None);
            if hash != self::hash() {
                mark(&hash, true);
            }
        }
    });
    EventListener::new(&window(), "popstate", move |_| {
        let own = history_state();
        let link = Link::here();
        // A plain link to a section bears no mark and says nothing else.
        if own.is_falsy() && link.write() == format!("#{}", link.section) {
            mark_section(state, link.section);
            return;
        }
        apply(state, link);
    })
    .forget();
}

fn mark_section(state: State, section: String) {
    state.section.set(section);
    let hash = untrack(|| current(state)).map(|link| link.write());
    mark(&hash.unwrap_or_default(), false);
}

/// Writes an address and marks it as one of ours.
fn mark(hash: &str, push: bool) {
    let Ok(history) = window().history() else {
        return;
    };
    let location = window().location();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let address = format!("{path}{hash}");
    let ours = JsValue::TRUE;
    // Refused where there is no history, as in a frame of no origin.
    let _ = if push {
        history.push_state_with_url(&ours, "", Some(&address))
    } else {
        history.replace_state_with_url(&ours, "", Some(&address))
    };
}

fn history_state() -> JsValue {
    let history = window().history();
    history
        .and_then(|history| history.state())
        .unwrap_or(JsValue::NULL)
}

/// Theme and what else needs no numbers; the language is waited for.
fn dress(state: State, link: &Link) {
    if let Some(theme) = link.theme {
        state.theme.set(theme);
    }
    state.shape.set(link.shape);
}

/// Shows what a link says, in a page that shows something else.
fn apply(state: State, link: Link) {
    state.is_following.set(true);
    // What an address of ours leaves out is what a first visit shows.
    english::speak(state, link.language.unwrap_or_default());
    state.theme.set(link.theme.unwrap_or_default());
    state.shape.set(link.shape);
    state.section.set(link.section.clone());
    leptos::task::spawn_local(async move {
        loading::take_definition(state, &link).await;
        let name = state
            .report
            .with_untracked(|report| Some(report.as_ref()?.findings.source.name.clone()));
        let wanted = link
            .data
            .clone()
            .or_else(|| BUNDLED.first().map(|name| (*name).to_owned()));
        let bundled = BUNDLED
            .into_iter()
            .find(|own| wanted.as_deref() == Some(*own));
        match bundled.filter(|_| name != wanted) {
            Some(bundled) => loading::show_bundled_as(state, bundled, link.view.clone()).await,
            None => state.look_at_now(link.view.clone()).await,
        }
        arrive(state, link);
    });
}

/// The same for what a first visit shows: the address says so already.
pub(super) fn arrive_at_opening(state: State, link: Link) {
    arrive(state, link);
    state.settled.set_value(Some(hash()));
}

/// Once the numbers are there: the section, the dialog, and what differs.
pub(super) fn arrive(state: State, link: Link) {
    state.opened.set(link.opened.clone());
    let section = link.section.clone();
    let target = move || document().get_element_by_id(&section);
    state.came_by.set(Some(link));
    state.settled.set_value(None);
    state.is_following.set(false);
    // What is above the section has its height only once it is shown.
    leptos::task::spawn_local(async move {
        while state.is_updating.get_untracked() {
            TimeoutFuture::new(SOON_MS).await;
        }
        if let Some(target) = target() {
            target.scroll_into_view();
        }
    });
}

/// What of a link does not hold for what is shown.
pub(super) fn differences(state: State) -> Vec<String> {
    let text = state.text();
    let Some(report) = state.report.get() else {
        return Vec::new();
    };
    let source = &report.findings.source;
    let mut said = Vec::new();
    if let Some(data) = &report.definition.data
        && source
            .sha256
            .as_ref()
            .is_some_and(|sha256| *sha256 != data.sha256)
    {
        said.push(fill(text.definition_of_other_data, &[("name", &data.name)]));
    }
    let Some(link) = state.came_by.get() else {
        return said;
    };
    if let Some(name) = &link.data {
        let other = |now: Option<&str>, then: &Option<String>| {
            now.zip(then.as_deref())
                .is_some_and(|(now, then)| !now.starts_with(then))
        };
        if *name != source.name {
            said.push(fill(text.link_other_data, &[("name", name)]));
        } else if other(source.sha256.as_deref(), &link.data_sha256) {
            said.push(fill(text.link_other_bytes, &[("name", name)]));
        }
        let sha256 = state.fingerprint(&report.definition);
        if other(Some(&sha256), &link.definition_sha256) {
            said.push(text.link_other_definition.to_owned());
        }
    }
    let unknown = link.unknown.iter();
    said.extend(unknown.map(|part| fill(text.link_unreadable, &[("part", part)])));
    said
}

/// What of the link that a reader came by does not hold.
#[component]
pub(super) fn LinkNotice() -> impl IntoView {
    let state = expect_context::<State>();
    let said = Memo::new(move |_| differences(state));
    view! {
        <div class="link-notice" role="status">
            {move || said.get().into_iter().map(|said| view! { <p>{said}</p> }).collect_view()}
        </div>
    }
}
