//! `opening FILE.csv OUTPUT`: writes what a first visit of the page shows of
//! the snapshot that it opens with, to OUTPUT.bin, and its JSON contract, to
//! OUTPUT.json. Part of the page's build.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use model_census::dataset::{native_decoders, read};
use model_census::definition::Definition;
use model_census::engine::{Engine, Opening};
use model_census::export::json;
use model_census::locale::Labels;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [file, output] = &*arguments else {
        return fail("usage: opening FILE.csv OUTPUT");
    };
    match write(Path::new(file), Path::new(output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => fail(&reason),
    }
}

fn fail(reason: &str) -> ExitCode {
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "opening: {reason}");
    ExitCode::FAILURE
}

fn write(file: &Path, output: &Path) -> Result<(), String> {
    let definition = Definition::parse(include_str!("../../public/definitions/is-178.json"))
        .map_err(|error| format!("definition: {error:?}"))?;
    let labels = Labels::parse(include_str!("../../public/data/labels.json"))
        .map_err(|error| format!("labels: {error}"))?;
    let mut engine = Engine::new(definition.into(), labels);
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // The day matters only for dates after it: a bundled snapshot has none.
    let options = engine.options(None, native_decoders);
    let dataset =
        read(&bytes, &name, &options).map_err(|error| format!("{}: {error:?}", file.display()))?;
    engine.keep(dataset);
    let opening = Opening::of(&mut engine).ok_or("nothing was read")?;
    let report = engine.latest().ok_or("nothing was read")?;
    let write = |extension, bytes: &[u8]| {
        let output = output.with_extension(extension);
        std::fs::write(&output, bytes).map_err(|error| format!("{}: {error}", output.display()))
    };
    write("bin", &opening.to_bytes())?;
    write("json", json(&report).as_bytes())
}
