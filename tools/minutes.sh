#!/usr/bin/env bash
# Measures what the steps of make take in a fresh clone of what is committed,
# with nothing compiled and an empty cache, and writes their table into
# docs/developers.md and docs/developers.ko.md:
#
#     tools/minutes.sh [serve] [test] [change]
#
# `serve` is all that `make serve` does before it serves; `test` is `make test`
# twice, the second time with nothing changed; `change` changes one section and
# builds with QUICK=1. What is not named keeps the numbers that it had.
. "$(dirname "$0")/lib.sh"

kept=$target/minutes
# Elsewhere, since cargo and node look into the folders above.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
section=src/page/beyond/verification_section.rs

# in_clone CLONE COMMAND...: as on a computer that has never built this.
in_clone() {
    local clone=$1
    shift
    (cd "$work/$clone" && env --unset=CARGO_TARGET_DIR XDG_CACHE_HOME="$work/$clone.cache" "$@")
}

# measured RUN CLONE COMMAND...: keeps the steps' numbers, by which one run is
# measured anew and the others' columns stay.
measured() {
    local run=$1 clone=$2 begin=$SECONDS cpu before
    shift 2
    rm -f "$work/$clone/target/log/minutes.tsv"
    measure_cpu
    before=$cpu
    in_clone "$clone" "$@"
    measure_cpu
    {
        cat "$work/$clone/target/log/minutes.tsv"
        printf 'whole\t%d\t%d\n' "$((SECONDS - begin))" "$((cpu - before))"
    } >"$kept/$run.tsv"
}

fresh_clone() {
    git clone --quiet "$root" "$work/$1"
    # What tests read beside the clone, where it is there.
    if [ -e "$root/../shared" ]; then ln -sfn "$(realpath "$root/../shared")" "$work/shared"; fi
}

measure_serve() {
    fresh_clone serve
    measured serve serve make dist
}
measure_test() {
    fresh_clone test
    measured test test make test
    measured warm test make test
}
measure_change() {
    if ! [ -d "$work/serve" ]; then fresh_clone serve; fi
    in_clone serve env QUICK=1 make dist
    sed -i '0,/class="/s//class="changed /' "$work/serve/$section"
    if git -C "$work/serve" diff --quiet -- "$section"; then
        give_up "a class in $section, to change it" "name another section in tools/minutes.sh."
    fi
    measured change serve env QUICK=1 make dist
}

mkdir -p "$kept"
[ $# -gt 0 ] || set -- serve test change
for run in "$@"; do "measure_$run"; done
node tools/minutes.js "$kept"
