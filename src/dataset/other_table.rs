//! Tables of Epoch AI that do not list models, by their headers.

/// A table of Epoch AI that does not list models.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum OtherTable {
    /// Chips and their performance.
    Hardware,
    /// Clusters of them.
    Clusters,
    /// Results of versions of models.
    Benchmarks,
}

impl OtherTable {
    /// The table that headers are of.
    pub(super) fn of(cells: &[String]) -> Option<Self> {
        let has = |wanted: fn(&str) -> bool| {
            let mut cells = cells
                .iter()
                .map(|cell| cell.to_lowercase().replace('_', " "));
            cells.any(|cell| wanted(&cell))
        };
        if has(|cell| matches!(cell, "id model version" | "model version")) {
            Some(Self::Benchmarks)
        } else if has(|cell| cell.starts_with("h100 equivalents") || cell.starts_with("max op/s")) {
            Some(Self::Clusters)
        } else if has(|cell| cell.starts_with("hardware name") || cell.starts_with("tdp")) {
            Some(Self::Hardware)
        } else {
            None
        }
    }
}
