// Rehearses what a page goes through, against dist/:
//
//     node tests/browser/rehearse/run.js [--sequences N] [--first SEED] [--only KIND]
//
// KIND is `sequences`, `files` or `hazards`; without it all three are rehearsed.
// What came of each is in target/rehearsed/, of which tools/reliability.js makes
// docs/reliability.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { parseArgs } from 'node:util';
import { serveFaulty } from '../faulty_host.js';
import { launch, root, share } from '../shared.js';
import { caseName, cases, meetAll } from './faults.js';
import { failure, rehearseAll } from './sequence.js';

// Pages wait more than they work.
const TOGETHER = 4;
// A Chromium that had so many pages begins anew, lest it be what fails.
const EACH = 200;

const { values } = parseArgs({ options: { sequences: { type: 'string', default: '1000' }, first: { type: 'string', default: '1' }, only: { type: 'string' } } });
const [count, first] = [Number(values.sequences), Number(values.first)];
const out = join(root, 'target/rehearsed');
mkdirSync(out, { recursive: true });
const keep = (kind, result) => writeFileSync(join(out, `${kind}.json`), `${JSON.stringify(result, null, 1)}\n`);

const began = Date.now();
const say = (text) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${text}`);
let isWell = true;

async function sequences(host) {
  let tries = 0;
  const failed = [];
  const told = (result) => {
    tries += 1;
    if (result.wrong.length > 0) {
      failed.push(result.seed);
      console.log(failure(result));
    }
    if (tries % 50 === 0) say(`${tries} of ${count} sequences, ${failed.length} failed`);
    keep('sequences', { first, tries, survived: tries - failed.length, failed });
  };
  for (let from = first; from < first + count; from += EACH) {
    const browser = await launch();
    await rehearseAll(browser, host, { first: from, count: Math.min(EACH, first + count - from), together: TOGETHER, told });
    await browser.close();
  }
  say(`${tries} sequences, ${tries - failed.length} survived`);
  isWell &&= failed.length === 0;
}

async function files(host) {
  const all = cases();
  const met = [];
  const told = (one, { how, after, wrong }) => {
    met.push({ ...one, how, after, wrong });
    if (wrong) console.log(`${caseName(one)}: ${wrong}`);
    if (met.length % 50 === 0) say(`${met.length} of ${all.length} files gone wrong`);
    keep('files', { all: all.length, met });
  };
  const browser = await launch();
  await meetAll(browser, host, all, { together: TOGETHER, told });
  await browser.close();
  isWell &&= met.every(({ wrong }) => !wrong);
}

async function hazards() {
  const stop = await share();
  const met = [];
  for (const file of ['../survives.test.js', 'heavy.test.js']) {
    for await (const { type, data } of run({ files: [join(import.meta.dirname, file)], timeout: 7_200_000 })) {
      if ((type !== 'test:pass' && type !== 'test:fail') || data.nesting > 0 || data.name.endsWith('.js')) continue;
      const { name, details } = data;
      met.push({ name, survived: type === 'test:pass', why: type === 'test:fail' ? String(details.error?.cause?.message ?? details.error?.message) : undefined });
      say(`${type === 'test:pass' ? 'survived' : 'NOT survived'}: ${name}`);
      if (type === 'test:fail') console.log(met.at(-1).why);
      keep('hazards', met);
    }
  }
  await stop();
  isWell &&= met.every(({ survived }) => survived);
}

const wanted = (kind) => values.only === undefined || values.only === kind;
const host = await serveFaulty(join(root, 'dist'));
if (wanted('files')) await files(host);
if (wanted('hazards')) await hazards();
if (wanted('sequences')) await sequences(host);
await host.stop();
process.exitCode = isWell ? 0 : 1;
