#!/usr/bin/env bash
# Compiles the page's Rust to WebAssembly, smallest, with its JavaScript side,
# into target/pkg. Cargo always looks whether anything changed; the slower
# steps after it run only if its result differs from the last one.
. "$(dirname "$0")/lib.sh"
. "$root/target/wasm-env.sh"

step "Page: compile Rust to WebAssembly" \
    cargo build --release "${locked[@]}" --target wasm32-unknown-unknown --features ui --lib

built=$target/wasm32-unknown-unknown/release/model_census.wasm
inputs=$(fingerprint "$built" "$root/tools/build-wasm.sh" "$root/package-lock.json")-$("$root/target/bin/wasm-bindgen" --version | tr ' ' -)
if is_stamped wasm "$inputs" && [ -s "$pkg/model_census_bg.wasm" ]; then
    exit 0
fi

bind() {
    rm -rf "$pkg"
    "$root/target/bin/wasm-bindgen" "$built" --target web --no-typescript --out-dir "$pkg" --out-name model_census
}
# The features are those that rustc switches on for this target.
optimize() {
    "$root/node_modules/.bin/wasm-opt" "$pkg/model_census_bg.wasm" -o "$pkg/model_census_bg.wasm" -Oz \
        --enable-bulk-memory --enable-bulk-memory-opt --enable-call-indirect-overlong --enable-multivalue \
        --enable-mutable-globals --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
        --enable-simd
}
step "Page: write the JavaScript side with wasm-bindgen" bind
step "Page: shrink it with wasm-opt -Oz" optimize
stamp wasm "$inputs"
