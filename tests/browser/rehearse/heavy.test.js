// What takes minutes or gigabytes, for `make rehearse` alone: files beyond all
// measure, and widgets that come and go.
import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { breakdowns, census, openReport, recomputed } from '../sections.js';
import { baseUrl, openPage, pickFile } from '../support.js';
import { until } from '../waiting.js';

const SECOND = 'public/data/large-scale-models-2026-02-16.csv';
// No measure: a busy machine reads slowly.
const PATIENCE_MS = 600_000;
const folder = await mkdtemp(join(tmpdir(), 'model-census-'));

after(() => rm(folder, { recursive: true }));

/** Writes a file of what is given piece by piece. */
async function written(name, pieces) {
  const path = join(folder, name);
  const out = createWriteStream(path);
  for (const piece of pieces()) {
    if (!out.write(piece)) await new Promise((go) => out.once('drain', go));
  }
  await new Promise((go) => out.end(go));
  return path;
}

const HEAD = 'Model,Publication date,Organization,Country (of organization),Training compute (FLOP)\n';

function* rows(count, model, organization) {
  yield HEAD;
  for (let at = 0; at < count; at += 1000) {
    let piece = '';
    for (let own = at; own < Math.min(count, at + 1000); own += 1) {
      piece += `${model(own)},${2015 + (own % 10)}-01-01,${organization(own)},United States of America,1e24\n`;
    }
    yield piece;
  }
}

const LARGE = {
  '1,000,000 distinct models': () => rows(1_000_000, (at) => `Model ${at}`, (at) => `Lab ${at % 50}`),
  '300,000 distinct organisations': () => rows(300_000, (at) => `Model ${at}`, (at) => `Lab ${at}`),
  'a row of 50 MB': function* row() {
    yield 'Model,Publication date,Abstract\nOne,2022-01-01,"';
    for (let at = 0; at < 50; at += 1) yield 'word '.repeat(200_000);
    yield '"\nTwo,2022-02-01,short\n';
  },
  '100,000 columns': function* columns() {
    const names = Array.from({ length: 100_000 }, (_, at) => `Column ${at}`);
    yield `Model,Publication date,${names.join()}\n`;
    for (let at = 0; at < 5; at += 1) yield `Model ${at},2022-01-01,${names.map(() => 'x').join()}\n`;
  },
};

for (const [what, pieces] of Object.entries(LARGE)) {
  test(`${what}: shown as the command line counts them, or refused with the reason`, async () => {
    const { page, pageErrors, close } = await openReport({ apart: true });
    page.setDefaultTimeout(PATIENCE_MS);
    const path = await written(`${what.replace(/\W+/g, '-')}.csv`, pieces);
    await pickFile(page, path);
    await page.waitForFunction(
      (name) => {
        const isShown = window.modelCensus.breakdowns().source.name === name && document.querySelector('main').ariaBusy === 'false';
        return isShown || document.querySelector('.notice--error') !== null;
      },
      path.split('/').at(-1),
      { polling: 200 },
    );
    if (await page.locator('.notice--error').count()) {
      assert.match(await page.locator('.notice').innerText(), /\S/);
    } else {
      // The fingerprint of a large file comes after its numbers.
      await until(async () => (await breakdowns(page)).source.sha256);
      const { period } = await breakdowns(page);
      assert.deepEqual(await breakdowns(page), census(path, '--period', period.join('-')));
    }
    await recomputed(page, () => pickFile(page, SECOND));
    assert.equal((await breakdowns(page)).source.name, SECOND.split('/').at(-1));
    assert.deepEqual(pageErrors, []);
    await close();
    await rm(path);
  });
}

test('widgets removed and added a hundred times leave no worker and no memory behind', async () => {
  const { page, context, close } = await openPage({ path: 'about:blank', apart: true });
  const base = await baseUrl();
  await page.setContent('<main></main>');
  const chromium = await context.newCDPSession(page);
  await chromium.send('Performance.enable');
  const use = async () => {
    await page.evaluate((base) => {
      const frame = Object.assign(document.createElement('iframe'), { src: `${base}?embed=country`, width: 800, height: 600 });
      document.querySelector('main').append(frame);
    }, base);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame.locator('section#country .n').first().click();
    await frame.locator('dialog tbody tr').first().waitFor();
    await page.evaluate(() => document.querySelector('iframe').remove());
  };
  const left = async () => {
    await chromium.send('HeapProfiler.enable');
    await chromium.send('HeapProfiler.collectGarbage');
    const { metrics } = await chromium.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { documents: of('Documents'), heap: of('JSHeapUsedSize') };
  };
  const measured = async (times) => {
    for (let at = 0; at < times; at += 1) await use();
    await until(() => page.workers().length === 0);
    return left();
  };
  const before = await measured(10);
  const afterwards = await measured(90);
  assert.ok(afterwards.documents <= before.documents + 2, `${before.documents} documents became ${afterwards.documents}`);
  assert.ok(afterwards.heap < before.heap * 1.5 + 5e6, `${before.heap} bytes became ${afterwards.heap}`);
  await close();
});
