// Every number opens its models; filters, shapes, links and what is kept.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { breakdowns, census, clickMark, dialog, openReport, recomputed, saved, scrollTo } from './sections.js';
import { axe, censusReady, pickFile, root, screenshot, speakEnglish } from './support.js';
import { becomes } from './waiting.js';

const { breakdowns: sections } = JSON.parse(readFileSync(join(root, 'src/views.json'), 'utf8'));
const oldSnapshot = 'public/data/large-scale-models-2024-07-16.csv';
const newSnapshot = 'public/data/large-scale-models-2026-02-16.csv';

async function filterBy(page, dimension, key) {
  await page.locator('.filters details').evaluate((details) => (details.open = true));
  await page.selectOption('#census-filter-dimension', dimension);
  await page.focus('#census-filter-value');
  await page.locator(`#census-filter-value option[value="${key}"]`).waitFor({ state: 'attached' });
  await recomputed(page, () => page.selectOption('#census-filter-value', key));
}

/** The number that the dialog says it shows, and how many rows its table has. */
async function opened(page) {
  await dialog(page).locator('tbody tr').first().waitFor();
  const said = Number((await dialog(page).locator('.behind__count').innerText()).match(/[\d,]+/)[0].replace(',', ''));
  const table = dialog(page).locator('table.models');
  return { said, rows: Number(await table.getAttribute('aria-rowcount')) - 1 };
}

test('every number of every table opens as many models as it says', async () => {
  const { page, pageErrors, close } = await openReport();
  const numbers = await page.locator('section.section table td .n').count();
  assert.ok(numbers > 150, `${numbers} numbers`);
  for (const section of [...sections, 'diagnostics']) {
    await scrollTo(page, section);
    const all = page.locator(`#${section} table td .n`);
    const count = await all.count();
    for (const at of new Set([0, Math.floor(count / 2), count - 1])) {
      const text = (await all.nth(at).textContent()).replace(',', '');
      await all.nth(at).click();
      const { said, rows } = await opened(page);
      assert.equal(rows, said);
      // A share or rate opens the models that it is of.
      if (!text.endsWith('%')) assert.equal(said, Number(text), `${section}, number ${at}`);
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'hidden' });
    }
  }
  assert.deepEqual(pageErrors, []);
  await close();
});

test('numbers in sentences and marks of charts open their models too', async () => {
  const { page, close } = await openReport();
  const figures = page.locator('#summary .n');
  assert.ok((await figures.count()) >= 9);
  await figures.first().click();
  assert.equal((await opened(page)).said, 144);
  await page.keyboard.press('Escape');
  await scrollTo(page, 'country');
  await page.locator('#country .prose .n').first().click();
  assert.equal((await opened(page)).said, 64);
  await page.keyboard.press('Escape');
  await clickMark(page, 'country', /^중국$/);
  await dialog(page).locator('tbody tr').first().waitFor();
  assert.match(await dialog(page).locator('h2').innerText(), /중국.*연도: 202\d년/);
  await close();
});

test('each model says why it is counted there, and opens every cell that counts it', async () => {
  const { page, close } = await openReport({ lang: 'en' });
  await speakEnglish(page);
  await scrollTo(page, 'country');
  const row = page.locator('#country tbody tr', { hasText: 'United Kingdom' });
  await row.locator('.total .n').click();
  await opened(page);
  assert.match(await dialog(page).locator('tbody').innerText(), /home country of .* by definition: United Kingdom/);
  await dialog(page).getByRole('button', { name: 'Model', exact: true }).click();
  assert.equal(await dialog(page).locator('th[aria-sort=ascending]').count(), 1);
  await dialog(page).locator('tbody .n').first().click();
  await dialog(page).locator('.facts').waitFor();
  const cells = await dialog(page).locator('tbody tr').count();
  assert.ok(cells >= 6, `${cells} cells`);
  await dialog(page).locator('tbody tr', { hasText: 'Country' }).locator('.n').last().click();
  assert.ok((await opened(page)).said > 0);
  await dialog(page).getByRole('button', { name: 'Back' }).click();
  await dialog(page).locator('.facts').waitFor();
  await close();
});

test('the models of a number can be searched, saved and reached by keyboard', async () => {
  const { page, close } = await openReport();
  await scrollTo(page, 'country');
  // One stop of the Tab key for the table, arrows within it.
  await page.locator('#country tbody .n').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const meant = await page.evaluate(() => document.activeElement.dataset.meant);
  assert.match(meant, /^country=CHN\nyear=202\d$/);
  await page.keyboard.press('Enter');
  const { said } = await opened(page);
  assert.ok(said > 0);
  assert.equal(await page.evaluate(() => document.querySelector('dialog').contains(document.activeElement)), true);
  const violations = await axe(page);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
  const csv = (await saved(page, () => dialog(page).getByRole('button', { name: 'CSV로 저장' }).click())).bytes.toString('utf8');
  assert.ok(csv.startsWith('\ufeff모델명,'));
  assert.match(csv, /Epoch AI/);
  const names = dialog(page).locator('tbody th');
  const first = await names.first().innerText();
  await dialog(page).locator('input[type=search]').fill(first);
  await page.waitForFunction((first) => {
    const rows = [...document.querySelectorAll('dialog tbody tr')];
    return rows.length > 0 && rows.every((row) => row.innerText.includes(first));
  }, first);
  assert.ok((await names.count()) <= said);
  // The first press clears the search, as browsers do.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.meant), meant, 'the focus returns');
  await close();
});

const filters = [
  { by: ['country', 'KOR'], args: ['country=KOR'] },
  { by: ['domain', 'Language'], args: ['domain=Language'] },
  { by: ['task', 'Chat'], args: ['task=Chat'] },
  { by: ['organization', 'Google'], args: ['organization=Google'] },
  { by: ['organization-category', 'Academia'], args: ['organization-category=Academia'] },
  { by: ['confidence', 'Speculative'], args: ['confidence=Speculative'] },
  { by: ['accessibility', 'API access'], args: ['accessibility=API access'] },
];

test('filters say the same as the command line', async () => {
  const { page, close } = await openReport();
  for (const { by, args } of filters) {
    await filterBy(page, ...by);
    assert.deepEqual(await breakdowns(page), census(oldSnapshot, ...args.flatMap((arg) => ['--filter', arg])));
    await recomputed(page, () => page.locator('.chip').click());
  }
  await page.fill('#census-compute-from', '1e24');
  await page.fill('#census-compute-below', '1e25');
  await recomputed(page, () => page.press('#census-compute-below', 'Enter'));
  assert.deepEqual(await breakdowns(page), census(oldSnapshot, '--filter', 'compute=1e24..1e25'));
  await page.fill('#census-filter-text', 'llama');
  await recomputed(page, () => page.press('#census-filter-text', 'Enter'));
  assert.deepEqual(
    await breakdowns(page),
    census(oldSnapshot, '--filter', 'compute=1e24..1e25', '--filter', 'text=llama'),
  );
  const { rows, source } = await breakdowns(page);
  assert.equal(Object.values(rows).reduce((sum, n) => sum + n), source.records);
  assert.equal(await page.locator('.chip').count(), 2);
  await close();
});

test('half-years say the same as the command line', async () => {
  const { page, close } = await openReport();
  await recomputed(page, () => page.check('#census-by-half'));
  await recomputed(page, () => page.selectOption('#census-first-year', '2022H2'));
  const report = await breakdowns(page);
  assert.deepEqual(report.period, ['2022H2', '2023H2']);
  assert.deepEqual(report, census(oldSnapshot, '--period', '2022H2-2023H2'));
  assert.match(await page.locator('#year thead').innerText(), /2022년 하반기/);
  await close();
});

test('shares and sums are of the same models', async () => {
  const { page, close } = await openReport();
  await page.getByRole('button', { name: '비중', exact: true }).click();
  await page.getByRole('button', { name: '누적', exact: true }).click();
  await page.getByRole('button', { name: '로그 축', exact: true }).click();
  await scrollTo(page, 'country');
  const usa = page.locator('#country tbody tr').first();
  assert.match(await usa.innerText(), /44\.4%/);
  // Up to 2023 all 64 of 144.
  assert.match(await usa.locator('td').nth(3).innerText(), /44\.4%/);
  await usa.locator('td').nth(3).locator('.n').click();
  assert.equal((await opened(page)).said, 64);
  await page.keyboard.press('Escape');
  await page.locator('#country .chart[data-drawn] svg').waitFor();
  assert.match(await page.locator('#country .chart').getAttribute('aria-label'), /비중 · 누적 · 로그 축/);
  await close();
});

test('a link opened in a fresh profile gives the identical JSON, and the history its views', async () => {
  const { page, close } = await openReport();
  await recomputed(page, () => page.selectOption('#census-snapshot', { index: 1 }));
  await recomputed(page, () => page.selectOption('#census-last-year', '2024'));
  await filterBy(page, 'country', 'KOR');
  await speakEnglish(page);
  await page.selectOption('#census-theme', 'dark');
  await page.locator('.contents summary').click();
  await page.locator('.contents a[href="#domain"]').click();
  await page.waitForFunction(() => location.hash.startsWith('#domain?'));
  const hash = await page.evaluate(() => location.hash);
  const report = await breakdowns(page);
  assert.deepEqual(report, census(newSnapshot, '--period', '2020-2024', '--filter', 'country=KOR'));

  const other = await openReport({ path: hash });
  await other.page.waitForFunction(() => scrollY > 100);
  assert.deepEqual(await breakdowns(other.page), report);
  assert.equal(await other.page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await other.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.equal(await other.page.evaluate(() => location.hash), hash);
  assert.equal((await other.page.locator('.link-notice').innerText()).trim(), '');
  await other.page.reload();
  await censusReady(other.page);
  assert.deepEqual(await breakdowns(other.page), report);
  await other.close();

  // Back: section, theme, language, then the filter. Each step is answered, if
  // not overtaken by the next.
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await becomes(() => page.evaluate(() => document.documentElement.lang), 'ko');
  assert.deepEqual(await breakdowns(page), report);
  await page.goBack();
  await becomes(() => breakdowns(page), census(newSnapshot, '--period', '2020-2024'));
  await page.goForward();
  await becomes(() => breakdowns(page), report);
  await close();
});

test('a link says where the data differ from those it was made with', async () => {
  const path = '#?data=my-export.csv&data-sha256=0123&definition=is-178&definition-sha256=beef&period=2020-2023&colour=red';
  const { page, close } = await openReport({ path });
  const notice = page.locator('.link-notice');
  await notice.locator('p').first().waitFor();
  const said = await notice.innerText();
  assert.match(said, /my-export\.csv/);
  assert.match(said, /정의와 지금 정의의 내용이 다름/);
  assert.match(said, /colour=red/);
  await close();
});

test('other numbers than a link’s are pale below what says so, until the reader has answered', async () => {
  const path = '#task?data=my-export.csv&data-sha256=0123&definition=is-178&period=2020-2023';
  for (const [width, lang, theme] of [[1280, 'ko', 'light'], [390, 'en', 'dark']]) {
    const { page, close } = await openReport({ path: `${path}&lang=${lang}`, width, theme });
    const notice = page.locator('.link-notice--open');
    await notice.waitFor();
    await scrollTo(page, 'task');
    const { top, bottom } = await notice.evaluate((own) => own.getBoundingClientRect().toJSON());
    const height = page.viewportSize().height;
    assert.ok(top > 0 && bottom <= height + 1, 'it is in the window wherever one reads');
    const colour = () => page.locator('#task tbody [data-meant]').first().evaluate((own) => getComputedStyle(own).color);
    const pale = await colour();
    assert.deepEqual(await axe(page), []);
    await screenshot(page, `link-${lang}-${width}`, { fullPage: false });
    await page.locator('#census-show-anyway').focus();
    await page.keyboard.press('Enter');
    await notice.waitFor({ state: 'detached' });
    assert.notEqual(await colour(), pale);
    assert.match(await page.locator('.link-notice').innerText(), /my-export\.csv/);
    await close();
  }
});

test('only what is kept is said to be kept', async () => {
  // A link with a changed definition, and nothing kept.
  const changes = encodeURIComponent(JSON.stringify({ focus_country: 'JPN' }));
  const other = await openReport({ path: `#?definition=is-178&changes=${changes}` });
  await other.page.locator('#census-keep').waitFor();
  assert.doesNotMatch(await other.page.locator('.keep').innerText(), /이 브라우저에 남겨 둠/);
  assert.equal(await other.page.locator('#census-forget').count(), 0);
  // What says more of columns is another definition than the kept one.
  await recomputed(other.page, () => pickFile(other.page, { name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('Model,Publication date,Wer\nA,2022-01-01,NAVER\n') }));
  await other.page.click('#census-keep');
  await other.page.locator('#census-forget').waitFor();
  assert.equal(await other.page.locator('#census-keep').count(), 0);
  await other.page.locator('#census-columns summary').click();
  await other.page.locator('#census-columns select').first().selectOption('organization');
  await recomputed(other.page, () => other.page.click('#census-name-columns'));
  await other.page.locator('#census-keep').waitFor();
  await other.page.click('#census-keep');
  await other.page.locator('#census-keep').waitFor({ state: 'detached' });
  const named = await breakdowns(other.page);
  await other.page.reload();
  await censusReady(other.page);
  assert.deepEqual(await breakdowns(other.page), named);
  await other.close();
});

test('a kept file survives a reload, until it is forgotten', async () => {
  const { page, close } = await openReport();
  assert.equal(await page.locator('#census-keep').count(), 0, 'nothing to keep at first');
  await recomputed(page, () => pickFile(page, { name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('System,Publication date,Organization\nA,2022-01-01,NAVER\n') }));
  const report = await breakdowns(page);
  await page.click('#census-keep');
  await page.locator('#census-forget').waitFor();
  await page.reload();
  await censusReady(page);
  assert.deepEqual(await breakdowns(page), report);
  await page.click('#census-forget');
  await page.locator('#census-keep').waitFor();
  await page.evaluate(() => history.replaceState(null, '', location.pathname));
  await page.reload();
  await censusReady(page);
  assert.equal((await breakdowns(page)).source.records, 192);
  await close();
});

for (const lang of ['ko', 'en']) {
  test(`the dialog and the filter on a phone: ${lang}`, async () => {
    const { page, consoleErrors, cspViolations, close } = await openReport({ width: 390, height: 844, theme: 'dark', path: `#?lang=${lang}` });
    await filterBy(page, 'country', 'USA');
    await page.locator('#summary .n').first().click();
    await opened(page);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    assert.equal(scrollWidth, clientWidth);
    const violations = await axe(page);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    await screenshot(page, `evidence-${lang}-390`, { fullPage: false });
    assert.deepEqual(consoleErrors, []);
    assert.deepEqual(cspViolations, []);
    await close();
  });
}
