// Runs the browser suites in one Chromium, several at once:
//
//     node tests/browser/run.js [--soak TIMES] [--late MS] [--only TEXT] [SUITE…]
//
// A suite is named as its file is, `page` or its path; without names all run.
// Those named *.alone.test.js come after the others and one at a time, for what
// they measure must not share the machine, or they would leave others none of it.
// `--soak` runs each so often and counts how often it passed; `--late` has workers
// hear everything so much later (late.js), so that a test which reads what is not
// there yet fails each time and not once in a hundred; `--only` runs the tests that
// have the text in their name.
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { beLate } from './late.js';
import { Report } from './report.js';
import { share } from './shared.js';

const here = dirname(fileURLToPath(import.meta.url));

// Suites wait for the browser more than they work.
const TOGETHER = 3;

// No measure: what takes longer than this has been waiting for nothing.
const LONGEST_SUITE_MS = 1_800_000;

// They begin first, so that none is left alone at the end.
const LONGEST = ['views', 'access', 'report', 'definition', 'embed', 'page', 'evidence'];

const ENDING = '.test.js';
const fileOf = (suite) => join(here, suite + ENDING);
const isAlone = (suite) => suite.endsWith('.alone');

/** The suites that are named, or all. */
function suites(named) {
  const all = readdirSync(here).filter((name) => name.endsWith(ENDING)).map((name) => basename(name, ENDING));
  const wanted = named.map((name) => basename(name, ENDING));
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`There is no suite ${unknown}, but ${all.join(', ')}`);
  return wanted.length > 0 ? wanted : all;
}

function longestFirst(suites) {
  const place = (suite) => (LONGEST.includes(suite) ? LONGEST.indexOf(suite) : LONGEST.length);
  return [...suites].sort((a, b) => place(a) - place(b));
}

/** Runs one suite in a process of its own. */
async function runSuite(suite, only, report) {
  const testNamePatterns = only && [new RegExp(only.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))];
  const said = report.suite(suite);
  for await (const event of run({ files: [fileOf(suite)], timeout: LONGEST_SUITE_MS, testNamePatterns })) said.hear(event);
  said.end();
}

/** Runs what is in the queue, so many at once. */
async function work(queue, workers, act) {
  const left = queue.values();
  await Promise.all(Array.from({ length: workers }, async () => {
    for (const next of left) await act(next);
  }));
}

const { values, positionals } = parseArgs({
  options: { soak: { type: 'string', default: '1' }, late: { type: 'string', default: '0' }, only: { type: 'string' } },
  allowPositionals: true,
});
const times = Number(values.soak);
beLate(Number(values.late));
const named = longestFirst(suites(positionals));
const report = new Report({ times, isPart: values.only !== undefined });
const stop = await share();
const rounds = (suites) => Array.from({ length: times }, () => suites).flat();
const act = (suite) => runSuite(suite, values.only, report);
await work(rounds(named.filter((suite) => !isAlone(suite))), TOGETHER, act);
await work(rounds(named.filter(isAlone)), 1, act);
await stop();
process.exitCode = report.end() ? 0 : 1;
