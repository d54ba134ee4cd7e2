// The page as one file, opened from a folder.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { breakdowns, drawn, exported, openReport, recomputed, scrollTo } from './sections.js';
import { censusReady, dropFile, openPage, root, screenshot } from './support.js';
import { painted, until } from './waiting.js';
import { unzip } from './zip.js';

let folder;

after(() => folder && rm(folder, { recursive: true }));

/** Opens the file alone in a folder; `outside` is what it asked others for. */
async function openFile({ init, ...more } = {}) {
  folder ??= await mkdtemp(join(tmpdir(), '모델 현황-'));
  const path = join(folder, 'model-census.html');
  await copyFile(join(root, 'dist/model-census.html'), path);
  const opened = await openPage({ path: 'about:blank', ...more });
  const { page, context } = opened;
  const outside = [];
  const url = pathToFileURL(path).href;
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && request.url().split(/[?#]/)[0] !== url) outside.push(request.url());
  });
  if (init) await context.addInitScript(init);
  await page.goto(url);
  await censusReady(page);
  return { ...opened, outside };
}

function assertClean(opened) {
  assert.deepEqual(opened.outside, []);
  assert.deepEqual(opened.consoleErrors, []);
  assert.deepEqual(opened.pageErrors, []);
  assert.deepEqual(opened.cspViolations, []);
}

test('one file opened from a folder does all that the site does', async () => {
  const opened = await openFile();
  const { page } = opened;
  const served = await openReport();
  assert.deepEqual(await breakdowns(page), await breakdowns(served.page));
  await served.close();

  await drawn(page, 'country');
  await screenshot(page, 'single-file', { fullPage: false });
  await page.locator('#country [data-meant]').first().click();
  await page.locator('#behind-title').waitFor();
  await page.keyboard.press('Escape');
  await (await scrollTo(page, 'verification')).locator('table').first().waitFor();

  for (const path of [
    'public/data/large-scale-models-2026-02-16.csv',
    'tests/fixtures/packed/two-tables.zip',
    'tests/fixtures/packed/second-sheet.xlsx',
  ]) {
    await recomputed(page, () => dropFile(page, path));
  }
  assert.equal(page.workers().length, 1);
  const docx = unzip((await exported(page, 'docx')).bytes);
  assert.ok(docx['word/document.xml'].length > 10_000);
  assert.ok(Object.keys(docx).some((name) => /^word\/media\//.test(name)), Object.keys(docx).join());
  const hwpx = unzip((await exported(page, 'hwpx')).bytes);
  assert.ok('Contents/section0.xml' in hwpx);
  const xlsx = unzip((await exported(page, 'xlsx')).bytes);
  assert.ok(Object.keys(xlsx).some((name) => name.startsWith('xl/worksheets/')));

  // A link shows the same after the file is opened again.
  await recomputed(page, () => page.selectOption('#census-snapshot', 'large-scale-models-2026-02-16.csv'));
  const shown = await breakdowns(page);
  await page.waitForFunction(() => location.hash.includes('2026-02-16'));
  await page.reload();
  await censusReady(page);
  assert.deepEqual(await breakdowns(page), shown);
  assertClean(opened);
  await opened.close();
});

test('one file works at once where no worker can start', async () => {
  const init = () => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('not here', 'SecurityError');
      }
    };
  };
  const opened = await openFile({ init });
  const { page } = opened;
  assert.equal(page.workers().length, 0);
  const docx = unzip((await exported(page, 'docx')).bytes);
  assert.ok(docx['word/document.xml'].length > 10_000);
  assertClean(opened);
  await opened.close();
});

test('the policy of the one file forbids every network', async () => {
  const html = await readFile(join(root, 'dist/model-census.html'), 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)[1];
  assert.doesNotMatch(policy, /'self'|'unsafe-inline'|'unsafe-eval'|https?:|\*/);
  const opened = await openFile();
  const reached = await opened.page.evaluate(() =>
    fetch('https://example.org/').then(() => 'reached', () => 'not reached'),
  );
  assert.equal(reached, 'not reached');
  // Each is told as it happens, and a second one would follow at once.
  await until(() => opened.cspViolations.length > 0);
  await painted(opened.page);
  assert.deepEqual(opened.cspViolations.map((violation) => violation.split(' at ')[0]), [
    'connect-src blocked https://example.org/',
  ]);
  assert.deepEqual(opened.outside, []);
  await opened.close();
});
