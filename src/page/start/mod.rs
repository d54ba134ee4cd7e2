//! The page from its first paint on: what a first visit shows, the page as a
//! whole or one part of it in a frame, and the code that is fetched later.
//!
//! In: the address, what was kept. Out: everything, mounted.
//! Leaves out: the parts themselves; nothing else imports this folder.

mod app;
mod appearance;
mod embed_view;
#[cfg(feature = "ssr")]
mod first_view;
#[cfg(feature = "csr")]
mod mount;
mod offline;
mod opening;
mod rest;

#[cfg(feature = "ssr")]
pub use first_view::first_view;
