//! What the dialog for sharing and embedding says.

/// Its texts.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct ShareText {
    pub title: &'static str,
    pub lead: &'static str,
    pub guide: &'static str,
    pub view: &'static str,
    pub whole_page: &'static str,
    pub parts: &'static str,
    pub both: &'static str,
    pub chart: &'static str,
    pub table: &'static str,
    pub notes: &'static str,
    pub data: &'static str,
    pub live: &'static str,
    pub live_hint: &'static str,
    pub frozen: &'static str,
    pub frozen_hint: &'static str,
    pub own_file: &'static str,
    pub own_definition: &'static str,
    pub no_site: &'static str,
    pub link: &'static str,
    pub frame: &'static str,
    pub frame_hint: &'static str,
    pub frame_and_script: &'static str,
    pub frame_and_script_hint: &'static str,
    pub element: &'static str,
    pub element_hint: &'static str,
    pub copy: &'static str,
    pub preview: &'static str,
    pub width: &'static str,
    pub pixels: &'static str,
    pub from_host: &'static str,
    /// Of a frame that has no numbers to show.
    pub not_here: &'static str,
    /// Of a frame whose filter has a condition that no model meets.
    pub unmet: &'static str,
    /// The same where another condition is near.
    pub unmet_nearest: &'static str,
    /// What stands in for a frame; `{title}` is the part's.
    pub open_part: &'static str,
}
