// The report on paper: the infographic, and the page as it is printed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openReport, saved, scrollTo, size } from './sections.js';

/** Presses the button that prints, on a machine that may be too busy for the time that the page gives itself. */
async function pressPrint(page) {
  await page.evaluate(() => {
    const { setTimeout } = window;
    window.setTimeout = (act, ms, ...more) => setTimeout(act, ms === 15_000 ? 600_000 : ms, ...more);
  });
  await scrollTo(page, 'export');
  await page.locator('#census-print').click();
}

test('the whole report stands on one page, as a picture of A4', async () => {
  const { page, close, cspViolations, consoleErrors } = await openReport();
  const section = await scrollTo(page, 'infographic');
  await section.locator('img').waitFor();
  await page.waitForFunction(() => document.querySelector('.infographic__page').naturalWidth === 794);
  const svg = (await saved(page, () => page.locator('#census-infographic-svg').click())).bytes.toString('utf8');
  const other = await page.context().newPage();
  const said = await other.evaluate((svg) => {
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return {
      failed: document.querySelector('parsererror')?.textContent,
      text: [...document.querySelectorAll('text')].map((text) => text.textContent),
      charts: document.querySelectorAll('svg svg').length,
    };
  }, svg);
  assert.equal(said.failed, undefined);
  assert.equal(said.charts, 8);
  for (const part of ['144', '226.1%', '3위', '87.5%', '미국', '64']) assert.ok(said.text.includes(part), part);
  assert.ok(said.text.some((text) => /CC BY 4\.0/.test(text)));
  const { bytes } = await saved(page, () => page.locator('#census-infographic-png').click());
  assert.deepEqual(size(bytes), [Math.round(794 * 3.125), Math.round(1123 * 3.125)]);
  assert.deepEqual([cspViolations, consoleErrors], [[], []]);
  await close();
});

test('the print button prints what was never near too', async () => {
  const { page, close } = await openReport();
  await page.evaluate(() => {
    window.print = () => {
      const sections = ['country', 'training-compute', 'sensitivity', 'explore'];
      window.printed = {
        verification: document.querySelectorAll('#verification tbody tr').length,
        infographic: document.querySelector('.infographic__page')?.naturalWidth,
        undrawn: sections.filter((id) => document.querySelector(`#${id} .chart[data-drawn] svg`) === null),
        models: document.querySelectorAll('#training-compute tbody tr').length,
      };
    };
  });
  await pressPrint(page);
  await page.waitForFunction(() => window.printed !== undefined);
  const printed = await page.evaluate(() => window.printed);
  assert.deepEqual(printed, { verification: 44, infographic: 794, undrawn: [], models: 103 });
  await close();
});

test('on paper there are sentences, tables and charts, and no buttons', async () => {
  const { page, close } = await openReport({ theme: 'dark' });
  await scrollTo(page, 'policy');
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.controls', '#export', '.figure__tools', '.grid-tools', '#census-implications']) {
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  }
  assert.ok(await page.locator('#country .prose').isVisible());
  await page.emulateMedia({ media: null });
  assert.equal(await page.locator('.attributes').isVisible(), false);
  // As it is when the paper is made: PDFs are compressed.
  await page.evaluate(() => {
    addEventListener('beforeprint', () =>
      queueMicrotask(() => {
        const chart = document.querySelector('#country .chart svg');
        window.printed = { box: chart.getAttribute('viewBox'), dark: document.documentElement.dataset.theme };
      }),
    );
  });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.ok(pdf.length > 50_000);
  const { box, dark } = await page.evaluate(() => window.printed);
  assert.match(box, /^0 0 656 \d+$/);
  assert.notEqual(dark, 'dark');
  assert.equal(await page.locator('#country .chart svg').getAttribute('viewBox'), null, 'on screen as before');
  await page.emulateMedia({ media: 'print' });
  const stated = await page.locator('.attributes').innerText();
  const source = await page.evaluate(() => window.modelCensus.breakdowns().source);
  for (const part of ['2020~2023년', source.name, source.sha256, 'IS-178', /정의의 SHA-256\s+[0-9a-f]{64}/, /작성일\s+\d{4}-\d{2}-\d{2}/]) {
    assert.match(stated, part instanceof RegExp ? part : new RegExp(part.replaceAll('.', '\\.')));
  }
  assert.match(await page.locator('.credits').innerText(), /CC BY 4\.0/);
  await close();
});

// A browser shrinks every page to what is widest on any.
test('nothing is wider than the paper, with six years, with half-years, in either language', async () => {
  for (const [lang, period] of [['en', '2020-2025'], ['ko', '2020H1-2025H2']]) {
    const data = 'data=large-scale-models-2026-02-16.csv';
    const { page, close } = await openReport({ path: `#?${data}&period=${period}&lang=${lang}` });
    await page.evaluate(() => (window.print = () => (window.printed = true)));
    await pressPrint(page);
    await page.waitForFunction(() => window.printed === true);
    await page.emulateMedia({ media: 'print' });
    // 174 mm.
    await page.setViewportSize({ width: 658, height: 900 });
    assert.match(await page.locator('.verification__printed').innerText(), /455/);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('table, .chart, p, ul')]
        .filter((own) => own.checkVisibility() && own.getBoundingClientRect().right > 659)
        .map((own) => own.closest('section')?.id),
    );
    assert.deepEqual(wide, [], `${lang} ${period}`);
    await close();
  }
});
