#!/usr/bin/env bash
# Counts random exports under random definitions, filters and periods by a program
# of its own in Python, and compares with the command line. SEEDS says how many,
# FIRST the first one; a seed that differs is told with its files, and gives the
# same export again.
. "$(dirname "$0")/lib.sh"

command -v python3 >/dev/null || step "Python: install it" with_apt python3
# As the native tests compile it, so that nothing is compiled twice.
[ -n "${COMPILED:-}" ] ||
    step "Test: compile the command line" cargo build "${locked[@]}" --features model-census/ssr --bin census
show_step "Test: random exports, counted independently" \
    python3 tests/independent/differential.py "$target/debug/census" "${SEEDS:-200}" "${FIRST:-0}"
