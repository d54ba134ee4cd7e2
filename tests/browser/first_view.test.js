// What is read before the module has come.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { censusReady, openPage, screenshot, speakEnglish } from './support.js';

const SHOWN = '.head__title, .head__lead, .controls, #summary';
const WIDTHS = [
  ['desktop', 1280, 900],
  ['tablet', 820, 1180],
  ['phone', 390, 844],
  ['narrow', 320, 640],
];

/** Keeps the module back until it is let through. */
async function heldBack(opened) {
  let letThrough;
  const held = new Promise((resolve) => (letThrough = resolve));
  await opened.context.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}

/** Opens the page again, now that its requests are held back. */
async function again(opened, path = '') {
  await opened.page.goto('about:blank');
  await opened.page.goto(new URL(path, opened.base).href, { waitUntil: 'commit' });
  await opened.page.locator('#app').waitFor({ state: 'attached' });
}

async function isThereButHidden(page) {
  await page.locator('.first-view').waitFor({ state: 'attached' });
  await page.locator('.first-view').waitFor({ state: 'hidden' });
  assert.equal(await page.locator('.first-view').count(), 1);
}

const texts = (page) =>
  page.locator(SHOWN).evaluateAll((all) => all.map((own) => own.innerText.replace(/\s+/g, ' ')));

const places = (page) =>
  page.locator(SHOWN).evaluateAll((all) =>
    all.map((own) => {
      const { x, y, width, height } = own.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    }),
  );

for (const [name, width, height] of WIDTHS) {
  test(`the summary is there before the module, and stays where it is: ${name}`, async () => {
    const opened = await openPage({ width, height, path: 'about:blank' });
    const { page } = opened;
    await page.addInitScript(() => {
      window.shifts = [];
      const of = ({ x, y, width, height }) => [x, y, width, height].join(' ');
      const place = ({ node, previousRect, currentRect }) => [node?.outerHTML?.slice(0, 80), of(previousRect), of(currentRect)];
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput, sources } of list.getEntries()) {
          if (!hadRecentInput) window.shifts.push([value, sources.map(place)]);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const letThrough = await heldBack(opened);
    await again(opened);
    const summary = page.locator('.first-view #summary');
    await summary.waitFor();
    assert.match(await summary.innerText(), /출시 모델\s+144/);
    if (name !== 'narrow') await screenshot(page, `first-view-${name}`, { fullPage: false });
    const before = { texts: await texts(page), places: await places(page) };
    letThrough();
    await censusReady(page);
    assert.equal(await page.locator('.first-view').count(), 0);
    assert.deepEqual({ texts: await texts(page), places: await places(page) }, before);
    // Charts are drawn in places that are kept for them.
    await page.locator('#year').scrollIntoViewIfNeeded();
    await page.locator('#year .chart[data-drawn]').waitFor();
    const shifts = await page.evaluate(() => window.shifts);
    assert.ok(shifts.reduce((sum, [value]) => sum + value, 0) < 0.01, JSON.stringify(shifts));
    assert.deepEqual(opened.cspViolations, []);
    assert.deepEqual(opened.consoleErrors, []);
    await opened.close();
  });
}

test('a figure stands where it stays, however many have come', async () => {
  for (const [, width, height] of WIDTHS) {
    const opened = await openPage({ width, height, context: { javaScriptEnabled: false } });
    const figures = opened.page.locator('.first-view #summary dl > div');
    const place = (at) => figures.nth(at).evaluate((own) => [own.getBoundingClientRect().x, own.getBoundingClientRect().width]);
    const all = await figures.count();
    assert.equal(all, 6);
    const before = await Promise.all([0, 1].map(place));
    for (let left = all - 1; left >= 2; left -= 1) {
      await figures.nth(left).evaluate((own) => own.remove());
      assert.deepEqual(await Promise.all([0, 1].map(place)), before, `${left} figures at ${width} px`);
    }
    await opened.close();
  }
});

test('what waits cannot be used, and is not shown to who came for something else', async () => {
  const opened = await openPage();
  const { page } = opened;
  await censusReady(page);
  const letThrough = await heldBack(opened);
  await again(opened);
  await page.locator('.first-view[inert]').waitFor();
  for (const path of ['#country?period=2022-2023', '?embed=country', '#?lang=en']) {
    await again(opened, path);
    await isThereButHidden(page);
  }
  letThrough();
  await again(opened);
  await censusReady(page);
  await speakEnglish(page);
  // In the reader's theme from the first paint on.
  await page.selectOption('#census-theme', 'dark');
  const letLater = await heldBack(opened);
  await again(opened);
  await isThereButHidden(page);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  letLater();
  await page.locator('#summary').waitFor();
  assert.match(await page.locator('#summary').innerText(), /Summary/);
  await opened.close();
});

test('without scripts the summary is read', async () => {
  const opened = await openPage({ path: 'about:blank', context: { javaScriptEnabled: false } });
  const { page } = opened;
  await page.goto(opened.base);
  await page.locator('noscript p[lang=ko]').waitFor();
  assert.match(await page.locator('#summary').innerText(), /한국\(11개\)/);
  await opened.close();
});

test('where the module does not come, the page says so beside what is there', async () => {
  const opened = await openPage({ path: 'about:blank' });
  const { page } = opened;
  await opened.context.route('**/*.wasm', (route) => route.abort());
  await page.goto(opened.base);
  await page.getByText('페이지를 시작하지 못했습니다').waitFor();
  await page.locator('.first-view:not([inert]) #summary').waitFor();
  await opened.close();
});
