//! Makes of what the compiler wrote for wasm32 what a browser loads:
//!
//! ```text
//! modules part MODULE.wasm FOLDER NAME          parted at #[wasm_split]
//! modules bind MODULE.wasm FOLDER NAME FLAG...  with its JavaScript side
//! ```
//!
//! A program of our own, since of the commands wasm-bindgen and wasm-split-cli
//! the page needs only this much, which compiles in a quarter of the time.

use std::error::Error;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

const USAGE: &str =
    "usage: modules part|bind MODULE.wasm FOLDER NAME [--keep-lld-exports] [--reset-state]";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [act, module, folder, name, flags @ ..] = arguments.as_slice() else {
        return Err(USAGE.into());
    };
    let (module, folder) = (Path::new(module), Path::new(folder));
    match (act.as_str(), flags) {
        ("part", []) => part(module, folder, name),
        ("bind", flags) => bind(module, folder, name, flags),
        _ => Err(USAGE.into()),
    }
}

/// Writes the first part to `folder/name.wasm`, the others and what loads them
/// beside it.
fn part(module: &Path, folder: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    let linked = std::fs::read(module)?;
    let first = folder.join(format!("{name}.wasm"));
    // What loads the others asks the first part's JavaScript side for it.
    let side = format!("./{name}.js");
    let mut options = wasm_split_cli_support::Options::new(&linked);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = &side;
    wasm_split_cli_support::transform(options)?;
    Ok(())
}

/// Writes `folder/name.js` and `folder/name_bg.wasm`.
fn bind(module: &Path, folder: &Path, name: &str, flags: &[String]) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(false)
        // As the command does: the bundler finds the module by its name.
        .omit_default_module_path(false);
    for flag in flags {
        match flag.as_str() {
            "--keep-lld-exports" => bindgen.keep_lld_exports(true),
            // So that a module can begin anew after a file that broke it.
            "--reset-state" => bindgen.reset_state_function(true),
            _ => return Err(USAGE.into()),
        };
    }
    bindgen.generate(folder)?;
    Ok(())
}
