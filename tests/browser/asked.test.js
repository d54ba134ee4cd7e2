// What was asked last is what is shown, and nothing waits for ever: slow, failing
// and late answers, and a worker that ends.
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { watchWorkers } from './late.js';
import { breakdowns, census, openReport, own, recomputed } from './sections.js';
import { serveFaulty } from './site.js';
import { censusReadyAfter, openPage, pickFile, readyCount, root } from './support.js';
import { asked } from './waiting.js';

const FIRST = 'public/data/large-scale-models-2024-07-16.csv';
const SECOND = 'public/data/large-scale-models-2026-02-16.csv';
const IN_TWO_SECONDS_MS = 2_000;

const small = own('Model,Publication date\nOnly,2022-01-01\n');
const notice = (page) => page.locator('.notice');
const again = (page) => notice(page).getByRole('button', { name: '다시 시도' });

/** The page with its workers at hand, and messages to them as late as `window.late` says. */
async function openWatched(options) {
  const opened = await openPage({ path: 'favicon.svg', ...options });
  await watchWorkers(opened.context);
  await opened.page.goto(opened.base + (options?.at ?? ''));
  await opened.page.waitForFunction(() => window.censusReadyCount > 0);
  return opened;
}

/** Requests for what matches are held until they are let go, or refused. */
async function hold(context, what) {
  const held = [];
  let isOpen = false;
  await context.route(what, async (route) => {
    if (!isOpen) await new Promise((go) => held.push(go));
    await route.continue().catch(() => {});
  });
  return {
    asked: async () => {
      for (let tries = 0; held.length === 0; tries += 1) {
        assert.ok(tries < 1_000, `${what} was never asked for`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    letGo: () => {
      isOpen = true;
      for (const go of held.splice(0)) go();
    },
  };
}

/** A file that takes its time, of so many models with long abstracts. */
async function large(models) {
  const abstract = 'A sentence, with a comma.\n'.repeat(80);
  const row = (_, at) => `Model ${at},2022-01-01,NAVER,"${abstract}",Language\n`;
  const path = join(await mkdtemp(join(tmpdir(), 'model-census-')), 'large.csv');
  const rows = Array.from({ length: models }, row).join('');
  await writeFile(path, `Model,Publication date,Organization,Abstract,Domain\n${rows}`);
  return path;
}

/** Waits until numbers, address, title and controls are of this, and of nothing else. */
async function agrees(page, expected) {
  const shown = await asked(
    page,
    (models) => {
      const shown = window.modelCensus.breakdowns();
      const period = shown.period.map(String);
      const ends = ['#census-first-year', '#census-last-year'].map((id) => document.querySelector(id).value);
      const title = document.title.includes(period[0]) && document.title.includes(period[1]);
      const isAtRest = document.querySelector('main').ariaBusy === 'false' && !document.querySelector('.notice progress');
      return isAtRest && title && shown.models === models && ends.join() === period.join() && shown;
    },
    expected.models,
  );
  assert.deepEqual(shown, expected);
}

test('the worker ends while it reads: it is said, another begins, and the next act works', async () => {
  const { page, close } = await openWatched({ apart: true });
  await recomputed(page, () => page.selectOption('#census-first-year', '2021'));
  const before = await breakdowns(page);
  await pickFile(page, await large(40_000));
  await page.locator('.notice progress').waitFor();
  const took = await page.evaluate(async () => {
    const ended = performance.now();
    window.workers.at(-1).terminate();
    while (!document.querySelector('.notice').textContent.includes('다시 시작함')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return performance.now() - ended;
  });
  assert.ok(took < IN_TWO_SECONDS_MS, `noticed after ${took} ms`);
  assert.deepEqual(await breakdowns(page), before);
  await recomputed(page, () => page.selectOption('#census-first-year', '2022'));
  await agrees(page, census(FIRST, '--period', '2022-2023'));
  // What was read is not lost with a worker either.
  await recomputed(page, () => pickFile(page, SECOND));
  await page.evaluate(() => window.workers.at(-1).terminate());
  await notice(page).filter({ hasText: '다시 시작함' }).waitFor();
  await recomputed(page, () => page.selectOption('#census-first-year', '2023'));
  const { period } = await breakdowns(page);
  await agrees(page, census(SECOND, '--period', period.join('-')));
  await close();
});

test('numbers that are shown while the worker ends are handed to other programs by the next one', async () => {
  const { page, close } = await openWatched();
  await recomputed(page, () => page.selectOption('#census-first-year', '2021'));
  // They are shown once they are offered; the worker ends before it hears of that.
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (...all) {
      if (all[0].ask === 'take') this.terminate();
      else postMessage.apply(this, all);
    };
    window.restore = () => (Worker.prototype.postMessage = postMessage);
  });
  await page.selectOption('#census-first-year', '2022');
  await notice(page).filter({ hasText: '다시 시작함' }).waitFor();
  await page.evaluate(() => window.restore());
  await agrees(page, census(FIRST, '--period', '2022-2023'));
  await close();
});

test('a list that comes late does not take the place of a file', async () => {
  const { page, context, close } = await openReport();
  const list = await hold(context, `**/${SECOND.split('/').at(-1)}`);
  await page.selectOption('#census-snapshot', { index: 1 });
  await list.asked();
  await recomputed(page, () => pickFile(page, small));
  list.letGo();
  await page.waitForLoadState('networkidle');
  assert.equal((await breakdowns(page)).source.name, 'own.csv');
  assert.match(await notice(page).innerText(), /own\.csv/);
  assert.equal(await page.locator('#census-snapshot').inputValue(), 'own.csv');
  await close();
});

test('of a slow file and another the other is shown, under its name', async () => {
  const { page, context, base, close } = await openReport();
  const slow = await hold(context, '**/slow.csv');
  await recomputed(page, () => page.selectOption('#census-first-year', '2021'));
  await page.evaluate(() => history.pushState(null, '', '#?src=slow.csv'));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await slow.asked();
  await recomputed(page, () => pickFile(page, small));
  assert.match(await notice(page).innerText(), /own\.csv.*1개 행.*1개 모델/s);
  slow.letGo();
  await page.waitForLoadState('networkidle');
  assert.equal((await breakdowns(page)).source.name, 'own.csv');
  assert.ok(!page.url().includes('slow.csv'), `${page.url()} at ${base}`);
  await close();
});

test('a period that is changed while a list comes holds for that list', async () => {
  const { page, context, close } = await openReport();
  const list = await hold(context, `**/${SECOND.split('/').at(-1)}`);
  await page.selectOption('#census-snapshot', { index: 1 });
  await list.asked();
  await page.selectOption('#census-first-year', '2022');
  list.letGo();
  await agrees(page, census(SECOND, '--period', '2022-2023'));
  await close();
});

/** What the address says that is shown, by the command line. */
function named(hash) {
  const said = new URLSearchParams(hash.split('?')[1]);
  const file = said.get('data') ?? FIRST.split('/').at(-1);
  const filter = said.getAll('filter').flatMap((one) => ['--filter', one]);
  return census(`public/data/${file}`, '--period', said.get('period') ?? '2020-2023', ...filter);
}

test('steps in the history while answers are late end with all in agreement', async () => {
  const { page, close } = await openWatched();
  const first = await breakdowns(page);
  assert.deepEqual(named(''), first);
  for (const year of ['2018', '2019', '2021', '2022']) {
    await recomputed(page, () => page.selectOption('#census-first-year', year));
  }
  await recomputed(page, () => page.selectOption('#census-snapshot', { index: 1 }));
  const step = (by) => page.evaluate((by) => new Promise((come) => {
    addEventListener('popstate', come, { once: true });
    history.go(by);
  }), by);
  await page.evaluate(() => (window.late = 150));
  for (const by of [-1, -1, 1, -2, 1, 2, -4]) await step(by);
  const hash = await page.evaluate(() => location.hash);
  await agrees(page, named(hash));
  assert.equal(await page.evaluate(() => location.hash), hash);
  assert.equal(await page.locator('#census-snapshot').inputValue(), first.source.name);
  // The reader goes on before a step is shown.
  await step(1);
  await page.selectOption('#census-last-year', '2022');
  await page.waitForFunction(() => location.hash.includes('-2022'));
  await agrees(page, named(await page.evaluate(() => location.hash)));
  await close();
});

test('a section that is gone to while a link is followed is where the link is shown; the address says both', async () => {
  const { page, context, close } = await openReport();
  const data = await hold(context, `**/${SECOND.split('/').at(-1)}`);
  await page.evaluate((name) => (location.hash = `#?data=${name}&filter=country%3DKOR`), SECOND.split('/').at(-1));
  await data.asked();
  await page.evaluate(() => (location.hash = '#domain'));
  await page.waitForFunction(() => history.state !== null && location.hash.startsWith('#domain?'));
  data.letGo();
  await page.waitForFunction((name) => window.modelCensus.breakdowns().source.name === name, SECOND.split('/').at(-1));
  const hash = await page.evaluate(() => location.hash);
  assert.match(hash, /^#domain\?/);
  const { period, filter } = await breakdowns(page);
  assert.deepEqual(filter, ['country=KOR']);
  await agrees(page, named(`${hash}&period=${period.join('-')}`));
  assert.equal(await page.evaluate(() => location.hash), hash);
  await close();
});

test('a file that is picked where a first link failed is what the address says', async () => {
  const name = SECOND.split('/').at(-1);
  const { page, context, base, close } = await openPage({ path: 'favicon.svg', apart: true });
  await context.route(`**/${name}`, (route) => route.fulfill({ status: 500 }));
  await page.goto(`${base}#?data=${name}&filter=country%3DCHN`);
  await again(page).waitFor();
  await pickFile(page, small);
  await page.waitForFunction(() => window.modelCensus?.breakdowns()?.models === 1);
  await asked(page, (name) => !location.hash.includes(name) && !location.hash.includes('filter='), name);
  await close();
});

test('a step in the history that fails leaves the address with what is shown', async () => {
  const { page, context, close } = await openReport();
  await recomputed(page, () => page.selectOption('#census-first-year', '2021'));
  await recomputed(page, () => page.selectOption('#census-snapshot', { index: 1 }));
  await recomputed(page, () => page.selectOption('#census-first-year', '2022'));
  const before = await breakdowns(page);
  const address = await page.evaluate(() => location.hash);
  await context.route(`**/${FIRST.split('/').at(-1)}`, (route) => route.fulfill({ status: 500 }));
  await page.evaluate(() => history.go(-2));
  await again(page).waitFor();
  assert.deepEqual(await breakdowns(page), before);
  assert.equal(await page.evaluate(() => location.hash), address);
  await close();
});

test('a list that cannot be had leaves its control with what is shown, and can be tried again', async () => {
  const { page, context, close } = await openReport();
  const before = await breakdowns(page);
  const isList = `**/${SECOND.split('/').at(-1)}`;
  await context.route(isList, (route) => route.fulfill({ status: 500 }));
  await page.selectOption('#census-snapshot', { index: 1 });
  await again(page).waitFor();
  assert.match(await notice(page).innerText(), /HTTP 500/);
  assert.deepEqual(await breakdowns(page), before);
  await page.waitForFunction((name) => document.querySelector('#census-snapshot').value === name, before.source.name);
  await context.unroute(isList);
  await recomputed(page, () => again(page).click());
  await agrees(page, census(SECOND, '--period', (await breakdowns(page)).period.join('-')));
  await close();
});

test('nothing is taken over that was not computed: a definition without the engine', async () => {
  const { page, context, close } = await openPage();
  await page.waitForFunction(() => window.censusReadyCount > 0);
  const before = await breakdowns(page);
  // What the engine begins with; the page itself has its numbers from the build.
  await context.route('**/labels.json', (route) => route.fulfill({ status: 500 }));
  await page.locator('#definition > summary').click();
  const threshold = page.locator('#census-rule-threshold');
  await threshold.waitFor();
  await threshold.fill('1e25');
  await threshold.press('Enter');
  await page.locator('#census-keep-change').click();
  await again(page).waitFor();
  assert.deepEqual(await breakdowns(page), before);
  assert.ok(!page.url().includes('changes'), page.url());
  assert.match(await page.locator('.controls').innerText(), /IS-178(?!.*변경)/);
  await page.locator('.pending button', { hasText: '다시 시도' }).waitFor();
  await context.unroute('**/labels.json');
  await recomputed(page, () => again(page).click());
  assert.ok((await breakdowns(page)).models < before.models);
  await page.locator('.pending').waitFor({ state: 'detached' });
  await page.waitForFunction(() => location.hash.includes('changes'));
  await close();
});

test('a period without the engine: the control goes back, and the next one works', async () => {
  const { page, context, close } = await openPage();
  await page.waitForFunction(() => window.censusReadyCount > 0);
  const first = await page.locator('#census-first-year').inputValue();
  await context.route('**/labels.json', (route) => route.abort());
  await page.selectOption('#census-first-year', '2021');
  await again(page).waitFor();
  await page.waitForFunction((first) => document.querySelector('#census-first-year').value === first, first);
  await context.unroute('**/labels.json');
  await page.selectOption('#census-first-year', '2022');
  await agrees(page, census(FIRST, '--period', '2022-2023'));
  await close();
});

test('after a storm of changes controls show the period that is computed', async () => {
  const { page, close } = await openReport();
  const before = await readyCount(page);
  await page.evaluate(async () => {
    const choose = (id, year) => {
      const select = document.querySelector(id);
      select.value = String(year);
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    for (let at = 0; at < 60; at += 1) {
      const [id, year] = at % 2 ? ['#census-first-year', 2012 + (at % 9)] : ['#census-last-year', 2023 - (at % 5)];
      choose(id, year);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    choose('#census-first-year', 2017);
    choose('#census-last-year', 2022);
  });
  await censusReadyAfter(page, before);
  await agrees(page, census(FIRST, '--period', '2017-2022'));
  await close();
});

test('what takes long is named after three seconds and can be cancelled', async () => {
  const { page, context, close } = await openPage();
  await page.waitForFunction(() => window.censusReadyCount > 0);
  const before = await breakdowns(page);
  const labels = await hold(context, '**/labels.json');
  await page.selectOption('#census-first-year', '2021');
  await notice(page).filter({ hasText: '코드를 받는 중' }).waitFor();
  await notice(page).getByRole('button', { name: '취소' }).click();
  await notice(page).getByRole('button', { name: '취소' }).waitFor({ state: 'detached' });
  labels.letGo();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(await breakdowns(page), before);
  await page.waitForFunction((year) => document.querySelector('#census-first-year').value === year, String(before.period[0]));
  await recomputed(page, () => page.selectOption('#census-first-year', '2022'));
  await agrees(page, census(FIRST, '--period', '2022-2023'));
  await close();
});

test('what is cancelled before anything is shown does not speak of numbers', async () => {
  const { page, context, base, close } = await openPage({ path: 'favicon.svg' });
  const list = await hold(context, /large-scale-models-2026-02-16/);
  await page.goto(`${base}#?data=large-scale-models-2026-02-16.csv&filter=country%3DKOR`);
  await list.asked();
  await notice(page).getByRole('button', { name: '취소' }).click();
  await notice(page).filter({ hasText: '읽기를 취소함. 다른 자료를 선택해야 함' }).waitFor();
  list.letGo();
  await recomputed(page, () => pickFile(page, join(root, SECOND)));
  await close();
});

test('of two languages asked for quickly the last one is spoken', async () => {
  const { page, close } = await openReport();
  await page.evaluate(() => {
    const press = (lang) => document.querySelector(`.languages button[lang=${lang}]`).click();
    for (const lang of ['en', 'ko', 'en', 'ko']) press(lang);
  });
  await page.waitForLoadState('networkidle');
  assert.equal(await page.locator('html').getAttribute('lang'), 'ko');
  await close();
});

test('a number that is looked behind while the worker ends is answered by the next one', async () => {
  const { page, close } = await openWatched();
  await recomputed(page, () => page.selectOption('#census-first-year', '2021'));
  await page.evaluate(() => {
    window.late = 200;
    document.querySelector('#summary button').click();
    setTimeout(() => window.workers.at(-1).terminate(), 100);
  });
  await page.locator('dialog .behind__table tbody tr').first().waitFor();
  await close();
});

const missing = {
  'is not there': (route) => route.fulfill({ status: 404 }),
  'is of a wrong type': (route) => route.fulfill({ status: 200, contentType: 'text/plain', body: 'no script' }),
  'is cut': (route) => route.fulfill({ status: 200, contentType: 'text/javascript', body: 'import init from "./a' }),
  'never comes': () => {},
};
for (const [how, answer] of Object.entries(missing)) {
  test(`a page whose own script ${how} says so within five seconds and offers a way`, async () => {
    const { page, context, base, close } = await openPage({ path: 'favicon.svg' });
    await context.route(/assets\/index-.*\.js$/, answer);
    for (const [path, view] of [['', 'summary'], ['#country?filter=country%3DUSA', 'country'], ['?embed=organization', 'organization']]) {
      await page.goto('about:blank');
      await page.goto(base + path, { waitUntil: 'commit' });
      const said = page.locator('.not-started p[lang=ko]');
      await said.waitFor({ timeout: 5_000 });
      const address = await said.getByRole('link').getAttribute('href');
      assert.equal(address, `./views/${view}.ko.html`);
      assert.equal((await page.request.get(new URL(address, base).href)).status(), 200);
    }
    // What hangs keeps the browser from leaving the page; the others are read anew.
    if (how === 'never comes') return close();
    await context.unroute(/assets\/index-.*\.js$/);
    await Promise.all([page.waitForNavigation(), page.locator('.not-started p[lang=ko] button').click()]);
    await page.waitForFunction(() => window.censusReadyCount > 0);
    assert.equal(await page.locator('.not-started').count(), 0);
    await close();
  });
}

const parts = { 'the module': /model_census_bg/, 'the rest of the page': /split_rest/, 'the engine': /split_engine/, 'the worker': /worker-/, 'the chart library': /echarts/ };
for (const [what, pattern] of Object.entries(parts)) {
  test(`one changed byte in ${what} is refused by its hash, said, and got again`, async () => {
    const host = await serveFaulty(join(root, 'dist'));
    const visitor = host.visitor();
    visitor.fault = (name) => (pattern.test(name) ? { what: 'changed' } : undefined);
    const { page, pageErrors, close } = await openPage({ path: visitor.url });
    const told = page.locator('.not-started, .section__missing[role=status], .notice--error').first();
    if (what === 'the module') await told.waitFor();
    else await page.waitForFunction(() => window.censusReadyCount > 0);
    if (what === 'the engine' || what === 'the worker') await page.selectOption('#census-first-year', '2022');
    // Where there is no worker the engine runs in the page.
    if (what === 'the worker') {
      await agrees(page, census(FIRST, '--period', '2022-2023'));
    } else {
      if (what === 'the rest of the page') await page.selectOption('#census-first-year', '2022');
      await told.waitFor();
      visitor.heal();
      const button = page.getByRole('button', { name: /다시 시도|새로 고침/ }).first();
      await button.click();
      await told.waitFor({ state: 'detached' });
      await page.waitForFunction(() => window.censusReadyCount > 0);
      await recomputed(page, () => page.selectOption('#census-first-year', '2021'));
      await agrees(page, census(FIRST, '--period', '2021-2023'));
    }
    assert.deepEqual(pageErrors, []);
    await close();
  });
}

test('a link that is pressed before the code for it is there is followed once it is', async () => {
  const { page, context, base, close } = await openPage({ path: 'favicon.svg' });
  const rest = await hold(context, /split_rest/);
  await page.goto(base);
  await page.waitForFunction(() => window.censusReadyCount > 0);
  await page.evaluate(() => { location.hash = '#?data=large-scale-models-2024-07-16.csv&period=2021-2022'; });
  await rest.asked();
  rest.letGo();
  await agrees(page, census(FIRST, '--period', '2021-2022'));
  await close();
});

test('what a dialog waits for is said in it, and can be cancelled there', async () => {
  const { page, context, close } = await openPage();
  await page.waitForFunction(() => window.censusReadyCount > 0);
  const labels = await hold(context, '**/labels.json');
  await page.locator('#summary .n').first().click();
  const waiting = page.locator('dialog.behind .notice');
  await waiting.getByRole('button', { name: '취소' }).click();
  await waiting.waitFor({ state: 'detached' });
  labels.letGo();
  await page.locator('.behind__close').click();
  await recomputed(page, () => page.selectOption('#census-first-year', '2022'));
  await agrees(page, census(FIRST, '--period', '2022-2023'));
  await close();
});

test('a store that never answers keeps nobody waiting', async () => {
  const { page, context, base, close } = await openPage({ path: 'favicon.svg' });
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => ({});
  });
  await page.goto(base);
  await page.waitForFunction(() => window.censusReadyCount > 0);
  await recomputed(page, () => page.selectOption('#census-first-year', '2022'));
  await agrees(page, census(FIRST, '--period', '2022-2023'));
  await close();
});

test('a kept definition that cannot be read is told, and the page’s own is used', async () => {
  const { page, base, close } = await openReport();
  await page.evaluate(async () => {
    const request = indexedDB.open('model-census', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('kept');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const store = request.result.transaction('kept', 'readwrite').objectStore('kept');
    const put = store.put({ name: 'own.csv', file: new Blob(['Model,Publication date\nOnly,2022-01-01\n']), definition: '{"schema":99}' }, 'latest');
    await new Promise((resolve) => (put.onsuccess = resolve));
    request.result.close();
  });
  await page.goto('about:blank');
  await page.goto(base);
  await notice(page).filter({ hasText: '보관했던 정의를 읽을 수 없어' }).waitFor();
  assert.equal((await breakdowns(page)).source.name, 'own.csv');
  await close();
});
