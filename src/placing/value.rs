//! Values of a model in a dimension, each with the reason why it has it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Why a model has a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// The export states it.
    Exported,
    /// The definition counts this exported value as it.
    MergedFrom(Arc<str>),
    /// The definition names it as this organisation's home country.
    HomeOf(Arc<str>),
    /// The definition names it as this organisation's group.
    GroupOf(Arc<str>),
    /// The definition names it as this organisation's category.
    CategoryOf(Arc<str>),
}

/// The values of a model in a dimension.
pub type Values = Arc<[Value]>;

/// A value, and why the model has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The value's key.
    pub key: Arc<str>,
    /// Why.
    pub reason: Reason,
}

impl Value {
    /// Adds a value unless it is there already.
    pub(super) fn add(values: &mut Vec<Self>, key: Arc<str>, reason: Reason) {
        if !values.iter().any(|value| value.key == key) {
            values.push(Self { key, reason });
        }
    }
}
