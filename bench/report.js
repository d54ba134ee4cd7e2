// Writes bench/README.md from what tools/bench.sh left in target/bench:
// browser.json of bench/browser/run.js, and criterion's estimates.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const bench = join(root, 'target/bench');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

const { devDependencies } = json(join(root, 'package.json'));
const names = {
  page: 'Model Census',
  floor: 'floor',
  udsv: `uDSV ${devDependencies.udsv}`,
  papa: `Papa Parse ${devDependencies.papaparse}`,
  empty: 'empty page',
};
const MB = 1e6;

// --- numbers ---------------------------------------------------------------

function median(list) {
  const sorted = list.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return undefined;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const shown = (value, write) => (Number.isFinite(value) ? write(value) : '–');
const time = (value) =>
  shown(value, (ms) => (ms < 1 ? `${(ms * 1000).toFixed(0)} µs` : ms < 100 ? `${ms.toFixed(1)} ms` : ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`));
const megabytes = (value) => shown(value, (bytes) => `${(bytes / MB).toFixed(0)} MB`);
const times = (value) => shown(value, (ratio) => `${ratio.toFixed(2)}×`);
const size = (bytes) => (bytes < MB ? `${(bytes / 1000).toFixed(0)} KB` : `${(bytes / MB).toFixed(0)} MB`);

const table = (head, rows) =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The medians over the rounds of one contender with one file. */
function summary(runs, file, contender) {
  const own = runs.filter((run) => run.file === file.name && run.contender === contender);
  const good = own.filter(({ error }) => !error);
  const first = good.flatMap(({ drops }) => drops.slice(0, 1));
  const later = good.flatMap(({ drops }) => drops.slice(1));
  const of = (key, list = first) => median(list.map((drop) => drop[key]));
  const computed = first.map((drop) => drop.computed);
  return {
    rounds: good.length,
    failed: own.length - good.length,
    error: own.find(({ error }) => error)?.error,
    time: of('computed'),
    range: [Math.min(...computed), Math.max(...computed)],
    again: of('computed', later),
    block: of('block'),
    worst: Math.max(...[...first, ...later].map(({ block }) => block)),
    reading: of('reading'),
    task: of('task'),
    peak: median(good.map(({ peak }) => peak)),
  };
}

// --- parts -------------------------------------------------------------------

function machine({ machine, load, when }) {
  return `| | |
| --- | --- |
| Processor | ${machine.cpu}, ${machine.cores} cores |
| Memory | ${(machine.memory / 2 ** 30).toFixed(1)} GiB |
| System | ${machine.system} |
| Browser | Chromium ${machine.chromium}, headless |
| Compiler | ${machine.rustc} |
| Node | ${machine.node} |
| Date | ${when.slice(0, 10)} |
| Load average | ${load.begin.toFixed(1)} before the measurements in Chromium, ${load.end.toFixed(1)} after |`;
}

function targets({ runs, files }) {
  const rows = [];
  const add = (what, target, value, write, isReached) => {
    if (Number.isFinite(value)) rows.push([what, target, write(value), isReached(value) ? 'yes' : 'no']);
  };
  for (const file of files) {
    const [page, floor, udsv] = ['page', 'floor', 'udsv'].map((name) => summary(runs, file, name));
    if (file.bytes >= 100 * MB) {
      add(`${size(file.bytes)}: time to that of the floor`, 'at most 2×, aim 1.5×', page.time / floor.time, times, (ratio) => ratio <= 2);
      add(`${size(file.bytes)}: peak memory above the floor's`, 'at most 50 MB', page.peak - floor.peak, megabytes, (bytes) => bytes <= 50 * MB);
    }
    if (size(file.bytes) === '355 KB') {
      const what = `355 KB (${file.real ? 'a real export' : 'generated: the real one was not at hand'})`;
      add(`${what}: time to that of uDSV`, 'at most 0.5×', page.time / udsv.time, times, (ratio) => ratio <= 0.5);
      add(`${what}, dropped again: the same`, 'at most 0.5×', page.again / udsv.again, times, (ratio) => ratio <= 0.5);
    }
    add(`${size(file.bytes)}: longest block`, 'under 50 ms', page.block, time, (block) => block < 50);
  }
  return table(['', 'Target', 'Measured', 'Reached'], rows);
}

function fileTable({ runs }, file) {
  const measured = ['floor', 'page', 'udsv', 'papa'].map((name) => [names[name], summary(runs, file, name)]);
  const floor = summary(runs, file, 'floor');
  const empty = summary(runs, file, 'empty');
  const present = measured.filter(([, own]) => own.rounds + own.failed > 0);
  const repeats = present.some(([, own]) => own.again !== undefined);
  const head = ['', 'Time', 'least–most', ...(repeats ? ['Again'] : []), 'MB/s', 'to floor', 'Longest block', 'worst', 'while reading', 'longest task', 'Peak memory', 'above floor'];
  const rows = present.map(([name, own]) =>
    own.rounds === 0
      ? [name, own.error, ...Array(head.length - 2).fill('–')]
      : [
          name,
          time(own.time),
          own.range.map(time).join(' – '),
          ...(repeats ? [time(own.again)] : []),
          shown(file.bytes / MB / (own.time / 1000), (rate) => rate.toFixed(0)),
          times(own.time / floor.time),
          time(own.block),
          time(own.worst),
          time(own.reading),
          own.task > 0 ? time(own.task) : 'under 50 ms',
          megabytes(own.peak),
          megabytes(own.peak - floor.peak),
        ],
  );
  const notes = empty.rounds > 0 ? [`An empty page: ${megabytes(empty.peak)}.`] : [];
  for (const [name, { failed, rounds, error }] of present) {
    if (failed > 0) notes.push(`${name}: ${failed} of ${failed + rounds} runs failed (${error}).`);
  }
  const kind = file.real ? ', a real export that is not in the repository' : '';
  return `### \`${file.name}\`, ${size(file.bytes)}${kind}\n\nMedians of ${file.rounds} runs.\n\n${table(head, rows)}\n\n${notes.join('\n')}\n`;
}

function checks({ checks }) {
  const [answers, counts] = [checks.filter(({ cells }) => cells !== undefined), checks.filter(({ newlines }) => newlines !== undefined)];
  const equal = (list) => `${list.filter((check) => check.equal).length} of ${list.length}`;
  const wrong = checks.filter((check) => !check.equal).map(({ file, what }) => `\n**Not equal**: ${what} for \`${file}\`.`);
  return `Compared cell by cell, ${equal(answers)} pairs of answers were equal in this run, and ${equal(counts)} of the floor's counts of newlines were right.${wrong.join('')}`;
}

/** Criterion's medians, wherever it put them below target/bench/criterion. */
function native() {
  const folder = join(bench, 'criterion');
  if (!existsSync(folder)) return '';
  const order = ['decode', 'split', 'type', 'compute'];
  const rows = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(join('new', 'benchmark.json')))
    .map((path) => ({
      ...json(join(folder, path)),
      milliseconds: json(join(folder, dirname(path), 'estimates.json')).median.point_estimate / 1e6,
    }))
    .sort((a, b) => order.indexOf(a.group_id) - order.indexOf(b.group_id) || (a.full_id < b.full_id ? -1 : 1))
    .map(({ group_id, function_id, value_str, throughput: { Bytes, Elements }, milliseconds }) => {
      const rate = (amount) => (amount / milliseconds) * 1000;
      const speed = Bytes ? `${(rate(Bytes) / MB).toFixed(0)} MB/s` : `${(rate(Elements) / 1e6).toFixed(2)} million models/s`;
      return [group_id, function_id, `\`${value_str}\``, Bytes ? size(Bytes) : `${Elements} models`, time(milliseconds), speed];
    });
  return `## Native, by stage

One core, without a browser; medians by criterion (\`bench/stages.rs\`).
The crates are compiled as for the page: \`dataset\` for speed, the rest for size.

- **decode**: other encodings to UTF-8; sizes are those of the encoded text.
- **split**: the splitter alone, keeping the columns that are counted; beside it the csv crate, which keeps all.
- **type**: the whole reading of UTF-8, splitting included, since each record is typed as it is split.
- **compute**: all findings from a dataset in memory.

${table(['Stage', '', 'File', 'Size', 'Time', 'Throughput'], rows)}
`;
}

/** Where the time of large files goes, for the ratios that are not reached. */
function profile(browser) {
  const estimate = (id) => {
    const path = join(bench, 'criterion', id, 'new');
    if (!existsSync(path)) return undefined;
    const { throughput } = json(join(path, 'benchmark.json'));
    return (throughput.Bytes ?? throughput.Elements) / (json(join(path, 'estimates.json')).median.point_estimate / 1e6);
  };
  const [split, type] = ['split/splitter', 'type/reading'].map((stage) => estimate(`${stage}/generated-10mb.csv`));
  const large = browser.files.filter(({ bytes }) => bytes >= 100 * MB);
  if (!split || !type || large.length === 0) return '';
  const rows = large.map((file) => {
    const [page, floor] = ['page', 'floor'].map((name) => summary(browser.runs, file, name));
    return [size(file.bytes), time(floor.time), time(file.bytes / split), time(file.bytes / type), times(file.bytes / type / floor.time), time(page.time)];
  });
  return `## Where the time goes

The floor only counts newlines. What the page must do besides, at the native rates of the table below, is alone some part of the floor's time, and WebAssembly is slower than native code:

${table(['File', 'Floor', 'Splitting, natively', 'Splitting and typing, natively', 'to floor', 'Page'], rows)}

After reading, a block of the page's main thread is the drawing of a chart or a section's layout, one a task; while a file is read the table of each file has the longest.

`;
}

// --- the file ------------------------------------------------------------------

const browser = json(join(bench, 'browser.json'));
writeFileSync(
  join(here, 'README.md'),
  `# Benchmarks

Written by \`make bench\`, which measures and replaces this file; it needs about a quarter of an hour and a machine with nothing else to do.
\`make bench BENCH='--files small,10 --rounds 2'\` measures less; \`bench/browser/run.js\` has the options.
What was measured is left in \`target/bench\`.

## Machine

${machine(browser)}

## Targets

${targets(browser)}

The floor of these ratios reads over the file's stream, the fastest way to the bytes that was found here; Chromium's memory grows with what it hands out that way.
The page has the browser fill two buffers of its own (mode \`byob\`), which costs the floor no memory beyond an empty page's, and no less time.

## What is compared

- **Model Census**: the page in \`dist/\` as it opens, with its bundled snapshot shown.
- **Floor**: a worker that brings the file into WebAssembly's memory and counts its newlines with SIMD (\`bench/floor\`). It takes the parts of the file's stream as they come.
- **uDSV** and **Papa Parse**, each in a worker and as its documentation has it for streams, with the same breakdowns counted in JavaScript (\`bench/browser/breakdowns.js\`). They count nothing beyond that; the page also finds problems and lists of models, and draws charts.

${checks(browser)}

The snapshots are real; \`bench/generate.js\` makes the larger files from them by a seed, with the columns, quoting and row length of a real export.
The files are in the system's cache when they are read.
MB are millions of bytes.

## How it is measured

Each run starts a Chromium of its own, waits until everything in it has come to rest, and drops the file on the page.
The contenders take turns.

- **Time**: from the event \`drop\` to the mark \`breakdowns-ready\`, when the answer of the worker is in the page. **Again**: the same file dropped later in the same page.
- **Longest block**: the longest that a 4 ms timer of the page was late, or the longest task where that is longer, from the drop until half a second after everything is shown. It is an upper bound: a timer also waits for several short tasks in a row, and for a busy machine. **Worst**: of all drops. **While reading**: until the breakdowns are there. **Longest task**: as the browser itself reports it, from 50 ms on.
- **Peak memory**: the most that the renderer process, its workers included, ever had in memory (\`VmHWM\`), from its start on.

## In Chromium

${browser.files.map((file) => fileTable(browser, file)).join('\n')}
${profile(browser)}${native()}`,
);
console.log('bench/README.md');
