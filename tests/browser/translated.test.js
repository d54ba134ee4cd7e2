// A page that the browser translates: its texts stand in <font> elements then, and
// no number on it may be one that was true before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakdowns, openReport, recomputed, scrollTo } from './sections.js';
import { pickFile } from './support.js';
import { asked } from './waiting.js';

// As Chromium's translator: in the place of a text, or beside it first; and as
// others do, around it. What says that it is not to be translated is left alone.
const translate = (page, how) =>
  page.evaluate((how) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest('font, script, style, noscript, textarea, select, [translate=no]')) continue;
      const fonts = [document.createElement('font'), document.createElement('font')];
      fonts[0].append(fonts[1]);
      if (how === 'beside') {
        parent.insertBefore(fonts[0], text);
        fonts[1].textContent = text.data;
        text.remove();
      } else if (how === 'around') {
        text.replaceWith(fonts[0]);
        fonts[1].append(text);
      } else {
        fonts[1].textContent = text.data;
        parent.replaceChild(fonts[0], text);
      }
    }
    return texts.length;
  }, how);

/** The words of the page as they are read, section by section. */
const words = (page) =>
  asked(page, () => {
    if (document.querySelector('main').ariaBusy !== 'false') return undefined;
    const of = [...document.querySelectorAll('h1, #summary, #year, #country, #domain, .filter-bar')];
    return of.map((own) => {
      const read = own.cloneNode(true);
      // Charts are drawn when it is their turn, and not translated.
      for (const chart of read.querySelectorAll('.figure')) chart.remove();
      return read.textContent.replaceAll(/\s+/g, ' ');
    });
  });

async function seen(page) {
  for (const id of ['country', 'domain', 'summary']) await scrollTo(page, id);
  return words(page);
}

const acts = [
  ['the period', (page) => page.selectOption('#census-last-year', '2022')],
  ['a file', (page) => pickFile(page, 'public/data/large-scale-models-2026-02-16.csv')],
  ['the years back', (page) => page.selectOption('#census-first-year', '2021')],
];

for (const how of ['instead', 'beside', 'around']) {
  test(`translated ${how}, the page says what is true after every act`, async () => {
    const { page, pageErrors, close } = await openReport();
    const plain = await openReport();
    await seen(page);
    for (const [what, act] of acts) {
      assert.ok((await translate(page, how)) > 200);
      await recomputed(page, () => act(page));
      await recomputed(plain.page, () => act(plain.page));
      assert.deepEqual(await breakdowns(page), await breakdowns(plain.page));
      assert.deepEqual(await seen(page), await seen(plain.page), what);
    }
    // What is shown and hidden goes and comes as ever.
    await translate(page, how);
    await page.locator('#country [data-meant]').first().click();
    await page.locator('dialog.behind [data-meant]').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog.behind').waitFor({ state: 'hidden' });
    assert.deepEqual(pageErrors, []);
    await plain.close();
    await close();
  });
}

test('names of models, organisations and marks of charts are not translated', async () => {
  const { page, close } = await openReport();
  const isLeft = (selector) =>
    asked(page, (selector) => {
      const own = [...document.querySelectorAll(selector)];
      return own.length > 0 && own.every((one) => one.closest('[translate=no]') !== null);
    }, selector);
  await scrollTo(page, 'organization');
  await isLeft('#organization tbody tr:not(.per-year) th');
  await isLeft('.chart');
  await scrollTo(page, 'top-models');
  await isLeft('#top-models [data-meant^="record="]');
  await close();
});
