//! The head of the page: title, data, period, filter, language, and what
//! happens to a file.
//!
//! In: the reader's choices. Out: acts, and how the state is looked at.
//! Leaves out: what data and definition are made of.

mod contents;
mod file_control;
mod filter_bar;
mod header;
mod language_switch;
mod notice_line;
mod period_control;
mod theme_switch;

pub(in crate::page) use filter_bar::{FilterBar, FilterForm};
pub(in crate::page) use header::Header;
pub(in crate::page) use notice_line::NoticeLine;
