// Why the numbers moved and how the list grew: two lists side by side, down to
// the models, and the same numbers as the command line's.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { drawn, exported, openReport, own, saved, scrollTo } from './sections.js';
import { axe, root, runCensus, screenshot, speakEnglish } from './support.js';
import { becomes } from './waiting.js';
import { unzip } from './zip.js';

const history = (day) => join(root, `tests/fixtures/history/large-scale-models-${day}.csv`);
const lines = (page, id) => page.locator(`#${id} .prose__line`).allTextContents();

async function openMoved(options) {
  const opened = await openReport(options);
  await scrollTo(opened.page, 'comparison');
  await opened.page.locator('#comparison .prose__line').first().waitFor();
  return opened;
}

test('two lists are compared: sentences, chart, table and models, as on the command line', async () => {
  const { page, close } = await openMoved();
  await page.selectOption('#census-against', 'large-scale-models-2026-08-19.csv');
  await becomes(
    async () => (await lines(page, 'comparison'))[0],
    '2020~2023년 144개 → 163개(+19): 새로 등재 +26, 목록에서 빠짐 −6, 출시일 변경 −1',
  );
  await drawn(page, 'comparison');
  // The saved JSON is the command line's, but for the list's own file name.
  const { bytes } = await saved(page, () => page.click('#census-comparison-json'));
  const json = JSON.parse(bytes.toString('utf8'));
  const { status, stdout } = runCensus([history('2026-08-19'), '--against', history('2024-07-16')]);
  assert.equal(status, 0);
  const command = JSON.parse(stdout);
  for (const key of ['models', 'breakdowns', 'matches', 'period']) assert.deepEqual(json[key], command[key], key);
  // A table, one of its causes, and the models behind that.
  await page.selectOption('#census-comparison-table', 'country');
  await page.selectOption('#census-comparison-column', '3');
  const row = page.locator('#comparison table').first().locator('tbody tr', { hasText: '중국' });
  await row.locator('button').first().click();
  const models = page.locator('[aria-labelledby="comparison-models"] tbody tr');
  assert.ok((await models.count()) > 0);
  for (const text of await models.allInnerTexts()) assert.match(text, /중국/);
  const before = await models.count();
  await page.fill('#census-comparison-search', 'no such model');
  await becomes(() => models.count(), 0);
  await page.fill('#census-comparison-search', '');
  await becomes(() => models.count(), before);
  await screenshot(page, 'moved', { fullPage: false });
  await close();
});

test('a pair that is parted counts as two models, kept in the definition; two names are joined again', async () => {
  const { page, close } = await openMoved();
  await page.selectOption('#census-against', 'large-scale-models-2026-08-19.csv');
  const whole = () => lines(page, 'comparison').then(([first]) => first);
  const before = '2020~2023년 144개 → 163개(+19): 새로 등재 +26, 목록에서 빠짐 −6, 출시일 변경 −1';
  await becomes(whole, before);
  await page.locator('.moved__matches > summary').click();
  const pair = page.locator('.moved__matches tbody tr', { hasText: 'MPT-30B (base)' });
  await pair.locator('button').click();
  await becomes(whole, '2020~2023년 144개 → 163개(+19): 새로 등재 +27, 목록에서 빠짐 −7, 출시일 변경 −1');
  await page.locator('.moved__join > summary').click();
  await page.selectOption('#census-join-old', 'MPT-30B (base)');
  await page.selectOption('#census-join-new', 'MPT-30B');
  await page.click('#census-join');
  await becomes(whole, before);
  await close();
});

test('a researcher’s walk: a newer list is dropped, its changes are read, a pair parted, the report saved with them, the link opened elsewhere', async () => {
  const { page, close } = await openReport();
  const name = 'large-scale-models-2026-02-16.csv';
  await page.setInputFiles('#census-file', history('2026-02-16'));
  await page.waitForFunction((name) => window.modelCensus.breakdowns().source.name === name, name);
  await page.selectOption('#census-last-year', '2023');
  await page.waitForFunction(() => String(window.modelCensus.breakdowns().period[1]) === '2023');
  await scrollTo(page, 'comparison');
  await page.selectOption('#census-against', 'large-scale-models-2024-07-16.csv');
  const whole = async (page) => (await lines(page, 'comparison'))[0];
  await becomes(async () => /^2020~2023년 144개 → \d+개\(\+\d+\): /.test(await whole(page)), true);
  const all = await lines(page, 'comparison');
  assert.ok(all.some((line) => line.startsWith('2023년 104개 → ')), all.join());
  assert.ok(all.some((line) => line.includes('한국')), all.join());
  // The models behind a country's row: Korea's has not moved, which is said above.
  await page.selectOption('#census-comparison-table', 'country');
  const row = page.locator('#comparison table').first().locator('tbody tr', { hasText: '중국' });
  await row.locator('button').first().click();
  const models = page.locator('[aria-labelledby="comparison-models"] tbody tr');
  assert.ok((await models.count()) > 0);
  for (const text of await models.allInnerTexts()) assert.match(text, /중국/);
  // One pair parted is a model more and a model less.
  const before = await whole(page);
  await page.locator('.moved__matches > summary').click();
  const pair = page.locator('.moved__matches tbody tr', { hasText: 'MPT-30B (base)' });
  await pair.locator('button').click();
  await becomes(async () => (await whole(page)) !== before, true);
  const parted = await lines(page, 'comparison');
  // The chapter of the report says what the section says.
  await scrollTo(page, 'export');
  await page.check('#census-annex-comparison');
  const { bytes } = await exported(page, 'docx');
  const word = unzip(bytes)['word/document.xml'].toString('utf8').replace(/<[^>]+>/g, '');
  assert.ok(word.includes('부록 1. 왜 달라졌나'));
  for (const line of parted) assert.ok(word.includes(line), line);
  assert.ok(!word.includes('부록 2.'));
  // Elsewhere the link finds the same list bundled, and compares the same.
  assert.match(page.url(), /against=2024-07-16/);
  const link = new URL(page.url());
  const fresh = await openReport({ path: `${link.search}${link.hash}` });
  await scrollTo(fresh.page, 'comparison');
  await becomes(() => lines(fresh.page, 'comparison'), parted);
  await fresh.close();
  await close();
});

test('a file of the reader’s own is compared with; one that cannot be read is said, and what is shown stays', async () => {
  const { page, close } = await openMoved();
  await page.setInputFiles('#census-against-file', own('not,a,list\n1,2,3\n'));
  await page.locator('#comparison [role="alert"]', { hasText: 'own.csv' }).waitFor();
  assert.equal(await page.evaluate(() => window.modelCensus.breakdowns().source.name), 'large-scale-models-2024-07-16.csv');
  const bytes = readFileSync(history('2025-05-08'));
  await page.setInputFiles('#census-against-file', { name: 'mine-2025-05-08.csv', mimeType: 'text/csv', buffer: bytes });
  await becomes(
    async () => (await lines(page, 'comparison'))[0],
    '2020~2023년 144개 → 149개(+5): 새로 등재 +11, 목록에서 빠짐 −5, 출시일 변경 −1',
  );
  assert.equal(await page.evaluate(() => window.modelCensus.breakdowns().models), 144);
  await close();
});

test('the history is a table and a chart, by year and by country, and says how much a year may grow', async () => {
  const { page, close } = await openReport();
  await scrollTo(page, 'history');
  const cells = async (name) => {
    const row = page.locator('#history tbody tr', { has: page.locator('th', { hasText: new RegExp(`^${name}$`) }) });
    return (await row.locator('td').allTextContents()).slice(0, 9);
  };
  await becomes(() => cells('2023년'), ['104', '107', '110', '118', '119', '119', '121', '121', '120']);
  assert.match((await lines(page, 'history'))[0], /^2025년은 아직 자라는 중: 2026-08-19 자료의 164개는/);
  await page.check('#census-history-changes');
  await becomes(() => cells('2023년'), ['–', '+3', '+3', '+8', '+1', '0', '+2', '0', '−1']);
  await page.selectOption('#census-history-by', 'country');
  await page.locator('#history tbody tr', { hasText: '한국' }).waitFor();
  await screenshot(page, 'history', { fullPage: false });
  await close();
});

for (const [lang, theme, width] of [
  ['ko', 'light', 390],
  ['en', 'dark', 1280],
]) {
  test(`why numbers moved and how the list grew are accessible: ${lang}, ${theme}, ${width} px`, async () => {
    const { page, close } = await openReport({ theme, width });
    if (lang === 'en') await speakEnglish(page);
    for (const id of ['comparison', 'history']) {
      await scrollTo(page, id);
      await page.locator(`#${id} tbody tr`).first().waitFor();
      assert.deepEqual(await axe(page, { within: `#${id}` }), []);
      await screenshot(page, `${id}-${lang}-${theme}-${width}`, { fullPage: false });
    }
    await close();
  });
}
