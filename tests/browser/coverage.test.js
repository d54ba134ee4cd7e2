// Models that are not in the list: which any list knows and why they do not count,
// for the focus country, and for a country, an organisation or a name that is asked
// for; by the list that comes with the page, and by an archive of all of them.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { breakdowns, census, dialog, drawn, exported, openReport, openedOnce, recomputed, saved, scrollTo } from './sections.js';
import { axe, dropFile, openPage, pickFile, root, screenshot, speakEnglish } from './support.js';
import { asked, becomes, until } from './waiting.js';
import { tooWide } from './whole.js';
import { unzip, zip } from './zip.js';

const OF_2026 = 'large-scale-models-2026-02-16.csv';
// What a link to the newer list says, over the years that hold these models.
const NEWER = `data=${OF_2026}&definition=is-178&period=2020-2026`;

const fixture = (path) => join(root, 'tests/fixtures', path);
const lines = (page) => page.locator('#coverage .prose__line').allTextContents();
const models = (page) => page.locator('[aria-labelledby="coverage-models"] tbody tr');

/** What is said of a model: its fate, the list and row, the cell. */
async function fateOf(page, name) {
  const row = models(page).filter({ has: page.locator('th', { hasText: name }) });
  return (await row.locator('td').allTextContents()).slice(2);
}

async function openCoverage(options) {
  const opened = await openReport(options);
  await scrollTo(opened.page, 'coverage');
  await models(opened.page).first().waitFor();
  return opened;
}

/** Asks for a country, an organisation or a model. */
async function askFor(page, typed) {
  const before = await page.locator('#coverage-models').textContent();
  await page.fill('#census-coverage-search', typed);
  await page.press('#census-coverage-search', 'Enter');
  await until(async () => (await page.locator('#coverage-models').textContent()) !== before);
}

/** A file that is an archive of these fixtures. */
function archive(name, files) {
  const path = join(mkdtempSync(join(tmpdir(), 'coverage-')), name);
  const bytes = Object.entries(files).map(([inside, from]) => [inside, readFileSync(fixture(from))]);
  writeFileSync(path, zip(Object.fromEntries(bytes)));
  return path;
}

const EXPORT = {
  'README.md': 'history/README.md',
  'large_scale_ai_models.csv': 'history/large-scale-models-2026-03-30.csv',
  'notable_ai_models.csv': 'notable/notable-models-2026-03-30.csv',
};

test('the first list is answered by the one that comes with the page, whose day is said', async () => {
  const { page, foreignRequests, consoleErrors, close } = await openCoverage();
  assert.equal((await lines(page))[0], '한국의 2020~2023년 모델은 19개가 확인되며, 이 중 11개가 초거대 AI 모델로 집계됨.');
  const said = (await lines(page)).join(' ');
  assert.match(said, /목록의 기준일이 서로 다르므로\(대규모 모델 2024-07-16, 주목할 만한 모델 2026-08-19\)/);
  const notes = await page.locator('#coverage .section__notes li').allTextContents();
  assert.match(notes.at(-1), /주목할 만한 모델 2026-08-19, CC BY 4\.0/);
  assert.deepEqual([foreignRequests, consoleErrors], [[], []]);
  await close();
});

const newer = openedOnce({ path: `#coverage?${NEWER}` });

test('A.X K1, Solar Open, VAETKI and K-EXAONE are found with why they do not count, and where that stands', async () => {
  const { page } = await newer();
  await scrollTo(page, 'coverage');
  await models(page).first().waitFor();
  const unstated = ['학습 연산량 비공개', /^주목할 만한 모델 \d+행$/, 'Training compute (FLOP): 빈칸'];
  const expected = {
    'A.X K1': unstated,
    VAETKI: unstated,
    'Solar Open 100B': [/^집계한 목록에 미등재/, /^주목할 만한 모델 \d+행$/, 'Training compute (FLOP): 1.40E+24'],
    'K-EXAONE 2.0': [/^파생 모델/, /^주목할 만한 모델 \d+행$/, 'Finetune compute (FLOP): 빈칸'],
  };
  for (const [name, cells] of Object.entries(expected)) {
    const said = await fateOf(page, name);
    for (const [at, cell] of cells.entries()) {
      if (cell instanceof RegExp) assert.match(said[at], cell, name);
      else assert.equal(said[at], cell, name);
    }
  }
});

/** Opens the card of a model by its name. */
async function openCard(page, name) {
  const row = models(page).filter({ has: page.locator('th', { hasText: name }) });
  await row.locator('th button').click();
  await dialog(page).locator('.facts').waitFor();
  return dialog(page);
}

test('each model has a card: what the shown list says, or the other list, with why it does not count', async () => {
  const { page } = await newer();
  await scrollTo(page, 'coverage');
  const counted = await openCard(page, 'EXAONE 4.0 (32B)');
  assert.equal(await counted.locator('h2').textContent(), 'EXAONE 4.0 (32B)');
  await counted.locator('.stated').waitFor();
  await page.keyboard.press('Escape');
  const card = await openCard(page, 'A.X K1');
  assert.equal(await card.locator('h2').textContent(), 'A.X K1');
  assert.match(await card.locator('.behind__count').textContent(), /^notable-models-2026-08-19\.csv \(주목할 만한 모델\) \d+행$/);
  assert.equal(await card.locator('.section__missing').textContent(), '계산에서 제외됨: 학습 연산량 비공개 (Training compute (FLOP): 빈칸)');
  assert.match(await card.locator('.facts').textContent(), /SK텔레콤/);
  assert.match(await card.locator('.card__table').textContent(), /한국/);
  // A bundled list has no more of it, which is said; and its numbers open nothing.
  assert.match(await card.locator('.control__hint').textContent(), /ai_models\.zip/);
  assert.equal(await card.locator('.card__table button').count(), 0);
  await until(() => /model=1-\d+/.test(page.url()));
  const path = new URL(page.url()).hash;
  await page.keyboard.press('Escape');
  const fresh = await openReport({ path });
  await dialog(fresh.page).locator('.facts').waitFor();
  assert.equal(await dialog(fresh.page).locator('h2').textContent(), 'A.X K1');
  await fresh.close();
});

test('of a table that came in an archive the card has every field of the row', async () => {
  const path = archive('ai_models.zip', EXPORT);
  const { page, consoleErrors, close } = await openCoverage();
  await recomputed(page, () => dropFile(page, path, { type: 'application/zip' }));
  await scrollTo(page, 'coverage');
  await page.selectOption('#census-coverage-fate', 'no-compute');
  const card = await openCard(page, 'Solar Open 100B');
  await card.locator('.stated').waitFor();
  const notable = readFileSync(fixture(EXPORT['notable_ai_models.csv']), 'utf8');
  const [headers, ...rows] = notable.split('\n').map((line) => line.trim().replace(/"[^"]*"/g, 'in quotes').split(','));
  const row = rows.find(([name]) => name === 'Solar Open 100B');
  const expected = headers.filter((_, at) => row[at] !== '');
  assert.deepEqual(await card.locator('.stated dt').allTextContents(), expected);
  assert.match(await card.locator('.behind__count').textContent(), /^notable_ai_models\.csv \(주목할 만한 모델\) \d+행$/);
  assert.deepEqual(consoleErrors, []);
  await close();
});

test('a reason is chosen by its name, by a number of the table and by a mark of the chart', async () => {
  const { page } = await newer();
  await scrollTo(page, 'coverage');
  await page.selectOption('#census-coverage-fate', 'no-compute');
  const shown = async () => [...new Set(await models(page).locator('td:nth-of-type(3)').allTextContents())];
  await becomes(shown, ['학습 연산량 비공개']);
  const counted = page.locator('#coverage table').first().locator('tbody tr').first();
  await counted.locator('button').last().click();
  await becomes(shown, ['집계됨']);
  await page.selectOption('#census-coverage-fate', '');
  await until(async () => (await shown()).length > 2);
  await drawn(page, 'coverage');
});

test('a country, an organisation and a name are asked for; the address has it, and a fresh profile shows it', async () => {
  const { page, close } = await openCoverage({ path: `#coverage?${NEWER}` });
  await askFor(page, '업스테이지');
  assert.match((await lines(page))[0], /^업스테이지의 2020~2026년 모델은 \d+개가 확인되/);
  assert.equal((await fateOf(page, 'Solar Open 100B')).length, 3);
  await askFor(page, 'vaetki');
  assert.equal(await models(page).count(), 1);
  await until(() => page.url().includes('covered=vaetki'));
  await page.selectOption('#census-coverage-country', 'JPN');
  await until(async () => /^일본의/.test((await lines(page))[0]));
  await askFor(page, '이런 모델은 없음');
  await page.locator('[aria-labelledby="coverage-models"] .section__missing').waitFor();
  await askFor(page, 'SK텔레콤');
  const path = new URL(page.url()).hash;
  assert.match(decodeURIComponent(path), /covered=SK텔레콤/);
  await close();
  const fresh = await openCoverage({ path });
  assert.match((await lines(fresh.page))[0], /^SK텔레콤의 2020~2026년/);
  assert.equal((await fateOf(fresh.page, 'A.X K1'))[0], '학습 연산량 비공개');
  // Back to what was asked before the link: nothing.
  await fresh.page.selectOption('#census-coverage-country', 'KOR');
  await until(async () => /^한국의/.test((await lines(fresh.page))[0]));
  await fresh.page.goBack();
  await until(async () => /^SK텔레콤의/.test((await lines(fresh.page))[0]));
  await fresh.close();
});

test('an archive that is dropped is one thing: its large-scale list counted, its others asked, as on the command line', async () => {
  const path = archive('ai_models.zip', EXPORT);
  const { page, consoleErrors, close } = await openCoverage();
  await recomputed(page, () => dropFile(page, path, { type: 'application/zip' }));
  const own = await breakdowns(page);
  assert.equal(own.source.name, 'large_scale_ai_models.csv');
  assert.deepEqual(own, census(path, '--period', own.period.join('-')));
  assert.deepEqual(own.coverage.tables.map(({ id }) => id), ['large-scale', 'notable']);
  await scrollTo(page, 'coverage');
  await until(async () => (await lines(page)).join(' ').includes('모든 모델의 목록이 없어'));
  assert.equal((await fateOf(page, 'Solar Open 100B'))[0], '학습 연산량 비공개');
  assert.equal(await page.locator('#census-rivals').count(), 0);
  // A file alone is asked beside what comes with the page again.
  await recomputed(page, () => pickFile(page, fixture('history/large-scale-models-2026-03-30.csv')));
  assert.equal((await breakdowns(page)).coverage, undefined);
  await until(async () => /^집계한 목록에 미등재/.test((await fateOf(page, 'Solar Open 100B'))[0] ?? ''));
  assert.deepEqual(consoleErrors, []);
  await close();
});

test('an archive with two large-scale lists asks which; what is chosen stands for itself', async () => {
  const path = archive('two.zip', { ...EXPORT, 'large_scale_old.csv': 'history/large-scale-models-2024-07-16.csv' });
  const { page, close } = await openReport();
  await recomputed(page, () => pickFile(page, path));
  const asks = page.locator('#census-rivals');
  await asks.waitFor();
  assert.match(await asks.textContent(), /large_scale_ai_models\.csv.*large_scale_old\.csv|large_scale_old\.csv.*large_scale_ai_models\.csv/);
  const choice = page.locator('#census-entry');
  const entry = await choice.locator('option', { hasText: 'large_scale_old.csv' }).getAttribute('value');
  await recomputed(page, () => choice.selectOption(entry));
  assert.equal((await breakdowns(page)).source.name, 'large_scale_old.csv');
  await becomes(() => asks.count(), 0);
  await close();
});

test('table, models and picture are saved; the rows are those that are shown', async () => {
  const { page } = await newer();
  await drawn(page, 'coverage');
  const [counts, rows] = [0, 1].map((at) => page.locator('#coverage .grid-tools__save').nth(at));
  const table = await saved(page, () => counts.click());
  assert.equal(table.name, 'model-census-coverage.csv');
  assert.match(table.bytes.toString('utf8'), /집계됨/);
  const list = await saved(page, () => rows.click());
  assert.match(list.bytes.toString('utf8'), /VAETKI.*학습 연산량 비공개/);
  const picture = await saved(page, () => page.locator('#coverage .figure button', { hasText: 'SVG' }).click());
  assert.match(picture.bytes.toString('utf8'), /^<svg[^]*학습 연산량 비공개/);
});

test('its chapter is in report, workbook and package where it is asked for, or it is said why not', async () => {
  const { page, context, close } = await openReport({ path: `#?${NEWER}` });
  await scrollTo(page, 'export');
  await page.check('#census-annex-coverage');
  await context.route('**/other-lists.json', (route) => route.abort());
  await page.locator('#census-export-markdown').click();
  await page.locator('.exports__said', { hasText: '불러오지 못함' }).waitFor();
  await context.unroute('**/other-lists.json');
  const markdown = (await exported(page, 'markdown')).bytes.toString('utf8');
  await scrollTo(page, 'coverage');
  await until(async () => (await lines(page)).length > 0);
  const [, chapter] = markdown.split('부록 1. 목록에 없는 모델');
  for (const line of await lines(page)) assert.ok(chapter.includes(line), line);
  assert.match(chapter, /VAETKI/);
  const files = unzip((await exported(page, 'package')).bytes);
  const csv = files['coverage-models.csv'].toString('utf8');
  assert.match(csv, /VAETKI.*학습 연산량 비공개/);
  assert.match(files['figures/coverage-chart.svg'].toString('utf8'), /^<svg/);
  assert.match(files['report.html'].toString('utf8'), /부록 1\. 목록에 없는 모델[^]*<img/);
  assert.match(files['README.md'].toString('utf8'), /coverage\.csv`: 목록에 없는 모델/);
  const book = unzip(files['tables.xlsx'])['xl/workbook.xml'].toString('utf8');
  assert.match(book, /name="목록에 없는 모델"[^]*name="목록에 없는 모델 2"/);
  // Not asked for, it is not there.
  await page.uncheck('#census-annex-coverage');
  assert.doesNotMatch((await exported(page, 'markdown')).bytes.toString('utf8'), /부록/);
  await close();
});

test('it is embedded, with what is asked for in the address', async () => {
  const { page, consoleErrors, close } = await openPage({ path: `?embed=coverage&lang=ko&${NEWER}&covered=Upstage`, width: 680 });
  await models(page).first().waitFor();
  assert.match((await lines(page))[0], /^업스테이지의 2020~2026년/);
  assert.equal(await page.locator('section').count(), 1);
  assert.deepEqual(await tooWide(page), []);
  assert.deepEqual(consoleErrors, []);
  await close();
});

test('without the list that comes with the page the shown one alone is asked, and that is said', async () => {
  const { page, context, close } = await openPage({ path: 'favicon.svg' });
  await context.route('**/data/other-lists.json', (route) => route.abort());
  await page.goto(new URL('./', page.url()).href);
  await asked(page, () => document.querySelector('main')?.ariaBusy === 'false');
  await scrollTo(page, 'coverage');
  await page.locator('#coverage [role="alert"]').waitFor();
  assert.match((await lines(page))[0], /^한국의 2020~2023년 모델은 11개가 확인되며, 모두/);
  await close();
});

for (const [lang, theme, width] of [
  ['ko', 'light', 390],
  ['ko', 'dark', 390],
  ['en', 'dark', 1280],
  ['ko', 'light', 1280],
]) {
  test(`what is not in the list is accessible and fits: ${lang}, ${theme}, ${width} px`, async () => {
    const { page, close } = await openCoverage({ theme, width, path: `#coverage?${NEWER}` });
    if (lang === 'en') await speakEnglish(page);
    await drawn(page, 'coverage');
    assert.deepEqual(await axe(page, { within: '#coverage' }), []);
    assert.deepEqual(await tooWide(page), []);
    await scrollTo(page, 'coverage');
    await screenshot(page, `coverage-${lang}-${theme}-${width}`, { fullPage: false });
    await close();
  });
}
