//! The day on which a file is written.

use crate::document::About;

/// The day, by the reader's clock and in the reader's place.
pub(in crate::page) fn today() -> About {
    let now = js_sys::Date::new_0();
    About {
        written: format!(
            "{:04}-{:02}-{:02}",
            now.get_full_year(),
            now.get_month() + 1,
            now.get_date()
        ),
    }
}
