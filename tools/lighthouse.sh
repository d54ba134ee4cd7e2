#!/usr/bin/env bash
# Judges dist/ by Lighthouse and times it in Chromium, and writes
# bench/lighthouse/README.md. Lighthouse is large and rarely wanted: it is
# installed here, not with the page's packages. RUNS=... for other than 5 runs.
. "$(dirname "$0")/lib.sh"

cd bench/lighthouse
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    step "Lighthouse: install it" npm ci --no-audit --no-fund
    touch node_modules/.package-lock.json
fi
show_step "Lighthouse" node run.js
