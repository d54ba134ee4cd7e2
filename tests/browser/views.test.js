// Every view by axe (WCAG 2.2 AA), in both languages and themes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialog, openReport, own, prefer, recomputed } from './sections.js';
import { axe, openPage, pickFile } from './support.js';
import { faults, layOutAll, tooWide, unfoldAll } from './whole.js';

/** Every view: what leads to it from the one before, and what of the page it is. */
const views = [
  {
    name: 'the report',
    open: async (page) => {
      await layOutAll(page);
      await unfoldAll(page);
      await page.locator('.filters__form').waitFor();
    },
  },
  {
    name: 'all published figures',
    within: '#verification',
    open: async (page) => page.locator('.verification__counts button').first().click(),
  },
  {
    name: 'the contents',
    within: '.head',
    open: async (page) => page.locator('.contents summary').click(),
  },
  {
    name: 'the definition',
    within: '.definition',
    open: async (page) => {
      await page.locator('details.definition > summary').click();
      await page.locator('.definition__terms tbody tr').first().waitFor();
    },
  },
  {
    name: 'a change that is not kept',
    within: '.pending',
    open: async (page) => {
      await page.fill('#census-rule-threshold', '1e24');
      await page.locator('#census-rule-threshold').blur();
      await page.locator('.pending__moves li').first().waitFor();
    },
    leave: async (page) => page.locator('#census-discard-change').click(),
  },
  {
    name: 'the models behind a number',
    within: 'dialog',
    open: async (page) => {
      await page.locator('#summary .n').first().click();
      await dialog(page).locator('tbody tr[aria-rowindex]').first().waitFor();
    },
  },
  {
    name: 'no model found',
    within: 'dialog',
    open: async (page) => {
      await dialog(page).locator('input[type=search]').fill('no such model');
      await page.waitForFunction(() => document.querySelector('dialog .models').getAttribute('aria-rowcount') === '1');
    },
    leave: async (page) => dialog(page).locator('input[type=search]').fill(''),
  },
  {
    name: 'a model',
    within: 'dialog',
    open: async (page) => {
      await dialog(page).locator('tbody .n').first().click();
      await dialog(page).locator('.facts').waitFor();
    },
    leave: async (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'a file that is refused',
    within: '.head',
    open: async (page) => {
      await pickFile(page, own('a,b\n1,2\n'));
      await page.locator('.notice--error').waitFor();
    },
  },
  {
    name: 'a file with faults',
    open: async (page) => {
      const faulty = own('Model,Publication date,Organization\nCaf\xe9,2022-01-01,NAVER\nB,20x2,Nobody knows\nB,2023-13-01,\n');
      await recomputed(page, () => pickFile(page, faulty));
      await page.locator('#census-keep').waitFor();
      await page.evaluate(() => {
        for (const section of document.querySelectorAll('.section')) section.style.contentVisibility = 'visible';
      });
      await unfoldAll(page, 'body');
    },
  },
  {
    name: 'nothing that meets the filter',
    open: async (page) => {
      await page.fill('#census-filter-text', 'no such model');
      await recomputed(page, () => page.press('#census-filter-text', 'Enter'));
    },
  },
];

const themes = ['light', 'dark'];

for (const lang of ['ko', 'en']) {
  for (const theme of themes) {
    test(`every view is clean: ${lang}, ${theme}`, async () => {
      const { page, pageErrors, cspViolations, close } = await openReport({ theme, path: `#?lang=${lang}` });
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
      for (const { name, open, within, leave } of views) {
        await open(page);
        assert.deepEqual(faults(await axe(page, { within })), [], name);
        await leave?.(page);
      }
      assert.deepEqual([pageErrors, cspViolations], [[], []]);
      await close();
    });
  }
}

const embeds = ['summary', 'year', 'country', 'focus-country', 'top-models', 'training-compute', 'infographic'];

/** What is wrong with embedded views, by theme; each is opened once for both. */
async function faultsOfEmbeds() {
  const found = { light: [], dark: [] };
  for (const [width, lang] of [[390, 'ko'], [320, 'en']]) {
    const { page, base, close } = await openPage({ path: 'favicon.svg', width, height: 600 });
    for (const view of embeds) {
      await page.goto(`${base}?embed=${view}&lang=${lang}`);
      await page.locator(view === 'summary' ? '#summary dl > div' : view === 'infographic' ? '#infographic img' : `#${view} tbody tr`).first().waitFor();
      for (const theme of themes) {
        await prefer(page, theme);
        const own = [...(await tooWide(page)), ...faults(await axe(page))];
        found[theme].push(...own.map((fault) => `${view} at ${width} px: ${fault}`));
      }
    }
    await close();
  }
  return found;
}

let ofEmbeds;

for (const theme of themes) {
  test(`every embedded view is clean, and no wider than its frame: ${theme}`, async () => {
    ofEmbeds ??= faultsOfEmbeds();
    assert.deepEqual((await ofEmbeds)[theme], []);
  });
}
