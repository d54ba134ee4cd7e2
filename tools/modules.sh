#!/usr/bin/env bash
# Makes sure of the program that makes modules for browsers of what the compiler
# wrote (tools/modules), and leaves a link to it in target/bin. It is kept in
# the cache, by what it was made of.
. "$(dirname "$0")/lib.sh"

version_in() { sed -n "/^name = \"wasm-bindgen-shared\"\$/{n;s/^version = \"\\(.*\\)\"\$/\\1/p;}" "$1"; }
crate=$(version_in Cargo.lock)
[ "$crate" = "$(version_in tools/modules/Cargo.lock)" ] ||
    give_up "the same wasm-bindgen in Cargo.lock and tools/modules/Cargo.lock" \
        "name $crate in tools/modules/Cargo.toml, then run: cargo update --manifest-path tools/modules/Cargo.toml"

made_of=$(fingerprint tools/modules/Cargo.toml tools/modules/Cargo.lock tools/modules/src)
own=$cache/modules-${made_of:0:16}
if ! [ -x "$own" ]; then
    # In cargo's folder of the native programs, which share some of what it needs.
    step "Modules: build the program that makes them (once)" \
        cargo build --locked --manifest-path tools/modules/Cargo.toml --target-dir "$target"
    mkdir -p "$cache"
    # Moved there when whole.
    cp "$target/debug/modules" "$own.$$"
    mv "$own.$$" "$own"
fi
mkdir -p "$root/target/bin"
ln -sfn "$own" "$root/target/bin/modules"
