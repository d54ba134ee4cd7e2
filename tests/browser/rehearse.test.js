// Random acts while all kinds of things go wrong; `make rehearse` does so with
// many more of them (rehearse/).
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveFaulty } from './faulty_host.js';
import { caseName, cases, meetAll } from './rehearse/faults.js';
import { failure, rehearseAll } from './rehearse/sequence.js';
import { root, sharedBrowser } from './shared.js';

const SEQUENCES = 20;
const TOGETHER = 3;
let host;
let browser;

before(async () => {
  host = await serveFaulty(join(root, 'dist'));
  browser = await sharedBrowser();
});

after(async () => {
  await browser.close();
  await host.stop();
});

test(`${SEQUENCES} random sequences of acts end with all in agreement`, async () => {
  const failed = [];
  const told = (result) => result.wrong.length > 0 && failed.push(failure(result));
  await rehearseAll(browser, host, { first: 1, count: SEQUENCES, together: TOGETHER, told });
  assert.deepEqual(failed, [], failed.join('\n'));
});

/** One file in one way, each file and each way at least once. */
function share() {
  const all = cases().filter(({ place }) => place === '');
  const names = [...new Set(all.map(({ name }) => name))];
  const whats = [...new Set(all.map(({ what }) => what))];
  return names.map((name, at) => all.find((one) => one.name === name && one.what === whats[at % whats.length]));
}

test('a file that goes wrong is told with a way out, and comes once it is well again', async () => {
  const failed = [];
  const told = (one, { wrong }) => wrong && failed.push(`${caseName(one)}: ${wrong}`);
  await meetAll(browser, host, share(), { together: TOGETHER, told });
  assert.deepEqual(failed, [], failed.join('\n'));
});
