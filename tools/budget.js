// Weighs dist/ as browsers download it (Brotli, quality 11), prints what grew
// since tools/budget.json was written, and fails where anything is above its
// limit. `node tools/budget.js --record` writes the sizes of now; limits are
// changed by hand, with a reason in the commit.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { fetchedFirst } from './first-view.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const budgetPath = join(root, 'tools/budget.json');

const weigh = (name) => {
  const bytes = readFileSync(join(dist, name));
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
};

const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
const called = (pattern) => assets.filter((name) => pattern.test(name));

// What index.html names is what a browser asks for at once; what src/page/start/start.js
// asks for then is all that the first charts wait for.
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const named = [...html.matchAll(/<(?:link|script)\b[^>]*?\s(?:href|src)="\.\/([^"]+)"[^>]*>/g)]
  .filter(([tag]) => /rel="(?:stylesheet|preload|modulepreload)"|<script/.test(tag))
  .map(([, name]) => name);

const parts = {
  'first view': [
    ...new Set(['index.html', ...named, ...called(fetchedFirst)]),
  ],
  'first part of the module': called(/\/model_census_bg-.*\.wasm$/),
  'chart library': called(/\/echarts-.*\.js$/),
  'rest of the page': called(/\/split_rest-.*\.wasm$/),
  engine: called(/\/split_engine-.*\.wasm$/),
  English: called(/\/split_english-.*\.wasm$/),
  'shared by parts': called(/\/chunk_\d+-.*\.wasm$/),
  'part for frames': called(/\/split_embed_view-.*\.wasm$/),
  'reader of packed files': called(/\/model_census_unpack_bg-.*\.wasm$/),
  'writer of files for offices': called(/\/model_census_office_bg-.*\.wasm$/),
  'loader of embeds': ['embed.js'],
  'one file': ['model-census.html'],
};

const budget = JSON.parse(readFileSync(budgetPath, 'utf8'));
const sizes = {};
const above = [];
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
console.log(`${'kB, Brotli 11'.padEnd(30)}${'now'.padStart(8)}${'was'.padStart(8)}${'grew'.padStart(8)}${'limit'.padStart(8)}${'goal'.padStart(8)}`);
for (const [part, names] of Object.entries(parts)) {
  if (names.length === 0) throw new Error(`Nothing in dist/ is the ${part}: tools/budget.js must learn its name.`);
  const size = names.map(weigh).reduce((sum, one) => sum + one, 0);
  const { limit, was = size, goal } = budget[part] ?? {};
  if (limit === undefined) throw new Error(`tools/budget.json has no limit for the ${part}.`);
  sizes[part] = size;
  if (size > limit) above.push(part);
  const goalSaid = goal === undefined ? '' : kilobytes(goal);
  console.log(`${part.padEnd(30)}${kilobytes(size)}${kilobytes(was)}${kilobytes(size - was)}${kilobytes(limit)}${goalSaid}`);
}

if (process.argv.includes('--record')) {
  for (const [part, size] of Object.entries(sizes)) budget[part].was = size;
  writeFileSync(budgetPath, `${JSON.stringify(budget, null, 2)}\n`);
}
if (above.length > 0) {
  console.error(`Above the limit: ${above.join(', ')}`);
  process.exitCode = 1;
}
