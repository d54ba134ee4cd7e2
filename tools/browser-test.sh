#!/usr/bin/env bash
# Tests the built page in Chromium. The summary of node's test runner comes
# last, so that whoever reads the log finds it.
. "$(dirname "$0")/lib.sh"

step "Test: build the census command" cargo build --release "${locked[@]}" --quiet --bin census
# What is only looked at may weigh what it likes.
if ! is_stamped profile quick; then show_step "Test: what the page weighs" node tools/budget.js; fi
printf 'Test: the page in Chromium\n'
# One file at a time: two browsers at once would only disturb each other's timings.
exec node --test --test-concurrency=1 --test-reporter=spec tests/browser/*.test.js
