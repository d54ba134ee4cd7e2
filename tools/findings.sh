#!/usr/bin/env bash
# Runs the scripts of findings/ and says which still hold, which changed, and
# which could not be run. Not part of `make test`: they install what others
# publish. With arguments, runs those alone whose names begin with one of them.
. "$(dirname "$0")/lib.sh"

# shellcheck disable=SC2016 # The backquotes are Markdown's.
listed=$(sed -n 's/^- `\([a-z0-9-]*\.sh\)`: .*/\1/p' findings/README.md)
present=$(cd findings && LC_ALL=C ls -- *.sh)
if [ "$listed" != "$present" ]; then
    diff <(printf '%s\n' "$listed") <(printf '%s\n' "$present") >&2 || true
    give_up 'a list in findings/README.md that agrees with the scripts beside it' \
        'add or take out the lines above (< listed, > present), in order'
fi

# is_wanted NAME PREFIX...: are all wanted, or this one?
is_wanted() {
    local name=$1 prefix
    shift
    if [ "$#" -eq 0 ]; then return 0; fi
    for prefix; do
        case $name in "$prefix"*) return 0 ;; esac
    done
    return 1
}

mkdir -p "$logs"
holds=0
changed=0
not_run=0
for name in $present; do
    if ! is_wanted "$name" "$@"; then continue; fi
    begin=$SECONDS
    log=$logs/finding-${name%.sh}.log
    printf '%-44s' "${name%.sh}"
    status=0
    bash "findings/$name" </dev/null >"$log" 2>&1 || status=$?
    case $status in
        0) outcome=holds holds=$((holds + 1)) ;;
        77) outcome='not run' not_run=$((not_run + 1)) ;;
        *) outcome=CHANGED changed=$((changed + 1)) ;;
    esac
    printf '%-8s %4d s\n' "$outcome" "$((SECONDS - begin))"
    if [ "$outcome" != holds ]; then tail -n 12 "$log" | sed 's/^/    /'; fi
done
printf '%d hold, %d changed, %d not run\n' "$holds" "$changed" "$not_run"
if [ "$((holds + changed + not_run))" -eq 0 ]; then
    give_up 'a finding of that name' 'see findings/README.md'
fi
# One that was not run is no success: 2 tells it from one that changed.
if [ "$changed" -gt 0 ]; then exit 1; fi
if [ "$not_run" -gt 0 ]; then exit 2; fi
