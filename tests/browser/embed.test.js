// Parts of the page in frames of a page of another origin.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { after, before, test } from 'node:test';
import { contentSecurityPolicy } from '../../tools/headers.js';
import { axe, openPage, root, screenshot } from './support.js';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css',
  '.wasm': 'application/wasm', '.json': 'application/json', '.csv': 'text/csv', '.svg': 'image/svg+xml',
};
const servers = [];
let site;
let host;
let wasmRequests = 0;

async function listen(answer) {
  const server = createServer((request, response) => {
    answer(new URL(request.url, 'http://host').pathname, response).catch(() => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return server.address().port;
}

before(async () => {
  const sitePort = await listen(async (path, response) => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    // Packed, as a site sends it: a module of a debug build is too large for
    // the cache of a browser without a profile.
    const bytes = await promisify(gzip)(await readFile(join(root, 'dist', file)));
    if (file.includes('model_census_bg')) wasmRequests += 1;
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': contentSecurityPolicy,
      'Content-Encoding': 'gzip',
      'Cache-Control': 'public, max-age=3600',
      'Access-Control-Allow-Origin': '*',
    });
    response.end(bytes);
  });
  site = `http://127.0.0.1:${sitePort}`;
  const hostPort = await listen(async (path, response) => {
    if (path !== '/') return response.writeHead(204).end();
    const text = await readFile(join(root, 'tests/browser/host/index.html'), 'utf8');
    response.writeHead(200, { 'Content-Type': TYPES['.html'] });
    response.end(text.replaceAll('SITE', site));
  });
  host = `http://localhost:${hostPort}/`;
});

after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function frameOf(page, selector) {
  const element = await page.waitForSelector(selector);
  return element.contentFrame();
}

/** Scrolls to a widget, so that its lazy frame loads, and waits for its numbers. */
async function shown(page, id) {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await page.waitForFunction((id) => document.getElementById(id).breakdowns() !== null, id, { timeout: 60_000 });
  return frameOf(page, `#${id} > iframe`);
}

test('widgets of another origin show their parts, whole, and tell of them', { timeout: 150_000 }, async () => {
  const opened = await openPage({ path: host, width: 800 });
  const { page } = opened;
  const one = await shown(page, 'one');
  await one.waitForSelector('section#country table');
  assert.equal(await one.locator('section.section').count(), 1);
  assert.equal(await one.locator('.head').count(), 0);
  const two = await shown(page, 'two');
  await two.waitForSelector('#summary dl');
  assert.equal(await two.locator('html').getAttribute('data-theme'), 'dark');
  const three = await shown(page, 'three');
  await three.waitForSelector('section#domain table');
  assert.equal(await three.locator('section#domain .chart').isVisible(), false);

  // Nothing is cut, and the height stays.
  const heights = () =>
    page.$$eval('model-census > iframe', (frames) => frames.map((frame) => frame.getBoundingClientRect().height));
  await page.locator('#one').scrollIntoViewIfNeeded();
  await one.waitForSelector('section#country .chart svg, section#country .chart canvas');
  await page.waitForTimeout(1000);
  const settled = await heights();
  await page.waitForTimeout(700);
  assert.deepEqual(await heights(), settled);
  for (const frame of [one, two, three]) {
    assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1));
  }

  // A message that is not the frame's own changes nothing.
  const own = { source: 'model-census', v: 1, type: 'height', height: 7 };
  await page.evaluate((own) => postMessage(own, '*'), own);
  await page.waitForTimeout(100);
  assert.deepEqual(await heights(), settled);

  // A number that is opened is told to the host.
  const selected = page.evaluate(
    () => new Promise((resolve) => addEventListener('census:select', ({ detail }) => resolve(detail.kind))),
  );
  await one.locator('section#country [data-meant]').first().click();
  assert.equal(await selected, 'models');

  // Another attribute, another frame.
  await page.evaluate(() => (document.getElementById('two').view = 'multimodal'));
  await (await shown(page, 'two')).waitForSelector('section#multimodal table');

  await page.locator('#plain').scrollIntoViewIfNeeded();
  const plain = await frameOf(page, '#plain');
  await plain.waitForSelector('section#year table', { timeout: 60_000 });

  // Frames of the site's own origin share a download; the isolated one has its own.
  assert.ok(wasmRequests <= 2, `${wasmRequests} downloads`);
  // Chromium says this of any dialog with autofocus in a frame of another origin.
  const errors = opened.consoleErrors.filter((error) => !error.startsWith('Blocked autofocusing'));
  assert.deepEqual(errors, []);
  assert.deepEqual(opened.pageErrors, []);
  assert.deepEqual(opened.cspViolations, []);
  await opened.close();
});

test('an embedded part is accessible, keeps nothing and says what it does not know', { timeout: 150_000 }, async () => {
  for (const [theme, width] of [['light', 390], ['dark', 800]]) {
    const opened = await openPage({ path: '?embed=country&lang=ko&colour=red', theme, width });
    const { page } = opened;
    const warned = await page.waitForSelector('section#country table').then(() => page.url());
    assert.match(warned, /\?embed=country&lang=ko&colour=red$/);
    await page.waitForTimeout(1000);
    assert.deepEqual(await axe(page), []);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await screenshot(page, `embed-${theme}-${width}`);
    assert.deepEqual(opened.consoleErrors, []);
    await opened.close();
  }
});
