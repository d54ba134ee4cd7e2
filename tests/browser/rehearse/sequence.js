// One rehearsal: twenty acts of a reader, chosen by a seed, while files come
// late, wrong or not at all and workers end; then all is well again, and once the
// page is at rest its parts must agree with each other and with the command line.
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { censusCommand, root } from '../shared.js';
import { FAULTS } from '../faulty_host.js';
import { watchWorkers } from '../late.js';
import { BUNDLED, nextAct, OWN } from './acts.js';
import { random } from './random.js';

const ACTS = 20;
// No measure: what is not at rest by then never will be.
const PATIENCE_MS = 180_000;
const LATEST_MS = 400;

// What of the page may go wrong together.
const PLACES = [/\.wasm$/, /^data\//, /^definitions\//, /worker/, /labels/, /split_|chunk_/, /unpack/, /./];

const folder = mkdtempSync(join(tmpdir(), 'model-census-'));
for (const [name, bytes] of Object.entries(OWN)) writeFileSync(join(folder, name), bytes);

const run = promisify(execFile);
let command;
const computed = new Map();

/** The JSON of the command line, asked once for each. */
function census(args) {
  const key = args.join(' ');
  command ??= censusCommand();
  if (!computed.has(key)) {
    const asked = run(command, args, { cwd: root, maxBuffer: 256 << 20 });
    computed.set(key, asked.then(({ stdout }) => JSON.parse(stdout)));
  }
  return computed.get(key);
}

function argumentsOf({ source, period, definition, filter = [] }) {
  const file = BUNDLED.includes(source.name) ? `public/data/${source.name}` : join(folder, source.name);
  const filters = filter.flatMap((one) => ['--filter', one]);
  return [file, '--period', period.join('-'), '--definition', definition.id, ...filters];
}

/** What every part of the page says, read at once. */
const read = () => {
  const of = (selector) => document.querySelector(selector);
  const buttons = [...document.querySelectorAll('.notice button')].map((button) => button.textContent);
  return {
    json: window.modelCensus?.breakdowns(),
    hash: location.hash,
    title: document.title,
    language: document.documentElement.lang,
    list: of('#census-snapshot')?.value,
    first: of('#census-first-year')?.value,
    last: of('#census-last-year')?.value,
    chips: document.querySelectorAll('.chip').length,
    heading: of('.head__period')?.textContent,
    notice: of('.notice [role=status]')?.textContent ?? '',
    isBusy: of('main')?.ariaBusy !== 'false',
    isWaiting: buttons.some((text) => ['취소', 'Cancel'].includes(text)),
    notStarted: of('.not-started') !== null,
  };
};

/** What of it does not agree, in words. */
function disagreements(seen) {
  const { json } = seen;
  if (!json) return [`nothing is shown; it says ${JSON.stringify(seen.notice)}, ${seen.hash}`];
  const found = [];
  const same = (what, is, should) => {
    if (!isDeepStrictEqual(is, should)) found.push(`${what} says ${JSON.stringify(is)}, the numbers ${JSON.stringify(should)}`);
  };
  if (seen.isBusy) found.push('the page is busy');
  if (seen.isWaiting) found.push(`it waits: ${seen.notice}`);
  const [first, last] = json.period.map(String);
  same('the list', seen.list, json.source.name);
  same('the first year', seen.first, first);
  same('the last year', seen.last, last);
  same('the number of conditions', seen.chips, (json.filter ?? []).length);
  for (const year of [first, last].map((span) => span.slice(0, 4))) if (!seen.title.includes(year)) found.push(`the title says ${seen.title}, the numbers ${year}`);
  if (/행을 읽어|were read|rows of/.test(seen.notice) && !seen.notice.includes(json.source.name)) found.push(`the notice is of another list: ${seen.notice}`);
  const said = new URLSearchParams(seen.hash.split('?')[1]);
  const data = said.get('data') ?? BUNDLED[0];
  // A file of the reader's own that is gone is told beside what is shown.
  if (BUNDLED.includes(data)) same('the address', data, json.source.name);
  if (said.has('period')) {
    const spans = said.get('period').split('-');
    same('the address', [spans[0], spans.at(-1)], [first, last]);
  }
  same('the address', said.getAll('filter').sort(), [...(json.filter ?? [])].sort());
  same('the address', said.get('definition') ?? 'is-178', json.definition.id);
  same('the language', seen.language, said.get('lang') ?? 'ko');
  return found;
}

/** Where two values differ first. */
function difference(one, other, path = '') {
  if (isDeepStrictEqual(one, other)) return undefined;
  const isInside = [one, other].every((own) => typeof own === 'object' && own !== null);
  if (!isInside) return `${path}: ${JSON.stringify(one)?.slice(0, 120)} and ${JSON.stringify(other)?.slice(0, 120)}`;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.map((key) => difference(one[key], other[key], `${path}/${key}`)).find(Boolean);
}

/** Waits until the page is at rest and all of it agrees; what does not, else. */
async function rest(page) {
  let last;
  let wrong;
  let same = 0;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const seen = await page.evaluate(read);
    wrong = disagreements(seen);
    same = wrong.length === 0 && isDeepStrictEqual(seen, last) ? same + 1 : 0;
    last = seen;
    if (same === 3) {
      const expected = await census(argumentsOf(seen.json));
      if (isDeepStrictEqual(seen.json, expected)) return [];
      return [`page and command line differ in ${difference(seen.json, expected)}: ${argumentsOf(seen.json).join(' ')}`];
    }
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60)));
  }
  return wrong;
}

/** What goes wrong from now on; which of the requests meet it, `requests` says. */
function weather(visitor, { chance, one }, requests) {
  if (chance(0.4)) {
    visitor.heal();
    return 'all is well';
  }
  const where = one(PLACES);
  const what = chance(0.3) ? undefined : one(FAULTS);
  const part = one([0.3, 1]);
  visitor.fault = (name) => {
    if (!where.test(name)) return { after: requests.below(20) };
    return { what: requests.chance(part) ? what : undefined, after: requests.below(LATEST_MS) };
  };
  return `${where} ${what ?? 'late'}`;
}

/** Rehearses one seed; `{seed, wrong, trace}`, `wrong` is empty where all went well. */
export async function rehearse(browser, host, seed) {
  const source = random(seed);
  const { chance, below, one } = source;
  // The acts are the same again, whatever is fetched when.
  const requests = random(~seed);
  const visitor = host.visitor();
  const context = await browser.newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul', serviceWorkers: 'block', viewport: { width: 1000, height: 400 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const errors = [];
  context.on('weberror', (error) => errors.push(`an error: ${String(error.error()?.stack ?? error.error())}`));
  const trace = [];
  try {
    await watchWorkers(context);
    const page = await context.newPage();
    await page.goto(visitor.url, { waitUntil: 'commit' });
    // Some readers act before the page is there.
    if (chance(0.8)) await page.waitForFunction(() => window.modelCensus?.breakdowns());
    else await page.waitForFunction(() => document.querySelector('#census-first-year'));
    for (let at = 0; at < ACTS; at += 1) {
      if (chance(0.3)) trace.push(weather(visitor, source, requests));
      if (chance(0.2)) await page.evaluate((late) => (window.late = late), one([0, 0, 50, 150]));
      const { name, act } = nextAct(source);
      trace.push(`${name}: ${await act(page, source)}`);
      if (chance(0.5)) await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), chance(0.7) ? below(40) : 100 + below(300));
    }
    visitor.heal();
    await page.evaluate(() => (window.late = 0));
    trace.push('all is well from now on');
    let wrong = await rest(page);
    // The next act works.
    if (wrong.length === 0) {
      const before = await page.evaluate(() => document.querySelector('#census-first-year').value);
      const year = before === '2021' ? '2022' : '2021';
      trace.push(`first: ${year}`);
      await page.evaluate((year) => {
        const select = document.querySelector('#census-first-year');
        const isYears = [...select.options].some((option) => option.value === year);
        select.value = isYears ? year : `${year}H1`;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, year);
      const isShown = page.waitForFunction((year) => window.modelCensus.breakdowns().period[0].startsWith(year), year);
      wrong = await isShown.then(() => rest(page), () => ['the next act does nothing']);
    }
    return { seed, wrong: [...wrong, ...errors], trace };
  } catch (error) {
    return { seed, wrong: [String(error.stack ?? error), ...errors], trace };
  } finally {
    visitor.heal();
    visitor.leave();
    await context.close();
  }
}

/** Rehearses seeds, so many at once; calls `told` with each result. */
export async function rehearseAll(browser, host, { first, count, together, told }) {
  let next = first;
  const work = async () => {
    while (next < first + count) {
      const seed = next;
      next += 1;
      told(await rehearse(browser, host, seed));
    }
  };
  await Promise.all(Array.from({ length: together }, work));
}

/** What is told of a seed that failed. */
export const failure = ({ seed, wrong, trace }) =>
  [`Seed ${seed}:`, ...wrong.map((one) => `  ${one}`), `  after ${trace.join(' | ')}`, `  Again: make rehearse SEQUENCES=1 FIRST=${seed}`].join('\n');
