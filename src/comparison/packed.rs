//! Lists of several days in one file, each row once.
//!
//! In: a file of `public/data/` that `tools/history.js` writes. Out: any of
//! its lists as the CSV that was packed, byte for byte.
//! Leaves out: reading it.

use serde::Deserialize;

/// Lists of several days.
#[derive(Clone, Debug, Deserialize)]
pub struct PackedLists {
    /// Whether they are lists of other models than the large-scale ones, and none
    /// of its days.
    #[serde(default)]
    pub are_of_other_models: bool,
    columns: Vec<String>,
    lists: Vec<PackedList>,
    /// In which lists a row stands (a digit or letter each), then its cells;
    /// blank ones at the end are left out.
    rows: Vec<Vec<String>>,
}

#[derive(Clone, Debug, Deserialize)]
struct PackedList {
    name: String,
    columns: Vec<usize>,
}

impl PackedLists {
    /// Reads the file.
    ///
    /// # Errors
    /// serde's account of what is malformed, with line and column.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// The names of the lists, oldest first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lists.iter().map(|list| &*list.name)
    }

    /// A list as CSV; `None` for a name that is not here.
    #[must_use]
    pub fn csv(&self, name: &str) -> Option<Vec<u8>> {
        let at = self.lists.iter().position(|list| list.name == name)?;
        let list = self.lists.get(at)?;
        let mark = char::from_digit(u32::try_from(at).ok()?, 36)?;
        let header = list.columns.iter().map(|at| self.columns.get(*at));
        let header: Option<Vec<&String>> = header.collect();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(header?).ok()?;
        for row in &self.rows {
            let Some((lists, cells)) = row.split_first() else {
                continue;
            };
            if lists.contains(mark) {
                let cell = |at: &usize| cells.get(*at).map_or("", String::as_str);
                let cells = list.columns.iter().map(cell);
                writer.write_record(cells).ok()?;
            }
        }
        writer.into_inner().ok()
    }
}
