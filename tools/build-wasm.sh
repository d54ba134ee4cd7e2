#!/usr/bin/env bash
# Compiles the Rust to WebAssembly, smallest, with its JavaScript side, into
# target/pkg: the page's module, parted into what a first view needs and what is
# fetched later; in target/pkg/unpack the one that is loaded only for packed
# files, in target/pkg/office the one for files of offices. Cargo always looks
# whether anything changed; the slower steps after it run only if its result
# differs from the last one.
#
#     tools/build-wasm.sh [compile|finish] [page] [unpack] [office]
#
# Cargo compiles one module at a time; what finishes one runs beside it.
. "$(dirname "$0")/lib.sh"
. "$root/target/wasm-env.sh"

compiled=$target/wasm32-unknown-unknown/$profile
modules=$root/target/bin/modules

# compile WHAT CARGO_FLAG...
compile() {
    local what=$1
    shift
    step "$what: compile Rust to WebAssembly" \
        cargo rustc --profile "$profile" "${locked[@]}" --target wasm32-unknown-unknown --lib "$@"
}

# The linker keeps its relocations, by which the module is parted at the
# functions marked #[wasm_split] (src/page/start/rest.rs).
compile_page() { compile Page --features csr --crate-type cdylib -- -Clink-arg=--emit-relocs; }
compile_unpack() { compile Unpack --package model-census-unpack --features wasm; }
compile_office() { compile Office --package model-census-office --features wasm; }

# The features are those that rustc switches on for this target. Two at a time:
# the page is all that is left then.
optimize() {
    printf '%s\0' "$@" | xargs -0 -P 2 -I '{}' "$root/node_modules/.bin/wasm-opt" '{}' -o '{}' -Oz \
        --enable-bulk-memory --enable-bulk-memory-opt --enable-call-indirect-overlong --enable-multivalue \
        --enable-mutable-globals --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
        --enable-simd
}
# shrink WHAT MODULE.wasm...: what is only looked at stays as large as it is.
shrink() {
    local what=$1
    shift
    [ "$profile" = quick ] || step "$what: shrink it with wasm-opt -Oz" optimize "$@"
}

# made_of NAME: the compiled module, and what finishes it.
made_of() { echo "$(fingerprint "$compiled/$1.wasm" tools/build-wasm.sh package-lock.json)-$(readlink "$modules")"; }

# The parts share memory and table, so that the first must keep what the linker
# exports.
finish_page() {
    local name=model_census parts=$root/target/parts inputs
    inputs=$(made_of "$name")
    if is_stamped "wasm-$name" "$inputs" && [ -s "$pkg/${name}_bg.wasm" ]; then return; fi
    rm -rf "$parts" "$pkg/snippets" "$pkg"/*.wasm "$pkg"/*.js
    mkdir -p "$parts" "$pkg"
    step "Page: part it with wasm-split" "$modules" part "$compiled/$name.wasm" "$parts" "$name"
    step "Page: write the JavaScript side with wasm-bindgen" \
        "$modules" bind "$parts/$name.wasm" "$pkg" "$name" --keep-lld-exports
    rm "$parts/$name.wasm"
    mv "$parts"/* "$pkg"
    shrink Page "$pkg"/*.wasm
    stamp "wasm-$name" "$inputs"
}

# finish WHAT NAME FOLDER BIND_FLAG...
finish() {
    local what=$1 name=$2 folder=$3 inputs
    shift 3
    inputs=$(made_of "$name")
    if is_stamped "wasm-$name" "$inputs" && [ -s "$folder/${name}_bg.wasm" ]; then return; fi
    rm -rf "$folder"
    step "$what: write the JavaScript side with wasm-bindgen" \
        "$modules" bind "$compiled/$name.wasm" "$folder" "$name" "$@"
    shrink "$what" "$folder/${name}_bg.wasm"
    stamp "wasm-$name" "$inputs"
}
# The flag lets unpack.js begin anew after a file that broke the module.
finish_unpack() { finish Unpack model_census_unpack "$pkg/unpack" --reset-state; }
finish_office() { finish Office model_census_office "$pkg/office"; }

acts=(compile finish)
case ${1:-} in
    compile | finish)
        acts=("$1")
        shift
        ;;
esac
[ $# -gt 0 ] || set -- page unpack office
for part in "$@"; do
    # For a look at the page a module that is there is good enough.
    if [ "$profile" = quick ] && [ "$part" != page ] && [ -s "$pkg/$part/model_census_${part}_bg.wasm" ]; then continue; fi
    for act in "${acts[@]}"; do "${act}_$part"; done
done
