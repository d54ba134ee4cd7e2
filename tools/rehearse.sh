#!/usr/bin/env bash
# Rehearses in Chromium what a page goes through, and writes docs/reliability.md:
# SEQUENCES random sequences of acts from the seed FIRST on, every file gone wrong
# in every way, and the rest. ONLY=sequences, files or hazards does just that.
. "$(dirname "$0")/lib.sh"

step "Rehearse: build the census command" cargo build --features ssr "${locked[@]}" --quiet --bin census
status=0
show_step "Rehearse: the page in Chromium" node tests/browser/rehearse/run.js \
    --sequences "${SEQUENCES:-1000}" --first "${FIRST:-1}" ${ONLY:+--only "$ONLY"} || status=$?
# A few seeds that are looked at again are no measure.
if [ -z "${ONLY:-}" ] && [ "${SEQUENCES:-1000}" -ge 100 ]; then
    step "Rehearse: write docs/reliability.md" node tools/reliability.js
fi
exit "$status"
