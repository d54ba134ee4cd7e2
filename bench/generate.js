// Writes a file of exactly BYTES bytes in the shape of a real export: the
// columns and the order of the export of 16 February 2026, quoted like
// Python's csv.writer does it, a row of some 2 KB.
//
//   node bench/generate.js BYTES OUT [SEED]
//
// What the census reads comes from the bundled snapshots, so that the answers
// are as varied as real ones; free text, which the snapshots leave out for its
// licence, is made up. Equal arguments give equal bytes on every machine.

import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

const here = dirname(fileURLToPath(import.meta.url));
const snapshots = ['2024-07-16', '2026-02-16'].map((date) =>
  join(here, `../public/data/large-scale-models-${date}.csv`),
);

// mulberry32: 32 bits of state are plenty for variety, and Math.random has no seed.
function seeded(state) {
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { next, below, chance: (part) => next() < part, pick: (list) => list[below(list.length)] };
}

// How often a cell is filled; of filled cells the mean length and how many have
// a line break, a quote, a comma, a character beyond ASCII. Counted in the
// export of 16 February 2026.
const texts = {
  'Parameters notes': { filled: 0.62, mean: 96, breaks: 0.25, quotes: 0.22, commas: 0.31, foreign: 0.03 },
  'Training compute notes': { filled: 0.74, mean: 232, breaks: 0.52, quotes: 0.26, commas: 0.45, foreign: 0.11 },
  'Training dataset notes': { filled: 0.49, mean: 372, breaks: 0.42, quotes: 0.6, commas: 0.85, foreign: 0.13 },
  'Dataset size notes': { filled: 0.54, mean: 146, breaks: 0.37, quotes: 0.49, commas: 0.47, foreign: 0.01 },
  'Training time notes': { filled: 0.19, mean: 142, breaks: 0.43, quotes: 0.43, commas: 0.47, foreign: 0.06 },
  Abstract: { filled: 0.89, mean: 898, breaks: 0.4, quotes: 0.06, commas: 0.97, foreign: 0.34 },
  'Finetune compute notes': { filled: 0.05, mean: 194, breaks: 0.32, quotes: 0.12, commas: 0.38, foreign: 0.04 },
  'Accessibility notes': { filled: 0.59, mean: 135, breaks: 0.72, quotes: 0.15, commas: 0.22, foreign: 0.04 },
  Reference: { filled: 0.89, mean: 61, breaks: 0.04, quotes: 0.01, commas: 0.2, foreign: 0.05 },
};

// Columns of the snapshots under the names that the export gives them.
const renamed = { '(DEPRECATED) Training dataset size (datapoints)': 'Training dataset size (datapoints)' };

const header = [
  'Model', 'Domain', 'Task', 'Authors', 'Model accessibility', 'Link', 'Citations', 'Reference',
  'Publication date', 'Organization', 'Parameters', 'Parameters notes', 'Training compute (FLOP)',
  'Training compute notes', 'Training dataset', 'Training dataset notes',
  '(DEPRECATED) Training dataset size (datapoints)', 'Dataset size notes', 'Training time (hours)',
  'Training time notes', 'Training hardware', 'Confidence', 'Abstract', 'Country (of organization)',
  'Base model', 'Finetune compute (FLOP)', 'Finetune compute notes', 'Hardware quantity',
  'Hardware utilization (MFU)', 'Training code accessibility', 'Accessibility notes',
  'Hardware utilization (HFU)', 'Training compute cost (cloud)', 'Training compute cost (upfront)',
];

const words = `the of and a to in model training data with for on we tokens parameters language large is
compute from by using was dataset that this are learning GPU hours FLOP performance tasks trained scale
open weights pretraining attention transformer layers batch size evaluation benchmark results report
technical estimated assuming utilization epochs mixture experts context length reasoning code vision
speech images video generation state-of-the-art improvements architecture inference release license
paper blog page section table per second billion trillion 6ND 1.5T 70B 2048 H100 A100 TPU v4 bf16`.split(/\s+/);
const foreign = ['–', '×', '≈', '“open”', '’s', 'naïve', 'é', 'λ', '中文', '한국어', '10²³', '→', 'Université', '😀', '\u200b'];
const given = 'Ana Wei Jin Min Luca Sofia Omar Priya Yuki Jonas Eva Tom Lin Hyun'.split(' ');
const family = 'Kim Lee Chen Wang Li Zhang Smith Rossi Singh Tanaka Park Brown Silva'.split(' ');
const accented = 'Zoë García,José Silva,Chloé Müller,Jan Novák,Anh Nguyễn'.split(',');

function clauses(random) {
  const clause = () => Array.from({ length: 4 + random.below(6) }, () => random.pick(words));
  const make = (change) => Array.from({ length: 500 }, () => change(clause()).join(' '));
  const at = (list, change) => list.with(random.below(list.length - 1), change);
  return {
    plain: make((list) => list.with(-1, `${list.at(-1)}.`)),
    commas: make((list) => at(list, `${random.pick(words)},`)),
    quotes: make((list) => at(list, `"${random.pick(words)} ${random.pick(words)}"`)),
    foreign: make((list) => at(list, random.pick(foreign))),
  };
}

function text(random, pool, { mean, breaks, quotes, commas, foreign }) {
  const wanted = mean * (0.2 + 1.6 * random.next());
  const [broken, comma] = [random.chance(breaks), random.chance(commas)];
  const pieces = [];
  if (random.chance(quotes)) pieces.push(random.pick(pool.quotes));
  if (random.chance(foreign)) pieces.push(random.pick(pool.foreign));
  if (comma) pieces.push(random.pick(pool.commas));
  let length = pieces.join(' ').length;
  // A cell with a line break has at least two pieces.
  while (length < wanted || (broken && pieces.length < 2)) {
    const piece = random.pick(comma && random.chance(0.4) ? pool.commas : pool.plain);
    pieces.splice(random.below(pieces.length + 1), 0, piece);
    length += piece.length + 1;
  }
  let written = pieces[0];
  for (let at = 1; at < pieces.length; at += 1) {
    written += (broken && (at === 1 || random.chance(0.35)) ? '\n' : ' ') + pieces[at];
  }
  return written;
}

function authors(random) {
  const name = () => `${random.pick(given)} ${random.pick(family)}`;
  const list = Array.from({ length: 1 + Math.floor(105 * random.next() ** 2) }, name);
  if (random.chance(0.22)) list[random.below(list.length)] = random.pick(accented);
  return list.join(random.chance(0.08) ? ',\n' : ', ');
}

function link(random) {
  const one = () => `https://arxiv.org/abs/${2000 + random.below(600)}.${10_000 + random.below(89_999)}`;
  return random.chance(0.1) ? `${one()}\n${one()}` : `${one()}${random.chance(0.6) ? 'v1/model-card-and-report' : ''}`;
}

const two = (number) => String(number).padStart(2, '0');
const decimal = (number) => number.toFixed(1);

// Facts that the snapshots leave out, as often and in the form of the export.
const others = {
  Authors: (random) => (random.chance(0.53) ? authors(random) : ''),
  Link: (random) => (random.chance(0.99) ? link(random) : ''),
  Citations: (random) => (random.chance(0.16) ? decimal(random.below(9000)) : ''),
  'Training dataset': (random) => (random.chance(0.75) ? random.pick(['Unspecified unreleased', 'Common Crawl,C4', 'The Pile', 'RefinedWeb']) : ''),
  'Training time (hours)': (random) => (random.chance(0.14) ? decimal(42 + random.below(4000)) : ''),
  'Base model': (random) => (random.chance(0.05) ? random.pick(['Whisper v2,Qwen3-32B', 'Llama 2-70B', 'DeepSeek-V3']) : ''),
  'Finetune compute (FLOP)': (random) => (random.chance(0.05) ? `${decimal(1 + 8 * random.next())}e+22` : ''),
  'Hardware utilization (MFU)': (random) => (random.chance(0.08) ? `0.${1000 + random.below(4000)}` : ''),
  'Hardware utilization (HFU)': (random) => (random.chance(0.03) ? `0.${1000 + random.below(4000)}` : ''),
  'Training code accessibility': (random) => (random.chance(0.94) ? random.pick(['Unreleased', 'Unreleased', 'Unreleased', 'Open source']) : ''),
  'Training compute cost (cloud)': (random) => (random.chance(0.03) ? String(1e5 + 1e7 * random.next()) : ''),
  'Training compute cost (upfront)': (random) => (random.chance(0.04) ? String(1e5 + 1e7 * random.next()) : ''),
};

const varied = {
  // The counter makes every name distinct, so that no row is a duplicate.
  Model: (fact, _random, number) => `${fact} ${number.toString(36)}`,
  // The year stays, so that the years are as unevenly filled as they are.
  'Publication date': (fact, random) => `${fact.slice(0, 4)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
  // Only upwards: nothing falls below the threshold that the export was made with.
  'Training compute (FLOP)': (fact, random) => fact && (Number(fact) * (1 + random.next() / 4)).toPrecision(6),
};

const quoted = (cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells) => `${cells.map(quoted).join(',')}\n`;

// Room for the last row, which is filled up to the wanted size.
const LAST = 3000;
const BLOCK = 1 << 20;

/** Writes the file; returns its SHA-256 and its rows. */
export function generate(bytes, out, seed) {
  const facts = snapshots.flatMap((path) => Papa.parse(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data);
  const random = seeded(seed);
  const pool = clauses(random);
  const row = (number, without = false) => {
    const fact = random.pick(facts);
    return header.map((column) => {
      const known = fact[renamed[column] ?? column];
      if (varied[column]) return varied[column](known, random, number);
      if (known !== undefined) return known;
      if (without) return '';
      if (others[column]) return others[column](random);
      return random.chance(texts[column].filled) ? text(random, pool, texts[column]) : '';
    });
  };

  const digest = createHash('sha256');
  const file = openSync(out, 'w');
  let waiting = line(header);
  let left = bytes - Buffer.byteLength(waiting);
  if (left < LAST) throw new Error(`${bytes} bytes are too few`);
  const flush = () => {
    const block = Buffer.from(waiting);
    digest.update(block);
    writeSync(file, block);
    waiting = '';
  };
  let rows = 1;
  for (; ; rows += 1) {
    const next = line(row(rows));
    const size = Buffer.byteLength(next);
    if (left - size < LAST) break;
    waiting += next;
    left -= size;
    if (waiting.length > BLOCK) flush();
  }
  const last = row(rows, true);
  const room = left - Buffer.byteLength(line(last));
  last[header.indexOf('Abstract')] = pool.plain.join(' ').slice(0, room).padEnd(room, '.');
  waiting += line(last);
  flush();
  closeSync(file);
  return { sha256: digest.digest('hex'), rows };
}

/** The same, unless the file is there already from the same inputs. */
export function ensure(bytes, out, seed = 178) {
  const program = createHash('sha256');
  for (const path of [fileURLToPath(import.meta.url), ...snapshots]) program.update(readFileSync(path));
  const inputs = { bytes, seed, program: program.digest('hex') };
  const note = `${out}.json`;
  if (existsSync(out) && existsSync(note) && statSync(out).size === bytes) {
    const { sha256, rows, ...before } = JSON.parse(readFileSync(note, 'utf8'));
    if (JSON.stringify(before) === JSON.stringify(inputs)) return { sha256, rows, made: false };
  }
  mkdirSync(dirname(out), { recursive: true });
  // Under its name only when whole, should the writing be broken off.
  const made = generate(bytes, `${out}.part`, seed);
  renameSync(`${out}.part`, out);
  writeFileSync(note, `${JSON.stringify({ ...inputs, ...made })}\n`);
  return { ...made, made: true };
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const [bytes, out, seed] = process.argv.slice(2);
  if (!(Number(bytes) > 0) || !out || (seed !== undefined && !Number.isInteger(Number(seed)))) {
    console.error('node bench/generate.js BYTES OUT [SEED]');
    process.exit(2);
  }
  const { sha256, rows, made } = ensure(Number(bytes), out, seed === undefined ? undefined : Number(seed));
  console.log(`${basename(out)}: ${bytes} bytes, ${rows} rows, sha256 ${sha256}${made ? '' : ' (was there)'}`);
}
