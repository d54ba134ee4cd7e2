#!/usr/bin/env bash
# Writes the report for Word, Hangul and Excel, reads it back with other
# programs than its writers, and leaves it as pictures to look at in
# target/proof. Not part of `make test`: it wants LibreOffice.
. "$(dirname "$0")/lib.sh"

proof=$target/proof
if ! command -v soffice >/dev/null || ! command -v pdftoppm >/dev/null; then
    step "LibreOffice and poppler: install them" \
        with_apt libreoffice-writer libreoffice-calc fonts-noto-cjk poppler-utils python3-venv
fi
if [ ! -x "$proof/python/bin/python" ]; then
    step "Readers: make a Python environment" python3 -m venv "$proof/python"
fi
step "Readers: openpyxl, hwp-hwpx-parser" \
    "$proof/python/bin/pip" install --quiet openpyxl==3.1.5 hwp-hwpx-parser==1.0.0
PROOF=$proof step "Write the files" cargo test --quiet --package model-census-office "${locked[@]}"
cargo run --release --quiet --bin census -- public/data/large-scale-models-2024-07-16.csv \
    --period 2020-2023 >"$proof/report.json"
"$proof/python/bin/python" tests/independent/office.py "$proof" "$proof/report.json"
convert() {
    soffice --headless "-env:UserInstallation=file://$proof/office" --convert-to pdf --outdir "$proof" "$@"
}
step "LibreOffice: open them" convert "$proof"/report-*.docx "$proof"/tables-*.xlsx
for pdf in "$proof"/*.pdf; do
    pdftoppm -r 60 -png "$pdf" "${pdf%.pdf}"
done
echo "Look at the pictures in $proof"
