#!/usr/bin/env bash
# Makes the pictures of the views and their descriptions by oEmbed in
# target/site, unless nothing of that changed since.
. "$(dirname "$0")/lib.sh"

drawn=target/site/pictures/country.ko.svg
if [ "$profile" = quick ] && [ -s "$drawn" ]; then exit 0; fi
program=$target/debug/pictures
inputs=$(fingerprint "$program" package-lock.json tools/pictures.js tools/site.js \
    src/page/chart/echarts.js src/page/chart/chart_library.js)-${SITE_URL:-}
if is_stamped pictures "$inputs" && [ -s "$drawn" ]; then exit 0; fi
step "Pictures: draw every view" node tools/pictures.js "$program"
stamp pictures "$inputs"
