//! Two lists compared: every change is the sum of its causes, each model has
//! one cause in a cell, and real lists give what is known of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use model_census::census::Census;
use model_census::comparison::{Cause, Certainty, Comparison, How, Sides, history};
use model_census::dataset::Dataset;
use model_census::definition::{Definition, Period, SameModels};
use model_census::dimension::{Condition, Conditions};
use proptest::prelude::*;

use crate::random_export::{Line, check, lines, whole};
use crate::support::{countries, dataset, dataset_of, definition, labels, root};

/// A list of a day, as it came.
fn list(day: &str) -> Dataset {
    let name = format!("large-scale-models-{day}.csv");
    let path = root().join("tests/fixtures/history").join(&name);
    dataset_of(&std::fs::read(path).unwrap(), &name)
}

fn days() -> Vec<String> {
    let files = std::fs::read_dir(root().join("tests/fixtures/history")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut days: Vec<String> = names
        .filter_map(|name| {
            let day = name.strip_prefix("large-scale-models-")?;
            Some(day.strip_suffix(".csv")?.to_owned())
        })
        .collect();
    days.sort();
    days
}

fn taken(dataset: Dataset, definition: Definition, period: &str) -> Census {
    let period = Period::parse(period).unwrap();
    Census::take_over(
        Arc::new(dataset),
        Arc::new(definition),
        &countries(),
        period,
    )
}

const PERIOD: &str = "2020-2023";

fn compared(old: &Census, new: &Census) -> Comparison {
    let sides = Sides {
        old,
        new,
        crossed: None,
    };
    let comparison = Comparison::of(sides, &labels());
    assert_adds_up(&comparison);
    comparison
}

/// Every change is the sum of its causes, and each cause of its models.
#[track_caller]
fn assert_adds_up(comparison: &Comparison) {
    assert!(!comparison.tables.is_empty());
    for table in &comparison.tables {
        for row in &table.rows {
            let mut sum = vec![0; comparison.columns.len() + 1];
            for share in &row.causes {
                let mut of_models = vec![0; sum.len()];
                for mover in &share.movers {
                    of_models[mover.column] += if mover.came { 1 } else { -1 };
                }
                assert_eq!(of_models, share.change, "{} {}", table.id, row.key);
                for (sum, change) in sum.iter_mut().zip(&share.change) {
                    *sum += change;
                }
            }
            assert_eq!(sum, row.change(), "{} {}", table.id, row.key);
            // One cause for each model and cell.
            let movers = row.causes.iter().flat_map(|share| &share.movers);
            let mut cells: Vec<_> = movers
                .map(|own| (own.column, own.old, own.new, own.came))
                .collect();
            let count = cells.len();
            cells.sort_unstable();
            cells.dedup();
            assert_eq!(cells.len(), count, "{} {}", table.id, row.key);
        }
    }
}

/// Everything that a comparison says of each row, without positions.
fn said(comparison: &Comparison, mirrored: bool) -> BTreeMap<(String, String), String> {
    let mut said = BTreeMap::new();
    for table in &comparison.tables {
        for row in &table.rows {
            let (old, new) = if mirrored {
                (&row.new, &row.old)
            } else {
                (&row.old, &row.new)
            };
            let mut causes: Vec<(Cause, Vec<i64>)> = row
                .causes
                .iter()
                .map(|share| match mirrored {
                    false => (share.cause, share.change.clone()),
                    true => {
                        let change = share.change.iter().map(|change| -change).collect();
                        (share.cause.mirrored(), change)
                    }
                })
                .collect();
            causes.sort();
            let text = format!("{old:?} {new:?} {causes:?}");
            said.insert((table.id.to_owned(), row.key.clone()), text);
        }
    }
    said
}

#[test]
fn all_pairs_of_real_lists_add_up_and_the_same_list_does_not_move() {
    let days = days();
    assert_eq!(days.len(), 9, "{days:?}");
    let censuses: Vec<Census> = days
        .iter()
        .map(|day| taken(list(day), definition(), PERIOD))
        .collect();
    for (old, one) in censuses.iter().enumerate() {
        for (new, other) in censuses.iter().enumerate().skip(old) {
            let comparison = compared(one, other);
            let back = compared(other, one);
            assert_eq!(said(&comparison, false), said(&back, true), "{old} {new}");
            if old == new {
                for table in &comparison.tables {
                    assert!(table.rows.iter().all(|row| row.causes.is_empty()));
                }
            }
        }
    }
}

/// The name before and after of a renamed model.
fn renamed(
    old: &Census,
    new: &Census,
    comparison: &Comparison,
) -> Vec<(String, String, Certainty)> {
    let pairs = comparison.matching.pairs.iter();
    let pairs = pairs.filter(|pair| pair.how == How::Renamed);
    pairs
        .map(|pair| {
            let name = |census: &Census, at: usize| census.dataset.models[at].name.to_string();
            (name(old, pair.old), name(new, pair.new), pair.certainty)
        })
        .collect()
}

#[test]
fn what_is_known_of_real_lists_is_found() {
    let of = |old: &str, new: &str| {
        let [old, new] = [old, new].map(|day| taken(list(day), definition(), PERIOD));
        let comparison = compared(&old, &new);
        let renamed = renamed(&old, &new, &comparison);
        (comparison, renamed)
    };
    let has = |renamed: &[(String, String, Certainty)], old: &str, new: &str| {
        renamed
            .iter()
            .any(|(one, other, _)| one == old && other == new)
    };
    let (comparison, names) = of("2024-07-16", "2025-05-08");
    for (old, new) in [
        ("MPT-30B (base)", "MPT-30B"),
        ("KwaiYii", "KwaiYii 13B"),
        ("Stable Diffusion XL", "Stable Diffusion XL (SDXL)"),
        ("GPT-3.5 (text-davinci-003)", "GPT-3.5"),
        ("SenseNova", "SenseChat"),
    ] {
        assert!(has(&names, old, new), "{old}: {names:?}");
    }
    // Dates: BLOOM-176B stays in 2022, DeepSeek Coder 33B leaves 2023.
    let row = comparison.all().unwrap();
    let dates = row
        .causes
        .iter()
        .find(|share| share.cause == Cause::Date)
        .unwrap();
    let facts: Vec<_> = dates
        .movers
        .iter()
        .map(|own| (own.before.as_deref(), own.after.as_deref(), own.came))
        .collect();
    assert!(
        facts.contains(&(Some("2023-11-02"), Some("2024-01-25"), false)),
        "{facts:?}"
    );
    let (_, names) = of("2025-11-01", "2026-01-20");
    assert!(has(&names, "GPT-4", "GPT-4 (Mar 2023)"), "{names:?}");
    // The whole: 2023 was 104 and is 120.
    let (comparison, _) = of("2024-07-16", "2026-08-19");
    let row = comparison.all().unwrap();
    assert_eq!(row.old, [3, 9, 28, 104, 144]);
    assert_eq!(row.new, [2, 10, 31, 120, 163]);
}

/// The list that came of another: lines changed, left out, added, shuffled.
fn edited() -> impl Strategy<Value = (Vec<Line>, Vec<Line>)> {
    (lines(), lines(), any::<u64>()).prop_map(|(old, other, seed)| {
        let mut new = old.clone();
        for (at, line) in other.into_iter().enumerate() {
            match (seed >> (at % 32 * 2)) % 4 {
                0 => drop((at < new.len()).then(|| new.remove(at))),
                1 => {
                    if let Some(own) = new.get_mut(at) {
                        let name = own[0].clone();
                        *own = line;
                        own[0] = name;
                    }
                }
                2 => {
                    let mut line = line;
                    line[0] = format!("New {at}");
                    new.push(line);
                }
                _ => {}
            }
        }
        (old, new)
    })
}

fn of_lines(lines: &[Line], definition: Definition) -> Census {
    taken(dataset(&whole(lines)), definition, PERIOD)
}

#[test]
fn random_pairs_add_up_and_mirror_each_other() {
    check(edited(), |(old, new)| {
        if old.is_empty() || new.is_empty() {
            return;
        }
        let [old, new] = [old, new].map(|lines| of_lines(&lines, definition()));
        let forth = compared(&old, &new);
        let back = compared(&new, &old);
        assert_eq!(said(&forth, false), said(&back, true));
    });
}

#[test]
fn the_order_of_rows_does_not_matter() {
    check(edited(), |(old, new)| {
        if old.is_empty() || new.is_empty() {
            return;
        }
        let one = compared(&of_lines(&old, definition()), &of_lines(&new, definition()));
        let backwards: Vec<Line> = new.into_iter().rev().collect();
        let other = compared(
            &of_lines(&old, definition()),
            &of_lines(&backwards, definition()),
        );
        assert_eq!(said(&one, false), said(&other, false));
    });
}

#[test]
fn under_a_filter_and_two_definitions_all_adds_up() {
    let conditions = Conditions(vec![Condition::parse("domain=Language").unwrap()]);
    let other = || {
        let mut definition = definition();
        definition.compute.threshold_flop = 1e24;
        definition.one_developer_relations.clear();
        definition
            .values
            .domain
            .insert("Speech".into(), "Speech".into());
        definition
    };
    check(edited(), |(old, new)| {
        if old.is_empty() || new.is_empty() {
            return;
        }
        let filtered =
            |lines: &[Line], definition| of_lines(lines, definition).filtered(&conditions);
        compared(&filtered(&old, definition()), &filtered(&new, definition()));
        let sides = [
            of_lines(&old, definition()),
            of_lines(&new, other()),
            of_lines(&new, definition()),
            of_lines(&old, other()),
        ];
        let [old_by_old, new_by_new, new_by_old, old_by_new] = &sides;
        let both = |old, new, crossed| {
            let sides = Sides {
                old,
                new,
                crossed: Some(crossed),
            };
            let comparison = Comparison::of(sides, &labels());
            assert_adds_up(&comparison);
            comparison
        };
        let forth = both(old_by_old, new_by_new, (new_by_old, old_by_new));
        let back = both(new_by_new, old_by_old, (old_by_new, new_by_old));
        assert_eq!(said(&forth, false), said(&back, true));
        // One list under two definitions: nothing but the definition moves it.
        let one = both(old_by_old, old_by_new, (old_by_old, old_by_new));
        let shares = one.tables.iter().flat_map(|table| &table.rows);
        let mut shares = shares.flat_map(|row| &row.causes);
        assert!(shares.all(|share| share.cause == Cause::Definition));
    });
}

#[test]
fn a_history_has_the_counts_of_every_list() {
    let lists: Vec<Census> = days()
        .iter()
        .rev()
        .map(|day| taken(list(day), definition(), "2020-2026"))
        .collect();
    let history = history(&lists, "year");
    assert_eq!(history.snapshots.len(), 9);
    let row = |year: &str| {
        let row = history.rows.iter().find(|row| row.key == year).unwrap();
        row.counts.clone()
    };
    let known = |counts: [usize; 9]| counts.map(Some).to_vec();
    assert_eq!(
        row("2023"),
        known([104, 107, 110, 118, 119, 119, 121, 121, 120])
    );
    assert_eq!(
        row("2024"),
        known([46, 64, 132, 165, 168, 168, 168, 168, 168])
    );
    assert_eq!(row("2025")[..2], [None, None]);
    assert_eq!(
        row("2025")[2..],
        known([24, 93, 140, 153, 153, 156, 164, 0, 0])[..7]
    );
}

#[test]
fn what_a_reader_parts_or_joins_holds() {
    let (old, new) = ("2024-08-07", "2025-05-08");
    let names = ["MPT-30B (base)", "MPT-30B"].map(Arc::from);
    let with = |apart: bool| {
        let mut definition = definition();
        let names = names.clone();
        definition.same_models.push(SameModels { names, apart });
        let [old, new] = [old, new].map(|day| taken(list(day), definition.clone(), PERIOD));
        let comparison = compared(&old, &new);
        let pair = comparison
            .matching
            .pairs
            .iter()
            .find(|pair| *old.dataset.models[pair.old].name == *"MPT-30B (base)");
        pair.map(|pair| pair.how)
    };
    assert_eq!(with(false), Some(How::Stated));
    assert_eq!(with(true), None);
}

#[test]
fn models_of_one_name_and_day_are_told_apart_by_their_developers_in_any_order() {
    let head =
        "Model,Publication date,Organization,Country (of organization),Training compute (FLOP)";
    let row = |lab: usize, turned: bool| {
        let other = format!("Other {lab}");
        let own = format!("Lab {lab}");
        let [one, two] = if turned { [other, own] } else { [own, other] };
        format!("Same,2023-01-01,\"{one},{two}\",\"France,France\",1e24")
    };
    let labs = 0..2_000;
    let old: Vec<String> = labs.clone().map(|lab| row(lab, false)).collect();
    let new: Vec<String> = labs.clone().rev().map(|lab| row(lab, true)).collect();
    let [old, new] = [old, new].map(|rows| {
        let csv = format!("{head}\n{}", rows.join("\n"));
        taken(dataset(&csv), definition(), PERIOD)
    });
    let matching = compared(&old, &new).matching;
    assert_eq!(matching.pairs.len(), labs.len());
    for pair in &matching.pairs {
        assert_eq!(pair.how, How::Equal);
        assert_eq!(pair.old + pair.new, labs.len() - 1);
    }
}
