//! `first_view OPENING.bin OUTPUT.html`: writes what a first visit shows above
//! the sections as HTML, from what the program `opening` wrote. Part of the
//! page's build.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use model_census::engine::Opening;
use model_census::first_view;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let done = match &*arguments {
        [opening, output] => write(Path::new(opening), Path::new(output)),
        _ => Err("usage: first_view OPENING.bin OUTPUT.html".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            // Where standard error is closed there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "first_view: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn write(opening: &Path, output: &Path) -> Result<(), String> {
    let said = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let bytes = std::fs::read(opening).map_err(|error| said(opening, error))?;
    let opening = Opening::from_bytes(&bytes)
        .ok_or_else(|| format!("{}: of another build", opening.display()))?;
    std::fs::write(output, first_view(opening)).map_err(|error| said(output, error))
}
