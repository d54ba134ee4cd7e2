//! English: what was wrong with a file, where, and what to do.
//!
//! Long because it has words for every kind of problem.

use super::list_name;
use crate::dataset::{Code, Field, ListKind, Problem};
use crate::locale::shortened::shortened;

/// A problem as a sentence.
pub(in crate::locale) fn problem_message(problem: &Problem) -> String {
    let problem = &shortened(problem);
    let mut what = what(problem);
    if let Some(known) = &problem.suggestion {
        what = format!("{what}. Nearest known: “{known}”");
    }
    if problem.uncounted && problem.values() == 0 {
        what = format!("{what}. Not of a counted model, so that no number depends on it");
    }
    let Some(record) = problem.first().map(|place| place.record) else {
        return what;
    };
    match problem.count.saturating_sub(1) {
        0 => format!("Row {record}: {what}"),
        1 => format!("Row {record} and 1 more: {what}"),
        more => format!("Row {record} and {more} more: {what}"),
    }
}

fn what(problem: &Problem) -> String {
    let Problem {
        column,
        value,
        count,
        ..
    } = problem;
    let lines = problem.lines();
    if problem.values() > 0 {
        let (kind, values) = (problem_kind(problem.code), problem.values());
        return if problem.uncounted {
            format!(
                "{kind}: {values} that only models have that are not counted; no number depends on them"
            )
        } else {
            format!("{kind}: {values} more")
        };
    }
    match problem.code {
        Code::SplitHeader => {
            format!("the header takes two rows, read as one (the second: “{value}”)")
        }
        Code::MissingColumn => {
            format!("the export has no column “{column}”; what needs it is not computed")
        }
        Code::ColumnReplaced => format!(
            "the export has no column “{column}”; what the definition knows of each organisation is used instead"
        ),
        Code::MissingAttribute => {
            format!("the export has no column “{column}”; lists of models leave it blank")
        }
        Code::DoubtfulCompute => format!(
            "column “{column}” seems to hold training compute, but does not say in which unit; it is not read, and models of unknown compute are not counted. If it is FLOP, say that the column means training compute (--column \"{column}=training-compute\")"
        ),
        Code::UncheckedCompute => format!(
            "no training compute is stated, so nothing says that the {count} models are large; all are counted. If this is no list of large-scale models, the numbers are wrong; the definition’s compute.unknown decides"
        ),
        Code::UnmetCondition => format!("no model meets the filter’s condition “{value}”"),
        Code::RepeatedColumn => {
            format!("column “{column}” holds the same fact as “{value}”; only the first is used")
        }
        Code::MissingName => format!("no model name in column “{column}”; left out"),
        Code::MissingDate => format!("“{value}” has no date in column “{column}”; left out"),
        Code::LinesAboveHeader => {
            format!("{count} rows above the header are passed over (the first: “{value}”)")
        }
        Code::ImplausibleDate => format!(
            "column “{column}”: the date “{value}” is before 1950 or after next year; kept as it is, check it"
        ),
        Code::ImpreciseDate => format!(
            "column “{column}”: dates without a month do not tell their half-year; left out. A period of whole years counts them"
        ),
        Code::AmbiguousYear => format!(
            "column “{column}”: in dates such as “{value}” year and day cannot be told apart; read as {}, check the years",
            problem.read_as()
        ),
        Code::ZonedTime => format!(
            "column “{column}”: {count} of {} dates have a time other than midnight with a zone, such as “{value}”; read as they stand, though elsewhere it may be the next day, or year",
            problem.of()
        ),
        Code::ImputedDate => format!(
            "column “{column}”: 1 July is what Epoch AI writes where the month is not known; such models count in the second half-year"
        ),
        Code::DoubtfulFileDate => format!(
            "the date in the file’s name ({value}) is yet to come or more than a year after the latest publication; not taken for the snapshot’s"
        ),
        Code::AmbiguousDate => format!(
            "column “{column}”: in dates such as “{value}” month and day cannot be told apart; read with the month first. Years are not affected"
        ),
        Code::ReformattedDate => format!(
            "column “{column}”: dates are written as a spreadsheet does, such as “{value}”; read {}",
            match problem.read_as() {
                "" => "in that form".to_owned(),
                read_as => format!("as {read_as}"),
            }
        ),
        Code::UnreadableDate => format!(
            "column “{column}”: expected a date such as 2023-11-06, 2023-11 or 2023, found “{value}”; left out"
        ),
        Code::UnreadableNumber => format!(
            "column “{column}”: expected a number such as 2.1e25 or 70000000000, found “{value}”; taken as unknown"
        ),
        Code::NumberList => format!(
            "column “{column}”: several numbers in one cell (“{value}”); taken as unknown"
        ),
        Code::AmbiguousNumber => format!(
            "column “{column}”: the dot of “{value}” may part thousands or decimals; read as decimals"
        ),
        Code::BlankMark => format!(
            "column “{column}”: what says that there is no value, such as “{value}”, is taken as blank"
        ),
        Code::NegativeNumber => {
            format!("column “{column}”: “{value}” is below zero; taken as unknown")
        }
        Code::ImplausibleNumber => format!(
            "column “{column}”: “{value}” is beyond what there can be; kept as it is, check it"
        ),
        Code::ReformattedNumber => format!(
            "column “{column}”: numbers such as “{value}” have commas for thousands or decimals; read without them"
        ),
        Code::RoundedNumber => format!(
            "column “{column}”: numbers such as “{value}” are stored as Excel shows them, with three digits; models near the threshold may differ from the original"
        ),
        Code::LostLetter => format!(
            "column “{column}”: “{value}” has a question mark for a letter, as Excel writes what CP949 lacks; save the original as CSV UTF-8"
        ),
        Code::GarbledText => format!(
            "column “{column}” has letters of UTF-8 that were read as another encoding; put right (“{value}” → “{}”)",
            problem.read_as()
        ),
        Code::InvisibleLetters => {
            format!(
                "column “{column}”: values such as “{value}” hold letters that show nothing; read without them"
            )
        }
        Code::StrayQuote => format!(
            "column “{column}”: a cell begins with a quotation mark that does not close in its row (“{value}”); it would have taken {lines} more lines, so the mark is read as text"
        ),
        Code::EscapedQuote => {
            "quotation marks inside cells stand behind a backslash (\\\"); read as text, not as the end of the cell".to_owned()
        }
        Code::SwallowedLines => format!(
            "column “{column}”: the quotes of “{value}” take {lines} more lines and letters follow them; check the row’s quotation marks for rows that are missing"
        ),
        Code::UnclosedQuote => {
            "the file ends inside a quoted cell: all that follows was read as part of this row; check its quotation marks".to_owned()
        }
        Code::OverlongCell => {
            "a cell is longer than 64 KB; its end was not read. Check the row’s quotation marks".to_owned()
        }
        Code::RaggedRecord => format!(
            "the number of cells differs from the header’s (cells / header: {value}); check quotes and separators"
        ),
        Code::DuplicateModel => format!(
            "“{value}” has the same name, date and organisations as another row; counted once"
        ),
        Code::DifferingDuplicate => format!(
            "“{value}” has the same name, date and organisations as another row, but differs in {}; only the row with more cells filled in counts, check them",
            problem.differing().join(", ")
        ),
        Code::SimilarModel => format!(
            "“{value}” differs from “{}” only by case, hyphens or spaces and is probably the same model; counted by itself, check it",
            problem.like()
        ),
        Code::OtherSheets => format!(
            "the sheet “{}” of the workbook is read; other sheets with a header are not: {value}",
            problem.read_as()
        ),
        Code::HiddenSheets => format!(
            "the sheet “{}” of the workbook is read; hidden sheets are passed over: {value}",
            problem.read_as()
        ),
        Code::UncomputedFormulas => format!(
            "{count} cells hold formulas whose values the workbook does not keep; taken as blank. Open it in a spreadsheet and save it again"
        ),
        Code::MergedCells => format!(
            "the values of {count} merged cells, such as “{value}”, are taken for all their rows"
        ),
        Code::SpacedLists => {
            format!("values in column “{column}” are joined by comma and space; split at those too")
        }
        Code::CommaInName => {
            format!("column “{column}”: “{value}” was read as one name with a comma in it")
        }
        Code::UndecodableText => format!(
            "column “{column}”: “{value}” holds text that this encoding does not have; choose another encoding, or save the file as CSV UTF-8"
        ),
        Code::UnmappedOrganization if !problem.lacking().is_empty() => {
            let lacking = problem.lacking();
            let has = |field: Field| !lacking.iter().any(|header| header == field.header());
            let told = match (has(Field::Country), has(Field::OrganizationCategory)) {
                (true, _) => "its country is taken from the export, which has",
                (_, true) => "its type is taken from the export, which has",
                _ => "and the export has",
            };
            format!(
                "the definition does not know the organisation “{value}”; {told} no column {} that would tell more",
                lacking.join(", ")
            )
        }
        Code::UnmappedOrganization => format!(
            "the definition does not know the organisation “{value}”; its country and type are taken from the export"
        ),
        Code::CountryByIso => format!(
            "the definition does not know the country “{value}”; counted by its ISO 3166 name"
        ),
        Code::UnmappedCountry => {
            format!("the definition does not know the country “{value}”; counted as it is")
        }
        Code::UnmappedDomain => {
            format!("the definition does not know the domain “{value}”; counted as it is")
        }
        Code::UnmappedTask => {
            format!("the definition does not know the task “{value}”; counted as it is")
        }
        Code::UnmappedOrganizationCategory => format!(
            "the definition does not know the type of organisation “{value}”; counted as it is"
        ),
        Code::UnmappedConfidence => format!(
            "the definition does not know the confidence “{value}”; counted as it is"
        ),
        Code::UnmappedAccessibility => format!(
            "the definition does not know the terms of access “{value}”; counted as they are"
        ),
        Code::OtherList => format!(
            "this looks like Epoch AI’s list of {}, which has models of any size: only those whose training compute is known to reach the threshold are counted, and the numbers do not compare with those of IS-178, which counts the list of large-scale models",
            ListKind::from_id(value).and_then(list_name).unwrap_or("")
        ),
        Code::AmbiguousCountry => format!(
            "which country belongs to “{value}” cannot be told; it counts for all in column “{column}”. Add its home country to the definition"
        ),
    }
}

/// What problems of a kind have in common.
pub(in crate::locale) fn problem_kind(code: Code) -> &'static str {
    match code {
        Code::SplitHeader => "Headers of two rows",
        Code::GarbledText => "Garbled text put right",
        Code::InvisibleLetters => "Invisible letters",
        Code::DifferingDuplicate => "Models listed twice with different cells",
        Code::SimilarModel => "Names that are nearly equal",
        Code::OtherSheets => "Sheets that are not read",
        Code::HiddenSheets => "Hidden sheets",
        Code::UncomputedFormulas => "Formulas without values",
        Code::MergedCells => "Merged cells",
        Code::UnmappedConfidence => "Confidence unknown to the definition",
        Code::UnmappedAccessibility => "Terms of access unknown to the definition",
        Code::BlankMark => "Marks of a missing value",
        Code::AmbiguousNumber => "Numbers with a dot in doubt",
        Code::NumberList => "Several numbers in a cell",
        Code::DoubtfulFileDate => "File dates in doubt",
        Code::ImputedDate => "Dates with a month filled in",
        Code::ZonedTime => "Times with a zone",
        Code::AmbiguousYear => "Dates with the year in doubt",
        Code::MissingColumn => "Missing columns",
        Code::ColumnReplaced => "Columns replaced by the definition",
        Code::MissingAttribute => "Attributes left blank",
        Code::DoubtfulCompute => "Training compute in a unit that is not said",
        Code::UncheckedCompute => "Training compute that nothing states",
        Code::UnmetCondition => "Conditions that no model meets",
        Code::RepeatedColumn => "Repeated columns",
        Code::LinesAboveHeader => "Rows above the header",
        Code::MissingName => "Rows without a model name",
        Code::MissingDate => "Rows without a date",
        Code::UnreadableDate => "Unreadable dates",
        Code::ImplausibleDate => "Implausible dates",
        Code::ImpreciseDate => "Dates without a half-year",
        Code::AmbiguousDate => "Dates with month or day in doubt",
        Code::ReformattedDate => "Dates in another form",
        Code::UnreadableNumber => "Unreadable numbers",
        Code::NegativeNumber => "Numbers below zero",
        Code::ImplausibleNumber => "Implausible numbers",
        Code::ReformattedNumber => "Numbers in another form",
        Code::RoundedNumber => "Numbers rounded by Excel",
        Code::LostLetter => "Lost letters",
        Code::RaggedRecord => "Rows of another length",
        Code::StrayQuote => "Stray quotation marks",
        Code::EscapedQuote => "Quotation marks behind a backslash",
        Code::SwallowedLines => "Cells that took other lines",
        Code::UnclosedQuote => "Unclosed quotation marks",
        Code::OverlongCell => "Overlong cells",
        Code::DuplicateModel => "Models listed twice",
        Code::SpacedLists => "Lists joined by comma and space",
        Code::CommaInName => "Names with a comma",
        Code::UndecodableText => "Text outside the encoding",
        Code::UnmappedOrganization => "Organisations unknown to the definition",
        Code::CountryByIso => "Countries known by ISO 3166",
        Code::UnmappedCountry => "Unknown countries",
        Code::UnmappedDomain => "Domains unknown to the definition",
        Code::UnmappedTask => "Tasks unknown to the definition",
        Code::UnmappedOrganizationCategory => "Types of organisation unknown to the definition",
        Code::AmbiguousCountry => "Organisations with countries in doubt",
        Code::OtherList => "A file that is not the list of large-scale models",
    }
}
