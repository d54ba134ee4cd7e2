# Sourced by the scripts in this folder: paths, and a few helpers.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# What is slow to make and outlives a `make clean`: compiler parts and tools.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/model-census
# Where cargo builds; the wasm-bindgen output is always in target/pkg, since
# vite.config.js looks for it there.
target=${CARGO_TARGET_DIR:-$root/target}
pkg=$root/target/pkg
logs=$root/target/log
# QUICK=1 builds for looking at a change, not for a download: never for dist/
# that goes anywhere.
profile=${QUICK:+quick}
profile=${profile:-release}
stamps=$root/target/stamp

# What each step took, line by line: name, seconds, seconds of processor time.
minutes=$root/target/log/minutes.tsv
# measure_cpu: sets cpu to the seconds that what this script ran has cost so far.
# (`times` must be asked in this shell, not in one for a $().)
measure_cpu() {
    mkdir -p "$logs"
    times >"$logs/times.$$"
    cpu=$(awk 'NR == 2 { for (at = 1; at <= 2; at++) { split($at, part, "[ms]"); sum += part[1] * 60 + part[2] } }
        END { printf "%d", sum + 0.5 }' "$logs/times.$$")
    rm "$logs/times.$$"
}

# step WHAT COMMAND...: run it quietly and say on one line what was done and
# how long it took: at its end, since another may run beside it. The output is
# shown only when it fails.
step() {
    local what=$1 log status begin=$SECONDS cpu
    shift
    measure_cpu
    log=$logs/$(tr -cs 'A-Za-z0-9\n' - <<<"$what").log
    # Not `"$@" || …`: that would switch off set -e inside a function.
    set +e
    (set -e; "$@") >"$log" 2>&1
    status=$?
    set -e
    if [ "$status" -ne 0 ]; then
        printf '%-58s failed\n' "$what"
        tail -n 60 "$log" >&2
        printf 'All of it is in %s\n' "${log#"$root"/}" >&2
        return "$status"
    fi
    took "$what" "$begin" "$cpu"
}

# show_step WHAT COMMAND...: the same, but the output is the point: show it.
show_step() {
    local what=$1 begin=$SECONDS cpu
    shift
    measure_cpu
    printf '%s\n' "$what"
    "$@"
    took "$what" "$begin" "$cpu"
}

# took WHAT BEGIN CPU: say it, and keep it for tools/minutes.sh.
took() {
    local wall=$((SECONDS - $2)) cpu
    measure_cpu
    printf '%-58s %4d s\n' "$1" "$wall"
    printf '%s\t%d\t%d\n' "$1" "$wall" "$((cpu - $3))" >>"$minutes"
}

# give_up WHAT HOW: one line on what is missing, one on how to help.
give_up() {
    printf 'Missing: %s\n   Help: %s\n' "$1" "$2" >&2
    exit 1
}

# fingerprint PATH...: one hash over names and contents of files and folders.
fingerprint() {
    local path
    for path in "$@"; do
        if [ -e "$path" ]; then find "$path" -type f -print0; fi
    done | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1
}

# is_stamped NAME HASH / stamp NAME HASH: was this made from the same inputs?
is_stamped() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }
stamp() {
    mkdir -p "$stamps"
    printf '%s\n' "$2" >"$stamps/$1"
}

# with_apt PACKAGE...: install Debian packages, as root or through sudo.
# A mirror can fail for no reason of ours, so it is tried three times.
with_apt() {
    local as_root=() try
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || return 1
        as_root=(sudo)
    fi
    for try in 1 2 3; do
        if "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get -o DPkg::Lock::Timeout=300 update &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
                apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"; then
            return 0
        fi
        sleep "$((try * 2))"
    done
    return 1
}

# Steps that run side by side share two cores without make's tokens: each waits
# for the others soon enough, and a cargo with one token would be alone at the end.
unset MAKEFLAGS MFLAGS MAKELEVEL

# In CI, Cargo.lock must already say what Cargo.toml asks for.
# Nothing is compiled a second time there.
locked=()
if [ -n "${CI:-}" ]; then
    locked=(--locked)
    export CARGO_INCREMENTAL=0
fi
