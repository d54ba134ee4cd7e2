#!/usr/bin/env bash
# Tests the built page in Chromium, all of it or the suites that are named:
# browser-test.sh [--soak TIMES] [--late MS] [--only TEXT] [SUITE...], as
# tests/browser/run.js says. The sums come last, so that whoever reads the log
# finds them.
. "$(dirname "$0")/lib.sh"

# As the build has it already (build-native.sh).
step "Test: build the census command" cargo build --features ssr "${locked[@]}" --quiet --bin census
# What is only looked at may weigh what it likes.
if ! is_stamped profile quick; then show_step "Test: what the page weighs" node tools/budget.js; fi
show_step "Test: the page in Chromium" node tests/browser/run.js "$@"
