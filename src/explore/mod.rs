//! Beyond the report: any dimension by any other, what is typical and largest,
//! and the frontier of training compute.
//!
//! In: a [`Census`](crate::census::Census). Out: [`Cross`], [`Statistics`],
//! [`Frontier`].
//! Leaves out: words and drawing.

mod cross;
mod frontier;
mod statistics;

pub use cross::{Cross, CrossRow, MOST, cross};
pub use frontier::{Doubling, Frontier, Holder, frontier, student_t_975};
pub use statistics::{Largest, Quantity, Statistics, StatisticsRow, statistics};
