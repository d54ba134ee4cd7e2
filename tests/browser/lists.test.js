// Which list is counted, said wherever it is read; a model's card with all that
// the file says; names found however they are typed.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { breakdowns, census, dialog, exported, openReport, own, recomputed, scrollTo } from './sections.js';
import { axe, dropFile, pickFile, root, screenshot, speakEnglish } from './support.js';
import { asked } from './waiting.js';

const notable = 'tests/fixtures/notable/notable-models-2026-08-19.csv';
const newSnapshot = 'public/data/large-scale-models-2026-02-16.csv';

const text = (page, selector) => page.locator(selector).first().innerText();

/** Opens the card of the model of a name, by the number of all models. */
async function openCard(page, name) {
  await page.locator('#summary .n').first().click();
  await dialog(page).locator('input[type=search]').fill(name);
  await dialog(page).locator('tbody th .n', { hasText: name }).first().click();
  await dialog(page).locator('.stated').waitFor();
}

/** What the card says under a header of the file. */
const stated = (page, header) =>
  dialog(page).locator('.stated > div').filter({ has: page.locator(`dt:text-is("${header}")`) }).locator('dd');

test('a card says all that the file says of a model, and opens its sources in a window of their own', async () => {
  const { page, context, pageErrors, cspViolations, close } = await openReport();
  const cells = 'HyperCLOVA X,NAVER,2023-08-24,1.5e24,"https://example.com/report\nhttps://example.com/한국어",Word by word,"One\n\ntwo"';
  const csv = `Model,Organization,Publication date,Training compute (FLOP),Link,Reference,Notes\n${cells}\n`;
  await recomputed(page, () => pickFile(page, { name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }));
  await openCard(page, 'HyperCLOVA X');
  assert.equal(await text(page, '.behind__count'), 'own.csv 2행');
  assert.deepEqual(await dialog(page).locator('.stated dt').allInnerTexts(), csv.split('\n')[0].split(','));
  assert.equal(await stated(page, 'Notes').innerText(), 'One\n\ntwo');
  const link = dialog(page).locator('.facts a').first();
  const address = await link.innerText();
  assert.equal(address, 'https://example.com/report');
  assert.equal(await link.getAttribute('href'), address);
  assert.equal(await link.getAttribute('target'), '_blank');
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  assert.equal(await dialog(page).locator('.facts a').count(), 2);
  await context.route(/^https:\/\/example\.com/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>there</title>' }));
  const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await opened.waitForLoadState();
  assert.equal(await opened.evaluate(() => window.opener), null);
  assert.equal(await opened.evaluate(() => document.referrer), '');
  await opened.close();
  const violations = await axe(page, { within: 'dialog.behind' });
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
  assert.deepEqual([pageErrors, cspViolations], [[], []]);
  await close();
});

test('what could do harm is text', async () => {
  const { page, close } = await openReport();
  const cells = [
    'javascript:alert(1)',
    'https://user:secret@example.com/',
    'https://good.example/a, https://exa\u202emple.com',
    'data:text/html,x',
    '"https://good.example/\nhttps://127.0.0.1/"',
  ];
  const rows = cells.map((cell, at) => `Model ${at},2023-01-01,1e24,${cell.includes(',') && !cell.startsWith('"') ? `"${cell}"` : cell},<b>bold</b>`);
  const csv = `Model,Publication date,Training compute (FLOP),Link,Notes\n${rows.join('\n')}\n`;
  await recomputed(page, () => pickFile(page, { name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }));
  const links = [];
  for (const at of cells.keys()) {
    await openCard(page, `Model ${at}`);
    assert.equal(await stated(page, 'Notes').innerText(), '<b>bold</b>');
    links.push(await dialog(page).locator('.stated a').evaluateAll((all) => all.map((link) => link.href)));
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  }
  // What turns letters is gone before it is read.
  assert.deepEqual(links, [[], [], ['https://good.example/a', 'https://example.com/'], [], ['https://good.example/']]);
  await close();
});

test('a card is read again from a file of many megabytes, from an archive’s table and from a workbook', async () => {
  const { page, pageErrors, close } = await openReport({ apart: true });
  const abstract = 'All that is said of it, at length. '.repeat(120);
  const rows = Array.from({ length: 2500 }, (_, at) => `Model ${at},2023-05-01,1e24,https://example.com/${at},"${abstract}"`);
  const buffer = Buffer.from(`Model,Publication date,Training compute (FLOP),Link,Abstract\n${rows.join('\n')}\n`);
  assert.ok(buffer.length > 8 << 20);
  await recomputed(page, () => pickFile(page, { name: 'long.csv', mimeType: 'text/csv', buffer }));
  await openCard(page, 'Model 2499');
  assert.equal(await stated(page, 'Link').innerText(), 'https://example.com/2499');
  assert.equal((await stated(page, 'Abstract').innerText()).length, abstract.trim().length);
  await page.keyboard.press('Escape');
  for (const name of ['two-tables.zip', 'second-sheet.xlsx']) {
    await recomputed(page, () => dropFile(page, join(root, 'tests/fixtures/packed', name)));
    await page.locator('#summary .n').first().click();
    const first = dialog(page).locator('tbody th .n').first();
    const model = await first.innerText();
    await first.click();
    await dialog(page).locator('.stated').waitFor();
    assert.equal(await dialog(page).locator('.stated dd').first().innerText(), model);
    await page.keyboard.press('Escape');
  }
  assert.deepEqual(pageErrors, []);
  await close();
});

test('names are found in Korean and however they are typed', async () => {
  const { page, close } = await openReport();
  await recomputed(page, () => pickFile(page, newSnapshot));
  await page.locator('#summary .n').first().click();
  await dialog(page).locator('tbody tr').first().waitFor();
  for (const [typed, name] of [
    ['exaone 4', 'EXAONE 4.0 (32B)'],
    ['엑사원-4.0', 'EXAONE 4.0 (32B)'],
    ['하이퍼클로바', 'HyperCLOVA X'],
    ['네이버', 'HyperCLOVA X'],
    ['gpt4 turbo', 'GPT-4 Turbo'],
  ]) {
    await dialog(page).locator('input[type=search]').fill(typed);
    await asked(
      page,
      (name) => [...document.querySelectorAll('dialog tbody th .n')].some((own) => own.textContent.includes(name)),
      name,
    );
  }
  await dialog(page).locator('input[type=search]').fill('엑사원 9');
  await asked(page, () => document.querySelectorAll('dialog tbody th .n').length === 0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  // A filter counts by the same.
  await page.locator('.filters details').evaluate((details) => (details.open = true));
  await page.fill('#census-filter-text', '하이퍼 클로바');
  await recomputed(page, () => page.press('#census-filter-text', 'Enter'));
  const { rows } = await breakdowns(page);
  assert.equal(rows.counted, census(newSnapshot, '--filter', 'text=hyperclova').rows.counted);
  assert.ok(rows.counted > 0);
  await close();
});

test('another list than the large-scale one is named at the top, in sentences, frames and files', async () => {
  const { page, close } = await openReport();
  await recomputed(page, () => pickFile(page, notable));
  const { source, rows } = await breakdowns(page);
  assert.equal(source.list, 'notable');
  const title = /주목할 만한 모델 중 초거대 AI 모델 현황 분석/;
  assert.match(await text(page, 'h1'), title);
  assert.match(await page.title(), title);
  assert.match(await text(page, '.head__lead'), /IS-178과는 집계 대상이 달라 수치를 그대로 비교할 수 없음/);
  await scrollTo(page, 'year');
  const counted = new RegExp(`주목할 만한 모델 중 학습 연산량이 .+ 이상으로 알려진 모델은 .*총 ${rows.counted}개`);
  assert.match(await text(page, '#year .prose'), counted);
  await scrollTo(page, 'country');
  assert.match(await text(page, '#country .prose'), /‘주목할 만한 모델’ 목록 가운데/);
  for (const format of ['markdown', 'html']) {
    const { bytes } = await exported(page, format);
    assert.match(bytes.toString('utf8'), title);
    assert.match(bytes.toString('utf8'), counted);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await screenshot(page, 'list-notable-ko', { fullPage: false });
  const violations = await axe(page, { within: 'header' });
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
  await speakEnglish(page);
  await asked(page, () => /among notable models/.test(document.querySelector('h1').innerText) && /among notable models/.test(document.title));
  assert.match(await text(page, '.head__lead'), /the numbers do not compare/);
  await close();
});

test('a file without training compute counts nothing until the reader says that all of it is large', async () => {
  const { page, close } = await openReport();
  const models = Array.from({ length: 120 }, (_, at) => `Model ${at},2023-01-01`);
  const file = own(`Model,Publication date\n${models.join('\n')}\n`);
  await recomputed(page, () => pickFile(page, file));
  assert.equal((await breakdowns(page)).rows.counted, 0);
  assert.match(await text(page, '#summary .prose'), /학습 연산량.*어느 모델도 세지 않음/);
  await recomputed(page, () => page.click('#census-all-are-large'));
  assert.equal((await breakdowns(page)).rows.counted, 120);
  assert.match(await page.evaluate(() => location.hash), /definition/);
  assert.equal(await page.locator('#census-all-are-large').count(), 0);
  await close();
});

test('cards and lists look well on wide and narrow screens, light and dark', async () => {
  for (const [theme, lang, width] of [['light', 'ko', 1280], ['dark', 'en', 1280], ['light', 'en', 390], ['dark', 'ko', 390]]) {
    const { page, close } = await openReport({ theme, lang, width });
    if (lang === 'en') await speakEnglish(page);
    await recomputed(page, () => pickFile(page, notable));
    await screenshot(page, `list-${theme}-${lang}-${width}`, { fullPage: false });
    await openCard(page, 'HyperCLOVA 204B');
    await screenshot(page, `card-${theme}-${lang}-${width}`, { fullPage: false });
    const isWide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.querySelector('.card');
      return scrollWidth > clientWidth;
    });
    assert.equal(isWide, false, `${theme} ${lang} ${width}`);
    const violations = await axe(page, { within: 'dialog.behind' });
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    await close();
  }
});
