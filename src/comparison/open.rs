//! What of two lists has no other half yet, and the ways to find it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::dataset::{Dataset, Model};
use crate::definition::{Definition, SameModels};

use super::known::{Groups, Known};
use super::likeness::{ENOUGH, days_apart, likeness};
use super::matched::{Certainty, Ground, How, Match, Matching, Single};
use super::name::Name;
use super::near::Near;

/// From here on it is likely.
const LIKELY: i32 = 6;

/// Pairs of names that a reader parted.
pub(super) struct Apart<'a>(BTreeSet<(&'a str, &'a str)>);

impl<'a> Apart<'a> {
    pub fn of(said: &[&'a SameModels]) -> Self {
        let pairs = said.iter().flat_map(|said| {
            let [one, other] = &said.names;
            [(&**one, &**other), (&**other, &**one)]
        });
        Self(pairs.collect())
    }

    fn has(&self, old: &Known<'_>, new: &Known<'_>) -> bool {
        self.0.contains(&(&old.model.name, &new.model.name))
    }
}

/// Models of both lists that have no other half yet.
pub(super) struct Open<'a> {
    pub old: Vec<Known<'a>>,
    pub new: Vec<Known<'a>>,
    pub pairs: Vec<Match>,
}

impl<'a> Open<'a> {
    /// Takes pairs of positions in `old` and `new` out of what is open; a
    /// model that is taken already stays with its first other half.
    fn take(&mut self, found: impl IntoIterator<Item = Found>) {
        let mut taken = (vec![false; self.old.len()], vec![false; self.new.len()]);
        for Found {
            old,
            new,
            how,
            certainty,
            why,
        } in found
        {
            let (Some(one), Some(other)) = (self.old.get(old), self.new.get(new)) else {
                continue;
            };
            let (Some(is_old_taken), Some(is_new_taken)) =
                (taken.0.get_mut(old), taken.1.get_mut(new))
            else {
                continue;
            };
            if *is_old_taken || *is_new_taken {
                continue;
            }
            (*is_old_taken, *is_new_taken) = (true, true);
            self.pairs.push(Match {
                old: one.at,
                new: other.at,
                how,
                certainty,
                why,
            });
        }
        let keep = |list: &mut Vec<Known<'a>>, taken: &[bool]| {
            let mut taken = taken.iter();
            list.retain(|_| taken.next() == Some(&false));
        };
        keep(&mut self.old, &taken.0);
        keep(&mut self.new, &taken.1);
    }

    /// What a reader said.
    pub fn join(&mut self, joined: &[&SameModels]) {
        let mut found = Vec::new();
        for said in joined {
            let [one, other] = &said.names;
            for (old_name, new_name) in [(one, other), (other, one)] {
                let old = self.old.iter().position(|own| own.model.name == *old_name);
                let new = self.new.iter().position(|own| own.model.name == *new_name);
                // A list that has both has two models.
                let both = |list: &[Known<'_>]| {
                    let has = |name: &Arc<str>| list.iter().any(|own| own.model.name == *name);
                    has(one) && has(other)
                };
                if both(&self.old) || both(&self.new) {
                    continue;
                }
                if let (Some(old), Some(new)) = (old, new) {
                    found.push(Found::sure(old, new, How::Stated));
                }
            }
        }
        self.take(found);
    }

    /// Name, date and organisations.
    pub fn equal(&mut self) {
        let mut places: HashMap<_, usize, FixedState> = HashMap::default();
        // Others of one name and day, by their organisations too.
        let mut more: HashMap<_, usize, FixedState> = HashMap::default();
        for (at, own) in self.old.iter().enumerate() {
            if *places.entry(own.name_and_day()).or_insert(at) != at {
                more.entry(own.facts()).or_insert(at);
            }
        }
        let found: Vec<Found> = self
            .new
            .iter()
            .enumerate()
            .filter_map(|(new, own)| {
                let first = *places.get(&own.name_and_day())?;
                let is_first = self.old.get(first).is_some_and(|old| old.is_equal(own));
                let old = match is_first {
                    true => first,
                    false if more.is_empty() => return None,
                    false => *more.get(&own.facts())?,
                };
                Some(Found::sure(old, new, How::Equal))
            })
            .collect();
        self.take(found);
    }

    /// What is still open has to be looked at closely.
    pub fn take_apart(&mut self, groups: &mut Groups<'_>) {
        for own in self.old.iter_mut().chain(&mut self.new) {
            own.take_apart(groups);
        }
    }

    /// The same name but for spelling, by overlapping organisations; of several
    /// the one of the nearest date.
    pub fn same_name(&mut self, apart: &Apart<'_>) {
        let mut by_name: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (at, own) in self.old.iter().enumerate() {
            by_name.entry(own.name.letters()).or_default().0.push(at);
        }
        for (at, own) in self.new.iter().enumerate() {
            by_name.entry(own.name.letters()).or_default().1.push(at);
        }
        let mut found = Vec::new();
        for (olds, news) in by_name.into_values() {
            let mut candidates = Vec::new();
            for old in &olds {
                for new in &news {
                    let (Some(one), Some(other)) = (self.old.get(*old), self.new.get(*new)) else {
                        continue;
                    };
                    let nameless = one.groups.is_empty() || other.groups.is_empty();
                    if (nameless || one.shares_a_group(other)) && !apart.has(one, other) {
                        let exact = one.model.name != other.model.name;
                        let days = days_apart(one.model, other.model);
                        let rank = (exact, days, one.content(), other.content());
                        candidates.push((rank, *old, *new));
                    }
                }
            }
            candidates.sort();
            let pairs = candidates
                .into_iter()
                .map(|(_, old, new)| Found::sure(old, new, How::SameName));
            found.extend(pairs);
        }
        self.take(found);
    }

    /// Other names of what other facts tell to be one model.
    pub fn renamed(&mut self, apart: &Apart<'_>) {
        let mut candidates: Vec<(i32, usize, usize, Vec<Ground>)> = Vec::new();
        let near = Near::of(&self.new);
        for (old, one) in self.old.iter().enumerate() {
            for new in near.to(one) {
                let Some(other) = self.new.get(new).filter(|other| !apart.has(one, other)) else {
                    continue;
                };
                let (points, why) = likeness(one, other);
                if points >= ENOUGH {
                    candidates.push((points, old, new, why));
                }
            }
        }
        let content = |old: usize, new: usize| {
            let one = self.old.get(old).map(Known::content);
            (one, self.new.get(new).map(Known::content))
        };
        candidates.sort_by(|a, b| {
            let by_points = b.0.cmp(&a.0);
            let by_content = || content(a.1, a.2).cmp(&content(b.1, b.2));
            by_points.then_with(by_content)
        });
        let rivals = |points: i32, old: usize, new: usize| {
            let near = |own: &&(i32, usize, usize, Vec<Ground>)| {
                own.0 >= points && (own.1 == old) != (own.2 == new)
            };
            candidates.iter().filter(near).count()
        };
        let found: Vec<Found> = candidates
            .iter()
            .filter_map(|(points, old, new, why)| {
                let certainty = match (rivals(*points, *old, *new), *points) {
                    (0, LIKELY..) => Certainty::Likely,
                    (0, _) => Certainty::Possible,
                    // Several are as near: nobody can tell which it was.
                    (_, ..LIKELY) => return None,
                    _ => Certainty::Possible,
                };
                Some(Found {
                    old: *old,
                    new: *new,
                    how: How::Renamed,
                    certainty,
                    why: why.clone(),
                })
            })
            .collect();
        self.take(found);
    }

    pub fn close(self, old: &Dataset, new: &Dataset, definition: &Definition) -> Matching {
        let Self {
            old: left,
            new: entered,
            mut pairs,
        } = self;
        pairs.sort_by_key(|pair| pair.new);
        Matching {
            pairs,
            left: singles(&left, old, definition),
            entered: singles(&entered, new, definition),
        }
    }
}

struct Found {
    old: usize,
    new: usize,
    how: How,
    certainty: Certainty,
    why: Vec<Ground>,
}

impl Found {
    fn sure(old: usize, new: usize, how: How) -> Self {
        Self {
            old,
            new,
            how,
            certainty: Certainty::Sure,
            why: Vec::new(),
        }
    }
}

fn singles(open: &[Known<'_>], of: &Dataset, definition: &Definition) -> Vec<Single> {
    if open.is_empty() {
        return Vec::new();
    }
    let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, model) in of.models.iter().enumerate() {
        if !model.is_duplicate {
            let name = Name::of(&model.name).letters().to_owned();
            names.entry(name).or_default().push(at);
        }
    }
    let overlap = |one: &Model, other: &Model| {
        one.organizations.iter().any(|organization| {
            let group = definition.group_of(organization);
            let others = other.organizations.iter();
            others
                .map(|other| definition.group_of(other))
                .any(|other| other == group)
        })
    };
    open.iter()
        .map(|own| Single {
            at: own.at,
            is_twice: names.get(own.name.letters()).is_some_and(|places| {
                places.iter().any(|at| {
                    let other = of.models.get(*at).filter(|_| *at != own.at);
                    other.is_some_and(|other| overlap(own.model, other))
                })
            }),
        })
        .collect()
}
