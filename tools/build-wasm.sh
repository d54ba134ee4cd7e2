#!/usr/bin/env bash
# Compiles the Rust to WebAssembly, smallest, with its JavaScript side, into
# target/pkg: the page's module, parted into what a first view needs and what is
# fetched later; in target/pkg/unpack the one that is loaded only for packed
# files, in target/pkg/office the one for files of offices. Cargo always looks
# whether anything changed; the slower steps after it run only if its result
# differs from the last one.
. "$(dirname "$0")/lib.sh"
. "$root/target/wasm-env.sh"

# QUICK=1 builds for looking at a change, not for a download: never for dist/
# that goes anywhere.
profile=release
[ -z "${QUICK:-}" ] || profile=quick
stamp profile "$profile"

# The features are those that rustc switches on for this target.
optimize() {
    local wasm
    [ "$profile" = release ] || return 0
    for wasm in "$@"; do
        "$root/node_modules/.bin/wasm-opt" "$wasm" -o "$wasm" -Oz \
            --enable-bulk-memory --enable-bulk-memory-opt --enable-call-indirect-overlong --enable-multivalue \
            --enable-mutable-globals --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
            --enable-simd
    done
}

# module WHAT NAME FOLDER BIND_FLAG... -- CARGO_FLAG...: one module from cargo
# to FOLDER/NAME.js and FOLDER/NAME_bg.wasm.
module() {
    local what=$1 name=$2 folder=$3 bind_flags=() built inputs
    shift 3
    while [ "$1" != -- ]; do
        bind_flags+=("$1")
        shift
    done
    shift
    step "$what: compile Rust to WebAssembly" \
        cargo build --profile "$profile" "${locked[@]}" --target wasm32-unknown-unknown --lib "$@"

    built=$target/wasm32-unknown-unknown/$profile/$name.wasm
    inputs=$(fingerprint "$built" "$root/tools/build-wasm.sh" "$root/package-lock.json")-$("$root/target/bin/wasm-bindgen" --version | tr ' ' -)
    if is_stamped "wasm-$name" "$inputs" && [ -s "$folder/${name}_bg.wasm" ]; then
        return
    fi
    # Only this module's files: the folder of one is inside the other's.
    rm -rf "$folder/snippets" "$folder/$name.js" "$folder/${name}_bg.wasm"
    step "$what: write the JavaScript side with wasm-bindgen" \
        "$root/target/bin/wasm-bindgen" "$built" --target web --no-typescript \
        --out-dir "$folder" --out-name "$name" "${bind_flags[@]}"
    step "$what: shrink it with wasm-opt -Oz" optimize "$folder/${name}_bg.wasm"
    stamp "wasm-$name" "$inputs"
}

# The page's module: the linker keeps its relocations, by which it is parted at
# the functions marked #[wasm_split] (src/page/start/rest.rs). The parts share memory
# and table, so that the first must keep what the linker exports.
page() {
    local name=model_census built parts=$root/target/parts inputs
    step "Page: compile Rust to WebAssembly" \
        cargo rustc --profile "$profile" "${locked[@]}" --target wasm32-unknown-unknown --lib --features csr \
        --crate-type cdylib -- -Clink-arg=--emit-relocs

    built=$target/wasm32-unknown-unknown/$profile/$name.wasm
    inputs=$(fingerprint "$built" "$root/tools/build-wasm.sh" "$root/tools/wasm-split.sh" "$root/package-lock.json")-$("$root/target/bin/wasm-bindgen" --version | tr ' ' -)
    if is_stamped "wasm-$name" "$inputs" && [ -s "$pkg/${name}_bg.wasm" ]; then
        return
    fi
    rm -rf "$parts" "$pkg/snippets" "$pkg"/*.wasm "$pkg"/*.js
    mkdir -p "$parts" "$pkg"
    step "Page: part it with wasm-split" \
        "$root/target/bin/wasm-split-cli" --target web --out-name "$name" "$built" "$parts"
    step "Page: write the JavaScript side with wasm-bindgen" \
        "$root/target/bin/wasm-bindgen" "$parts/$name.wasm" --target web --no-typescript \
        --keep-lld-exports --out-dir "$pkg" --out-name "$name"
    rm "$parts/$name.wasm"
    mv "$parts"/* "$pkg"
    step "Page: shrink it with wasm-opt -Oz" optimize "$pkg"/*.wasm
    stamp "wasm-$name" "$inputs"
}

# What a first visit shows, computed by the same code as compiled natively.
opening() {
    mkdir -p "$pkg"
    step "Opening: compute what a first visit shows" \
        cargo run --quiet "${locked[@]}" --bin opening -- \
        "$root/public/data/large-scale-models-2024-07-16.csv" "$pkg/opening"
    step "First view: write it as HTML" \
        cargo run --quiet "${locked[@]}" --features ssr --bin first_view -- \
        "$pkg/opening.bin" "$pkg/first-view.html"
}

unpack() {
    # The flag lets unpack.js begin anew after a file that broke the module.
    module Unpack model_census_unpack "$pkg/unpack" --experimental-reset-state-function \
        -- --package model-census-unpack --features wasm
}

office() {
    module Office model_census_office "$pkg/office" -- --package model-census-office --features wasm
}

# All of them, or those that are named.
[ $# -gt 0 ] || set -- page opening unpack office
for part in "$@"; do "$part"; done
