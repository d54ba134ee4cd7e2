//! Files that an address names beside the bundled ones: a file of the page's
//! own site, or one that the page around a frame hands over.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use crate::locale::NotHanded;
use crate::page::browser::{blob, fetch, get};
use crate::page::frame;
use crate::page::state::Origin;

#[wasm_bindgen(module = "/src/page/frame/frame.js")]
extern "C" {
    async fn awaited(kind: &str) -> JsValue;
}

/// Which file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Data,
    Definition,
}

impl Kind {
    fn id(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Definition => "definition",
        }
    }

    /// Whether the frame's address says that the page around it hands one over.
    pub fn is_awaited(self) -> bool {
        frame::is_embedded() && frame::all_asked("await").iter().any(|own| own == self.id())
    }
}

/// A file that came.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub blob: web_sys::Blob,
    pub name: String,
    pub origin: Origin,
}

/// The last part of an address, as a file's name.
pub(super) fn name_in(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    js_sys::decode_uri_component(name).map_or_else(|_| name.to_owned(), String::from)
}

/// A file of the page's own site; fetched once this is called, not once it is
/// awaited.
pub(super) fn of_site(address: &str) -> impl Future<Output = Result<Given, NotHanded>> + use<> {
    let address = address.to_owned();
    let location = window().location();
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let url = web_sys::Url::new_with_base(&address, &base);
    // A frame without an origin of its own is still of this site.
    let own = location
        .href()
        .and_then(|href| web_sys::Url::new(&href))
        .map(|own| own.origin());
    let is_own = url
        .as_ref()
        .is_ok_and(|url| own.as_ref().is_ok_and(|own| *own == url.origin()));
    let fetched: Option<JsFuture> = is_own.then(|| fetch(&address));
    async move {
        let Some(fetched) = fetched else {
            return Err(NotHanded::OtherSite { address });
        };
        match blob(fetched).await {
            Ok(blob) => Ok(Given {
                blob,
                name: name_in(&address),
                origin: Origin::Site(address),
            }),
            Err(reason) => Err(NotHanded::Refused { address, reason }),
        }
    }
}

/// The file that the page around the frame hands over.
pub(super) async fn from_host(kind: Kind) -> Result<Given, NotHanded> {
    let given = awaited(kind.id()).await;
    let text = |key| get(&given, key).and_then(|value| value.as_string());
    let address = text("name").unwrap_or_default();
    if let Some(blob) = get(&given, "blob").and_then(|blob| blob.dyn_into().ok()) {
        return Ok(Given {
            blob,
            name: name_in(&address),
            origin: Origin::Host(text("origin").unwrap_or_default()),
        });
    }
    Err(match text("reason") {
        Some(reason) => NotHanded::Refused { address, reason },
        None => NotHanded::Nothing,
    })
}

/// A file's text.
pub(super) async fn text_of(blob: &web_sys::Blob) -> String {
    let text = JsFuture::from(blob.text()).await;
    // Bytes that are no text are no definition either, which is said then.
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
