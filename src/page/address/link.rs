//! The page's state in its address, and back: a link shows what its sender
//! saw. Nothing of it reaches a server: it stands behind the `#`.

use leptos::prelude::*;
use web_sys::UrlSearchParams;

use crate::breakdown::Shape;
use crate::definition::Period;
use crate::dimension::Condition;
use crate::engine::View;
use crate::evidence::Meant;
use crate::locale::Language;
use crate::page::frame;

use super::opened::Opened;
use super::theme::Theme;

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::page) struct Link {
    /// The section it leads to.
    pub section: String,
    /// The data's name.
    pub data: Option<String>,
    /// The address of data that are not bundled, on the page's own site.
    pub src: Option<String>,
    /// The beginning of the data's fingerprint.
    pub data_sha256: Option<String>,
    /// The definition's id.
    pub definition: Option<String>,
    /// What the definition has other than the built-in one of that id.
    pub changes: Option<String>,
    /// The beginning of the definition's fingerprint.
    pub definition_sha256: Option<String>,
    /// How the data is looked at.
    pub view: View,
    pub language: Option<Language>,
    pub theme: Option<Theme>,
    pub shape: Shape,
    /// Whose models that may not be in the list it shows, as typed.
    pub covered: String,
    /// The list that it compares with: its day, or the name of a file.
    pub against: String,
    pub opened: Vec<Opened>,
    /// Parts that are not understood.
    pub unknown: Vec<String>,
}

/// What the address says, key by key, not understood yet.
#[derive(Clone, Debug, Default)]
pub(in crate::page) struct Address {
    /// The section it leads to.
    pub section: String,
    parts: Vec<(String, String)>,
}

impl Address {
    /// What the address bar says: of the page behind the `#`, of a frame in the
    /// query as well.
    pub fn here() -> Self {
        let hash = hash();
        let hash = hash.trim_start_matches('#');
        let (section, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut said = Self {
            section: section.to_owned(),
            parts: Vec::new(),
        };
        if frame::is_embedded() {
            said.take(&window().location().search().unwrap_or_default());
        }
        said.take(query);
        said
    }

    fn take(&mut self, query: &str) {
        let Ok(params) = UrlSearchParams::new_with_str(query) else {
            return;
        };
        for pair in js_sys::Array::from(&params.entries()) {
            let pair = js_sys::Array::from(&pair);
            if let [Some(key), Some(value)] = [0, 1].map(|at| pair.get(at).as_string()) {
                self.parts.push((key, value));
            }
        }
    }

    /// The link, where it leads to what a first visit shows. All others are
    /// understood by code that is fetched.
    pub fn to_opening(&self) -> Option<Link> {
        let mut link = Link {
            section: self.section.clone(),
            ..Link::default()
        };
        for (key, value) in &self.parts {
            match &**key {
                "lang" | "theme" | "show" => link.dress(key, value)?,
                "await" => return None,
                key if frame::is_embedded() && frame::is_own(key) => {}
                _ => return None,
            }
        }
        Some(link)
    }

    /// How it wants the page to look, whatever else it says.
    pub fn dress(&self) -> Link {
        let mut link = Link::default();
        for (key, value) in &self.parts {
            // What is not understood is told by the link.
            let _ = link.dress(key, value);
        }
        link
    }
}

impl Link {
    /// The link in the address bar.
    pub fn here() -> Self {
        let Address { section, parts } = Address::here();
        let mut link = Self {
            section,
            ..Self::default()
        };
        for (key, value) in parts {
            if link.take(&key, &value).is_none() {
                link.unknown.push(format!("{key}={value}"));
            }
        }
        link
    }

    /// Whether it leaves open which data are shown and how.
    pub fn says_nothing_of_data(&self) -> bool {
        self.data.is_none() && self.src.is_none() && self.view == View::default()
    }

    /// Whether anything of it may not hold for what is shown.
    pub fn is_to_be_checked(&self) -> bool {
        self.data.is_some() || self.definition.is_some() || !self.unknown.is_empty()
    }

    /// Takes a part; `None` where it is not understood.
    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        let text = Some(value.to_owned());
        match key {
            "data" => self.data = text,
            "src" => self.src = text,
            "data-sha256" => self.data_sha256 = text,
            "definition" => self.definition = text,
            "changes" => self.changes = text,
            "definition-sha256" => self.definition_sha256 = text,
            "period" => self.view.period = Some(Period::parse(value).ok()?),
            "filter" => self.view.filter.0.push(Condition::parse(value).ok()?),
            "lang" | "theme" | "show" => self.dress(key, value)?,
            "covered" => value.clone_into(&mut self.covered),
            "against" => value.clone_into(&mut self.against),
            "models" => self.opened.push(Opened::Number(Meant::parse(value).ok()?)),
            "model" => self.opened.push(Opened::Model(value.parse().ok()?)),
            _ if frame::is_embedded() && frame::is_own(key) => {}
            _ => return None,
        }
        Some(())
    }

    /// Takes a part of how the page looks; `None` where it is none.
    fn dress(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "lang" => self.language = Some(Language::from_tag(value)?),
            "theme" => self.theme = Some(Theme::from_id(value)?),
            "show" => {
                self.shape = Shape::from_id(value);
                // In another order it means the same.
                (self.shape.id().len() == value.len()).then_some(())?;
            }
            _ => return None,
        }
        Some(())
    }

    /// What it says of data and how they are looked at.
    pub fn bare(self) -> Self {
        Self {
            section: String::new(),
            language: None,
            theme: None,
            opened: Vec::new(),
            ..self
        }
    }

    /// Its parts in order, the section aside.
    pub fn parts(&self) -> Vec<(String, String)> {
        let mut parts = Vec::new();
        let mut add = |key: &str, value: Option<&str>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                parts.push((key.to_owned(), value.to_owned()));
            }
        };
        add("src", self.src.as_deref());
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
        add("covered", Some(&self.covered));
        add("against", Some(&self.against));
        match self.opened.last() {
            Some(Opened::Number(meant)) => add("models", Some(&meant.to_string())),
            Some(Opened::Model(record)) => add("model", Some(&record.to_string())),
            None => {}
        }
        parts
    }

    pub fn write(&self) -> String {
        let Ok(params) = UrlSearchParams::new() else {
            return String::new();
        };
        for (key, value) in self.parts() {
            params.append(&key, &value);
        }
        let query: String = params.to_string().into();
        match (&*self.section, &*query) {
            ("", "") => String::new(),
            (section, "") => format!("#{section}"),
            (section, query) => format!("#{section}?{query}"),
        }
    }
}

/// What stands behind the `#` of the address bar, that included.
pub(in crate::page) fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Whether a definition is named by an address and not by an id.
pub(in crate::page) fn is_address(definition: &str) -> bool {
    definition.contains(['/', '.'])
}
