//! `census FILE.csv`: every breakdown of an export, why its numbers moved since
//! another, and how lists grew, on the command line.

mod arguments;
mod reading;

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use model_census::dataset::Code;
use model_census::document::About;
use model_census::engine::View;
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
    let reason = reason.replace('\n', " ");
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "census: {reason}");
    ExitCode::from(2)
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
    understood(&report)?;
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

/// A condition that no model meets is one by mistake where another is near.
fn understood(report: &Report) -> Result<(), String> {
    let mut problems = report.findings.problems.iter();
    let unmet = problems.find_map(|own| {
        let is_unmet = own.code == Code::UnmetCondition;
        Some((&own.value, own.suggestion.as_ref().filter(|_| is_unmet)?))
    });
    unmet.map_or(Ok(()), |(condition, nearest)| {
        Err(format!(
            "--filter {condition}: no model meets it; the nearest that some do is {nearest}"
        ))
    })
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
    engine.look(View {
        period: how.period,
        filter: how.filter,
    });
    let history = engine.history(&lists, by);
    Ok(history_json(&history, &definition, engine.labels()))
}
