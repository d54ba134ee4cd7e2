//! The sentences of the focus country, and the facts that a chapter on its
//! policy needs.

use crate::breakdown::ratio;
use crate::dimension::{self, Condition, Conditions};
use crate::evidence::Meant;
use crate::language::Language;
use crate::locale;
use crate::paper::{Item, Mark};
use crate::report::Report;

use super::Writer;
use super::ranking::groups;
use super::sentence::{Value, item, models, number, runs, text};

/// So many developers and domains of the focus country are named.
const MOST: usize = 12;

/// What the numbers say of the focus country, for the author of a chapter on
/// policy: rank and share, distance to the leader, development and industry.
#[must_use]
pub fn policy_facts(report: &Report, language: Language) -> Vec<Item> {
    let writer = Writer::new(report, language);
    let mut items = writer.policy();
    if !items.is_empty() {
        items.splice(0..0, writer.filtered());
    }
    for own in &mut items {
        (writer.phrases.finish)(own);
    }
    items
}

impl Writer<'_> {
    fn focus_and(self, more: Option<(&str, &str)>) -> Meant {
        let country = &*self.report.definition.focus_country;
        let country = Condition::value(&dimension::COUNTRY, country);
        let more =
            more.and_then(|(id, key)| Some(Condition::value(dimension::dimension(id)?, key)));
        Meant::counted(Conditions(std::iter::once(country).chain(more).collect()))
    }

    /// Country, number, share, rank.
    fn standing(self) -> Option<Vec<Value>> {
        let rank = self.report.focus_rank()?;
        let table = self.report.table("country")?;
        let share = table.share(rank.models).map(locale::percent);
        Some(vec![
            text("country", self.focus()),
            models("n", rank.models, self.focus_and(None)),
            models("of", table.denominator(), Meant::all()),
            text("share", share.unwrap_or_default()),
            number("countries", rank.countries),
            text(
                "rank",
                locale::rank(Some(rank.rank), rank.tied, self.language),
            ),
        ])
    }

    pub(super) fn focus_rank(self) -> Vec<Item> {
        if self.is_of_countries() {
            return Vec::new();
        }
        let phrases = self.phrases;
        // That it is the only one is said already.
        let is_only = self
            .report
            .focus_rank()
            .is_some_and(|own| own.countries == 1);
        if is_only {
            return Vec::new();
        }
        let Some(values) = self.standing() else {
            return self.focus_none().into_iter().collect();
        };
        let leads = self
            .report
            .focus_rank()
            .is_some_and(|own| own.rank == 1 && !own.tied);
        let phrase = if leads {
            phrases.focus_first
        } else {
            phrases.focus_rank
        };
        let mut items = vec![item(Mark::Circle, phrase, &values)];
        if let Some(gap) = self.gap().filter(|_| !leads) {
            items.push(item(Mark::Dash, phrases.focus_gap, &gap));
        }
        items
    }

    /// What is said where the data have countries, but none of its models.
    fn focus_none(self) -> Option<Item> {
        if self.is_of_countries() {
            return None;
        }
        self.report
            .table("country")
            .filter(|table| table.known() > 0)?;
        let values = [self.during(), self.period(), text("country", self.focus())];
        let phrase = if self.is_filtered() {
            self.phrases.filtered_focus_none
        } else {
            self.phrases.focus_none
        };
        Some(item(Mark::Circle, phrase, &values))
    }

    /// Leaders, distance, ratio; `None` where the focus country is as good.
    fn gap(self) -> Option<Vec<Value>> {
        let focus = self.report.focus_rank()?;
        let (breakdown, table) = self.table("country")?;
        let all = groups(table.rows.iter().map(|row| (row.total.models, row)));
        let first = all.first()?;
        let gap = first.models.checked_sub(focus.models);
        let gap = gap.filter(|gap| *gap > 0)?;
        let ratio = ratio(focus.models, first.models).map(locale::percent);
        Some(vec![
            text("country", self.focus()),
            runs("leader", self.placed(breakdown, first)),
            number("leaders", first.rows.len()),
            number("gap", gap),
            text("ratio", ratio.unwrap_or_default()),
        ])
    }

    pub(super) fn focus_models(self) -> Vec<Item> {
        let Some(focus) = &self.report.findings.focus else {
            return Vec::new();
        };
        if focus.models == 0 {
            return self.focus_none().into_iter().collect();
        }
        // Of other countries' models only those developed jointly are left.
        if self.is_of_countries() && !self.is_of_focus() {
            return Vec::new();
        }
        let phrases = self.phrases;
        let values = [
            self.during(),
            self.period(),
            text("country", self.focus()),
            models("n", focus.models, self.focus_and(None)),
        ];
        let mut items = vec![item(Mark::Circle, phrases.focus_total, &values)];
        for (id, phrase, cut) in [
            (
                "organization",
                phrases.focus_developers,
                phrases.focus_developers_more,
            ),
            ("domain", phrases.focus_domains, phrases.focus_domains_more),
        ] {
            let counts = focus.by(id).unwrap_or_default();
            let all: Vec<(String, usize, Meant)> = counts
                .iter()
                .take(MOST)
                .map(|(key, count)| {
                    let meant = self.focus_and(Some((id, key)));
                    (self.name(id, key), *count, meant)
                })
                .collect();
            if !all.is_empty() {
                let phrase = if all.len() < counts.len() {
                    cut
                } else {
                    phrase
                };
                items.push(item(
                    Mark::Dash,
                    phrase,
                    &[
                        runs("list", self.numbered(&all)),
                        number("count", counts.len()),
                    ],
                ));
            }
        }
        items
    }

    fn policy(self) -> Vec<Item> {
        let phrases = self.phrases;
        if self.is_of_countries() {
            let values = [text("country", self.focus())];
            return vec![item(Mark::Circle, phrases.policy_filtered, &values)];
        }
        let Some(values) = self.standing() else {
            return self.focus_none().into_iter().collect();
        };
        let mut items = vec![item(Mark::Circle, phrases.policy_rank, &values)];
        items.extend(match self.gap() {
            Some(gap) => Some(item(Mark::Dash, phrases.policy_gap, &gap)),
            None => self.lead(),
        });
        items.extend(self.policy_development());
        items.extend(self.policy_industry());
        items.extend(self.against_all());
        items
    }

    /// How far the focus country is ahead of the second.
    fn lead(self) -> Option<Item> {
        let (breakdown, table) = self.table("country")?;
        let focus = self
            .report
            .focus_rank()
            .filter(|own| own.rank == 1 && !own.tied)?;
        let all = groups(table.rows.iter().map(|row| (row.total.models, row)));
        let second = all.get(1)?;
        let values = [
            text("country", self.focus()),
            runs("second", self.placed(breakdown, second)),
            number("gap", focus.models.saturating_sub(second.models)),
        ];
        Some(item(Mark::Dash, self.phrases.policy_leader, &values))
    }

    fn policy_development(self) -> Option<Item> {
        let focus = self.report.findings.focus.as_ref()?;
        let [single, joint] = ["Single", "Joint"].map(|key| focus.count("development", key));
        let (single, joint) = single.zip(joint)?;
        let share = |count| ratio(count, focus.models).map(locale::percent);
        let of = |key| self.focus_and(Some(("development", key)));
        // Of models whose developers are not known nothing is said.
        if single + joint == 0 {
            return None;
        }
        let phrase = if single == focus.models {
            self.phrases.policy_all_single
        } else {
            self.phrases.policy_development
        };
        let values = [
            text("country", self.focus()),
            models("n", focus.models, self.focus_and(None)),
            models("single", single, of("Single")),
            text("share", share(single)?),
            models("joint", joint, of("Joint")),
            text("joint_share", share(joint)?),
        ];
        Some(item(Mark::Dash, phrase, &values))
    }

    fn policy_industry(self) -> Option<Item> {
        let focus = self.report.findings.focus.as_ref()?;
        let categories = focus.by("organization-category")?;
        if categories.is_empty() {
            return None;
        }
        let industry = focus.count("organization-category", "Industry")?;
        let phrase = if industry == focus.models {
            self.phrases.policy_all_industry
        } else {
            self.phrases.policy_industry
        };
        let meant = self.focus_and(Some(("organization-category", "Industry")));
        let values = [
            text("country", self.focus()),
            models("n", focus.models, self.focus_and(None)),
            models("industry", industry, meant),
            text("share", ratio(industry, focus.models).map(locale::percent)?),
        ];
        Some(item(Mark::Dash, phrase, &values))
    }

    fn against_all(self) -> Option<Item> {
        let share = |id: &str, key: &str| {
            // What nothing is known of is no share of nought.
            self.table(id)?;
            let (_, share) = self.report.share_of(id, key)?;
            Some(locale::percent(share))
        };
        let values = [
            text("single_share", share("development", "Single")?),
            text(
                "industry_share",
                share("organization-category", "Industry")?,
            ),
        ];
        Some(item(Mark::Dash, self.phrases.policy_against_all, &values))
    }
}
