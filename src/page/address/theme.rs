//! Light or dark: as the system prefers, or as the reader chose.

use crate::locale::Text;

/// What the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::page) enum Theme {
    /// Nothing: the system's.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in links and in storage.
    pub fn id(self) -> &'static str {
        match self {
            Self::System => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What it is called.
    pub fn name(self, text: &Text) -> &'static str {
        match self {
            Self::System => text.theme_system,
            Self::Light => text.theme_light,
            Self::Dark => text.theme_dark,
        }
    }

    /// Finds one by its name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}
