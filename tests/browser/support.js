// What the browser tests share: a server of dist/, a Chromium, and the things
// that a person does with the page. Everything is started at first use and
// stopped after the last test of the file.

import { spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let serverStarting;
let browserStarting;
const contexts = new Set();

after(async () => {
  for (const context of contexts) await context.close();
  await (await browserStarting)?.close();
  await (await serverStarting)?.close();
});

function startServer() {
  serverStarting ??= preview({
    root,
    logLevel: 'warn',
    // Any free port; with the same headers as `make serve`.
    preview: { host: '127.0.0.1', port: 0, strictPort: true, open: false },
  });
  return serverStarting;
}

function startBrowser() {
  browserStarting ??= chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return browserStarting;
}

/** The address of the page, ending in a slash. */
export async function baseUrl() {
  const server = await startServer();
  return `http://127.0.0.1:${server.httpServer.address().port}/`;
}

/**
 * Opens the page in a browser context of its own (its own storage), and waits
 * for the load event. What goes wrong is collected in the arrays returned.
 *
 * - lang: 'ko' or 'en' (or a full tag), what the browser asks for
 * - theme: 'light' or 'dark', what the system prefers
 * - path: appended to the page's address: '#…', '?…'
 * - context: further options of Playwright's newContext
 */
export async function openPage({
  lang = 'ko',
  theme = 'light',
  width = 1280,
  height = 900,
  path = '',
  context: more = {},
} = {}) {
  const base = await baseUrl();
  const browser = await startBrowser();
  const context = await browser.newContext({
    locale: { ko: 'ko-KR', en: 'en-US' }[lang] ?? lang,
    colorScheme: theme,
    viewport: { width, height },
    timezoneId: 'Asia/Seoul',
    ...more,
  });
  contexts.add(context);
  context.setDefaultTimeout(15_000);

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
  const close = async () => {
    contexts.delete(context);
    await context.close();
  };
  return { page, context, base, consoleErrors, pageErrors, foreignRequests, cspViolations, close };
}

/** Waits until the page has shown its breakdowns at least once. */
export async function censusReady(page, timeout = 30_000) {
  await censusReadyAfter(page, 0, timeout);
}

/**
 * How often breakdowns were computed so far. To wait for a recomputation:
 * remember the number, act, `await censusReadyAfter(page, number)`.
 */
export function readyCount(page) {
  return page.evaluate(() => window.censusReadyCount);
}

/** Waits until breakdowns were computed more often, and every part shows them. */
export async function censusReadyAfter(page, count, timeout = 30_000) {
  await page.waitForFunction(
    (before) => window.censusReadyCount > before && document.querySelector('main')?.ariaBusy === 'false',
    count,
    { timeout },
  );
}

/** Drags a file over the page and drops it there. */
export async function dropFile(page, path, { type = 'text/csv', name = basename(path) } = {}) {
  const bytes = (await readFile(path)).toString('base64');
  const transfer = await page.evaluateHandle(
    async ({ bytes, name, type }) => {
      const binary = atob(bytes);
      const file = new File([Uint8Array.from(binary, (char) => char.charCodeAt(0))], name, { type });
      const transfer = new DataTransfer();
      transfer.items.add(file);
      return transfer;
    },
    { bytes, name, type },
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

/**
 * The accessibility violations that axe finds, as Playwright sees the page now,
 * in all of it or `within` a selector.
 */
export async function axe(page, { within, ...options } = {}) {
  // Through evaluate, which the page's policy does not govern.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    ([within, options]) => window.axe.run(within ?? document, options),
    [within, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, ...options }],
  );
  return violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    nodes: nodes.map((node) => ({ target: node.target.join(' '), html: node.html, summary: node.failureSummary })),
  }));
}

let censusCommand;

/** Runs the command line program on the same files: {status, stdout, stderr}. */
export function runCensus(args, { input } = {}) {
  if (!censusCommand) {
    // Cargo decides whether the program is up to date, and says where it is.
    const build = spawnSync(
      'cargo',
      ['build', '--release', '--quiet', '--bin', 'census', '--message-format=json'],
      { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    if (build.status !== 0) throw new Error(`census does not compile:\n${build.stderr}`);
    censusCommand = build.stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
      .find((message) => message.executable && message.target?.name === 'census').executable;
  }
  const { status, stdout, stderr, error } = spawnSync(censusCommand, args, {
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
  const folder = join(root, 'tests/browser/shots');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage, ...more });
  return path;
}

/** Chooses English, whose texts are fetched for it, and waits until the page speaks it. */
export async function speakEnglish(page) {
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor({ state: 'attached' });
}
