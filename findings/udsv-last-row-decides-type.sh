#!/usr/bin/env bash
# uDSV guesses a column's type from one row, the last that it samples: where a
# column of country codes ends in Norway, every country becomes `false`.
#
# Library   udsv 0.7.3 (npm)
# Expected  Its README promises schema inference and value typing. A guess
#           should fit all the rows that were sampled, and a column of text
#           stay text.
# Seen      KR, US, NO: the column is boolean, and all three values are false.
#           KR, NO, US: the column is text. No word of it in either case.
# Takes     about 5 s
set -euo pipefail

command -v npm >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund udsv@0.7.3 >&2 || exit 77

cat >look.mjs <<'END'
import { inferSchema, initParser } from 'udsv';
for (const codes of [['KR', 'US', 'NO'], ['KR', 'NO', 'US']]) {
  const text = 'Country\tModels\n' + codes.map((code, i) => `${code}\t${i}\n`).join('');
  const schema = inferSchema(text);
  const rows = initParser(schema).typedObjs(text);
  console.log(schema.cols[0].type[0], ...rows.map((row) => row.Country));
}
END
seen=$(node look.mjs)
printf '%s\n' "$seen"
[ "$seen" = $'b false false false\ns KR NO US' ]
