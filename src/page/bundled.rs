//! What comes with the page, by the names that it is fetched by.

/// The snapshots, the first shown first.
pub(super) const BUNDLED: [&str; 2] = [
    "large-scale-models-2024-07-16.csv",
    "large-scale-models-2026-02-16.csv",
];

/// The definitions' ids, the first counted by at first.
pub(super) const BUILT_IN: [&str; 2] = ["is-178", "current"];

/// The editions whose figures were published.
pub(super) const EDITIONS: [&str; 2] = ["is-178", "2024-edition"];

/// What a first visit counts by.
pub(super) const DEFINITION: &str = "definitions/is-178.json";

/// The names of values.
pub(super) const LABELS: &str = "data/labels.json";

/// The names of the countries that the definition does not know.
pub(super) const COUNTRIES: &str = "data/countries.json";
