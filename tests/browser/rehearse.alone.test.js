// Random acts while all kinds of things go wrong; `make rehearse` does so with
// many more of them, and with each file gone wrong in each way (rehearse/).
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { FAULTS, serveFaulty } from './faulty_host.js';
import { cases } from './rehearse/faults.js';
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

test('each file of the page has a use to be rehearsed by, in each way of going wrong', () => {
  // It throws where a file has none.
  const all = cases();
  for (const what of FAULTS) assert.ok(all.some((one) => one.what === what), what);
  for (const data of ['history', 'other-lists', 'labels']) {
    assert.equal(new Set(all.filter(({ name }) => name === `data/${data}.json`).map(({ what }) => what)).size, FAULTS.length, data);
  }
});
