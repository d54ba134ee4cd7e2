//! Gets data and definitions, whether they come with the page or from the
//! reader, and says what was odd about them.
//!
//! In: names, addresses, files, the reader's acts (`asking`). Out: the state's
//! basis, file and findings, once they come (`carrying`).
//! Leaves out: reading them (`engine`), the order of acts (`crate::acts`), and
//! changing a definition (`definition`).

pub(in crate::page) mod asking;
mod beside_control;
mod carrying;
mod compute_control;
mod countries;
pub(in crate::page) mod definitions;
mod diagnostics;
mod encoding_control;
mod following;
mod getting;
mod handed;
pub(in crate::page) mod keep;
pub(in crate::page) mod loading;
mod other_lists;
mod packed_control;
mod renewing;

pub(in crate::page) use beside_control::BesideControl;
pub(in crate::page) use carrying::listen;
pub(in crate::page) use compute_control::ComputeControl;
pub(in crate::page) use diagnostics::Diagnostics;
pub(in crate::page) use encoding_control::EncodingControl;
pub(in crate::page) use following::apply;
pub(in crate::page) use keep::KeepControl;
pub(in crate::page) use other_lists::{day_of, knows_other_models, other_lists};
pub(in crate::page) use packed_control::PackedControl;
pub(in crate::page) use renewing::renew;
