//! Which models of two lists are the same.
//!
//! In: two datasets, the groups of their organisations, and what a reader said
//! of single models. Out: [`Matching`]: pairs, each with how it was told, and
//! what only one list has.
//! Leaves out: what follows for any number.
//!
//! The order of rows plays no part: where two pairs are equally good, what the
//! models are called decides.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use crate::dataset::{Dataset, Model, PartialDate};
use crate::definition::{Definition, SameModels};

use super::name::Name;

/// How two models were told to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Name, date and organisations are equal.
    Equal,
    /// The names are equal but for case, hyphens, spaces and brackets, and the
    /// organisations overlap.
    SameName,
    /// The names differ; other facts tell.
    Renamed,
    /// A reader said so.
    Stated,
}

/// How sure it is that a renamed model is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Facts agree that hardly agree by chance, and no other model is as near.
    Likely,
    /// Enough agrees to pair them, but it may be chance.
    Possible,
    /// Nobody doubts it.
    Sure,
}

/// A fact that two models share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// One name holds the other, or is like it.
    Name,
    /// They were published on one day, or in one month.
    Date,
    /// An organisation's group is the same.
    Group,
    /// The number of parameters, within one in a hundred.
    Parameters,
    /// The training compute, within one in a hundred.
    Compute,
}

/// A model of the old list and one of the new that are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The position in the old dataset.
    pub old: usize,
    /// The position in the new dataset.
    pub new: usize,
    /// How that was told.
    pub how: How,
    /// How sure it is.
    pub certainty: Certainty,
    /// The facts that a renamed model shares.
    pub why: Vec<Ground>,
}

/// Which models of two lists are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// In the order of the new list.
    pub pairs: Vec<Match>,
    /// Models that only the old list has.
    pub left: Vec<Single>,
    /// Models that only the new list has.
    pub entered: Vec<Single>,
}

/// A model that only one list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Single {
    /// The position in its dataset.
    pub at: usize,
    /// Whether its list has the same name of the same organisations once more,
    /// so that it is listed twice there.
    pub is_twice: bool,
}

/// The least sum of points, see [`likeness`], for two models to be one.
const ENOUGH: i32 = 4;
/// From here on it is likely.
const LIKELY: i32 = 6;
/// How near two numbers must be to be the same fact.
const SAME_NUMBER: f64 = 0.01;

impl Matching {
    /// Matches two lists; both definitions say which organisations are one
    /// group.
    #[must_use]
    pub fn of(old: &Dataset, new: &Dataset, definition: &Definition) -> Self {
        let mut groups = Groups::of(definition);
        let mut open = Open {
            old: groups.known(old),
            new: groups.known(new),
            pairs: Vec::new(),
        };
        let (apart, joined): (Vec<_>, Vec<_>) =
            definition.same_models.iter().partition(|said| said.apart);
        open.join(&joined);
        open.equal();
        let apart = Apart::of(&apart);
        open.same_name(&apart);
        open.renamed(&apart);
        open.close(old, new, definition)
    }
}

/// A model with what it is matched by.
struct Known<'a> {
    at: usize,
    model: &'a Model,
    name: Name,
    /// The groups of its organisations, as numbers, in order.
    groups: Vec<usize>,
}

impl<'a> Known<'a> {
    fn of(at: usize, model: &'a Model, groups: &mut Groups<'_>) -> Self {
        let mut own: Vec<usize> = model
            .organizations
            .iter()
            .map(|organization| groups.number(organization))
            .collect();
        own.sort_unstable();
        own.dedup();
        Self {
            at,
            model,
            name: Name::of(&model.name),
            groups: own,
        }
    }

    fn shares_a_group(&self, other: &Self) -> bool {
        self.groups
            .iter()
            .any(|group| other.groups.binary_search(group).is_ok())
    }

    /// What tells equally good candidates apart, whatever the order of rows.
    fn content(&self) -> (&str, Option<PartialDate>, &[Arc<str>]) {
        let model = self.model;
        (&model.name, model.published, &model.organizations)
    }
}

/// Groups as numbers: equal ones are one number in both lists.
struct Groups<'a> {
    definition: &'a Definition,
    numbers: HashMap<Arc<str>, usize, FixedState>,
}

impl<'a> Groups<'a> {
    fn of(definition: &'a Definition) -> Self {
        Self {
            definition,
            numbers: HashMap::default(),
        }
    }

    fn known<'m>(&mut self, dataset: &'m Dataset) -> Vec<Known<'m>> {
        let models = dataset.models.iter().enumerate();
        // A record that repeats an earlier one counts nowhere.
        models
            .filter(|(_, model)| !model.is_duplicate)
            .map(|(at, model)| Known::of(at, model, self))
            .collect()
    }

    fn number(&mut self, organization: &Arc<str>) -> usize {
        let next = self.numbers.len();
        let group = self.definition.group_of(organization);
        *self.numbers.entry(group).or_insert(next)
    }
}

/// Pairs of names that a reader parted.
struct Apart<'a>(BTreeSet<(&'a str, &'a str)>);

impl<'a> Apart<'a> {
    fn of(said: &[&'a SameModels]) -> Self {
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
struct Open<'a> {
    old: Vec<Known<'a>>,
    new: Vec<Known<'a>>,
    pairs: Vec<Match>,
}

impl<'a> Open<'a> {
    /// Takes pairs of positions in `old` and `new` out of what is open; a
    /// model that is taken already stays with its first other half.
    fn take(&mut self, found: impl IntoIterator<Item = Found>) {
        let mut taken = (BTreeSet::new(), BTreeSet::new());
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
            if taken.0.contains(&old) || taken.1.contains(&new) {
                continue;
            }
            taken.0.insert(old);
            taken.1.insert(new);
            self.pairs.push(Match {
                old: one.at,
                new: other.at,
                how,
                certainty,
                why,
            });
        }
        let keep = |list: &mut Vec<Known<'a>>, taken: &BTreeSet<usize>| {
            let mut at = 0;
            list.retain(|_| {
                at += 1;
                !taken.contains(&(at - 1))
            });
        };
        keep(&mut self.old, &taken.0);
        keep(&mut self.new, &taken.1);
    }

    /// What a reader said.
    fn join(&mut self, joined: &[&SameModels]) {
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
    fn equal(&mut self) {
        type Key<'k> = (&'k str, Option<PartialDate>, Vec<&'k str>);
        fn key<'k>(own: &Known<'k>) -> Key<'k> {
            let model = own.model;
            let mut organizations: Vec<&str> =
                model.organizations.iter().map(|name| &**name).collect();
            organizations.sort_unstable();
            (&model.name, model.published, organizations)
        }
        let mut places: HashMap<Key<'_>, usize, FixedState> = HashMap::default();
        for (at, own) in self.old.iter().enumerate() {
            places.entry(key(own)).or_insert(at);
        }
        let found: Vec<Found> = self
            .new
            .iter()
            .enumerate()
            .filter_map(|(new, own)| {
                let old = places.get(&key(own))?;
                Some(Found::sure(*old, new, How::Equal))
            })
            .collect();
        drop(places);
        self.take(found);
    }

    /// The same name but for spelling, by overlapping organisations; of several
    /// the one of the nearest date.
    fn same_name(&mut self, apart: &Apart<'_>) {
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
    fn renamed(&mut self, apart: &Apart<'_>) {
        let mut candidates: Vec<(i32, usize, usize, Vec<Ground>)> = Vec::new();
        for (old, one) in self.old.iter().enumerate() {
            for (new, other) in self.new.iter().enumerate() {
                if apart.has(one, other) {
                    continue;
                }
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

    fn close(self, old: &Dataset, new: &Dataset, definition: &Definition) -> Matching {
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

/// Points for what two models share: a name that holds the other 2, one that is
/// like it 1, an equal one 3; the same day 2, the same month 1; a group 1;
/// parameters and compute 2 each. Facts that contradict take as many away.
/// Without a common group only an equal name will do.
fn likeness(one: &Known<'_>, other: &Known<'_>) -> (i32, Vec<Ground>) {
    let group = one.shares_a_group(other);
    let name = one.name.likeness(&other.name);
    if !group && !one.name.is(&other.name) {
        return (0, Vec::new());
    }
    let date = match days_apart(one.model, other.model) {
        0 => 2,
        1..=31 => 1,
        32..=366 => 0,
        _ => -2,
    };
    let number = |one: Option<f64>, other: Option<f64>| match (one, other) {
        (Some(one), Some(other)) => {
            let near = (one - other).abs() <= SAME_NUMBER * one.abs().max(other.abs());
            if near { 2 } else { -2 }
        }
        _ => 0,
    };
    let (a, b) = (one.model, other.model);
    let points = [
        (Ground::Name, name),
        (Ground::Date, date),
        (Ground::Group, i32::from(group)),
        (Ground::Parameters, number(a.parameters, b.parameters)),
        (
            Ground::Compute,
            number(a.training_compute_flop, b.training_compute_flop),
        ),
    ];
    // Equal numbers alone are chance: many models have seven billion parameters.
    if name <= 0
        && !(date == 2
            && points
                .iter()
                .all(|(ground, points)| *ground == Ground::Name || *points > 0))
    {
        return (0, Vec::new());
    }
    let sum = points.iter().map(|(_, points)| points).sum();
    let why = points.into_iter().filter(|(_, points)| *points > 0);
    (sum, why.map(|(ground, _)| ground).collect())
}

/// How many days lie between two publications, months of 31 and years of 372
/// days, which is enough to tell near from far; a date that is not known is far
/// from all but another of that kind.
fn days_apart(one: &Model, other: &Model) -> i32 {
    const FAR: i32 = 10_000;
    let days = |date: PartialDate| {
        let part = |part: Option<i8>| i32::from(part.unwrap_or(1)) - 1;
        i32::from(date.year) * 372 + part(date.month) * 31 + part(date.day)
    };
    match (one.published, other.published) {
        (Some(one), Some(other)) => {
            // A year alone is as near as a year can be.
            let precise = one.day.is_some() && other.day.is_some();
            let apart = (days(one) - days(other)).abs();
            match one.cmp(&other) {
                Ordering::Equal if precise => 0,
                _ if !precise => apart.max(1),
                _ => apart,
            }
        }
        (None, None) => 32,
        _ => FAR,
    }
}
