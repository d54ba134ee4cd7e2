//! The arithmetic of an edition, checked on its own printed figures alone.

use std::collections::BTreeMap;

use crate::breakdown::ratio;
use crate::language::Bilingual;
use crate::locale;

use super::published::{Check, Printed, Published, PublishedRow};
use super::{Arithmetic, Checked};

/// Every printed figure by its address, in the edition's order.
#[derive(Debug)]
pub(super) struct Figures<'a> {
    by_address: BTreeMap<String, &'a Printed>,
    places: BTreeMap<String, Bilingual>,
}

impl<'a> Figures<'a> {
    pub(super) fn of(published: &'a Published) -> Self {
        let mut by_address = BTreeMap::new();
        let mut places = BTreeMap::new();
        for table in &published.tables {
            for row in &table.rows {
                for (column, printed) in &row.figures {
                    let address = address(&table.id, &row.name.en, column);
                    let heading = published.heading(column);
                    let place = Bilingual {
                        ko: format!("{} {}, {}", table.name.ko, row.name.ko, heading.ko),
                        en: format!("{} {}, {}", table.name.en, row.name.en, heading.en),
                    };
                    places.insert(address.clone(), place);
                    by_address.insert(address, printed);
                }
            }
        }
        Self { by_address, places }
    }

    /// Addresses that one with `*` for its row stands for.
    fn expand(&self, pattern: &str) -> Vec<String> {
        let Some((table, column)) = pattern.split_once("/*/") else {
            return vec![pattern.to_owned()];
        };
        let (start, end) = (format!("{table}/"), format!("/{column}"));
        let own = |address: &&String| address.starts_with(&start) && address.ends_with(&end);
        self.by_address.keys().filter(own).cloned().collect()
    }

    /// Whether it has a figure of this address; of those of all rows only the
    /// table need be there, since a row may print none.
    pub(super) fn has(&self, pattern: &str) -> bool {
        match pattern.split_once("/*/") {
            Some((table, _)) => {
                let start = format!("{table}/");
                self.by_address.keys().any(|own| own.starts_with(&start))
            }
            None => self.by_address.contains_key(pattern),
        }
    }

    fn places(&self, addresses: &[String]) -> Vec<Bilingual> {
        let places = addresses.iter().filter_map(|own| self.places.get(own));
        places.cloned().collect()
    }

    fn number(&self, address: &str) -> Option<f64> {
        self.by_address.get(address)?.number()
    }

    fn sum(&self, patterns: &[String]) -> f64 {
        let addresses = patterns.iter().flat_map(|pattern| self.expand(pattern));
        addresses.filter_map(|address| self.number(&address)).sum()
    }
}

/// `table/row/column`.
pub(super) fn address(table: &str, row: &str, column: &str) -> String {
    format!("{table}/{row}/{column}")
}

/// Does the edition's arithmetic again.
pub(super) fn check(check: &Check, figures: &Figures<'_>, published: &Published) -> Vec<Checked> {
    match check {
        Check::RowsAddUp {
            table,
            columns,
            total,
        } => {
            let rows = published.tables.iter().filter(|own| own.id == *table);
            let rows = rows.flat_map(|own| &own.rows);
            // A row that prints none of these has nothing to add up.
            let printed = |row: &&PublishedRow| {
                let mut all = columns.iter().chain([total]);
                all.any(|column| row.figures.contains_key(column))
            };
            let rows = rows.filter(printed).map(|row| {
                let of = |column: &str| address(table, &row.name.en, column);
                let parts: Vec<String> = columns.iter().map(|column| of(column)).collect();
                adds_up(figures, &parts, &[], &of(total), None)
            });
            rows.collect()
        }
        Check::AddsUp {
            parts,
            shared,
            total,
            note,
        } => vec![adds_up(figures, parts, shared, total, note.as_ref())],
        Check::Share { part, whole, share } => vec![checked_share(figures, part, whole, share)],
        Check::Growth {
            first,
            last,
            years,
            rate,
        } => vec![checked_growth(figures, first, last, *years, rate)],
        Check::Equal { figures: all } => {
            let numbers: Vec<Option<f64>> = all.iter().map(|own| figures.number(own)).collect();
            let holds = numbers.windows(2).all(|pair| pair.first() == pair.last());
            let printed: Vec<String> = numbers.iter().map(|number| shown(*number)).collect();
            vec![Checked {
                places: figures.places(all),
                suspects: Vec::new(),
                holds,
                said: Arithmetic::Equal(printed.join(" = ")),
                note: None,
            }]
        }
        Check::NoneBefore {
            figures: all,
            claim,
        } => {
            let found: Vec<String> = all
                .iter()
                .flat_map(|pattern| figures.expand(pattern))
                .filter(|address| figures.number(address).is_some_and(|number| number > 0.0))
                .collect();
            vec![Checked {
                places: figures.places(&found),
                suspects: Vec::new(),
                holds: found.is_empty(),
                said: Arithmetic::NoneBefore,
                note: Some(claim.clone()),
            }]
        }
    }
}

fn adds_up(
    figures: &Figures<'_>,
    parts: &[String],
    shared: &[String],
    total: &str,
    note: Option<&Bilingual>,
) -> Checked {
    let sum = figures.sum(parts) - figures.sum(shared) / 2.0;
    let printed = figures.number(total);
    Checked {
        places: figures.places(&[total.to_owned()]),
        suspects: vec![total.to_owned()],
        holds: printed.is_some_and(|printed| (printed - sum).abs() < 1e-9),
        said: Arithmetic::Sum {
            sum: shown(Some(sum)),
            printed: shown(printed),
        },
        note: note.cloned(),
    }
}

fn checked_share(figures: &Figures<'_>, part: &str, whole: &str, share: &str) -> Checked {
    let [n, of, printed] = [part, whole, share].map(|address| figures.number(address));
    let computed = n
        .zip(of)
        .and_then(|(n, of)| Some(percent(count(n)?, count(of)?)));
    let holds =
        printed.is_some() && printed.map(|own| format!("{own:.1}")) == computed.clone().flatten();
    // A draft may have had other rows: which whole gives the printed share?
    let fits = n.zip(of).and_then(|(n, of)| {
        let (n, of) = (count(n)?, count(of)?);
        let wanted = format!("{:.1}", printed?);
        let near = (1..=of / 10).flat_map(|step| [of + step, of.saturating_sub(step)]);
        near.into_iter()
            .find(|other| percent(n, *other).as_ref() == Some(&wanted))
    });
    Checked {
        places: figures.places(&[share.to_owned()]),
        suspects: vec![share.to_owned()],
        holds,
        said: Arithmetic::Share {
            part: shown(n),
            whole: shown(of),
            computed: computed.flatten().unwrap_or_default(),
            printed: tenths(printed),
            fits: fits.filter(|_| !holds),
        },
        note: None,
    }
}

fn checked_growth(
    figures: &Figures<'_>,
    first: &str,
    last: &str,
    years: u32,
    rate: &str,
) -> Checked {
    let [from, to, printed] = [first, last, rate].map(|address| figures.number(address));
    let computed = from
        .zip(to)
        .filter(|(from, _)| *from > 0.0 && years > 0)
        .map(|(from, to)| (to / from).powf(1.0 / f64::from(years)) - 1.0)
        .map(|rate| locale::percent(rate).trim_end_matches('%').to_owned());
    let holds = printed.map(|own| format!("{own:.1}")) == computed && computed.is_some();
    Checked {
        places: figures.places(&[rate.to_owned()]),
        suspects: vec![rate.to_owned()],
        holds,
        said: Arithmetic::Growth {
            from: shown(from),
            to: shown(to),
            computed: computed.unwrap_or_default(),
            printed: tenths(printed),
        },
        note: None,
    }
}

/// A count as the whole number that it is.
fn count(number: f64) -> Option<usize> {
    (number >= 0.0 && number.fract() == 0.0 && number < 1e9).then_some(number as usize)
}

/// One decimal, without the sign.
fn percent(part: usize, whole: usize) -> Option<String> {
    let share = locale::percent(ratio(part, whole)?);
    Some(share.trim_end_matches('%').to_owned())
}

/// Per cent as printed.
fn tenths(number: Option<f64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| format!("{number:.1}"))
}

fn shown(number: Option<f64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| number.to_string())
}
