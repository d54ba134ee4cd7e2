//! Gets files of the page's own site, and says where code of it did not come.

use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::from_js::said;

#[wasm_bindgen(module = "/src/page/browser/bundled.js")]
extern "C" {
    #[wasm_bindgen(js_name = fetchFile)]
    fn fetch_file(name: &str) -> js_sys::Promise;
}

#[wasm_bindgen(module = "/src/page/browser/site.js")]
extern "C" {
    #[wasm_bindgen(js_name = siteIs)]
    async fn site_is() -> JsValue;
}

/// What stands at the page's own address by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::page) enum Site {
    /// The page as it is here.
    Same,
    /// Another version of it.
    Newer,
    /// Nothing answers.
    Away,
}

/// Asks what stands at the page's own address.
pub(in crate::page) async fn site() -> Site {
    match site_is().await.as_string().as_deref() {
        Some("newer") => Site::Newer,
        Some("same") => Site::Same,
        _ => Site::Away,
    }
}

/// The code did not come; why is in the console.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct NotFetched;

impl From<SplitLoaderError> for NotFetched {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Begins to fetch an address, or a file that comes with the page by its name;
/// one that is not as the page was built with it is refused.
pub(in crate::page) fn fetch(address: &str) -> JsFuture {
    JsFuture::from(fetch_file(address))
}

async fn response_of(fetched: JsFuture) -> Result<web_sys::Response, String> {
    let response = fetched.await.map_err(|error| said(&error))?;
    let response: web_sys::Response = response.unchecked_into();
    if response.ok() {
        Ok(response)
    } else {
        Err(format!("{}: HTTP {}", response.url(), response.status()))
    }
}

/// What was fetched, as text.
pub(in crate::page) async fn text(fetched: JsFuture) -> Result<String, String> {
    let text = response_of(fetched).await?.text();
    let text = JsFuture::from(text.map_err(|error| said(&error))?).await;
    let text = text.map_err(|error| said(&error))?;
    Ok(text.as_string().unwrap_or_default())
}

/// What was fetched.
pub(in crate::page) async fn blob(fetched: JsFuture) -> Result<web_sys::Blob, String> {
    let blob = response_of(fetched).await?.blob();
    let blob = JsFuture::from(blob.map_err(|error| said(&error))?).await;
    Ok(blob.map_err(|error| said(&error))?.unchecked_into())
}
