#!/usr/bin/env bash
# Format, and lints of the native code and of the page's:
#
#     tools/lint.sh [format] [native] [page] [generated]
. "$(dirname "$0")/lib.sh"

# need PART: rustup's proxies exist without the component behind them: ask,
# don't look.
need() {
    local component=${1/fmt/rustfmt}
    if cargo "$1" --version >/dev/null 2>&1; then return; fi
    if ! command -v rustup >/dev/null || ! step "Rust: add $component with rustup" timeout 120 rustup component add "$component"; then
        give_up "cargo $1" "run: rustup component add $component"
    fi
}

# Workspaces of their own, the one in its folder for the sake of its
# .cargo/config.toml.
formatted() {
    cargo fmt --all --check
    cargo fmt --manifest-path tools/modules/Cargo.toml --check
    cargo fmt --manifest-path bench/floor/Cargo.toml --check
}
lint_format() {
    need fmt
    need clippy
    step "Lint: cargo fmt --check" formatted
}

# With what writes the first view, for which all the page is compiled. What the
# native code is without it, office's module below has.
lint_native() {
    step "Lint: clippy, native" \
        cargo clippy --quiet "${locked[@]}" --workspace --features model-census/ssr --all-targets -- -D warnings
    RUSTDOCFLAGS='-D warnings' step "Lint: cargo doc" \
        cargo doc --quiet "${locked[@]}" --workspace --features model-census/ssr --no-deps
    step "Lint: clippy, what makes modules" \
        cargo clippy --quiet "${locked[@]}" --manifest-path tools/modules/Cargo.toml --target-dir "$target" -- -D warnings
}

lint_floor() {
    cd bench/floor
    CARGO_TARGET_DIR=$root/target/bench/floor-target \
        cargo clippy --quiet "${locked[@]}" --release --target wasm32-unknown-unknown -- -D warnings
}
# The release profile, so that what dist has compiled for the host is reused.
lint_page() {
    . "$root/target/wasm-env.sh"
    local clippy=(cargo clippy --quiet "${locked[@]}" --release --target wasm32-unknown-unknown --lib)
    step "Lint: clippy, the page" "${clippy[@]}" --features csr -- -D warnings
    step "Lint: clippy, what unpacks and what writes files for offices" \
        "${clippy[@]}" --package model-census-unpack --package model-census-office \
        --features model-census-unpack/wasm,model-census-office/wasm -- -D warnings
    step "Lint: the benchmark's floor" lint_floor
}

# What our scripts write from others' data is what they would write today.
lint_generated() {
    step "Lint: endings of words in Latin letters" node tools/endings.js --check
    step "Lint: names of countries" node tools/countries.js --check
}

[ $# -gt 0 ] || set -- format native page generated
for part in "$@"; do "lint_$part"; done
