//! Model Census.
#[cfg(feature = "ui")]
mod page;
