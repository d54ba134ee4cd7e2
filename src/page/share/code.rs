//! What the dialog for embedding writes into a code.

use leptos::prelude::*;

use crate::breakdown::BREAKDOWNS;
use crate::document::form_number;
use crate::export::EmbedCode;
use crate::list::ListId;
use crate::locale::{self, Language};
use crate::page::address::{Link, Theme};
use crate::page::history::{Names, current};
use crate::page::state::State;

/// Where a page without a web address would be.
pub(super) const PLACE: &str = "https://HOST/PATH/";

/// What the reader chose in the dialog.
#[derive(Clone, Copy, Debug)]
pub(super) struct Embedding {
    pub view: RwSignal<String>,
    pub parts: RwSignal<String>,
    pub plain: RwSignal<bool>,
    pub language: RwSignal<Language>,
    pub theme: RwSignal<Theme>,
    pub frozen: RwSignal<bool>,
}

/// What of the page goes into a code.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shared {
    link: Link,
    /// The name of the reader's own file.
    pub own_file: Option<String>,
    /// Whether the definition is too long for a code.
    pub lacks_definition: bool,
}

/// What is shown, as a code says it.
pub(super) fn shared(state: State, frozen: bool) -> Shared {
    let names = if frozen {
        Names::Frozen
    } else {
        Names::Choices
    };
    let mut link = current::current(state, names).unwrap_or_default().bare();
    let own_file = state.shown.with(|shown| {
        let shown = shown.as_ref()?;
        let own = shown.own.as_ref()?;
        own.origin.is_none().then(|| shown.name.clone())
    });
    if own_file.is_some() {
        link.src = own_file.clone();
        link.data = None;
    }
    let lacks_definition = state.has_own_definition() && link.changes.is_none();
    Shared {
        link,
        own_file,
        lacks_definition,
    }
}

/// The page's address without query and section; none of a file.
pub(super) fn site() -> String {
    let location = window().location();
    let origin = location.origin().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    if !origin.starts_with("http") {
        return PLACE.to_owned();
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{origin}{folder}/")
}

/// A view as the dialog names it.
#[derive(Debug)]
pub(super) struct Named {
    pub id: &'static str,
    /// `<표 1>`; blank where it has none.
    pub number: String,
    pub title: String,
}

/// Every view and what it is called.
pub(super) fn views(state: State, language: Language) -> Vec<Named> {
    let (text, own) = (language.text(), locale::share(language));
    let plain = |id, title: &str| Named {
        id,
        number: String::new(),
        title: title.to_owned(),
    };
    let mut views = vec![
        plain("report", own.whole_page),
        plain("summary", text.summary),
        plain("infographic", text.infographic_title),
    ];
    if let Some(report) = state.report.get() {
        views.extend(BREAKDOWNS.iter().map(|own| Named {
            id: own.id,
            number: form_number(own.form, language),
            title: report.title(own, language),
        }));
        views.extend(ListId::ALL.map(|own| Named {
            id: own.id(),
            number: form_number(own.form(), language),
            title: report.list_title(own, language),
        }));
    }
    views.push(plain("coverage", text.coverage_title));
    views
}

impl Embedding {
    fn parameters(self, shared: &Shared) -> Vec<(String, String)> {
        let mut parameters = vec![("lang".to_owned(), self.language.get().tag().to_owned())];
        let mut add =
            |name: &str, value: &str| parameters.push((name.to_owned(), value.to_owned()));
        let parts = self.parts.get();
        if parts != "both" {
            add("parts", &parts);
        }
        if self.plain.get() {
            add("plain", "1");
        }
        if self.theme.get() != Theme::default() {
            add("theme", self.theme.get().id());
        }
        parameters.extend(shared.link.parts());
        parameters
    }

    /// What is to be written into the other page.
    pub fn code(self, state: State, shared: &Shared, height: u32) -> EmbedCode {
        let (view, language) = (self.view.get(), self.language.get());
        let title = views(state, language)
            .into_iter()
            .find(|own| own.id == view);
        // Pictures are made of what a first visit shows.
        let is_first = shared.link == Link::default() && !shared.lacks_definition;
        let picture = (is_first && self.parts.get() != "table").then(|| picture(&view, language));
        EmbedCode {
            site: site(),
            title: title.map(|own| own.title).unwrap_or_default(),
            parameters: self.parameters(shared),
            height,
            picture: picture.flatten(),
            view,
            language,
        }
    }
}

/// The picture of a view that is made with the page.
fn picture(view: &str, language: Language) -> Option<String> {
    // The whole report's picture is the infographic.
    let name = match view {
        "summary" | "report" | "infographic" => "infographic",
        view => {
            let own = BREAKDOWNS.iter().map(|own| own.id);
            own.chain(ListId::ALL.map(ListId::id))
                .find(|id| *id == view)?
        }
    };
    Some(format!("pictures/{name}.{}.svg", language.tag()))
}
