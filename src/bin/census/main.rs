//! `census FILE.csv`: every breakdown of an export, why its numbers moved since
//! another, and how lists grew, on the command line.

mod arguments;
mod reading;

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use model_census::dataset::{Code, Dataset, Problem};
use model_census::definition::Period;
use model_census::dimension::Conditions;
use model_census::document::About;
use model_census::engine::{Engine, View};
use model_census::export::{Format, comparison_json, history_json, json_covered};
use model_census::report::Report;

use arguments::{Asked, How, asked, usage};
use reading::{definition, engine, list, list_and_others, today};

fn main() -> ExitCode {
    let printed = asked(std::env::args_os().skip(1)).and_then(|(asked, how)| printed(asked, how));
    match printed {
        Ok(output) => match std::io::stdout().write_all(output.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            // The reader closed the pipe: it has what it wanted.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => fail(&error.to_string()),
        },
        Err(reason) => fail(&reason),
    }
}

fn fail(reason: &str) -> ExitCode {
    say(reason);
    ExitCode::from(2)
}

fn say(what: &str) {
    let what = what.replace('\n', " ");
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "census: {what}");
}

fn printed(asked: Asked, how: How) -> Result<String, String> {
    match asked {
        Asked::Help => Ok(format!("{}\n", usage())),
        Asked::Report { file, format } => report(&file, format, how),
        Asked::Comparison {
            new,
            old,
            old_definition,
        } => comparison(&new, old.as_deref(), old_definition.as_deref(), how),
        Asked::History { files, by } => history(&files, &by, how),
    }
}

fn report(file: &str, format: &Format, how: How) -> Result<String, String> {
    let definition = definition(how.definition.as_deref())?;
    let mut engine = engine(Arc::clone(&definition))?;
    let (dataset, others) = list_and_others(file, &engine, &how)?;
    let period = how
        .period
        .unwrap_or_else(|| definition.period.over(&dataset));
    engine.keep(dataset);
    for other in others {
        engine.keep_with(other);
    }
    engine.look(View {
        period: Some(period),
        filter: how.filter,
    });
    let report = engine.report().ok_or("nothing was read")?;
    understood(&unmet(&report))?;
    let coverage = engine.coverage(how.covered.as_deref().unwrap_or_default());
    let dataset = engine.dataset().ok_or("nothing was read")?;
    // Texts to be read say a day in any case; data only one that was asked for,
    // so that equal files give equal bytes.
    let written = how.written.unwrap_or_else(|| About {
        written: today()
            .filter(|_| format.is_to_be_read())
            .map(|day| day.to_string())
            .unwrap_or_default(),
    });
    if format.id == "json" {
        return Ok(json_covered(&report, &written, coverage.as_ref()));
    }
    format
        .text(&report, dataset, &written, how.language)
        .ok_or_else(|| format!("{} is not written here", format.id))
}

/// The conditions of the filter that no model meets.
fn unmet(report: &Report) -> Vec<Problem> {
    let problems = report.findings.problems.iter();
    let unmet = problems.filter(|own| own.code == Code::UnmetCondition);
    unmet.cloned().collect()
}

/// A condition that no model meets is one by mistake where another is near.
fn understood(unmet: &[Problem]) -> Result<(), String> {
    let slip = unmet.iter().find_map(|own| {
        let nearest = own.suggestion.as_ref()?;
        Some(format!(
            "condition {}: no model meets it; the nearest that some do is {nearest}",
            own.value
        ))
    });
    slip.map_or(Ok(()), Err)
}

/// The same for several lists, of which any may meet it, the first to name what
/// is near; what these write has no place for what else no model meets, so that
/// it is told here. The engine keeps the last list then.
fn understood_by_any(
    engine: &mut Engine,
    lists: &[&Dataset],
    period: Option<Period>,
    filter: &Conditions,
) -> Result<(), String> {
    let mut nowhere: Option<Vec<Problem>> = None;
    for list in lists.iter().filter(|_| !filter.0.is_empty()) {
        engine.keep((*list).clone());
        engine.look(View {
            period,
            filter: filter.clone(),
        });
        let here = unmet(&engine.report().ok_or("nothing was read")?);
        match &mut nowhere {
            None => nowhere = Some(here),
            Some(nowhere) => nowhere.retain(|own| here.iter().any(|it| it.value == own.value)),
        }
    }
    let nowhere = nowhere.unwrap_or_default();
    understood(&nowhere)?;
    for own in nowhere {
        say(&format!("condition {}: no model meets it", own.value));
    }
    Ok(())
}

fn comparison(
    new: &str,
    old: Option<&str>,
    old_definition: Option<&str>,
    how: How,
) -> Result<String, String> {
    let own = definition(how.definition.as_deref())?;
    let old_definition = old_definition.map(|named| definition(Some(named)));
    let old_definition = old_definition.transpose()?;
    let mut engine = engine(Arc::clone(&own))?;
    let dataset = list(new, &engine, &how)?;
    let old = old.map(|file| list(file, &engine, &how)).transpose()?;
    let period = how.period.unwrap_or_else(|| own.period.over(&dataset));
    let lists: Vec<&Dataset> = [&dataset].into_iter().chain(&old).collect();
    understood_by_any(&mut engine, &lists, Some(period), &how.filter)?;
    engine.keep(dataset);
    engine.look(View {
        period: Some(period),
        filter: how.filter,
    });
    let explained = engine.explain(old.map(Arc::new), old_definition);
    let explained = explained.ok_or("nothing was read")?;
    Ok(comparison_json(&explained, engine.labels()))
}

fn history(files: &[String], by: &str, how: How) -> Result<String, String> {
    let definition = definition(how.definition.as_deref())?;
    let mut engine = engine(Arc::clone(&definition))?;
    let lists = files
        .iter()
        .map(|file| list(file, &engine, &how).map(Arc::new));
    let lists = lists.collect::<Result<Vec<_>, _>>()?;
    let newest_first: Vec<&Dataset> = lists.iter().rev().map(Arc::as_ref).collect();
    understood_by_any(&mut engine, &newest_first, how.period, &how.filter)?;
    engine.look(View {
        period: how.period,
        filter: how.filter,
    });
    let history = engine.history(&lists, by);
    Ok(history_json(&history, &definition, engine.labels()))
}
