// Measures the page in dist/ in Chromium, and beside it the floor, uDSV and
// Papa Parse, each in a worker; writes target/bench/browser.json.
//
//   node bench/browser/run.js [--files small,10,100,500] [--only page,floor,udsv,papa,empty]
//                             [--rounds N] [--out FILE] [--ways]
//
// --ways compares ways of reading a file instead (target/bench/ways.json).
// REAL_EXPORT names a real export that is not in the repository.

import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import { basename, dirname, extname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { headers } from '../../tools/headers.js';
import { ensure } from '../generate.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const bench = join(root, 'target/bench');
const MB = 1e6;

const { values: args } = parseArgs({
  options: {
    files: { type: 'string', default: 'small,10,100,500' },
    only: { type: 'string', default: 'page,floor,udsv,papa,empty' },
    rounds: { type: 'string' },
    out: { type: 'string' },
    ways: { type: 'boolean', default: false },
  },
});

// --- files -----------------------------------------------------------------

const realExport = process.env.REAL_EXPORT || join(root, '../shared/data/raw/large_2024-07-16.csv');

function generated(bytes, name) {
  const path = join(bench, name);
  ensure(bytes, path);
  return path;
}

const groups = {
  // Reading these takes about as long as a file of 355 KB does in the page's
  // ordinary use, so the noise is of the same size: many rounds.
  small: {
    rounds: 9,
    repeats: 5,
    paths: () => [
      join(root, 'public/data/large-scale-models-2024-07-16.csv'),
      join(root, 'public/data/large-scale-models-2026-02-16.csv'),
      ...(existsSync(realExport) ? [realExport] : []),
      generated(355_395, 'generated-355kb.csv'),
    ],
  },
  10: { rounds: 5, repeats: 0, paths: () => [generated(10 * MB, 'generated-10mb.csv')] },
  100: { rounds: 3, repeats: 0, paths: () => [generated(100 * MB, 'generated-100mb.csv')] },
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
    rounds: Number(args.rounds ?? rounds),
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

// --- server ----------------------------------------------------------------

const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.csv': 'text/csv' };
const mounts = [
  ['/bench/browser/', join(root, 'bench/browser')],
  ['/bench/floor/', join(bench, 'floor')],
  ['/bench/modules/uDSV.mjs', join(root, 'node_modules/udsv/dist/uDSV.mjs')],
  ['/bench/modules/papaparse.min.js', join(root, 'node_modules/papaparse/papaparse.min.js')],
  ['/', join(root, 'dist')],
];

function serve() {
  const server = createServer((request, response) => {
    const wanted = decodeURIComponent(new URL(request.url, 'http://bench').pathname);
    const [mount, place] = mounts.find(([mount]) => wanted.startsWith(mount));
    const inside = wanted.slice(mount.length) || (place.endsWith('dist') ? 'index.html' : '');
    const path = inside === '' ? place : join(place, normalize(`/${inside}`));
    if (!existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    // The page under its own policy; the others under none.
    response.writeHead(200, { ...(mount === '/' ? headers : {}), 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

// --- one measurement ---------------------------------------------------------

const measureSource = readFileSync(join(root, 'bench/browser/measure.js'), 'utf8');
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const PATIENCE = 300_000;
// Charts and compilers of the start have come to rest by then.
const SETTLE = 1000;

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (key) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)[1]) * 1024;
  return { peak: read('VmHWM'), now: read('VmRSS') };
}

/** Of the browser's renderers the largest: Chromium keeps an empty one in reserve. */
async function rendererMemory(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => memoryOf(id))
    .reduce((largest, memory) => (memory.peak > largest.peak ? memory : largest), { peak: 0, now: 0 });
}

/** One contender, one file, in a browser started for them alone. */
async function measure(base, contender, file, options) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const session = await browser.newBrowserCDPSession();
    const page = await browser.newPage({ locale: 'ko-KR', viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    const crashed = new Promise((_, reject) => page.on('crash', () => reject(new Error('the renderer crashed'))));
    crashed.catch(() => {});
    await page.addInitScript(measureSource);
    if (contender === 'page') {
      await page.goto(base);
      await page.waitForFunction(() => performance.getEntriesByName('breakdowns-ready').length > 0);
    } else {
      const query = new URLSearchParams({ contender, options: JSON.stringify(options ?? {}) });
      await page.goto(`${base}bench/browser/contender.html?${query}`);
      await page.waitForFunction(() => 'ready' in document.documentElement.dataset);
    }
    await pause(SETTLE);
    const before = await rendererMemory(session);
    if (contender === 'empty') return { version: browser.version(), before: before.now, peak: before.peak, drops: [] };

    const drop = async () => {
      await page.evaluate(() => window.bench.expect());
      await page.setInputFiles('#census-file', file.path);
      const late = pause(PATIENCE).then(() => {
        throw new Error(`no result after ${PATIENCE / 1000} s`);
      });
      late.catch(() => {});
      return Promise.race([page.evaluate(() => window.bench.result), crashed, late]);
    };
    const first = await drop();
    const { peak } = await rendererMemory(session);
    const drops = [first];
    for (let repeat = 0; repeat < file.repeats; repeat += 1) drops.push(await drop());
    const detail = first.detail;
    for (const one of drops) delete one.detail;
    return { version: browser.version(), before: before.now, peak, drops, detail };
  } finally {
    await browser.close();
  }
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

const cells = ({ breakdowns }) =>
  Object.values(breakdowns).flat().reduce((sum, { counts }) => sum + counts.length, 0);

// --- the run -------------------------------------------------------------------

function machine() {
  const [{ model }] = os.cpus();
  return { cpu: model, cores: os.cpus().length, memory: os.totalmem(), system: `${os.type()} ${os.release()}`, node: process.version };
}

const seconds = (milliseconds) => (milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`);
const turned = (list, by) => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];

/** Measures every contender in every round; the next round begins with the next one. */
async function rounds(base, file, contenders, note) {
  const details = {};
  const most = Math.max(1, file.rounds);
  for (let round = 0; round < most; round += 1) {
    for (const { name, contender, options } of turned(contenders, round)) {
      const run = { file: file.name, bytes: file.bytes, contender: name, round };
      try {
        const { detail, ...measured } = await measure(base, contender, file, options);
        Object.assign(run, measured);
        details[name] ??= detail;
        const [first] = measured.drops;
        run.error = first?.error;
        console.log(
          `${file.name.padEnd(36)} ${name.padEnd(20)} ${
            first ? `${seconds(first.ready).padStart(9)}  block ${seconds(first.block).padStart(9)}` : ''.padStart(26)
          }  peak ${(run.peak / MB).toFixed(0)} MB${first?.error ? `  ${first.error}` : ''}`,
        );
      } catch (error) {
        run.error = error.message;
        console.log(`${file.name.padEnd(36)} ${name.padEnd(20)} ${error.message}`);
      }
      note(run);
    }
  }
  return details;
}

async function main() {
  for (const [path, how] of [[join(root, 'dist/index.html'), 'make dist'], [join(bench, 'floor/floor.js'), 'tools/bench.sh']]) {
    if (!existsSync(path)) throw new Error(`${relative(root, path)} is missing: ${how} makes it`);
  }
  mkdirSync(bench, { recursive: true });
  const server = await serve();
  const base = `http://127.0.0.1:${server.address().port}/`;
  const out = args.out ?? join(bench, args.ways ? 'ways.json' : 'browser.json');
  const result = { when: new Date().toISOString(), machine: machine(), load: { begin: os.loadavg()[0] }, files: files.map(({ name, bytes, real }) => ({ name, bytes, real })), runs: [], checks: [] };
  const note = ({ version, ...run }) => {
    result.machine.chromium ??= version;
    result.runs.push(run);
  };
  try {
    if (args.ways) {
      const sizes = { stream: [0], 'stream-freed': [0] };
      const all = ['stream', 'stream-freed', 'byob', 'slices', 'slices-freed', 'ahead', 'ahead-freed', 'ahead2-freed', 'sync', 'sync-freed'];
      const contenders = all.flatMap((way) =>
        (sizes[way] ?? [0.25, 1, 2, 8]).map((size) => ({
          name: size === 0 ? way : `${way} ${size} MiB`,
          contender: 'floor',
          options: { way, slice: size * (1 << 20) },
        })),
      );
      for (const file of files) await rounds(base, file, contenders, note);
    } else {
      const names = args.only.split(',');
      for (const file of files) {
        const contenders = names.map((name) => ({ name, contender: name }));
        const { floor, ...details } = await rounds(base, file, contenders, note);
        const answers = Object.fromEntries(Object.entries(details).filter(([, detail]) => detail?.breakdowns).map(([name, detail]) => [name, answer(detail)]));
        const checks = compare(file, answers, floor && { floor: floor.newlines, node: await newlines(file.path) });
        for (const { what, equal, models, cells } of checks) {
          console.log(`${file.name.padEnd(36)} ${what}: ${equal ? 'equal' : 'NOT EQUAL'}${models === undefined ? '' : ` (${models} models, ${cells} cells)`}`);
        }
        result.checks.push(...checks);
      }
    }
  } finally {
    server.close();
    result.load.end = os.loadavg()[0];
    writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
  }
  console.log(relative(root, out));
  // Times of different work are no comparison.
  if (result.checks.some(({ equal }) => !equal)) process.exitCode = 1;
}

await main();
