//! What comes with the page, by the names that it is fetched by.

use crate::dataset::PartialDate;
use crate::locale::{self, Text, fill};

/// The snapshots, in the order of their days; the first is shown first.
pub(in crate::page) const BUNDLED: [&str; 3] = [
    "large-scale-models-2024-07-16.csv",
    "large-scale-models-2026-02-16.csv",
    "large-scale-models-2026-08-19.csv",
];

/// What a snapshot is called: its day, and what there is to say of it.
pub(in crate::page) fn snapshot_label(name: &str, text: &Text) -> String {
    let day = PartialDate::in_file_name(name).map(locale::date);
    let day = day.unwrap_or_default();
    let [first, .., newest] = BUNDLED;
    let said = match name {
        own if own == first => text.snapshot_first,
        own if own == newest => text.snapshot_newest,
        _ => return day,
    };
    fill(said, &[("date", &day)])
}

/// The definitions' ids, the first counted by at first.
pub(in crate::page) const BUILT_IN: [&str; 2] = ["is-178", "current"];

/// The editions whose figures were published.
pub(in crate::page) const EDITIONS: [Edition; 2] = [
    Edition {
        id: "is-178",
        name: |text| text.edition_is_178,
    },
    Edition {
        id: "2024-edition",
        name: |text| text.edition_2024,
    },
];

/// An edition that comes with the page.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Edition {
    /// Its file in `published/`.
    pub id: &'static str,
    /// What it is called.
    pub name: fn(&Text) -> &'static str,
}

/// What a first visit counts by.
pub(in crate::page) const DEFINITION: &str = "definitions/is-178.json";

/// The names of values.
pub(in crate::page) const LABELS: &str = "data/labels.json";

/// The names of the countries that the definition does not know.
pub(in crate::page) const COUNTRIES: &str = "data/countries.json";

/// The lists of other days.
pub(in crate::page) const HISTORY: &str = "data/history.json";

/// Lists of other models, to ask which of them are not counted.
pub(in crate::page) const OTHER_LISTS: &str = "data/other-lists.json";
