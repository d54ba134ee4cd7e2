#!/usr/bin/env bash
# Makes sure that there is a Rust compiler for wasm32-unknown-unknown, and
# writes target/wasm-env.sh, which selects it; source that before cargo.
#
# The ordinary way is rustup's own target. Where rustup cannot fetch it,
# Debian's packaged Rust does: it has the source of the standard library, from
# which the wasm32 part is built once and kept in the cache, so that the
# project's own build needs no unstable flag either way.
# MODEL_CENSUS_WASM=rustup or =debian allows only that way.
. "$(dirname "$0")/lib.sh"

way=${MODEL_CENSUS_WASM:-any}
env_file=$root/target/wasm-env.sh

command -v cargo >/dev/null || give_up "cargo" "install Rust (rustup, stable 1.90 or newer), then run this again."

rustup_has_target() {
    local dir
    dir=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) &&
        compgen -G "$dir/libstd-*.rlib" >/dev/null
}

use_rustup() {
    mkdir -p "$root/target"
    printf '# The default toolchain has the wasm32-unknown-unknown target.\n' >"$env_file"
}

# The sysroot made below, if it was made before from the Debian compiler that
# is there now: then rustup is not asked again on every build.
name_sysroot() {
    local facts
    facts=$(/usr/bin/rustc -vV 2>/dev/null) || return 1
    sysroot=$cache/rust-$(sed -n 's/^release: //p' <<<"$facts")-$(sed -n 's/^commit-hash: \(.\{9\}\).*/\1/p' <<<"$facts")
}
has_sysroot() {
    name_sysroot && compgen -G "$sysroot/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib" >/dev/null
}

if [ "$way" != debian ]; then
    if rustup_has_target; then
        use_rustup
        exit 0
    fi
    if command -v rustup >/dev/null && ! { [ "$way" = any ] && has_sysroot; }; then
        # Not through `step`: that this fails is no news, there is another way.
        what="Rust: add wasm32-unknown-unknown with rustup"
        begin=$SECONDS
        if timeout 120 rustup target add wasm32-unknown-unknown >/dev/null 2>&1 && rustup_has_target; then
            printf '%-58s %4d s\n' "$what" "$((SECONDS - begin))"
            use_rustup
            exit 0
        fi
        printf '%-58s not to be had\n' "$what"
    fi
    [ "$way" = any ] || give_up "the wasm32-unknown-unknown target" "run: rustup target add wasm32-unknown-unknown"
fi

help="run: rustup target add wasm32-unknown-unknown (or use Debian 12 or newer as root)"
library=/usr/lib/rustlib/src/rust/library
# rust-web is the newer of Debian's two Rusts, kept for building browsers.
if ! [ -x /usr/bin/rustc ] || ! [ -x /usr/bin/cargo ] || ! [ -x /usr/bin/cargo-clippy ] || ! [ -d "$library" ]; then
    step "Rust: install Debian's packages" with_apt rustc-web cargo-web rust-web-src rust-web-clippy ||
        give_up "a compiler for wasm32-unknown-unknown" "$help"
fi
llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
if ! [ -x "/usr/bin/wasm-ld-$llvm" ]; then
    step "Rust: install Debian's linker for wasm" with_apt "lld-$llvm" ||
        give_up "wasm-ld-$llvm" "$help"
fi

# A sysroot of its own: everything of Debian's by link, plus the wasm32 part.
make_sysroot() {
    local work host crate
    mkdir -p "$cache"
    # Made beside the final place and moved there when whole.
    work=$(mktemp -d "$cache/rust.XXXXXX")
    host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
    crate=$work/crate
    mkdir -p "$crate/src" "$work/bin" "$work/lib/rustlib/$host/bin" "$work/lib/rustlib/wasm32-unknown-unknown/lib"

    printf '[package]\nname = "nothing"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$crate/Cargo.toml"
    : >"$crate/src/lib.rs"
    # Bitcode in the std is what lets the project link with lto = true.
    # The one unstable flag is confined to this throw-away crate.
    (
        cd "$crate"
        # A rustup toolchain or wrapper named in the environment must not mix in.
        unset RUSTUP_TOOLCHAIN RUSTC RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET
        PATH=/usr/bin:/bin RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
            CARGO_TARGET_DIR=$crate/target /usr/bin/cargo build --release \
            --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort,proc_macro,test
    )
    cp "$crate"/target/wasm32-unknown-unknown/release/deps/*.rlib "$work/lib/rustlib/wasm32-unknown-unknown/lib/"
    rm -f "$work"/lib/rustlib/wasm32-unknown-unknown/lib/libnothing-*
    rm -rf "$crate"

    ln -s "/usr/lib/rustlib/$host/lib" "$work/lib/rustlib/$host/lib"
    ln -s "/usr/bin/wasm-ld-$llvm" "$work/lib/rustlib/$host/bin/rust-lld"
    ln -s /usr/lib/rustlib/src "$work/lib/rustlib/src"
    ln -s /usr/lib/rustlib/etc "$work/lib/rustlib/etc"
    ln -s /usr/bin/cargo "$work/bin/cargo"
    ln -s /usr/bin/cargo-clippy "$work/bin/cargo-clippy"
    ln -s /usr/bin/clippy-driver "$work/bin/clippy-driver"
    for tool in rustc rustdoc; do
        printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' "$tool" "$sysroot" >"$work/bin/$tool"
        chmod +x "$work/bin/$tool"
    done
    chmod 755 "$work"
    rm -rf "$sysroot"
    mv "$work" "$sysroot"
}

if ! has_sysroot; then
    step "Rust: build the wasm32 standard library (once)" make_sysroot
fi

mkdir -p "$root/target"
# RUSTUP_TOOLCHAIN also turns rustup's own proxies to it; SYSROOT is clippy's.
cat >"$env_file" <<EOF
export PATH="$sysroot/bin:\$PATH"
export RUSTUP_TOOLCHAIN="$sysroot"
export SYSROOT="$sysroot"
EOF
