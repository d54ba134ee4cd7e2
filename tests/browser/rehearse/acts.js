// What a reader does in a rehearsal, and what goes wrong meanwhile: each act is
// chosen by a source of random numbers and done at once, as pressed or chosen, so
// that twenty of them take a second.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../shared.js';

export const BUNDLED = ['large-scale-models-2024-07-16.csv', 'large-scale-models-2026-02-16.csv'];

const head = 'Model,Publication date,Organization,Country (of organization),Domain,Training compute (FLOP)';
const rows = (count, country) =>
  Array.from({ length: count }, (_, at) => `Own ${at},${2018 + (at % 7)}-0${1 + (at % 9)}-01,Lab ${at % 5},${country},Language,${1 + (at % 9)}e2${2 + (at % 4)}`);

/** The reader's own files by their names; `undefined` where nothing can be shown of one. */
export const OWN = {
  'few.csv': Buffer.from([head, ...rows(9, 'Korea (Republic of)')].join('\n')),
  'many.csv': Buffer.from([head, ...rows(3_000, 'United States of America')].join('\n')),
  'no-table.csv': Buffer.from('nothing,of,use\n1,2,3\n'),
  'second-sheet.xlsx': readFileSync(join(root, 'tests/fixtures/packed/second-sheet.xlsx')),
};

const YEARS = ['2017', '2019', '2020', '2021', '2022', '2023', '2024'];
const CONDITIONS = ['country=KOR', 'country=USA', 'country=CHN', 'domain=Language', 'compute=1e24..'];

function link({ one, chance }) {
  const said = new URLSearchParams();
  if (chance(0.5)) said.set('data', one(BUNDLED));
  if (chance(0.5)) {
    const years = [one(YEARS), one(YEARS)].sort();
    said.set('period', years.join('-'));
  }
  for (let more = 0; more < 2; more += 1) if (chance(0.3)) said.append('filter', one(CONDITIONS));
  if (chance(0.25)) said.set('definition', 'current');
  if (chance(0.15)) said.set('lang', one(['en', 'ko']));
  return `#?${said}`;
}

const choose = (page, selector, value) =>
  page.evaluate(
    ([selector, value]) => {
      const select = document.querySelector(selector);
      if (![...(select?.options ?? [])].some((option) => option.value === value)) return 'not there';
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return value;
    },
    [selector, value],
  );

const press = (page, selector) =>
  page.evaluate((selector) => {
    const found = document.querySelector(selector);
    found?.click();
    return found === null ? 'not there' : 'pressed';
  }, selector);

/** Presses a button of the notice by its words in either language. */
const pressNotice = (page, words) =>
  page.evaluate((words) => {
    const found = [...document.querySelectorAll('.notice button')].find((button) => words.includes(button.textContent));
    found?.click();
    return found === undefined ? 'not there' : 'pressed';
  }, words);

async function drop(page, name) {
  await page.evaluate(
    ([name, text]) => {
      const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, OWN[name].toString('base64')],
  );
}

/** The acts: how often each comes, and what it does; gives what is told of it. */
export const ACTS = [
  [3, 'file', async (page, { one }) => { const name = one(Object.keys(OWN)); await drop(page, name); return name; }],
  [3, 'list', (page, { one }) => choose(page, '#census-snapshot', one(BUNDLED))],
  [3, 'first', (page, { one }) => choose(page, '#census-first-year', one(YEARS))],
  [2, 'last', (page, { one }) => choose(page, '#census-last-year', one(YEARS))],
  [1, 'halves', (page) => press(page, '#census-by-half')],
  [3, 'link', async (page, own) => { const hash = link(own); await page.evaluate((hash) => { location.hash = hash; }, hash); return hash; }],
  [4, 'history', async (page, { one }) => { const by = one([-3, -2, -1, -1, 1, 1, 2]); await page.evaluate((by) => { const { currentEntry, entries } = { currentEntry: navigation.currentEntry, entries: navigation.entries() }; if (entries[currentEntry.index + by]) history.go(by); }, by); return by; }],
  [1, 'chip', (page) => press(page, '.chip')],
  [1, 'filter cleared', (page) => press(page, '.chips li:last-child > button:not(.chip)')],
  [1, 'language', (page, { one }) => press(page, `.languages button[lang=${one(['ko', 'en'])}]`)],
  [2, 'definition', async (page, { one }) => { await page.evaluate(() => { const details = document.querySelector('details.definition'); if (details) details.open = true; }); return choose(page, '#census-definition', one(['is-178', 'current'])); }],
  [1, 'kept', (page) => press(page, '#census-keep')],
  [1, 'forgotten', (page) => press(page, '#census-forget')],
  [1, 'cancelled', (page) => pressNotice(page, ['취소', 'Cancel'])],
  [1, 'again', (page) => pressNotice(page, ['다시 시도', 'Try again'])],
  [1, 'dismissed', (page) => pressNotice(page, ['닫기', 'Dismiss'])],
  [1, 'behind', (page) => press(page, '#summary .n')],
  [1, 'closed', (page) => press(page, '.behind__close')],
  [1, 'scrolled', async (page, { one }) => { const id = one(['verification', 'export', 'country', 'moved']); await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), id); return id; }],
  [2, 'worker killed', (page) => page.evaluate(() => { const worker = window.workers?.at(-1); worker?.terminate(); return worker === undefined ? 'none' : 'ended'; })],
].map(([weight, name, act]) => ({ weight, name, act }));

const WEIGHTS = ACTS.flatMap((act) => Array.from({ length: act.weight }, () => act));

/** The next act. */
export const nextAct = ({ one }) => one(WEIGHTS);

