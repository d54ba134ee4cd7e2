//! Lists of other days and of other models, fetched with the first question
//! about them.

use std::cell::{Cell, RefCell};

use crate::comparison::PackedLists;
use crate::dataset::PartialDate;
use crate::page::address::{HISTORY, OTHER_LISTS};
use crate::page::browser::{fetch, text};
use crate::page::engine::client;

thread_local! {
    /// Their names, once the engine knows them.
    static KNOWN: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
    /// Whether it knows those of other models.
    static KNOWS_OTHERS: Cell<bool> = const { Cell::new(false) };
}

/// Lists of other models, once the engine knows them; whether it does.
pub(in crate::page) async fn knows_other_models() -> bool {
    if KNOWS_OTHERS.get() {
        return true;
    }
    let Ok(json) = text(fetch(OTHER_LISTS)).await else {
        return false;
    };
    // Who asked meanwhile has told it.
    if !KNOWS_OTHERS.get() {
        KNOWS_OTHERS.set(client::know_lists(&json).await);
    }
    KNOWS_OTHERS.get()
}

/// The names of the lists, oldest first, once the engine knows them; `None`
/// where they cannot be fetched.
pub(in crate::page) async fn other_lists() -> Option<Vec<String>> {
    if let Some(names) = KNOWN.with_borrow(Clone::clone) {
        return Some(names);
    }
    let json = text(fetch(HISTORY)).await.ok()?;
    let lists = PackedLists::parse(&json).ok()?;
    let names: Vec<String> = lists.names().map(str::to_owned).collect();
    if !client::know_lists(&json).await {
        return None;
    }
    KNOWN.set(Some(names.clone()));
    Some(names)
}

/// The day in a list's name.
pub(in crate::page) fn day_of(name: &str) -> Option<PartialDate> {
    PartialDate::in_file_name(name)
}
