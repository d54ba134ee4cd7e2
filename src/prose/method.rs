//! The sentences that say what was counted, and how.

use crate::census::Status;
use crate::dataset::{Field, Severity};
use crate::definition::{CountryRule, DerivedModels, UnknownCompute};
use crate::evidence::Meant;
use crate::language::Language;
use crate::locale;
use crate::paper::{Item, Mark};
use crate::report::Report;

use super::Writer;
use super::sentence::{compose, item, models, number, runs, text};

/// Where the data come from, what is left out of them, and by which rules.
#[must_use]
pub fn method(report: &Report, language: Language) -> Vec<Item> {
    let writer = Writer::new(report, language);
    let mut items = writer.data();
    items.extend(writer.rules());
    for own in &mut items {
        (writer.phrases.finish)(own);
    }
    items
}

impl Writer<'_> {
    fn data(self) -> Vec<Item> {
        let findings = &self.report.findings;
        let source = &findings.source;
        let of = |rows: u64| usize::try_from(rows).unwrap_or(usize::MAX);
        let values = [
            text("name", &*source.name),
            text("as_of", locale::as_of(source, self.language)),
            number("records", of(source.records)),
            models("n", self.counted(), Meant::all()),
        ];
        let mut items = vec![
            item(Mark::Circle, self.phrases.method_source, &values),
            item(Mark::Dash, self.phrases.method_coverage, &[]),
        ];
        let left = Status::ALL
            .into_iter()
            .filter(|status| *status != Status::Counted && findings.rows.of(*status) > 0)
            .map(|status| {
                let meant = Meant {
                    status,
                    ..Meant::all()
                };
                let values = [
                    text("name", locale::status(status, self.language)),
                    models("n", of(findings.rows.of(status)), meant),
                ];
                compose(self.phrases.ranked, &values)
            });
        let nameless = of(findings.rows.unreadable);
        let nameless = (nameless > 0).then(|| {
            let name = self.language.text().more().rows_unreadable;
            let values = [text("name", name), number("n", nameless)];
            compose(self.phrases.ranked, &values)
        });
        let left = self.list(left.chain(nameless));
        if !left.is_empty() {
            let phrase = self.phrases.method_left_out;
            items.push(item(Mark::Dash, phrase, &[runs("list", left)]));
        }
        let problems = &findings.problems;
        let warnings = problems
            .iter()
            .filter(|problem| problem.severity() == Severity::Warning)
            .count();
        if warnings > 0 {
            let phrase = self.phrases.method_problems;
            items.push(item(Mark::Dash, phrase, &[number("warnings", warnings)]));
        }
        items
    }

    fn rules(self) -> Vec<Item> {
        let phrases = self.phrases;
        let definition = &self.report.definition;
        let threshold = locale::significant(definition.compute.threshold_flop);
        let unknown = match definition.compute.unknown {
            UnknownCompute::Keep => phrases.method_unknown_keep,
            UnknownCompute::LeaveOut => phrases.method_unknown_left_out,
            UnknownCompute::KeepIfExportIsFiltered if self.is_unchecked() => {
                phrases.unchecked_compute
            }
            UnknownCompute::KeepIfExportIsFiltered => phrases.method_unknown_filtered,
        };
        let columns = &self.report.findings.columns;
        let derived = match definition.derived_models {
            _ if !columns.iter().any(|(field, _)| *field == Field::BaseModel) => None,
            DerivedModels::AsExported => None,
            DerivedModels::ByOwnCompute if !self.is_of_any_size() => None,
            DerivedModels::ByOwnCompute => Some(phrases.method_derived_own),
            DerivedModels::LeaveOut => Some(phrases.method_derived_left_out),
        };
        let derived = derived.map(|phrase| item(Mark::Dash, phrase, &[]));
        let country = match definition.count_countries_by {
            CountryRule::HomeCountry => phrases.method_home,
            CountryRule::AsExported => phrases.method_exported,
        };
        let by_definition = [
            text("title", definition.title.get(self.language)),
            text("digest", definition.sha256()),
        ];
        vec![
            item(
                Mark::Circle,
                phrases.method_threshold,
                &[text("threshold", threshold)],
            ),
            item(Mark::Dash, unknown, &[]),
        ]
        .into_iter()
        .chain(derived)
        .chain([
            item(Mark::Circle, country, &[]),
            item(Mark::Circle, phrases.method_definition, &by_definition),
        ])
        .collect()
    }
}
