//! From how much training compute on a model counts.

use serde::{Deserialize, Serialize};

/// Which models are large enough to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComputeRule {
    /// Models of known training compute count from here on, in FLOP.
    pub threshold_flop: f64,
    /// What becomes of models of unknown training compute.
    pub unknown: UnknownCompute,
}

/// What becomes of models of unknown training compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnknownCompute {
    /// Counted.
    Keep,
    /// Not counted.
    LeaveOut,
    /// Counted if no model of the export has less than the threshold: such an
    /// export lists models of unknown compute only where they are likely above.
    KeepIfExportIsFiltered,
}

/// How models that were made from others by training on count: those of which
/// the export names a base model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DerivedModels {
    /// By the compute of training on, not by that of the base model too: where
    /// it is not known to reach the threshold they do not count. Epoch AI's own
    /// rule for its large-scale list, in which they stay as listed.
    #[default]
    ByOwnCompute,
    /// By the training compute that the export states, base model and all.
    AsExported,
    /// Not at all.
    LeaveOut,
}
