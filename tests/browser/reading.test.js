import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { breakdowns, census, openReport, recomputed, saved } from './sections.js';
import { censusReady, openPage, pickFile, root, runCensus } from './support.js';

const snapshot = 'public/data/large-scale-models-2024-07-16.csv';
const hazards = join(root, 'tests/fixtures/hazards');

/** Picks a file and waits for its numbers. */
async function read(page, file) {
  await recomputed(page, () => pickFile(page, file));
  return breakdowns(page);
}

/** A file of as many models as asked for, each with a long abstract: some 2 KB a row. */
async function large(models) {
  const abstract = 'A sentence, with a comma and "quotes".\n'.repeat(48).replaceAll('"', '""');
  const rows = Array.from(
    { length: models },
    (_, at) => `Model ${at},2022-${String((at % 12) + 1).padStart(2, '0')}-01,NAVER,"${abstract}",Language,1e24\n`,
  );
  const path = join(await mkdtemp(join(tmpdir(), 'model-census-')), 'large.csv');
  await writeFile(path, `Model,Publication date,Organization,Abstract,Domain,Training compute (FLOP)\n${rows.join('')}`);
  return path;
}

test('every hazard gives the numbers and diagnostics of the command line', async () => {
  const { page, pageErrors, foreignRequests, close } = await openReport();
  const names = (await readdir(hazards)).filter((name) => name.endsWith('.csv'));
  assert.ok(names.length > 20);
  for (const name of names) {
    const path = join(hazards, name);
    const shown = await read(page, path);
    const { encoding, records } = shown.source;
    const expected = census(path, '--period', shown.period.join('-'));
    assert.deepEqual(shown, expected, name);
    const sum = Object.values(shown.rows).reduce((a, b) => a + b);
    assert.equal(sum, records, `${name}, ${encoding}: every record is somewhere`);
  }
  assert.deepEqual(pageErrors, []);
  assert.deepEqual(foreignRequests, []);
  await close();
});

const packed = join(root, 'tests/fixtures/packed');

test('packed files give what the command line gives; what unpacks is fetched for them only', async () => {
  const { page, pageErrors, close } = await openReport();
  const fetched = [];
  page.context().on('request', (request) => fetched.push(request.url()));
  const isUnpacker = (url) => /unpack.*\.wasm/.test(url);
  const table = join(packed, 'large_scale_ai_models.csv');
  const plain = await read(page, table);
  const zipped = join(await mkdtemp(join(tmpdir(), 'model-census-')), 'large_scale_ai_models.csv.gz');
  await writeFile(zipped, gzipSync(await readFile(table)));
  assert.deepEqual(await read(page, zipped), plain);
  assert.ok(!fetched.some(isUnpacker), 'the browser itself unpacks .gz');
  for (const name of ['two-tables.zip', 'second-sheet.xlsx']) {
    const path = join(packed, name);
    const shown = await read(page, path);
    // Of an archive the other lists are asked besides.
    assert.equal(shown.coverage !== undefined, name.endsWith('.zip'), name);
    assert.deepEqual(shown, census(path, '--period', shown.period.join('-')), name);
  }
  assert.equal(fetched.filter(isUnpacker).length, 1);
  assert.match(await page.locator('.control--data').innerText(), /통합 문서에서 읽은 시트: 모델/);
  assert.deepEqual(pageErrors, []);
  await close();
});

test('another table of an archive can be chosen', async () => {
  const { page, close } = await openReport();
  const path = join(packed, 'two-tables.zip');
  await read(page, path);
  const choice = page.getByLabel('압축 파일에서 읽은 표');
  assert.equal(await choice.locator('option:checked').innerText(), 'ai_models/large_scale_ai_models.csv');
  await recomputed(page, () => choice.selectOption({ label: 'ai_models/notable_ai_models.csv' }));
  const shown = await breakdowns(page);
  const entry = 'ai_models/notable_ai_models.csv';
  assert.deepEqual(shown, census(path, '--entry', entry, '--period', shown.period.join('-')));
  await close();
});

test('a damaged archive leaves the numbers and says why; the next file is read', async () => {
  const { page, close } = await openReport();
  const before = await breakdowns(page);
  await pickFile(page, join(packed, 'cut-off.zip'));
  await page.locator('.notice--error').waitFor();
  assert.match(await page.locator('.notice').innerText(), /cut-off\.zip.*끊겨/);
  assert.deepEqual(await breakdowns(page), before);
  const shown = await read(page, join(packed, 'two-tables.zip'));
  assert.equal(shown.source.records, 40);
  await close();
});

test('files are read in a worker, and in the page where none can start', async () => {
  const expected = census(snapshot);
  const withWorker = await openReport();
  // A first visit is shown without it; it starts when the reader acts.
  assert.equal(withWorker.page.workers().length, 0);
  const starting = withWorker.page.waitForEvent('worker');
  await withWorker.page.keyboard.press('Tab');
  await starting;
  assert.deepEqual(await breakdowns(withWorker.page), expected);
  await withWorker.close();

  const opened = await openPage({ apart: true, path: 'favicon.svg' });
  await opened.context.route(/worker-.*\.js/, (route) => route.abort());
  await opened.page.goto(opened.base);
  await censusReady(opened.page);
  assert.equal(opened.page.workers().length, 0);
  assert.deepEqual(await breakdowns(opened.page), expected);
  const shown = await read(opened.page, await large(6000));
  assert.equal(shown.models, 6000);
  // The fingerprint of a large file comes after its numbers.
  await opened.page.waitForFunction(() => window.modelCensus.breakdowns().source.sha256 !== null);
  await opened.close();
});

test('a large file says how far it is, and can be cancelled without loss', async () => {
  const { page, pageErrors, close } = await openReport({ apart: true });
  const before = await breakdowns(page);
  await page.evaluate(() => {
    window.bars = new Set();
    new MutationObserver(() => {
      const bar = document.querySelector('.notice progress');
      if (!bar) return;
      window.bars.add(bar.value);
      // As soon as there is something to cancel.
      [...document.querySelectorAll('.notice button')].find((button) => button.textContent === '취소')?.click();
    }).observe(document.querySelector('.notice'), { subtree: true, childList: true, characterData: true });
  });
  await pickFile(page, await large(40_000));
  await page.locator('.notice', { hasText: '읽기를 취소함' }).waitFor();
  assert.ok(await page.evaluate(() => window.bars.size > 0));
  assert.deepEqual(await breakdowns(page), before);
  // What was cancelled does not come back, and the engine still answers.
  await recomputed(page, () => page.selectOption('#census-first-year', '2022'));
  assert.deepEqual(await breakdowns(page), census(snapshot, '--period', '2022-2023'));
  assert.deepEqual(pageErrors, []);
  await close();
});

test('of two files picked one after the other the second is shown', async () => {
  const { page, close } = await openReport({ apart: true });
  const small = Buffer.from('Model,Publication date\nOnly,2022-01-01\n');
  await pickFile(page, await large(40_000));
  await recomputed(page, () => pickFile(page, { name: 'small.csv', mimeType: 'text/csv', buffer: small }));
  await page.waitForFunction(() => window.modelCensus.breakdowns().source.name === 'small.csv');
  assert.equal((await breakdowns(page)).models, 1);
  await close();
});

test('the encoding is named, previewed in another, and the file read again in it', async () => {
  const { page, close } = await openReport();
  const shown = await read(page, join(hazards, 'encoding-cp949.csv'));
  assert.equal(shown.source.encoding, 'euc-kr');
  assert.match(await page.locator('.notice').innerText(), /CP949 \(EUC-KR\)/);
  const control = page.locator('.encoding');
  await control.locator('summary').click();
  await control.locator('caption').waitFor();
  const right = await control.locator('tbody').innerText();
  assert.doesNotMatch(right, /\ufffd/);
  await control.locator('select').selectOption('utf-8');
  await page.waitForFunction(() => /\ufffd/.test(document.querySelector('.encoding tbody')?.textContent));
  await recomputed(page, () => control.getByRole('button').click());
  const again = await breakdowns(page);
  assert.equal(again.source.encoding, 'utf-8');
  assert.ok(again.problems.some(({ code }) => code === 'undecodable-text'));
  await close();
});

test('diagnostics stand in groups, and can be copied and saved as the command line prints them', async () => {
  const { page, close } = await openReport({ apart: true, context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const path = join(hazards, 'unknown-values.csv');
  const shown = await read(page, path);
  assert.ok(shown.problems.length > 0);
  const kinds = new Set(shown.problems.map(({ code }) => code));
  await page.locator('.problem-kind').first().waitFor();
  assert.equal(await page.locator('.problem-kind').count(), kinds.size);
  const { name, bytes } = await saved(page, () => page.getByRole('button', { name: '진단을 CSV로 저장' }).click());
  assert.equal(name, 'model-census-diagnostics.csv');
  const period = shown.period.join('-');
  const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  const { stdout } = runCensus([path, '--period', period, '--format', 'problems', '--written', day]);
  assert.equal(bytes.toString('utf8'), stdout);
  await page.getByRole('button', { name: '진단 복사' }).click();
  await page.getByText('복사함').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied.trimEnd().split('\n').length, shown.problems.length + 1);
  await close();
});
