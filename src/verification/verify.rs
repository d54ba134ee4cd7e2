//! Compares an edition, figure by figure.

use std::sync::Arc;

use crate::census::Census;
use crate::dataset::PartialDate;
use crate::dimension::Conditions;
use crate::labels::Labels;
use crate::language::{Bilingual, Language};
use crate::report::{Findings, Report};

use super::check::{Figures, address, check};
use super::figure::{Computed, Given};
use super::published::{Printed, Published, PublishedRow};
use super::{Checked, Compared, Verdict, Verification, words};

/// Compares every figure. The census is of the edition's period, unfiltered.
#[must_use]
pub fn verify(census: &Census, labels: &Arc<Labels>, published: &Published) -> Verification {
    let report = Report {
        findings: Findings::of(census, labels, &Conditions::default()),
        definition: Arc::clone(&census.definition),
        labels: Arc::clone(labels),
    };
    let given = Given {
        census,
        report: &report,
    };
    let printed = Figures::of(published);
    let checks: Vec<Checked> = published
        .checks
        .iter()
        .flat_map(|own| check(own, &printed, published))
        .collect();
    let failed: Vec<&String> = checks
        .iter()
        .filter(|check| !check.holds)
        .flat_map(|check| &check.suspects)
        .collect();
    let date = report.findings.source.snapshot_date();
    let days_older = days_older(published, date);
    let otherwise = match days_older {
        Some(days) => age(days),
        None if published.data_date.is_none() => Some(words::unknown_data()),
        None => None,
    };
    let mut figures = Vec::new();
    for table in &published.tables {
        for row in &table.rows {
            for (column, printed) in &row.figures {
                let computed = given.compute(row, column, printed);
                let address = address(&table.id, &row.name.en, column);
                let verdict = match &computed {
                    None => Verdict::NotDerivable,
                    Some(Computed { equal: true, .. }) => Verdict::Equal,
                    Some(_) if failed.contains(&&address) => Verdict::Contradicts,
                    Some(_) => Verdict::Differs,
                };
                let because = (verdict != Verdict::Equal)
                    .then(|| because(published, row, column, date))
                    .flatten()
                    .or_else(|| otherwise.clone().filter(|_| verdict == Verdict::Differs));
                let (computed, meant) = computed.map(|own| (own.text, own.meant)).unzip();
                figures.push(Compared {
                    table: table.name.clone(),
                    row: row.name.clone(),
                    column: column.clone(),
                    heading: published.heading(column),
                    printed: match (&**column, printed) {
                        ("share" | "growth", Printed::Number(number)) => format!("{number:.1}"),
                        _ => printed.text(),
                    },
                    computed,
                    verdict,
                    because,
                    meant: meant.flatten(),
                });
            }
        }
    }
    Verification {
        title: published.title.clone(),
        source: published.source.clone(),
        data_note: published.data_note.clone(),
        figures,
        checks,
        days_older,
    }
}

/// What is said of a figure that differs for no known reason: that the data are
/// of another day.
fn age(days_older: i32) -> Option<Bilingual> {
    let said = |language| words::days_older(days_older, language);
    said(Language::default())?;
    Some(Bilingual::of(|language| said(language).unwrap_or_default()))
}

/// The known reason, where it was found for data of this day.
fn because(
    published: &Published,
    row: &PublishedRow,
    column: &str,
    date: Option<PartialDate>,
) -> Option<Bilingual> {
    let own = date.map(|date| date.to_string());
    let names = row.because.get(column)?.all().iter();
    let mut reasons = names.filter_map(|name| published.reasons.get(name));
    let reason =
        reasons.find(|own_reason| own_reason.data_date.is_none() || own_reason.data_date == own)?;
    Some(reason.text.clone())
}

fn days_older(published: &Published, date: Option<PartialDate>) -> Option<i32> {
    let parse = |text: &str| text.parse::<jiff::civil::Date>().ok();
    let theirs = parse(published.data_date.as_ref()?)?;
    let ours = parse(&date?.to_string())?;
    Some(theirs.since(ours).ok()?.get_days())
}
