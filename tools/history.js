// Packs lists of several days into public/data/history.json: each row once,
// with the lists that it stands in.
//
//     npm ci && node tools/history.js large-scale-models-*.csv
//     node tools/history.js --other notable-models-2026-08-19.csv
//
// With --other it packs lists of other models than the large-scale ones, into
// public/data/other-lists.json. With --check it writes nothing and fails if the
// file is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import Papa from 'papaparse';

const isCheck = process.argv.includes('--check');
const isOther = process.argv.includes('--other');
const NAME = isOther ? 'other-lists.json' : 'history.json';
const PACKED = fileURLToPath(new URL(`../public/data/${NAME}`, import.meta.url));
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--')).sort();
if (files.length === 0 || files.length > 36) {
  console.error('usage: node tools/history.js [--check] [--other] LIST.csv... (at most 36)');
  process.exit(2);
}

const columns = [];
const lists = files.map((file) => {
  const { data, errors } = Papa.parse(readFileSync(file, 'utf8'), { skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${file}: ${JSON.stringify(errors[0])}`);
  const [header, ...rows] = data;
  for (const column of header) if (!columns.includes(column)) columns.push(column);
  return { name: basename(file), header, rows };
});

// Every row once, and which rows stand directly below it in any list.
const known = new Map();
lists.forEach(({ header, rows }, at) => {
  let above;
  for (const row of rows) {
    const cells = columns.map((column) => row[header.indexOf(column)] ?? '');
    while (cells.at(-1) === '') cells.pop();
    const key = JSON.stringify(cells);
    const own = known.get(key) ?? { cells, lists: '', below: new Set(), above: 0 };
    known.set(key, own);
    own.lists += at.toString(36);
    if (above && !above.below.has(own)) {
      above.below.add(own);
      own.above += 1;
    }
    above = own;
  }
});

// One order in which the rows of every list stand in its own.
// Where it is free, versions of one model stand together, which packs better.
const ordered = [];
const place = ({ cells }) => JSON.stringify([cells[columns.indexOf('Publication date')], cells[0]]);
const free = [...known.values()].filter((row) => row.above === 0);
while (free.length > 0) {
  free.sort((one, other) => (place(one) < place(other) ? 1 : -1));
  const row = free.pop();
  ordered.push(row);
  for (const below of row.below) {
    below.above -= 1;
    if (below.above === 0) free.push(below);
  }
}
if (ordered.length !== known.size) {
  throw new Error('no order suits all lists: two lists have the same two rows in different orders');
}

const line = (value) => JSON.stringify(value);
const text = `{
${isOther ? '"are_of_other_models": true,\n' : ''}"columns": ${line(columns)},
"lists": [
${lists.map(({ name, header }) => line({ name, columns: header.map((column) => columns.indexOf(column)) })).join(',\n')}
],
"rows": [
${ordered.map((row) => line([row.lists, ...row.cells])).join(',\n')}
]
}
`;
if (!isCheck) {
  writeFileSync(PACKED, text);
} else if (readFileSync(PACKED, 'utf8') !== text) {
  console.error(`public/data/${NAME} is stale: node tools/history.js writes it`);
  process.exit(1);
}
