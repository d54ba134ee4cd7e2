//! What an unknown value was perhaps meant to be.
//!
//! In: a value and the known ones. Out: the known one worth suggesting.
//! Leaves out: what is done about it; a suggestion never counts as a value.
//!
//! Two values are near if every word of one is a word of the other, in any
//! order and but for slips of the pen, or if they are the same letters but for
//! spaces. What is in parentheses is a note, which one of the two may lack.
//! The share of letters that they have in common ranks them and must reach
//! `LEAST_SHARED`. A value that is a part of many known ones, such as
//! "University", is near to none of them.

use super::likeness::{Name, Near};

/// A value that is a part of more known ones than this says nothing of which.
const MOST_WHOLES: usize = 2;

/// The known value worth suggesting for a value, or `None` where nothing is
/// near. Of equally near ones it is the first given.
///
/// For many values against the same known ones, make [`Known`] once: most of
/// the time goes into preparing them.
///
/// ```
/// use model_census::definition::nearest;
///
/// let known = ["Language modeling", "Speech recognition", "Go"];
/// let suggestion = |value| nearest(value, known.into_iter());
/// assert_eq!(suggestion("Language modelling"), Some("Language modeling"));
/// assert_eq!(suggestion("Audio speech recognition"), Some("Speech recognition"));
/// assert_eq!(suggestion("Weaving"), None);
/// ```
#[must_use]
pub fn nearest<'a>(value: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    Known::new(known).nearest(value)
}

/// Known values, ready to be compared with many others.
#[derive(Clone, Debug, Default)]
pub struct Known<'a>(Vec<(&'a str, Name)>);

impl<'a> Known<'a> {
    /// Takes the known values; their order breaks ties.
    pub fn new(known: impl IntoIterator<Item = &'a str>) -> Self {
        let known = known.into_iter().map(|text| (text, Name::new(text)));
        Self(known.collect())
    }

    /// [`nearest`] of these.
    #[must_use]
    pub fn nearest(&self, value: &str) -> Option<&'a str> {
        let value = Name::new(value);
        let near: Vec<(Near, &str)> = (self.0.iter())
            .filter_map(|(text, known)| Some((value.near(known)?, *text)))
            .collect();
        let wholes = near.iter().filter(|(near, _)| near.is_part).count();
        near.into_iter()
            .filter(|(near, _)| !near.is_part || wholes <= MOST_WHOLES)
            .reduce(|best, next| {
                let nearer = next.0.shared > best.0.shared;
                if nearer { next } else { best }
            })
            .map(|(_, text)| text)
    }
}
