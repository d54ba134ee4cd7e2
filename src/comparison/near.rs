//! Which models of a list can be another one at all: of most pairs nothing has to
//! be looked at.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::known::Known;

/// The models of a list by what they must share to be one: a group, or the name.
pub(super) struct Near<'a> {
    by_group: HashMap<usize, Vec<usize>, FixedState>,
    by_name: HashMap<&'a str, Vec<usize>, FixedState>,
}

impl<'a> Near<'a> {
    pub fn of(list: &'a [Known<'_>]) -> Self {
        let mut near = Self {
            by_group: HashMap::default(),
            by_name: HashMap::default(),
        };
        for (at, own) in list.iter().enumerate() {
            for group in &own.groups {
                near.by_group.entry(*group).or_default().push(at);
            }
            let same = near.by_name.entry(own.name.letters()).or_default();
            same.push(at);
        }
        near
    }

    /// The places of those that may be a model, in their order.
    pub fn to(&self, one: &Known<'_>) -> Vec<usize> {
        let grouped = one
            .groups
            .iter()
            .filter_map(|group| self.by_group.get(group));
        let named = self.by_name.get(one.name.letters());
        let mut places: Vec<usize> = grouped.chain(named).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}
