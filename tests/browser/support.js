// What the browser tests share: a page in a context of its own, and the things
// that a person does with it. What is opened is closed after the test, or after
// the last one of the file where tests share it.

import { spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { after, afterEach } from 'node:test';
import { delayed } from './late.js';
import { censusCommand, launch, root, sharedBrowser, sharedSite } from './shared.js';
import { PATIENCE_MS } from './waiting.js';

export { root };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let siteStarting;
let browserStarting;
// What is open: {context, close}.
const ofTest = new Set();
const ofFile = new Set();

const closeAll = (opened) => Promise.all([...opened].map(({ close }) => close()));

/** Pictures of what a failed test has open; a page that does not answer has none. */
async function picture(test) {
  const name = test.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  const pages = [...ofTest, ...ofFile].flatMap(({ context }) => context.pages());
  for (const [at, page] of pages.entries()) {
    const taken = await screenshot(page, `failed/${name}-${at + 1}`, { fullPage: false, timeout: 10_000 }).catch(() => undefined);
    if (taken !== undefined) test.diagnostic(`${page.url().slice(0, 200)} is pictured in ${relative(root, taken)}`);
  }
}

afterEach(async (test) => {
  if (!test.passed) await picture(test);
  // Of a test that failed, too: it would go on working beside the next one.
  await closeAll(ofTest);
});

after(async () => {
  await closeAll(ofFile);
  await (await browserStarting)?.close();
  await (await siteStarting)?.stop();
});

/** The address of the page, ending in a slash. */
export async function baseUrl() {
  siteStarting ??= sharedSite();
  return (await siteStarting).url;
}

/**
 * Opens the page in a browser context of its own (its own storage), and waits
 * for the load event. What goes wrong is collected in the arrays returned.
 *
 * - lang: 'ko' or 'en' (or a full tag), what the browser asks for
 * - theme: 'light' or 'dark', what the system prefers
 * - path: appended to the page's address: '#…', '?…'
 * - apart: in a Chromium of its own, for what a browser has but one of (the
 *   clipboard) and for files of many megabytes
 * - kept: for more than one test, until the last one of the file
 * - keeping: with the service worker, which keeps all files for use without a
 *   network and takes as long as all else that is loaded
 * - context: further options of Playwright's newContext
 */
export async function openPage({
  lang = 'ko',
  theme = 'light',
  width = 1280,
  height = 900,
  path = '',
  apart = false,
  kept = false,
  keeping = false,
  context: more = {},
} = {}) {
  const base = await baseUrl();
  const browser = await (apart ? launch() : (browserStarting ??= sharedBrowser()));
  const context = await browser.newContext({
    locale: { ko: 'ko-KR', en: 'en-US' }[lang] ?? lang,
    colorScheme: theme,
    viewport: { width, height },
    timezoneId: 'Asia/Seoul',
    serviceWorkers: keeping ? 'allow' : 'block',
    ...more,
  });
  const open = kept ? ofFile : ofTest;
  const close = async () => {
    open.delete(own);
    await context.close();
    if (apart) await browser.close();
  };
  const own = { context, close };
  open.add(own);
  context.setDefaultTimeout(PATIENCE_MS);
  await delayed(context);

  const consoleErrors = [];
  const pageErrors = [];
  const foreignRequests = [];
  const cspViolations = [];
  context.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => pageErrors.push(String(error.error()?.stack ?? error.error())));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob):/.test(url)) foreignRequests.push(url);
  });
  await context.exposeBinding('reportPolicyViolation', (_source, text) => cspViolations.push(text));
  await context.addInitScript(() => {
    window.censusReadyCount = 0;
    addEventListener('census:ready', () => (window.censusReadyCount += 1));
    addEventListener('securitypolicyviolation', (event) => {
      const where = `${event.sourceFile ?? ''}:${event.lineNumber}`;
      window.reportPolicyViolation(`${event.effectiveDirective} blocked ${event.blockedURI} at ${where}`);
    });
  });

  const page = await context.newPage();
  await page.goto(new URL(path, base).href, { waitUntil: 'load' });
  return { page, context, base, consoleErrors, pageErrors, foreignRequests, cspViolations, close };
}

/** Waits until the page has shown its breakdowns at least once. */
export async function censusReady(page) {
  await censusReadyAfter(page, 0);
}

/**
 * How often breakdowns were computed so far. To wait for a recomputation:
 * remember the number, act, `await censusReadyAfter(page, number)`.
 */
export function readyCount(page) {
  return page.evaluate(() => window.censusReadyCount);
}

/** Waits until breakdowns were computed more often, and every part shows them. */
export async function censusReadyAfter(page, count) {
  await page.waitForFunction(
    (before) => window.censusReadyCount > before && document.querySelector('main')?.ariaBusy === 'false',
    count,
  );
}

/** Drags a file over the page and drops it there, or several. */
export async function dropFile(page, paths, { type = 'text/csv', name } = {}) {
  const all = await Promise.all(
    [paths].flat().map(async (path) => ({
      bytes: (await readFile(path)).toString('base64'),
      name: name ?? basename(path),
    })),
  );
  const transfer = await page.evaluateHandle(
    async ({ all, type }) => {
      const transfer = new DataTransfer();
      for (const { bytes, name } of all) {
        const file = new File([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))], name, { type });
        transfer.items.add(file);
      }
      return transfer;
    },
    { all, type },
  );
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', event, { dataTransfer: transfer });
  }
  await transfer.dispose();
}

/** Chooses a file in the page's file input; a path, or {name, mimeType, buffer}. */
export async function pickFile(page, path) {
  await page.setInputFiles('input[type=file]#census-file', path);
}

// The levels that the page keeps to.
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * The accessibility violations that axe finds, as Playwright sees the page now,
 * in all of it or `within` a selector.
 */
export async function axe(page, { within, ...options } = {}) {
  // Through evaluate, which the page's policy does not govern.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    ([within, options]) => window.axe.run(within ?? document, options),
    [within, { runOnly: { type: 'tag', values: WCAG }, resultTypes: ['violations'], ...options }],
  );
  return violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    nodes: nodes.map((node) => ({ target: node.target.join(' '), html: node.html, summary: node.failureSummary })),
  }));
}

let command;

/** Runs the command line program on the same files: {status, stdout, stderr}. */
export function runCensus(args, { input } = {}) {
  command ??= censusCommand();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    input: input ?? '',
    maxBuffer: 256 << 20,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** A picture of the whole page in tests/browser/shots/NAME.png; returns its path. */
export async function screenshot(page, name, { fullPage = true, ...more } = {}) {
  const path = join(root, 'tests/browser/shots', `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage, timeout: 2 * PATIENCE_MS, ...more });
  return path;
}

/** Chooses English, whose texts are fetched for it, and waits until the page speaks it. */
export async function speakEnglish(page) {
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor({ state: 'attached' });
}
