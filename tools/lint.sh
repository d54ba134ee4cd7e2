#!/usr/bin/env bash
# Format, and lints of the native code and of the page's.
. "$(dirname "$0")/lib.sh"

# rustup's proxies exist without the component behind them: ask, don't look.
for part in fmt clippy; do
    cargo "$part" --version >/dev/null 2>&1 && continue
    component=${part/fmt/rustfmt}
    if ! command -v rustup >/dev/null || ! step "Rust: add $component with rustup" timeout 120 rustup component add "$component"; then
        give_up "cargo $part" "run: rustup component add $component"
    fi
done

step "Lint: cargo fmt --check" cargo fmt --all --check
step "Lint: clippy, native" cargo clippy --quiet "${locked[@]}" --workspace --all-targets -- -D warnings
step "Lint: clippy, what writes the first view" \
    cargo clippy --quiet "${locked[@]}" --features ssr --lib --bin first_view -- -D warnings
RUSTDOCFLAGS='-D warnings' step "Lint: cargo doc" cargo doc --quiet "${locked[@]}" --workspace --no-deps
# The release profile, so that what dist has compiled for the host is reused.
. "$root/target/wasm-env.sh"
step "Lint: clippy, the page" \
    cargo clippy --quiet "${locked[@]}" --release --target wasm32-unknown-unknown --features csr --lib -- -D warnings
step "Lint: clippy, what unpacks" \
    cargo clippy --quiet "${locked[@]}" --release --target wasm32-unknown-unknown --package model-census-unpack --features wasm --lib -- -D warnings
step "Lint: clippy, what writes files for offices" \
    cargo clippy --quiet "${locked[@]}" --release --target wasm32-unknown-unknown --package model-census-office --features wasm --lib -- -D warnings
# A workspace of its own, in its folder for the sake of its .cargo/config.toml.
lint_floor() {
    cd bench/floor
    cargo fmt --check
    CARGO_TARGET_DIR=$root/target/bench/floor-target \
        cargo clippy --quiet "${locked[@]}" --release --target wasm32-unknown-unknown -- -D warnings
}
step "Lint: the benchmark's floor" lint_floor
