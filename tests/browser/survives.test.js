// What happens to a page in the world: stores that are full, other tabs, clocks
// that are wrong, files that vanish. It says what it could not do, shows what it
// showed, and the next act works.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { breakdowns, census, openReport, own, recomputed, scrollTo } from './sections.js';
import { serve } from './site.js';
import { censusReady, dropFile, openPage, pickFile } from './support.js';
import { copyOfDist, publishNextVersion } from './versions.js';
import { asked, until } from './waiting.js';

const FIRST = 'public/data/large-scale-models-2024-07-16.csv';
const SECOND = 'public/data/large-scale-models-2026-02-16.csv';

const file = (name, model) => ({ ...own(`Model,Publication date\n${model},2022-01-01\n`), name });
const notice = (page) => page.locator('.notice');

/** The next act works, and by the numbers of the command line. */
async function goesOn(page) {
  await recomputed(page, () => pickFile(page, SECOND));
  await recomputed(page, () => page.selectOption('#census-first-year', '2022'));
  const { period } = await breakdowns(page);
  assert.deepEqual(await breakdowns(page), census(SECOND, '--period', period.join('-')));
}

const stores = {
  'is full': () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
    };
  },
  'is refused': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is forbidden.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Storage is forbidden.', 'SecurityError');
      },
    });
  },
};
for (const [how, spoil] of Object.entries(stores)) {
  test(`a store that ${how} keeps nothing, which is said`, async () => {
    const { page, context, base, pageErrors, close } = await openPage({ path: 'favicon.svg' });
    await context.addInitScript(spoil);
    await page.goto(base);
    await censusReady(page);
    await recomputed(page, () => pickFile(page, file('mine.csv', 'Mine')));
    await page.locator('#census-keep').click();
    await page.locator('.keep [role=status]').filter({ hasText: /\S/ }).waitFor();
    assert.equal((await breakdowns(page)).source.name, 'mine.csv');
    await goesOn(page);
    assert.deepEqual(pageErrors, []);
    await close();
  });
}

test('of two tabs that keep different files the one kept last comes again', async () => {
  const { page, context, base, close } = await openReport();
  const other = await context.newPage();
  await other.goto(base);
  await censusReady(other);
  for (const [tab, name] of [[page, 'first.csv'], [other, 'second.csv']]) {
    await tab.bringToFront();
    await recomputed(tab, () => pickFile(tab, file(name, name)));
    await tab.locator('#census-keep').click();
    await tab.locator('#census-forget').waitFor();
  }
  assert.equal((await breakdowns(page)).source.name, 'first.csv');
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await tab.goto('about:blank');
    await tab.goto(base);
    await asked(tab, () => window.modelCensus?.breakdowns()?.source.name === 'second.csv');
  }
  await close();
});

/** Puts something into the page's own database, which is of this version then. */
const put = (page, version, record) =>
  page.evaluate(
    async ([version, record]) => {
      const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
      const opening = indexedDB.open('model-census', version);
      opening.onupgradeneeded = () => opening.result.objectStoreNames.contains('kept') || opening.result.createObjectStore('kept');
      const database = await done(opening);
      const { text, ...more } = record;
      await done(database.transaction('kept', 'readwrite').objectStore('kept').put({ ...more, ...(text && { file: new Blob([text]) }) }, 'latest'));
      database.close();
    },
    [version, record],
  );

test('a file that is dropped on a page whose next version was published meanwhile is not lost', async () => {
  for (const act of [() => {}, (page) => scrollTo(page, 'top-models')]) {
    const folder = await copyOfDist();
    const site = await serve(folder);
    const { page, close } = await openReport({ path: site.url });
    // With nothing but the first code, and with the code of the page's rest.
    await act(page);
    await publishNextVersion(folder);
    await dropFile(page, SECOND, { name: 'mine.csv' });
    await notice(page).filter({ hasText: '새 버전이 있음' }).waitFor();
    assert.equal(await page.locator('#census-snapshot').inputValue(), FIRST.split('/').at(-1), 'what is shown stays');
    await Promise.all([page.waitForEvent('load'), notice(page).getByRole('button', { name: '새로 고침' }).click()]);
    await asked(page, () => window.modelCensus?.breakdowns()?.source.name === 'mine.csv');
    assert.match(await page.content(), /assets\/index-[^"]*new\.js/);
    // It only came over: nothing is kept.
    await page.locator('#census-keep').waitFor();
    assert.equal(await page.locator('#census-forget').count(), 0);
    const shown = await breakdowns(page);
    assert.deepEqual(shown.breakdowns, census(SECOND, '--period', shown.period.join('-')).breakdowns);
    await page.goto('about:blank');
    await page.goto(site.url);
    await censusReady(page);
    assert.notEqual((await breakdowns(page)).source.name, 'mine.csv');
    await close();
  }
});

test('what an older version kept, without a definition, is shown', async () => {
  const { page, base, close } = await openReport();
  await put(page, 1, { name: 'old.csv', text: 'Model,Publication date\nOld,2022-01-01\n' });
  await page.goto('about:blank');
  await page.goto(base);
  await asked(page, () => window.modelCensus?.breakdowns()?.source.name === 'old.csv');
  await goesOn(page);
  await close();
});

test('a database of a later version is left alone, and the page works', async () => {
  const { page, base, pageErrors, close } = await openReport();
  await put(page, 7, { name: 'later.csv', text: 'Model\n' });
  await page.goto('about:blank');
  await page.goto(base);
  await censusReady(page);
  assert.deepEqual(await breakdowns(page), census(FIRST));
  await recomputed(page, () => pickFile(page, file('mine.csv', 'Mine')));
  await page.locator('#census-keep').click();
  await page.locator('.keep [role=status]').filter({ hasText: /\S/ }).waitFor();
  assert.equal(await page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'model-census').version), 7);
  assert.deepEqual(pageErrors, []);
  await close();
});

for (const year of [1990, 2099]) {
  test(`a clock of ${year} changes no number of what comes with the page`, async () => {
    const { page, context, base, pageErrors, close } = await openPage({ path: 'favicon.svg' });
    await context.addInitScript((year) => {
      const Own = Date;
      const off = Own.UTC(year, 5, 1) - Own.now();
      window.Date = class extends Own {
        constructor(...all) {
          super(...(all.length > 0 ? all : [Own.now() + off]));
        }
        static now() {
          return Own.now() + off;
        }
      };
    }, year);
    await page.goto(base);
    await censusReady(page);
    const expected = census(FIRST, '--period', '2021-2023');
    await recomputed(page, () => page.selectOption('#census-first-year', '2021'));
    const shown = await breakdowns(page);
    assert.deepEqual(shown.breakdowns, expected.breakdowns);
    await recomputed(page, () => pickFile(page, file('mine.csv', 'Mine')));
    assert.equal((await breakdowns(page)).source.records, 1);
    assert.deepEqual(pageErrors, []);
    await close();
  });
}

for (const timezoneId of ['Pacific/Apia', 'Asia/Kathmandu', 'America/Los_Angeles']) {
  test(`in the time zone ${timezoneId} the numbers are the same`, async () => {
    const { page, close } = await openReport({ context: { timezoneId } });
    assert.deepEqual(await breakdowns(page), census(FIRST));
    await goesOn(page);
    await close();
  });
}

/** The page whose worker hears of files so late that something can happen before. */
async function openLate() {
  const opened = await openPage({ path: 'favicon.svg', apart: true });
  await opened.context.addInitScript(() => {
    window.held = [];
    window.isHeld = false;
    window.Worker = class extends Worker {
      postMessage(...all) {
        if (window.isHeld && all[0].ask === 'read') window.held.push(() => super.postMessage(...all));
        else super.postMessage(...all);
      }
    };
  });
  await opened.page.goto(opened.base);
  await censusReady(opened.page);
  await recomputed(opened.page, () => opened.page.selectOption('#census-first-year', '2021'));
  return opened;
}

const vanishing = { 'is deleted': (path) => rm(path), 'is changed': (path) => writeFile(path, 'Model,Publication date\nOther,2021-01-01\nMore,2021-01-01\n') };
for (const [how, spoil] of Object.entries(vanishing)) {
  test(`a file that ${how} before it is read leaves the numbers, and that is said`, async () => {
    const { page, close } = await openLate();
    const before = await breakdowns(page);
    const path = join(await mkdtemp(join(tmpdir(), 'model-census-')), 'gone.csv');
    await writeFile(path, 'Model,Publication date\nOnly,2022-01-01\n');
    await page.evaluate(() => (window.isHeld = true));
    await pickFile(page, path);
    await asked(page, () => window.held.length > 0);
    await spoil(path);
    await page.evaluate(() => {
      window.isHeld = false;
      for (const go of window.held.splice(0)) go();
    });
    await page.locator('.notice--error').filter({ hasText: 'gone.csv' }).waitFor();
    assert.deepEqual(await breakdowns(page), before);
    await goesOn(page);
    await close();
  });
}

test('a page that is loaded anew, or left and come back to, while it reads shows what its address says', async () => {
  const { page, base, pageErrors, close } = await openLate();
  const before = await breakdowns(page);
  const hash = await page.evaluate(() => location.hash);
  for (const leave of [
    () => page.reload(),
    async () => {
      await page.goto(`${base}favicon.svg`);
      await page.goBack();
    },
  ]) {
    await page.evaluate(() => (window.isHeld = true));
    await pickFile(page, file('mine.csv', 'Mine'));
    await asked(page, () => window.held.length > 0);
    await leave();
    // Some browsers show the page as it was left.
    await page.evaluate(() => {
      window.isHeld = false;
      for (const go of window.held.splice(0)) go();
    });
    await asked(page, () => {
      const shown = window.modelCensus?.breakdowns();
      return shown && document.querySelector('main')?.ariaBusy === 'false' && !document.querySelector('.notice progress');
    });
    if ((await breakdowns(page)).source.name === 'mine.csv') await page.goto(`${base}favicon.svg`).then(() => page.goto(base + hash));
    await asked(page, (first) => window.modelCensus?.breakdowns()?.period[0] === first, before.period[0]);
    assert.deepEqual(await breakdowns(page), before);
  }
  await goesOn(page);
  assert.deepEqual(pageErrors, []);
  await close();
});

test('a tab that was frozen and goes on, or was discarded and is restored, shows the same', async () => {
  const { page, context, base, close } = await openReport();
  await recomputed(page, () => page.selectOption('#census-first-year', '2021'));
  const before = await breakdowns(page);
  const chromium = await context.newCDPSession(page);
  await chromium.send('Page.setWebLifecycleState', { state: 'frozen' });
  await chromium.send('Page.setWebLifecycleState', { state: 'active' });
  await recomputed(page, () => page.selectOption('#census-first-year', '2022'));
  await recomputed(page, () => page.selectOption('#census-first-year', '2021'));
  assert.deepEqual(await breakdowns(page), before);
  // What is left of a discarded tab is its address.
  const address = page.url();
  await page.close();
  const restored = await context.newPage();
  await restored.goto(address);
  await censusReady(restored);
  assert.deepEqual(await breakdowns(restored), before);
  await goesOn(restored);
  assert.ok(address.startsWith(base));
  await close();
});

test('without a network every step says what failed, and works again with one', async () => {
  const { page, context, close } = await openPage();
  await censusReady(page);
  const again = () => notice(page).getByRole('button', { name: '다시 시도' });
  await context.setOffline(true);
  await page.selectOption('#census-first-year', '2021');
  await again().waitFor();
  await context.setOffline(false);
  await recomputed(page, () => again().click());
  await context.setOffline(true);
  await page.selectOption('#census-snapshot', { index: 1 });
  await again().waitFor();
  assert.equal((await breakdowns(page)).source.name, FIRST.split('/').at(-1));
  await context.setOffline(false);
  await recomputed(page, () => again().click());
  assert.equal((await breakdowns(page)).source.name, SECOND.split('/').at(-1));
  await context.setOffline(true);
  // What has come already needs none.
  await recomputed(page, () => pickFile(page, file('mine.csv', 'Mine')));
  await until(async () => (await breakdowns(page)).source.name === 'mine.csv');
  await context.setOffline(false);
  await goesOn(page);
  await close();
});
