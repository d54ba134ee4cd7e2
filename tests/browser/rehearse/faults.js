// Every file that the page fetches, gone wrong in every way, at a first visit or
// at its first use. What fails is said with a way out, nothing is left blank, and
// once the fault is gone the same works.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../shared.js';
import { OWN } from './acts.js';

// No measure: what has not come by then never will.
const PATIENCE_MS = 180_000;

// By the page itself, and not by what waits in its place.
const shows = () => document.querySelector('.first-view') === null && document.querySelector('#summary .n, section .prose .n') !== null;

// What is above it may come later and move it.
async function goTo(page, id) {
  await page.waitForFunction((id) => document.getElementById(id), id);
  await page.evaluate((id) => {
    const come = () => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' });
    come();
    setInterval(come, 200);
  }, id);
}

const scrolled = (id, isDone) => ({ do: (page) => goTo(page, id), isDone });

/** What a reader does that needs a file, and whether it is done. */
const USES = {
  visit: { do: () => {}, isDone: shows },
  behind: {
    do: (page) => page.evaluate(() => document.querySelector('section .n').click()),
    isDone: () => document.querySelector('dialog[open] tbody tr') !== null,
  },
  charts: scrolled('country', () => Boolean(document.querySelector('.chart[data-drawn] svg'))),
  rest: scrolled('verification', () => Boolean(document.querySelector('#census-edition'))),
  published: scrolled('verification', () => Boolean(document.querySelector('#verification tbody tr'))),
  coverage: scrolled('coverage', () => document.querySelector('#coverage tbody tr') !== null && document.querySelector('#coverage [role=alert]') === null),
  history: scrolled('history', () => Boolean(document.querySelector('#history tbody tr'))),
  period: {
    do: (page) => choose(page, '#census-first-year', '2022'),
    isDone: () => String(window.modelCensus.breakdowns()?.period[0]) === '2022',
  },
  list: {
    do: (page) => choose(page, '#census-snapshot', 'large-scale-models-2026-02-16.csv'),
    isDone: () => window.modelCensus.breakdowns()?.source.name.includes('2026'),
  },
  newest: {
    do: (page) => choose(page, '#census-snapshot', 'large-scale-models-2026-08-19.csv'),
    isDone: () => window.modelCensus.breakdowns()?.source.name.includes('2026'),
  },
  english: {
    do: (page) => page.evaluate(() => document.querySelector('.languages button[lang=en]').click()),
    isDone: () => document.documentElement.lang === 'en',
  },
  definition: {
    do: async (page) => {
      await page.evaluate(() => { location.hash = '#?definition=current'; });
    },
    isDone: () => window.modelCensus.breakdowns()?.definition.id === 'current',
  },
  edition: {
    do: async (page) => {
      await USES.rest.do(page);
      await page.waitForFunction(() => document.querySelector('#verification tbody tr'));
      await choose(page, '#census-edition', '1');
    },
    isDone: () => document.querySelector('#census-edition')?.value === '1' && document.querySelector('#verification .section__missing') === null && Boolean(document.querySelector('#verification tbody tr')),
  },
  packed: { do: (page) => drop(page, 'second-sheet.xlsx'), isDone: () => window.modelCensus.breakdowns()?.source.name.endsWith('.xlsx') },
  own: { do: (page) => drop(page, 'few.csv'), isDone: () => window.modelCensus.breakdowns()?.source.name === 'few.csv' },
  office: {
    do: async (page) => {
      await goTo(page, 'export');
      await page.waitForFunction(() => document.querySelector('#census-export-xlsx'));
      await page.evaluate(() => document.querySelector('#census-export-xlsx').click());
    },
    isDone: () => window.savedFiles > 0,
  },
};

async function choose(page, selector, value) {
  await page.evaluate(
    ([selector, value]) => {
      const select = document.querySelector(selector);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [selector, value],
  );
}

async function drop(page, name) {
  await page.setInputFiles('#census-file', { name, mimeType: '', buffer: OWN[name] });
}

/**
 * By the names of the files in dist/: how each is used first. `place` is what is
 * opened; a file without `use` is none that the page fetches for what it shows,
 * for the reason that stands there.
 */
const RULES = [
  [/^assets\/(index|first|rolldown-runtime)-.*\.(js|css)$/, { use: 'visit', places: ['', '#country?filter=country%3DUSA', '?embed=organization'] }],
  [/^assets\/model_census_bg-.*\.wasm$/, { use: 'visit', places: ['', '#country?filter=country%3DUSA', '?embed=organization'] }],
  [/^assets\/opening-.*\.(bin|json)$/, { use: 'visit' }],
  [/^assets\/split_embed_view-.*\.wasm$/, { use: 'visit', places: ['?embed=organization'] }],
  [/^assets\/after-.*\.js$/, { use: 'visit' }],
  [/^assets\/(echarts|chart_library)-.*\.js$/, { use: 'charts' }],
  [/^assets\/(split_rest|chunk_\d+)-.*\.wasm$/, { use: 'behind', places: ['', '?embed=organization'] }],
  [/^assets\/(split_engine-.*\.wasm|worker-.*\.js)$/, { use: 'period' }],
  [/^assets\/split_english-.*\.wasm$/, { use: 'english' }],
  [/^assets\/model_census_unpack/, { use: 'packed' }],
  [/^assets\/(model_census_office|office_worker)/, { use: 'office' }],
  [/^data\/labels\.json$/, { use: 'period' }],
  [/^data\/large-scale-models-2024/, { use: 'period' }],
  [/^data\/large-scale-models-2026-02/, { use: 'list' }],
  [/^data\/large-scale-models-2026-08/, { use: 'newest' }],
  [/^data\/countries\.json$/, { use: 'own' }],
  [/^data\/history\.json$/, { use: 'history' }],
  [/^data\/other-lists\.json$/, { use: 'coverage' }],
  [/^definitions\/is-178\.json$/, { use: 'period' }],
  [/^definitions\/current\.json$/, { use: 'definition' }],
  [/^published\/is-178\.json$/, { use: 'published' }],
  [/^published\/2024-edition\.json$/, { use: 'edition' }],
  [/^(sw\.js|manifest\.webmanifest|favicon\.svg|icons\/.*)$/, { why: 'the browser fetches it for itself, and the page does without' }],
  [/^(docs|views|pictures|oembed)\/|^(index|model-census)\.html$|^embed\.js$/, { why: 'it is opened by itself, and nothing of the page is there to say anything' }],
  [/^data\/(README\.md|countries-licenses\.txt)$/, { why: 'nobody fetches it' }],
  [/\.(br|gz)$/, { why: 'it is the same file packed' }],
];

const ruleOf = (name) => RULES.find(([pattern]) => pattern.test(name))?.[1];

/** Every case: `{name, what, use, place}`. A file that no rule names is an error. */
export function cases() {
  const folder = join(root, 'dist');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
    .sort();
  const unknown = names.filter((name) => ruleOf(name) === undefined);
  if (unknown.length > 0) throw new Error(`Nothing says how these are used first: ${unknown.join(', ')}`);
  const of = (what) =>
    names.flatMap((name) => {
      const { use, places = [''] } = ruleOf(name);
      return use === undefined ? [] : places.map((place) => ({ name, what, use, place }));
    });
  // What differs most first, so that a run that is stopped tells most.
  return ['changed', 'hanging', 'missing', 'of another type', 'cut', 'failing'].flatMap(of);
}

/** What the page says of what fails, and what there is to press. */
const said = (hangs) => {
  const seen = (element) => element.checkVisibility() && element.textContent.trim() !== '' && (hangs || !element.textContent.startsWith('만드는 중'));
  const words = `.exports__said, .not-started, .notice--error, .section__missing[role=status], [role=alert]${hangs ? ', .notice:has(button)' : ''}`;
  return [...document.querySelectorAll(words)].filter(seen).map((element) => element.textContent).join(' | ');
};

const isBlank = () => document.body.innerText.trim().length < 40;

async function first(page, isDone, what) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (await page.evaluate(isDone).catch(() => false)) return { how: 'survived' };
    const words = await page.evaluate(said, what === 'hanging').catch(() => '');
    if (words !== '') return { how: 'said', words };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { how: 'nothing' };
}

/** Presses what there is to try again, or does the same once more. */
async function again(page, use) {
  const pressed = await page.evaluate(() => {
    const words = ['다시 시도', 'Try again', '새로 고침', 'Reload'];
    const found = [...document.querySelectorAll('button')].find((button) => button.checkVisibility() && words.includes(button.textContent.trim()));
    const word = found?.textContent.trim();
    found?.click();
    return word;
  });
  if (pressed === '새로 고침' || pressed === 'Reload') {
    await page.waitForEvent('load');
    await page.waitForFunction(shows);
  }
  if (pressed !== '다시 시도' && pressed !== 'Try again') await use.do(page);
}

/** Rehearses one case; `{how, after, wrong}`: how it went, after so many ms, and what was wrong. */
export async function meet(browser, host, { name, what, use: called, place }) {
  const use = USES[called];
  const visitor = host.visitor();
  const context = await browser.newContext({ locale: 'ko-KR', serviceWorkers: 'block', viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  try {
    const page = await context.newPage();
    page.on('download', () => page.evaluate(() => (window.savedFiles = 1)).catch(() => {}));
    let met;
    visitor.fault = (asked) => {
      if (asked !== name) return undefined;
      met ??= Date.now();
      return { what };
    };
    await page.goto(visitor.url + place, { waitUntil: 'commit' });
    let outcome = await first(page, shows, what);
    const isUsed = outcome.how === 'survived' && called !== 'visit';
    if (isUsed) {
      await use.do(page);
      outcome = await first(page, use.isDone, what);
    }
    const { how, words } = outcome;
    const after = met === undefined ? undefined : Date.now() - met;
    if (how === 'nothing') return { how, wrong: 'nothing is said' };
    if (await page.evaluate(isBlank)) return { how, wrong: 'the page is blank' };
    visitor.heal();
    const isDone = () => page.waitForFunction(use.isDone).then(() => true, () => false);
    if (how === 'said') {
      const wanted = isUsed ? use : USES.visit;
      if (what !== 'hanging' || !(await isSoon(page, wanted.isDone))) await again(page, wanted);
      if (!isUsed) {
        await page.waitForFunction(shows);
        await use.do(page);
      }
      if (!(await isDone())) return { how, after, words, wrong: `to try again does nothing; it said ${words}` };
    }
    return { how, after, words };
  } catch (error) {
    return { how: 'nothing', wrong: String(error.stack ?? error) };
  } finally {
    visitor.heal();
    visitor.leave();
    await context.close();
  }
}

// What hung is answered now.
async function isSoon(page, isDone) {
  return page.waitForFunction(isDone, undefined, { timeout: 3_000 }).then(() => true, () => false);
}

/** Rehearses all of these, so many at once. */
export async function meetAll(browser, host, all, { together, told }) {
  const left = all.values();
  await Promise.all(Array.from({ length: together }, async () => {
    for (const one of left) told(one, await meet(browser, host, one));
  }));
}

export const caseName = ({ name, what, place }) => `${name.replace(/-[\w-]{8}(\.\w+)$/, '$1')} ${what}${place && ` at ${place}`}`;
