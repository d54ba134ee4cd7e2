//! The names of the countries that the definition does not know.

use crate::definition::Countries;
use crate::page::address::COUNTRIES;
use crate::page::browser::{fetch, text};
use crate::page::engine::client;
use crate::page::state::State;

/// Such countries come with files of the reader's own, so their names are
/// fetched with the first of these.
pub(super) async fn know_countries(state: State) {
    let known = state
        .labels_untracked()
        .is_none_or(|labels| labels.knows_countries());
    if known {
        return;
    }
    // Without the names, those countries are reported as unknown.
    let Ok(json) = text(fetch(COUNTRIES)).await else {
        return;
    };
    if let Ok(countries) = Countries::parse(&json) {
        client::know(&json).await;
        state.know(countries);
    }
}
