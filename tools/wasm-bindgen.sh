#!/usr/bin/env bash
# Makes sure of a wasm-bindgen command of the very version of the crate in
# Cargo.lock (they must agree), and leaves a link to it in target/bin.
. "$(dirname "$0")/lib.sh"

version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
[ -n "$version" ] || give_up "wasm-bindgen in Cargo.lock" "restore Cargo.lock from git."

link=$root/target/bin/wasm-bindgen
own=$cache/wasm-bindgen-$version
is_right() { [ "$("$1" --version 2>/dev/null)" = "wasm-bindgen $version" ]; }

is_right "$link" && exit 0
mkdir -p "$root/target/bin"

if found=$(command -v wasm-bindgen) && is_right "$found"; then
    ln -sfn "$found" "$link"
    exit 0
fi
if ! is_right "$own/bin/wasm-bindgen"; then
    # Without --locked: its lock file can name versions that were withdrawn.
    step "wasm-bindgen $version: build the command (once)" \
        cargo install wasm-bindgen-cli --version "=$version" --root "$own" ||
        give_up "wasm-bindgen $version" "run: cargo install wasm-bindgen-cli --version $version"
fi
ln -sfn "$own/bin/wasm-bindgen" "$link"
