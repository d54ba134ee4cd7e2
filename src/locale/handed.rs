//! Why a file that a frame's address names did not come, as a sentence.

use crate::definition::DefinitionError;
/// Why a file did not come.
#[derive(Debug)]
pub enum NotHanded {
    /// The page around the frame handed nothing over in time.
    Nothing,
    /// It was refused, in the browser's words or the server's.
    Refused {
        /// The file's address.
        address: String,
        /// Why.
        reason: String,
    },
    /// The frame fetches from its own site only.
    OtherSite {
        /// The file's address.
        address: String,
    },
    /// It came, but is no definition.
    NoDefinition {
        /// The file's address.
        address: String,
        /// What is wrong with it.
        error: DefinitionError,
    },
}

impl NotHanded {
    /// The address, where there is one.
    #[must_use]
    pub fn address(&self) -> &str {
        match self {
            Self::Nothing => "",
            Self::Refused { address, .. }
            | Self::OtherSite { address }
            | Self::NoDefinition { address, .. } => address,
        }
    }
}
