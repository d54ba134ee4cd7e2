#!/usr/bin/env bash
# Makes sure of the command that parts the page's module at its #[wasm_split]
# functions, and leaves a link to it in target/bin. It reads what the crate
# wasm_split_helpers of the same 0.2 wrote, which comes with Leptos.
. "$(dirname "$0")/lib.sh"

version=0.2.4
link=$root/target/bin/wasm-split-cli
own=$cache/wasm-split-$version

if ! [ -x "$own/bin/wasm-split-cli" ]; then
    step "wasm-split $version: build the command (once)" \
        cargo install wasm_split_cli_support --version "=$version" --features build-binary --root "$own" ||
        give_up "wasm-split $version" "run: cargo install wasm_split_cli_support --version $version --features build-binary"
fi
mkdir -p "$root/target/bin"
ln -sfn "$own/bin/wasm-split-cli" "$link"
