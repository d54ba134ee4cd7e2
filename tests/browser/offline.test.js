// The page without a network, and its newer versions.
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesOf } from '../../tools/offline.js';
import { drawn, exported, openReport, recomputed, scrollTo } from './sections.js';
import { serve } from './site.js';
import { axe, censusReady, dropFile, openPage, screenshot, speakEnglish } from './support.js';
import { copyOfDist, dist, folders, publishNextVersion } from './versions.js';
import { becomes, painted } from './waiting.js';
import { unzip } from './zip.js';

const keptNames = async () => {
  const names = [];
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    names.push(...requests.map(({ url }) => url.slice(new URL('./', location).href.length).split('?')[0] || './'));
  }
  return names.sort();
};

/** Waits until all that the page consists of is kept in the browser. */
async function allKept(page, folder) {
  const { firstView, rest } = filesOf(folder);
  const expected = [...firstView, ...rest].map(({ url }) => url).sort();
  await becomes(() => page.evaluate(keptNames), expected);
}

test('after one visit everything works with the network cut, below any path', async () => {
  const site = await serve(dist, { under: '/자료실/census/' });
  const opened = await openReport({ keeping: true, path: site.url });
  const { page, context } = opened;
  await allKept(page, dist);
  await context.setOffline(true);
  await site.stop();
  const asked = site.requested.length;
  opened.consoleErrors.length = 0;

  await page.reload();
  await censusReady(page);
  await drawn(page, 'country');

  await recomputed(page, () => page.selectOption('#census-snapshot', 'large-scale-models-2026-02-16.csv'));
  assert.match(await page.locator('#census-snapshot option:checked').innerText(), /2026/);

  // The modules for packed files and for offices, and published figures.
  await recomputed(page, () => dropFile(page, 'tests/fixtures/packed/second-sheet.xlsx'));
  const docx = unzip((await exported(page, 'docx')).bytes);
  assert.ok(docx['word/document.xml'].length > 10_000);
  const xlsx = unzip((await exported(page, 'xlsx')).bytes);
  assert.ok(Object.keys(xlsx).some((name) => name.startsWith('xl/worksheets/')));
  await (await scrollTo(page, 'verification')).locator('table').first().waitFor();

  // The other addresses of the same page.
  await page.goto(`${site.url}?embed=country&lang=en`);
  await page.locator('section#country table').waitFor();
  await page.goto(`${site.url}index.html#year`);
  await censusReady(page);

  assert.equal(site.requested.length, asked);
  assert.deepEqual(opened.consoleErrors, []);
  assert.deepEqual(opened.pageErrors, []);
  assert.deepEqual(opened.cspViolations, []);
  await opened.close();
});

test('who saves data gets only what is used', async () => {
  const site = await serve(dist);
  const opened = await openPage({ keeping: true, path: 'about:blank' });
  const { page, context } = opened;
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });
    const { postMessage } = ServiceWorker.prototype;
    ServiceWorker.prototype.postMessage = function (message) {
      postMessage.call(this, message);
      window.toldWorker = message;
    };
  });
  await page.clock.install();
  await page.goto(site.url);
  await censusReady(page);
  // What it keeps begins with this, and what the page fetches when it is idle,
  // some seconds later.
  await page.waitForFunction(() => window.toldWorker !== undefined);
  assert.deepEqual(await page.evaluate(() => window.toldWorker), { ask: 'opened', isSparing: true });
  await page.clock.fastForward(20_000);
  await painted(page, 40);
  // What a page needs once it stands is used by every page.
  const { firstView, rest } = filesOf(dist);
  const standing = rest.filter(({ url }) => url.includes('/after-'));
  const names = [...firstView, ...standing].map(({ url }) => url).sort();
  const kept = await page.evaluate(keptNames);
  assert.deepEqual(firstView.filter(({ url }) => !kept.includes(url)), []);
  assert.equal(kept.filter((name) => standing.some(({ url }) => url === name)).length, 1);
  assert.deepEqual(kept.filter((name) => !names.includes(name)), []);
  await exported(page, 'xlsx');
  const used = (await page.evaluate(keptNames)).filter((name) => !names.includes(name));
  assert.ok(used.some((name) => name.includes('model_census_office_bg')), used.join());
  assert.ok(!used.some((name) => name.includes('model_census_unpack_bg')), used.join());
  await opened.close();
});

test('a newer version is offered, says what is lost, and older pages go on', async () => {
  const folder = await copyOfDist();
  const site = await serve(folder);
  const opened = await openReport({ keeping: true, path: site.url });
  const { page, context } = opened;
  await allKept(page, folder);
  const old = await page.evaluate(keptNames);
  const other = await context.newPage();
  await other.goto(site.url);
  await censusReady(other);
  const bar = page.locator('.new-version');
  assert.equal(await bar.count(), 0);

  await publishNextVersion(folder);
  await page.reload();
  await censusReady(page);
  await bar.waitFor();
  await bar.getByText('새 버전이 있음.').waitFor();
  assert.doesNotMatch(await bar.innerText(), /다시 불러와야/);
  await recomputed(page, () => dropFile(page, 'public/data/large-scale-models-2026-02-16.csv', { name: 'mine.csv' }));
  await bar.getByText(/다시 불러와야 함: mine\.csv/).waitFor();
  await speakEnglish(page);
  await bar.getByText('There is a new version.').waitFor();
  // What lies in part behind the bar is scrolled out of it.
  assert.deepEqual(await axe(page, { rules: { 'target-size': { enabled: false } } }), []);
  for (const button of await bar.locator('button').all()) assert.ok((await button.boundingBox()).height >= 24);
  await screenshot(page, 'new-version', { fullPage: false });

  // By keys, and the other page is told too.
  await page.locator('.skip').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'census-reload');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await censusReady(page);
  assert.match(await page.content(), /assets\/index-[^"]*new\.js/);
  assert.equal(await bar.count(), 0);
  await other.locator('.new-version').waitFor();
  // Its version is gone from the site, and its parts still come.
  await other.bringToFront();
  await (await scrollTo(other, 'verification')).locator('table').first().waitFor();
  assert.equal(await other.locator('.section__missing[role=status]').count(), 0);

  await other.close();
  await page.reload();
  await censusReady(page);
  await allKept(page, folder);
  assert.notDeepEqual(await page.evaluate(keptNames), old);
  assert.deepEqual(opened.pageErrors, []);
  assert.deepEqual(opened.cspViolations, []);
  await opened.close();
});

test('a frame of another page keeps nothing', async () => {
  const site = await serve(dist);
  const folder = await mkdtemp(join(tmpdir(), 'model-census-'));
  folders.push(folder);
  await writeFile(join(folder, 'index.html'), `<iframe src="${site.url}?embed=country" width="800" height="600"></iframe>`);
  const host = await serve(folder, { sent: {} });
  const { page, close } = await openPage({ keeping: true, path: host.url });
  await page.frameLocator('iframe').locator('section#country .prose').waitFor();
  const frame = page.frames().find((frame) => frame.url().includes('embed='));
  // The page would begin to keep itself in the first idle moment after that.
  for (let moment = 0; moment < 3; moment += 1) await frame.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve())));
  await painted(frame, 40);
  assert.deepEqual(await frame.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assert.ok(!site.requested.includes('/sw.js'));
  await close();
});
