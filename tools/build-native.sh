#!/usr/bin/env bash
# Compiles the programs that the build runs here, in one call, and for the sake
# of the native tests as those do (Cargo.toml says what they share); then writes
# what a first visit shows, computed by the same code as in the browser.
. "$(dirname "$0")/lib.sh"

# For a look at a change of the page, what a first visit shows may be older.
if [ "$profile" = quick ] && [ -s "$pkg/first-view.html" ]; then exit 0; fi
step "Native: compile what the build runs" cargo build "${locked[@]}" --features ssr --bins
mkdir -p "$pkg"
step "Opening: compute what a first visit shows" "$target/debug/opening" \
    public/data/large-scale-models-2024-07-16.csv "$pkg/opening"
step "First view: write it as HTML" "$target/debug/first_view" "$pkg/opening.bin" "$pkg/first-view.html"
