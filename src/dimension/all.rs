//! Every dimension there is.

use std::borrow::Cow;

use crate::dataset::Field;

use super::written::Written;
use super::{Dimension, Of};

/// From so many tasks on, their number is not told apart.
const MANY_TASKS: usize = 5;

/// All counted models as one.
pub const ALL: Dimension = Dimension {
    id: "all",
    name: |names| names.all,
    labels: "total",
    needs: &[],
    of: Of::Rule(|_, keys| keys.push("all".into())),
};

/// Years, or half-years where the period has them.
pub const YEAR: Dimension = Dimension {
    id: "year",
    name: |names| names.year,
    labels: "year",
    needs: &[],
    of: Of::Rule(|placed, keys| keys.extend(placed.span.map(|span| span.to_string().into()))),
};

/// Countries of the developers.
pub const COUNTRY: Dimension = Dimension {
    id: "country",
    name: |names| names.country,
    labels: "country",
    needs: &[&[Field::Organization, Field::Country]],
    of: Of::Lists(|placed| &placed.countries),
};

/// The modalities that a model works in, the multimodal tag not among them.
pub const DOMAIN: Dimension = Dimension {
    id: "domain",
    name: |names| names.domain,
    labels: "domain",
    needs: &[&[Field::Domain]],
    of: Of::Lists(|placed| &placed.domains),
};

/// The multimodal tag.
pub const MULTIMODAL: Dimension = Dimension {
    id: "multimodal",
    name: |names| names.multimodal,
    labels: "domain",
    needs: &[&[Field::Domain]],
    of: Of::Rule(|placed, keys| keys.extend(placed.multimodal.then(|| "Multimodal".into()))),
};

/// Tasks.
pub const TASK: Dimension = Dimension {
    id: "task",
    name: |names| names.task,
    labels: "task",
    needs: &[&[Field::Task]],
    of: Of::Lists(|placed| &placed.tasks),
};

/// How many tasks a model has.
pub const TASK_COUNT: Dimension = Dimension {
    id: "task-count",
    name: |names| names.task_count,
    labels: "task-count",
    needs: &[&[Field::Task]],
    of: Of::Rule(|placed, keys| {
        keys.extend(match placed.tasks.len() {
            0 => None,
            count @ 1..MANY_TASKS => Some(count.to_string().into()),
            _ => Some(format!("{MANY_TASKS}+").into()),
        });
    }),
};

/// One developer or several.
pub const DEVELOPMENT: Dimension = Dimension {
    id: "development",
    name: |names| names.development,
    labels: "development",
    needs: &[&[Field::Organization]],
    of: Of::Rule(|placed, keys| {
        keys.extend(match placed.developers {
            0 => None,
            1 => Some("Single".into()),
            _ => Some("Joint".into()),
        });
    }),
};

/// Categories of the developers.
pub const ORGANIZATION_CATEGORY: Dimension = Dimension {
    id: "organization-category",
    name: |names| names.organization_category,
    labels: "organization-category",
    needs: &[&[Field::OrganizationCategory, Field::Organization]],
    of: Of::Lists(|placed| &placed.categories),
};

/// Developers, groups rolled up.
pub const ORGANIZATION: Dimension = Dimension {
    id: "organization",
    name: |names| names.organization,
    labels: "organization",
    needs: &[&[Field::Organization]],
    of: Of::Lists(|placed| &placed.groups),
};

/// How sure the compute estimate is.
pub const CONFIDENCE: Dimension = Dimension {
    id: "confidence",
    name: |names| names.confidence,
    labels: "confidence",
    needs: &[&[Field::Confidence]],
    of: Of::Lists(|placed| &placed.confidence),
};

/// The terms of access.
pub const ACCESSIBILITY: Dimension = Dimension {
    id: "accessibility",
    name: |names| names.accessibility,
    labels: "accessibility",
    needs: &[&[Field::Accessibility]],
    of: Of::Lists(|placed| &placed.accessibility),
};

/// Training hardware.
pub const HARDWARE: Dimension = Dimension {
    id: "hardware",
    name: |names| names.hardware,
    labels: "hardware",
    needs: &[&[Field::TrainingHardware]],
    of: Of::Lists(|placed| &placed.hardware),
};

/// The power of ten of the training compute: `1E+24` holds 1e24 up to 1e25.
pub const COMPUTE_DECADE: Dimension = Dimension {
    id: "compute-decade",
    name: |names| names.compute_decade,
    labels: "compute-decade",
    needs: &[&[Field::TrainingCompute]],
    of: Of::Rule(|placed, keys| {
        keys.extend(placed.training_compute_flop.and_then(decade));
    }),
};

/// Every dimension that models can be divided by.
pub const DIMENSIONS: &[&Dimension] = &[
    &YEAR,
    &COUNTRY,
    &DOMAIN,
    &MULTIMODAL,
    &TASK,
    &TASK_COUNT,
    &DEVELOPMENT,
    &ORGANIZATION_CATEGORY,
    &ORGANIZATION,
    &CONFIDENCE,
    &ACCESSIBILITY,
    &HARDWARE,
    &COMPUTE_DECADE,
];

/// The dimension of an id, [`ALL`] too.
#[must_use]
pub fn dimension(id: &str) -> Option<&'static Dimension> {
    let all = std::iter::once(&ALL).chain(DIMENSIONS.iter().copied());
    all.into_iter().find(|dimension| dimension.id == id)
}

/// Of seven digits, so that 9.999e23 stays below 1E+24, while the tiny offsets of
/// exports (9.9999999999e23) do not.
fn decade(flop: f64) -> Option<Cow<'static, str>> {
    let Written { digits, power, .. } = Written::of(flop);
    let rest = digits.strip_prefix("9999999");
    let rounds_up = rest.is_some_and(|rest| rest.starts_with(|next| next >= '5'));
    let power = power + i32::from(rounds_up);
    (flop > 0.0).then(|| format!("1E+{power}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decades_hold_their_lower_end() {
        let cases = [
            (1e23, "1E+23"),
            (9.9e23, "1E+23"),
            (9.999_999_999_9e23, "1E+24"),
            (9.999_999_5e23, "1E+24"),
            (9.999_999_4e23, "1E+23"),
            (3.8e25, "1E+25"),
        ];
        for (flop, expected) in cases {
            assert_eq!(decade(flop).as_deref(), Some(expected), "{flop}");
        }
        assert_eq!(decade(0.0), None);
    }

    #[test]
    fn ids_are_distinct() {
        for one in DIMENSIONS {
            let same = DIMENSIONS.iter().filter(|other| other.id == one.id);
            assert_eq!(same.count(), 1, "{}", one.id);
            assert_eq!(dimension(one.id).map(|found| found.id), Some(one.id));
        }
    }
}
