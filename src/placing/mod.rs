//! A model under a definition: whether it counts, in which year, as what.
//!
//! In: a dataset and a definition.
//! Out: a [`Placed`] for every model, its values each with the reason why it has
//! them; what the definition does not know, as problems.
//! Leaves out: adding up, and what the reader looks at (`census`).

mod country;
mod fate;
mod model;
mod place;
mod unmapped;
mod value;

pub(crate) use fate::keeps_unknown_compute;
pub use model::{Placed, Status};
pub(crate) use place::place;
pub use value::{Reason, Value, Values};
