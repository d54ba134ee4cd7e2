#!/usr/bin/env bash
# Makes the pictures of the views and their descriptions by oEmbed in
# target/site, unless nothing of that changed since.
. "$(dirname "$0")/lib.sh"

step "Pictures: build the program that makes them" cargo build "${locked[@]}" --quiet --bin pictures
inputs=$(fingerprint "$target/debug/pictures" package-lock.json tools/pictures.js tools/site.js \
    src/page/chart/echarts.js src/page/chart/chart_library.js)-${SITE_URL:-}
if is_stamped pictures "$inputs" && [ -s target/site/pictures/country.ko.svg ]; then
    exit 0
fi
step "Pictures: draw every view" node tools/pictures.js "$target/debug/pictures"
stamp pictures "$inputs"
