//! Keeps what was read, and answers from it.
//!
//! In: a definition, names, a dataset. Out: findings for any period,
//! without reading again. The command line, the page's worker and, where no
//! worker can start, the page itself all ask here, so that their numbers
//! cannot differ.

pub mod ask;
mod comparing;
mod covering;
mod joined;
mod kept;
mod offering;
mod opening;
mod question;

pub use ask::Ask;
pub use comparing::Against;
pub use covering::{Beside, Elsewhere};
pub use kept::{Engine, View};
pub use offering::Offer;
pub use opening::Opening;
pub use question::{Question, answer, bytes, understand};
