#!/usr/bin/env bash
# Measures, natively and in Chromium, and writes bench/README.md. What was
# measured is in target/bench. Arguments go to bench/browser/run.js.
. "$(dirname "$0")/lib.sh"
. "$root/target/wasm-env.sh"

out=$root/target/bench
floor=$out/floor

build_floor() {
    # In its folder, since its own .cargo/config.toml switches SIMD on.
    (
        cd bench/floor
        CARGO_TARGET_DIR=$out/floor-target cargo build --release "${locked[@]}" --target wasm32-unknown-unknown
    )
    "$root/target/bin/modules" bind "$out/floor-target/wasm32-unknown-unknown/release/floor.wasm" "$floor" floor
}
generate() {
    node bench/generate.js 355395 "$out/generated-355kb.csv"
    local size
    for size in 10 12 100 500; do
        node bench/generate.js "${size}000000" "$out/generated-${size}mb.csv"
    done
}

step "Bench: build the floor" build_floor
step "Bench: generate the files" generate
step "Bench: compile the native benchmark" cargo bench "${locked[@]}" --quiet --bench stages --no-run
# Results of stages that there are no longer would stay.
rm -rf "$out/criterion"
CRITERION_HOME=$out/criterion show_step "Bench: native" cargo bench "${locked[@]}" --quiet --bench stages
# An answer that differs fails this, but only after the report says so.
differs=0
show_step "Bench: in Chromium" node bench/browser/run.js "$@" || differs=$?
node bench/report.js
exit "$differs"
