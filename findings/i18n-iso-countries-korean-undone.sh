#!/usr/bin/env bash
# i18n-iso-countries had these Korean names of countries right, then replaced
# them by misspellings and by names given up long ago, which have stayed.
#
# Library   i18n-iso-countries 7.11.2, 7.11.3 and 7.14.0 (npm), beside Unicode's
#           cldr-localenames-full 48.2.0
# Expected  A release that corrects translations makes them agree with CLDR more
#           often, not less; a country is found again by its name there.
# Seen      7.11.2 agrees with CLDR on all eight; 7.11.3 and 7.14.0 on none.
#           Georgia, 조지아 since an earlier correction, is 그루지아 again, and
#           asking for the code of 폴란드 or 포르투갈 gives undefined. (Mending
#           them once more has been proposed to the library in 2025.)
# Takes     about 10 s
set -euo pipefail

command -v npm >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund cldr-localenames-full@48.2.0 \
    before@npm:i18n-iso-countries@7.11.2 after@npm:i18n-iso-countries@7.11.3 \
    now@npm:i18n-iso-countries@7.14.0 >&2 || exit 77

cat >look.cjs <<'END'
const { territories } =
  require('cldr-localenames-full/main/ko/territories.json').main.ko.localeDisplayNames;
const codes = ['GE', 'PL', 'PT', 'GL', 'ET', 'CY', 'TN', 'RE'];
for (const version of ['before', 'after', 'now']) {
  const names = require(`${version}/langs/ko.json`).countries;
  const same = codes.filter((code) => names[code] === territories[code]);
  console.log(version, `${same.length} of ${codes.length}:`, codes.map((code) => names[code]).join(' '));
}
const now = require('now');
now.registerLocale(require('now/langs/ko.json'));
console.log('폴란드', now.getAlpha2Code('폴란드', 'ko'), '포르투갈', now.getAlpha2Code('포르투갈', 'ko'));
END
seen=$(node look.cjs)
printf '%s\n' "$seen"
[ "$seen" = 'before 8 of 8: 조지아 폴란드 포르투갈 그린란드 에티오피아 키프로스 튀니지 레위니옹
after 0 of 8: 그루지아 폴랜드 포르투칼 그린랜드 이디오피아 사이프러스 튀니지아 리유니온
now 0 of 8: 그루지아 폴랜드 포르투칼 그린랜드 이디오피아 사이프러스 튀니지아 리유니온
폴란드 undefined 포르투갈 undefined' ]
