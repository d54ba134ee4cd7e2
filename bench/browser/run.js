// Measures the page in dist/ in Chromium, and beside it the floor, uDSV and
// Papa Parse, each in a worker; writes target/bench/browser.json.
//
//   node bench/browser/run.js [--files small,10,100,500] [--rounds N]
//                             [--only page,floor,udsv,papa,empty]
//
// MODEL_CENSUS_RAW names the folder of the real exports, which are not in the
// repository; a generated file of the same size stands in without them.

import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { ensure } from '../generate.js';
import { measure } from './drop.js';
import { serve } from './server.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const bench = join(root, 'target/bench');
const MB = 1e6;

const { values: args } = parseArgs({
  options: {
    files: { type: 'string', default: 'small,10,100,500' },
    only: { type: 'string', default: 'page,floor,udsv,papa,empty' },
    rounds: { type: 'string' },
  },
});

// --- files -----------------------------------------------------------------

const raw = process.env.MODEL_CENSUS_RAW || join(root, '../shared/data/raw');
const realExport = join(raw, 'large_2024-07-16.csv');

function generated(bytes, name) {
  const path = join(bench, name);
  ensure(bytes, path);
  return path;
}

const groups = {
  // A few milliseconds each, and the noise is of the same size: more rounds.
  small: {
    rounds: 5,
    repeats: 2,
    paths: () => [
      join(root, 'public/data/large-scale-models-2024-07-16.csv'),
      join(root, 'public/data/large-scale-models-2026-02-16.csv'),
      existsSync(realExport) ? realExport : generated(355_395, 'generated-355kb.csv'),
    ],
  },
  10: { rounds: 5, repeats: 0, paths: () => [generated(10 * MB, 'generated-10mb.csv')] },
  100: { rounds: 5, repeats: 0, paths: () => [generated(100 * MB, 'generated-100mb.csv')] },
  500: { rounds: 3, repeats: 0, paths: () => [generated(500 * MB, 'generated-500mb.csv')] },
};

const files = args.files.split(',').flatMap((group) => {
  if (!groups[group]) throw new Error(`--files ${group}: there are ${Object.keys(groups)}`);
  const { rounds, repeats, paths } = groups[group];
  return paths().map((path) => ({
    path,
    name: basename(path),
    bytes: statSync(path).size,
    real: path === realExport,
    rounds: Math.max(1, Number(args.rounds ?? rounds)),
    repeats,
  }));
});

function newlines(path) {
  return new Promise((resolve, reject) => {
    let count = 0;
    createReadStream(path, { highWaterMark: 1 << 20 })
      .on('data', (part) => {
        for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) count += 1;
      })
      .on('end', () => resolve(count))
      .on('error', reject);
  });
}

// --- are the answers equal? --------------------------------------------------

/** What the page's JSON and the workers' answers have in common. */
function answer({ models, period, breakdowns }) {
  const rows = (list) =>
    list
      .map(({ key, counts, shared }) => ({ key, counts, shared }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { models, period, breakdowns: Object.fromEntries(breakdowns.map(({ id, rows: list }) => [id, rows(list)])) };
}

const cells = ({ breakdowns }) =>
  Object.values(breakdowns)
    .flat()
    .reduce((sum, { counts }) => sum + counts.length, 0);

function compare(file, answers, counted) {
  const checks = [];
  const [first, ...others] = Object.entries(answers);
  for (const [name, other] of others) {
    const equal = isDeepStrictEqual(first[1], other);
    checks.push({ file: file.name, what: `${first[0]} = ${name}`, equal, models: first[1].models, cells: cells(first[1]) });
  }
  if (counted) checks.push({ file: file.name, what: 'newlines of the floor = of node', equal: counted.floor === counted.node, newlines: counted.node });
  return checks;
}

// --- the run -------------------------------------------------------------------

function machine() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const system = /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? os.type();
  const cpus = os.cpus();
  return {
    cpu: cpus[0].model.trim(),
    cores: cpus.length,
    memory: os.totalmem(),
    system: `${system}, ${os.type()} ${os.release()}`,
    node: process.version,
    rustc: execFileSync('rustc', ['--version'], { encoding: 'utf8' }).trim(),
  };
}

const seconds = (milliseconds) => (milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`);
const turned = (list, by) => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];

function told(run) {
  if (run.error) return run.error;
  const [first] = run.drops;
  const times = first ? `${seconds(first.computed).padStart(9)}  block ${seconds(first.block).padStart(9)}` : ''.padStart(26);
  return `${times}  peak ${(run.peak / MB).toFixed(0)} MB`;
}

/** Measures every contender in every round; the next round begins with the next one. */
async function rounds(base, file, contenders, runs) {
  const details = {};
  for (let round = 0; round < file.rounds; round += 1) {
    for (const contender of turned(contenders, round)) {
      const run = { file: file.name, bytes: file.bytes, contender, round };
      try {
        const { detail, ...measured } = await measure(base, contender, file);
        Object.assign(run, measured, { error: measured.drops[0]?.error });
        details[contender] ??= detail;
      } catch (error) {
        run.error = error.message;
      }
      console.log(`${file.name.padEnd(36)} ${contender.padEnd(6)} ${told(run)}`);
      runs.push(run);
    }
  }
  return details;
}

async function main() {
  for (const [path, how] of [[join(root, 'dist/index.html'), 'make dist'], [join(bench, 'floor/floor.js'), 'tools/bench.sh']]) {
    if (!existsSync(path)) throw new Error(`${relative(root, path)} is missing: ${how} makes it`);
  }
  mkdirSync(bench, { recursive: true });
  const { base, close } = await serve();
  const { runs, checks, ...about } = {
    when: new Date().toISOString(),
    machine: machine(),
    load: { begin: os.loadavg()[0] },
    files: files.map(({ name, bytes, real, rounds }) => ({ name, bytes, real, rounds })),
    checks: [],
    runs: [],
  };
  try {
    for (const file of files) {
      const { floor, ...details } = await rounds(base, file, args.only.split(','), runs);
      const answers = Object.fromEntries(Object.entries(details).filter(([, detail]) => detail?.breakdowns).map(([name, detail]) => [name, answer(detail)]));
      const counted = floor && { floor: floor.newlines, node: await newlines(file.path) };
      for (const check of compare(file, answers, counted)) {
        const { what, equal, models, cells } = check;
        console.log(`${file.name.padEnd(36)} ${what}: ${equal ? 'equal' : 'NOT EQUAL'}${models === undefined ? '' : ` (${models} models, ${cells} cells)`}`);
        checks.push(check);
      }
    }
  } finally {
    close();
    about.load.end = os.loadavg()[0];
    about.machine.chromium = runs.find(({ version }) => version)?.version;
    writeFileSync(join(bench, 'browser.json'), `${JSON.stringify({ ...about, checks, runs }, null, 1)}\n`);
  }
  // Times of different work are no comparison.
  if (checks.some(({ equal }) => !equal)) process.exitCode = 1;
}

await main();
