// Columns that the page does not recognise: the reader says what they mean, and
// the numbers are those of the file as it was exported. And files that come
// together: none is left out without a word.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { breakdowns, openReport, recomputed } from './sections.js';
import { axe, dropFile, pickFile, screenshot } from './support.js';
import { becomes } from './waiting.js';

const SNAPSHOT = 'public/data/large-scale-models-2024-07-16.csv';

const table = (page) => page.locator('#census-columns');
const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** The headers of a list's first line, which has no quoted one that spans cells. */
const headersOf = (text) => text.slice(0, text.indexOf('\n')).trimEnd().split(',');

/** What the numbers are, whatever the file and its headers are called. */
function bare({ source, breakdowns, rows, growth, lists, period }) {
  return { records: source.records, date: source.snapshot_date, breakdowns, rows, growth, lists, period };
}

/** Says what a header means, or that it means nothing. */
const name = (page, header, fact) =>
  table(page).locator('tbody tr').filter({ hasText: header }).locator('select').selectOption(fact);

const FACTS = [
  ['name', /^Model$/],
  ['publication-date', /^Publication date/],
  ['organization', /^Organization$/],
  ['country', /^Country/],
  ['organization-category', /^Organization categor/],
  ['domain', /^Domain/],
  ['task', /^Task/],
  ['parameters', /^Parameters$/],
  ['training-compute', /^Training compute \(FLOP\)/],
  ['dataset-size', /^Training dataset size/],
  ['training-hardware', /^Training hardware/],
  ['hardware-quantity', /^Hardware quantity/],
  ['confidence', /^Confidence/],
  ['accessibility', /^Model accessibility/],
];

test('whatever a header is called, once it is named the numbers are the same', async () => {
  const text = await readFile(SNAPSHOT, 'utf8');
  const headers = headersOf(text);
  const first = await openReport();
  await recomputed(first.page, () => pickFile(first.page, csv('mine.csv', text)));
  const named = bare(await breakdowns(first.page));
  await first.close();
  for (const [fact, header] of FACTS) {
    const { page, pageErrors, close } = await openReport();
    const renamed = headers.map((own) => (header.test(own) ? '이름 모를 열' : own)).join(',');
    const file = csv('mine.csv', renamed + text.slice(text.indexOf('\n')));
    const row = table(page).locator('tbody tr').filter({ hasText: '이름 모를 열' });
    if (['name', 'publication-date'].includes(fact)) {
      await pickFile(page, file);
      await page.locator('.notice--error').filter({ hasText: 'mine.csv' }).waitFor();
      // What keeps a file from being read is open at once.
      await table(page).locator('.warning').waitFor();
    } else {
      await recomputed(page, () => pickFile(page, file));
      await table(page).locator('summary').click();
    }
    assert.match(await row.locator('small').innerText(), / · /, 'its first values are there');
    await row.locator('select').selectOption(fact);
    await recomputed(page, () => page.click('#census-name-columns'));
    assert.deepEqual(bare(await breakdowns(page)), named, fact);
    assert.deepEqual(pageErrors, []);
    await close();
  }
});

test('all headers renamed at once are named by keys, on a phone, in English, and a link has them', async () => {
  const { page, pageErrors, close } = await openReport({ path: '#?lang=en', theme: 'dark', width: 390 });
  const text = await readFile(SNAPSHOT, 'utf8');
  const headers = headersOf(text);
  await recomputed(page, () => pickFile(page, csv('mine.csv', text)));
  const named = await breakdowns(page);
  const renamed = headers.map((_, at) => `Field ${at + 100}`).join(',') + text.slice(text.indexOf('\n'));
  await pickFile(page, csv('mine.csv', renamed));
  await page.locator('.notice--error').waitFor();
  const own = table(page);
  await own.locator('tbody tr').first().waitFor();
  assert.match(await own.innerText(), /Not found in this file: Model name, Publication date/);
  assert.match(await own.innerText(), /AlphaGo Master/);
  for (const [fact, header] of FACTS) {
    const at = headers.findIndex((own) => header.test(own));
    const select = own.locator('tbody tr').filter({ hasText: `Field ${at + 100}` }).locator('select');
    await select.focus();
    await select.selectOption(fact);
  }
  assert.deepEqual(await axe(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await screenshot(page, 'columns-en-dark-390', { fullPage: false });
  await page.locator('#census-name-columns').focus();
  await recomputed(page, () => page.keyboard.press('Enter'));
  assert.deepEqual(bare(await breakdowns(page)), bare(named));

  // Whoever has the link and the file needs not say it again.
  await becomes(() => page.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('changes')?.includes('"Field 1')), true);
  const hash = await page.evaluate(() => location.hash);
  const other = await openReport({ path: hash });
  await recomputed(other.page, () => pickFile(other.page, csv('mine.csv', renamed)));
  assert.deepEqual(bare(await breakdowns(other.page)), bare(named));
  await other.close();
  assert.deepEqual(pageErrors, []);
  await close();
});

test('a meaning is taken back by undo, and the file is read as it was', async () => {
  const { page, close } = await openReport({ width: 1280 });
  const text = await readFile(SNAPSHOT, 'utf8');
  const file = csv('mine.csv', text.replace(/^([^\n]*)Domain/, '$1분야라는 열'));
  await recomputed(page, () => pickFile(page, file));
  const before = await breakdowns(page);
  assert.ok(!before.breakdowns.some(({ id }) => id === 'domain') || before.unavailable);
  await table(page).locator('summary').click();
  await screenshot(page, 'columns-ko-light-1280', { fullPage: false });
  await name(page, '분야라는 열', 'domain');
  await recomputed(page, () => page.click('#census-name-columns'));
  assert.notDeepEqual(bare(await breakdowns(page)), bare(before));
  await page.locator('#definition summary').first().click();
  await recomputed(page, () => page.locator('#census-undo').click());
  assert.deepEqual(bare(await breakdowns(page)), bare(before));
  await close();
});

test('of several files that are dropped together each is named, and can be read', async () => {
  const { page, close } = await openReport();
  const files = [SNAPSHOT, 'public/data/large-scale-models-2026-02-16.csv', 'README.md'];
  await recomputed(page, () => dropFile(page, files));
  const [first, second, third] = files.map((path) => path.split('/').at(-1));
  assert.equal((await breakdowns(page)).source.name, first);
  const said = page.locator('#census-beside');
  await said.waitFor();
  for (const name of [first, second, third]) assert.ok((await said.innerText()).includes(name), name);
  await recomputed(page, () => page.locator('button.beside', { hasText: second }).click());
  assert.equal((await breakdowns(page)).source.name, second);
  await said.filter({ hasText: `‘${second}’만` }).waitFor();
  assert.ok((await said.innerText()).includes(first));
  // One that is no list leaves the others to be read.
  await page.locator('button.beside', { hasText: third }).click();
  await page.locator('.notice--error').filter({ hasText: third }).waitFor();
  await recomputed(page, () => page.locator('button.beside', { hasText: first }).click());
  assert.equal((await breakdowns(page)).source.name, first);
  await close();
});
