// Rehearses random sequences of acts against dist/:
//
//     node tests/browser/rehearse/run.js [--sequences N] [--first SEED]
//
// Writes what came of it into target/rehearsed/sequences.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveFaulty } from '../faulty_host.js';
import { launch, root } from '../shared.js';
import { failure, rehearseAll } from './sequence.js';

// Pages wait more than they work.
const TOGETHER = 4;
// A Chromium that had so many pages begins anew, lest it be what fails.
const EACH = 200;

const { values } = parseArgs({ options: { sequences: { type: 'string', default: '1000' }, first: { type: 'string', default: '1' } } });
const [count, first] = [Number(values.sequences), Number(values.first)];
const host = await serveFaulty(join(root, 'dist'));
let tries = 0;
const failed = [];
const out = join(root, 'target/rehearsed');
mkdirSync(out, { recursive: true });
const began = Date.now();
const told = (result) => {
  tries += 1;
  if (result.wrong.length > 0) {
    failed.push(result.seed);
    console.log(failure(result));
  }
  if (tries % 50 === 0) console.log(`${tries} of ${count} sequences, ${failed.length} failed, ${Math.round((Date.now() - began) / 1000)} s`);
  writeFileSync(join(out, 'sequences.json'), JSON.stringify({ first, tries, survived: tries - failed.length, failed }));
};
for (let from = first; from < first + count; from += EACH) {
  const browser = await launch();
  await rehearseAll(browser, host, { first: from, count: Math.min(EACH, first + count - from), together: TOGETHER, told });
  await browser.close();
}
await host.stop();
console.log(`${tries} sequences, ${tries - failed.length} survived${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}`);
process.exitCode = failed.length > 0 ? 1 : 0;
