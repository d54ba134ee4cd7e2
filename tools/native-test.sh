#!/usr/bin/env bash
# Tests the native code. The writer of files for offices is tested by itself, as
# its module is compiled: crates that it needs change features of crates that the
# page has too, so that together all would be compiled a second time.
. "$(dirname "$0")/lib.sh"

# tests WHAT CARGO_FLAG...: how many passed is said by those that had any.
tests() {
    local what=$1
    shift
    step "Test: compile $what" cargo test "${locked[@]}" --no-run "$@"
    step "Test: $what" cargo test "${locked[@]}" "$@"
    grep -hE '^test result: .* [1-9][0-9]* passed' "$logs/Test-${what// /-}.log"
}
tests "native code" --features model-census/ssr \
    --package model-census --package model-census-dataset --package model-census-unpack
tests "files for offices" --package model-census-office
# The tests compiled the command line too.
COMPILED=1 tools/differential.sh
