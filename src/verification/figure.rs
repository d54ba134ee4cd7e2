//! A published figure, computed.

use crate::breakdown::{BREAKDOWNS, Breakdown, Table};
use crate::census::Census;
use crate::definition::Span;
use crate::dimension::{self, Condition, Conditions};
use crate::evidence::{Meant, positions};
use crate::language::Language;
use crate::list::{Entry, ListId};
use crate::locale::{self, attributes};
use crate::report::Report;

use super::published::{Printed, PublishedRow};

/// What the data give for a figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Computed {
    /// As it is read.
    pub text: String,
    /// Whether it says what was printed.
    pub equal: bool,
    /// The models behind it, where it counts any.
    pub meant: Option<Meant>,
}

/// A census with the report of it.
#[derive(Debug)]
pub(super) struct Given<'a> {
    pub census: &'a Census,
    pub report: &'a Report,
}

impl Given<'_> {
    /// `None` where the data cannot give it.
    pub(super) fn compute(
        &self,
        row: &PublishedRow,
        column: &str,
        printed: &Printed,
    ) -> Option<Computed> {
        if let Some(model) = &row.model {
            let list = ListId::ALL.into_iter().find(|own| own.id() == model.list)?;
            let entries = &self.report.list(list)?.entries;
            let at = entries.iter().position(|own| *own.name == *model.name)?;
            return self.attribute(list, at, entries.get(at)?, column, printed);
        }
        if self.lacks_column(&row.of) || self.lacks_column(&row.are) {
            return None;
        }
        match column {
            "holds" => Some(self.holds(row, printed)),
            "growth" => {
                let rate = self.report.findings.growth.as_ref()?.cagr?;
                Some(percentage(rate, printed, None))
            }
            "share" => {
                let (breakdown, table) = self.table(&row.of)?;
                let meant = Meant::counted(row.of.clone());
                let share = table.share(self.count(&meant))?;
                let _ = breakdown;
                Some(percentage(share, printed, Some(meant)))
            }
            "rank" | "position" => self.rank(row, column, printed),
            _ => self.counted(row, column, printed),
        }
    }

    fn lacks_column(&self, conditions: &Conditions) -> bool {
        let columns = &self.report.findings.columns;
        conditions.0.iter().any(|condition| match condition {
            Condition::Value { dimension: id, .. } => {
                dimension::dimension(id).is_none_or(|dimension| {
                    dimension
                        .missing(columns, &self.report.definition)
                        .is_some()
                })
            }
            _ => false,
        })
    }

    fn count(&self, meant: &Meant) -> usize {
        positions(self.census, meant).count()
    }

    /// The breakdown of the first condition's dimension.
    fn table(&self, of: &Conditions) -> Option<(&'static Breakdown, &Table)> {
        let Some(Condition::Value { dimension: id, .. }) = of.0.first() else {
            return None;
        };
        let breakdown = BREAKDOWNS.iter().find(|own| own.dimension.id == *id)?;
        Some((breakdown, self.report.table(breakdown.id)?))
    }

    /// `2023`, `2023 shared`, `total`, `total shared`.
    fn counted(&self, row: &PublishedRow, column: &str, printed: &Printed) -> Option<Computed> {
        let (when, shared) = match column.split_once(' ') {
            Some((when, "shared")) => (when, true),
            Some(_) => return None,
            None => (column, false),
        };
        let mut conditions = row.of.clone();
        if when != "total" {
            let span = Span::parse(when)?;
            conditions
                .0
                .push(Condition::value(&dimension::YEAR, span.to_string()));
        }
        let meant = Meant::counted(conditions);
        let count = if shared {
            self.shared(&meant, &row.of)
        } else {
            self.count(&meant)
        };
        Some(Computed {
            equal: printed.number() == as_number(count),
            text: count.to_string(),
            meant: (count > 0).then_some(meant),
        })
    }

    /// Those of the models that have another value too.
    fn shared(&self, meant: &Meant, of: &Conditions) -> usize {
        let Some((breakdown, _)) = self.table(of) else {
            return 0;
        };
        let models = positions(self.census, meant);
        let placed = models.filter_map(|at| self.census.models.get(at));
        let several = placed.filter(|placed| {
            let mut keys = Vec::new();
            breakdown.dimension.keys(placed, &mut keys);
            keys.len() > 1
        });
        several.count()
    }

    /// Where a row stands; a list without numbers gives places, those of one
    /// rank being in any order.
    fn rank(&self, row: &PublishedRow, column: &str, printed: &Printed) -> Option<Computed> {
        let (_, table) = self.table(&row.of)?;
        let meant = Meant::counted(row.of.clone());
        let own = self.count(&meant);
        if own == 0 {
            return None;
        }
        let totals = || table.rows.iter().map(|row| row.total.models);
        let better = totals().filter(|other| *other > own).count();
        let as_good = totals().filter(|other| *other == own).count();
        let printed = printed.number()?;
        let places = (better + 1)..=(better + as_good);
        let (equal, text) = if column == "rank" {
            (
                as_number(better + 1) == Some(printed),
                (better + 1).to_string(),
            )
        } else {
            let within = places
                .clone()
                .any(|place| as_number(place) == Some(printed));
            let text = match as_good {
                1 => places.start().to_string(),
                _ => format!("{}–{}", places.start(), places.end()),
            };
            (within, text)
        };
        Some(Computed {
            text,
            equal,
            meant: Some(meant),
        })
    }

    /// Whether all of some models are so; behind it are those that are not.
    fn holds(&self, row: &PublishedRow, printed: &Printed) -> Computed {
        let all = self.count(&Meant::counted(row.of.clone()));
        let conditions = row.of.0.iter().chain(&row.are.0).cloned().collect();
        let so = self.count(&Meant::counted(Conditions(conditions)));
        let holds = all == so;
        Computed {
            text: format!("{so}/{all}"),
            equal: *printed == Printed::Flag(holds),
            meant: Some(Meant::counted(row.of.clone())),
        }
    }

    /// What a list says of a model.
    fn attribute(
        &self,
        list: ListId,
        at: usize,
        entry: &Entry,
        column: &str,
        printed: &Printed,
    ) -> Option<Computed> {
        let keys = |keys: &[std::sync::Arc<str>]| -> Vec<String> {
            keys.iter().map(|key| key.to_string()).collect()
        };
        let (text, equal) = match column {
            "order" => {
                let place = at + 1;
                (place.to_string(), printed.number() == as_number(place))
            }
            "year" => {
                let year = entry.published?.year;
                (year.to_string(), printed.number() == Some(f64::from(year)))
            }
            "multimodal" => (
                Printed::Flag(entry.multimodal).text(),
                *printed == Printed::Flag(entry.multimodal),
            ),
            "domains" => same(&keys(&entry.domains), printed),
            "developers" => same(&keys(&entry.organizations), printed),
            // As the list's table says it, in any language.
            _ => {
                let said = |language: Language| {
                    let heading = attributes(list, Language::En);
                    let at = heading.iter().position(|own| own.heading == column)?;
                    let own = *attributes(list, language).get(at)?;
                    Some((own.text)(self.report, entry, language))
                };
                let is_printed = |text: &str| {
                    let parts: Vec<String> = text.split(", ").map(str::to_owned).collect();
                    same(&parts, printed).1
                };
                let equal = Language::ALL
                    .into_iter()
                    .filter_map(said)
                    .any(|text| is_printed(&text));
                (said(Language::default())?, equal)
            }
        };
        Some(Computed {
            text,
            equal,
            meant: None,
        })
    }
}

/// Words compared as a set.
fn same(own: &[String], printed: &Printed) -> (String, bool) {
    let sorted = |words: &[String]| {
        let mut words: Vec<String> = words
            .iter()
            .filter(|own| !own.is_empty())
            .cloned()
            .collect();
        words.sort_unstable();
        words
    };
    let printed: Vec<String> = match printed {
        Printed::List(list) => list.clone(),
        Printed::Text(text) => text.split(", ").map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    (own.join(", "), sorted(own) == sorted(&printed))
}

fn as_number(count: usize) -> Option<f64> {
    u32::try_from(count).ok().map(f64::from)
}

/// Per cent with one decimal, as printed.
fn percentage(share: f64, printed: &Printed, meant: Option<Meant>) -> Computed {
    let text = locale::percent(share).trim_end_matches('%').to_owned();
    let printed = printed.number().map(|number| format!("{number:.1}"));
    Computed {
        equal: printed.as_ref() == Some(&text),
        text,
        meant,
    }
}
