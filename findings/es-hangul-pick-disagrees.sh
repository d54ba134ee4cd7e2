#!/usr/bin/env bash
# es-hangul: `josa` and `josa.pick` choose different particles for one and the
# same name in capitals, and one word before the name changes it too.
#
# Library   es-hangul 2.4.0 (npm)
# Expected  `josa.pick(word, pair)` gives the particle alone that
#           `josa(word, pair)` appends, as for every word in Hangul.
# Seen      josa: IBM은, LLM은. josa.pick: 는 for both. And "미국 IBM" gets 는
#           from both: a name counts as spelt out only where nothing but
#           capitals stands in the whole text, and only in `josa`.
# Takes     about 5 s
set -euo pipefail

command -v npm >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund es-hangul@2.4.0 >&2 || exit 77

cat >look.mjs <<'END'
import { josa } from 'es-hangul';
for (const word of ['서울', 'IBM', 'LLM', '미국 IBM']) {
  console.log(josa(word, '은/는'), josa.pick(word, '은/는'));
}
END
seen=$(node look.mjs)
printf '%s\n' "$seen"
[ "$seen" = $'서울은 은\nIBM은 는\nLLM은 는\n미국 IBM는 는' ]
