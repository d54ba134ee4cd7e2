//! Takes a file along into a newer version of the page, whose older one can no
//! longer fetch the code to read it.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::page::later::undone_file;
use crate::page::state::{ListOf, State};

#[wasm_bindgen(module = "/src/page/data/keep.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn carry(file: JsValue, name: &str) -> Result<JsValue, JsValue>;
}

/// Loads the page anew, with the file that was to be read, if any.
pub(in crate::page) fn renew(state: State) {
    let undone = undone_file().map(|file| (file.name(), file.into()));
    let failed = move || match state.asked.failed()?.list? {
        ListOf::Own(own) => Some((own.name, own.file.into())),
        ListOf::Bundled(_) | ListOf::Site(_) => None,
    };
    let carried = undone.or_else(failed);
    leptos::task::spawn_local(async move {
        let (name, file) = carried.unwrap_or((String::new(), JsValue::UNDEFINED));
        // The page ends with this.
        let _ = carry(file, &name).await;
    });
}
