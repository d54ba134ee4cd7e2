//! What exported values count as, dimension by dimension.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Exported value → value it counts as.
pub type ValueMap = BTreeMap<Arc<str>, Arc<str>>;

/// The value maps of each dimension that has any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Values {
    /// Spellings of countries → ISO 3166-1 alpha-3.
    pub country: ValueMap,
    /// Domains.
    pub domain: ValueMap,
    /// Tasks.
    pub task: ValueMap,
    /// Organisation categories.
    pub organization_category: ValueMap,
    /// Terms of access.
    pub accessibility: ValueMap,
    /// Confidence of the compute estimate.
    pub confidence: ValueMap,
}

/// A dimension whose values a definition maps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueDimension {
    /// Countries.
    Country,
    /// Domains.
    Domain,
    /// Tasks.
    Task,
    /// Organisation categories.
    OrganizationCategory,
    /// Terms of access.
    Accessibility,
    /// Confidence of the compute estimate.
    Confidence,
}

impl ValueDimension {
    /// All of them, in the order of the file.
    pub const ALL: [Self; 6] = [
        Self::Country,
        Self::Domain,
        Self::Task,
        Self::OrganizationCategory,
        Self::Accessibility,
        Self::Confidence,
    ];

    /// Its id: its key in the file, and that of [`crate::dimension`].
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Domain => "domain",
            Self::Task => "task",
            Self::OrganizationCategory => "organization-category",
            Self::Accessibility => "accessibility",
            Self::Confidence => "confidence",
        }
    }

    /// The dimension of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.id() == id)
    }
}

impl Values {
    /// The map of a dimension.
    #[must_use]
    pub fn of(&self, dimension: ValueDimension) -> &ValueMap {
        match dimension {
            ValueDimension::Country => &self.country,
            ValueDimension::Domain => &self.domain,
            ValueDimension::Task => &self.task,
            ValueDimension::OrganizationCategory => &self.organization_category,
            ValueDimension::Accessibility => &self.accessibility,
            ValueDimension::Confidence => &self.confidence,
        }
    }

    /// The map of a dimension, to be changed.
    pub fn of_mut(&mut self, dimension: ValueDimension) -> &mut ValueMap {
        match dimension {
            ValueDimension::Country => &mut self.country,
            ValueDimension::Domain => &mut self.domain,
            ValueDimension::Task => &mut self.task,
            ValueDimension::OrganizationCategory => &mut self.organization_category,
            ValueDimension::Accessibility => &mut self.accessibility,
            ValueDimension::Confidence => &mut self.confidence,
        }
    }
}
