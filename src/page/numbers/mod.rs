//! Numbers that open the models behind them, alone and in sentences.
//!
//! In: texts with what their numbers mean. Out: HTML.
//! Leaves out: what is then shown of those models (`evidence`).

pub(in crate::page) mod number;
mod prose_view;

pub(in crate::page) use number::{in_sentence, in_table, model_button, sentence};
pub(in crate::page) use prose_view::sentences;
