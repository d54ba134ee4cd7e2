// Writes public/data/countries.json and the notices of its sources:
//
//     npm ci && node tools/countries.js
//
// With --check it writes nothing and fails if the files are not what it would
// write. The versions of the sources are those of package-lock.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name) => readFileSync(path(name), 'utf8');
const json = (name) => JSON.parse(read(name));
const cldr = (language) =>
  json(`node_modules/cldr-localenames-full/main/${language}/territories.json`).main[language]
    .localeDisplayNames.territories;

const korean = cldr('ko');
const english = cldr('en');
const { codeMappings } = json('node_modules/cldr-core/supplemental/codeMappings.json').supplemental;
const iso = 'node_modules/i18n-iso-countries';
const isoCodes = json(`${iso}/codes.json`);
const isoNames = json(`${iso}/langs/en.json`).countries;
const labels = json('public/data/labels.json').country;

// Codes of i18n-iso-countries that ISO 3166-1 does not assign.
const NOT_ISO = ['XK'];

// Spellings of a source that two countries share. ISO gives "Congo" to COG.
const NOT_SPELT = { CD: ['Congo'] };

// What none of the sources spells. Case, order of words, punctuation,
// diacritics and "of", "the", "and" make no other spelling
// (src/definition/countries.rs).
const SPELT = [
  // ISO 3166-1's short names, which Epoch AI and the UN write.
  {
    BO: ['Bolivia (Plurinational State of)'],
    CD: ['Congo (Democratic Republic of the)'],
    FM: ['Micronesia (Federated States of)'],
    GB: ['United Kingdom of Great Britain and Northern Ireland'],
    IR: ['Iran (Islamic Republic of)'],
    KP: ["Korea (Democratic People's Republic of)"],
    KR: ['Korea (Republic of)'],
    MD: ['Moldova (Republic of)'],
    SH: ['Saint Helena, Ascension and Tristan da Cunha'],
    TW: ['Taiwan (Province of China)'],
    TZ: ['Tanzania (United Republic of)'],
    VA: ['Holy See'],
    VE: ['Venezuela (Bolivarian Republic of)'],
    VN: ['Viet Nam'],
  },
  // The World Bank's and the OECD's.
  {
    HK: ['Hong Kong SAR, China'],
    KG: ['Kyrgyz Republic'],
    KR: ['Korea, Rep.'],
    MO: ['Macao SAR, China'],
    SK: ['Slovak Republic'],
  },
  // Of daily use: the sources have only the official or the present name.
  {
    AE: ['아랍 에미리트'],
    CN: ['중화인민공화국', 'PRC', 'Mainland China'],
    GB: ['England'],
    HK: ['Hong Kong SAR'],
    // In lists of who makes models it is never the North.
    KR: ['Korea', '남한'],
    LA: ['Lao PDR'],
    MK: ['Macedonia'],
    MM: ['Burma'],
    MO: ['Macau', 'Macao SAR'],
    NL: ['Holland'],
    SG: ['싱가폴'],
    TR: ['터키'],
    TW: ['타이완', 'Chinese Taipei'],
    US: ['America'],
    VA: ['Vatican'],
    ZA: ['남아프리카공화국', '남아공'],
  },
];

const list = (value) => [value ?? []].flat();
const alternatives = (names, code) =>
  Object.keys(names)
    .filter((key) => key.startsWith(`${code}-alt-`))
    .sort()
    .map((key) => names[key]);

const countries = isoCodes
  .filter(([alpha2]) => !NOT_ISO.includes(alpha2))
  .map(([alpha2, alpha3]) => {
    if (codeMappings[alpha2]?._alpha3 !== alpha3) throw new Error(`${alpha2}: sources disagree`);
    // The page's own names first, so that a key has one name whichever file
    // it is looked up in.
    const names = [
      [labels[alpha3]?.ko, korean[alpha2], ...alternatives(korean, alpha2)],
      [labels[alpha3]?.en, english[alpha2], ...alternatives(english, alpha2)],
    ];
    const [[ko, ...furtherKo], [en, ...furtherEn]] = names.map((names) => names.filter(Boolean));
    const spelt = SPELT.flatMap((spellings) => spellings[alpha2] ?? []);
    const further = [list(isoNames[alpha2]), furtherEn, furtherKo, spelt].flat();
    const known = [alpha2, alpha3, ko, en, ...(NOT_SPELT[alpha2] ?? [])];
    const fresh = new Set(further.filter((spelling) => !known.includes(spelling)));
    return [alpha3, alpha2, ko, en, ...fresh];
  })
  .sort(([a], [b]) => (a < b ? -1 : 1));

const notice = (name, address, licence) =>
  `${name}, ${address}\n\n${licence.replaceAll('\r\n', '\n').trim()}\n`;
const files = {
  // A line for each country, so that a new version of a source can be reviewed.
  'public/data/countries.json': `[\n${countries.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`,
  'public/data/countries-licenses.txt': [
    notice('Unicode CLDR', 'https://cldr.unicode.org/', read('node_modules/cldr-localenames-full/LICENSE')),
    notice('i18n-iso-countries', 'https://github.com/michaelwittig/node-i18n-iso-countries', read(`${iso}/LICENSE`)),
  ].join('\n---\n\n'),
};
for (const [name, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) writeFileSync(path(name), text);
  else if (read(name) !== text) {
    console.error(`${name} is not what its sources give: node tools/countries.js`);
    process.exitCode = 1;
  }
}
