// Thousands of models behind one number: only the rows in view are built, and
// all of them are reached, by wheel, by keys, by search, and on paper.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame, inView, openAll, settled } from './many.js';
import { dialog } from './sections.js';
import { axe } from './support.js';

const active = (page) => page.evaluate(() => document.activeElement.closest('tr')?.cells[0].innerText.trim());

test('of five thousand rows those in view are built, wherever one scrolls', async () => {
  const { page, pageErrors, cspViolations, close } = await openAll(5000);
  const table = dialog(page).locator('table');
  assert.equal(await table.getAttribute('aria-rowcount'), '5001');
  assert.match(await dialog(page).locator('.behind__count').innerText(), /5,000/);
  const built = () => dialog(page).locator('tbody tr[aria-rowindex]').count();
  assert.ok((await built()) < 80, `${await built()} rows are built`);
  const height = await frame(page).evaluate((frame) => frame.scrollHeight);
  for (const part of [0.5, 0.1, 0.9, 1, 0]) {
    await frame(page).evaluate((frame, part) => frame.scrollTo(0, part * frame.scrollHeight), part);
    const rows = await settled(page);
    assert.ok(rows.length > 3, `${rows.length} rows in view`);
    for (const { index, name } of rows) assert.equal(name, `Model ${String(index - 1).padStart(4, '0')}`);
    const middle = 5000 * part;
    assert.ok(rows.some(({ index }) => Math.abs(index - middle) < 60), `${part}: ${rows[0].index}`);
    assert.ok((await built()) < 80, `${await built()} rows are built`);
  }
  // All rows have the height that the gaps are made of.
  assert.ok(Math.abs((await frame(page).evaluate((frame) => frame.scrollHeight)) - height) < height / 100);
  const heights = await dialog(page).locator('tbody tr[aria-rowindex]').evaluateAll((rows) => rows.map((row) => row.offsetHeight));
  assert.ok(Math.max(...heights) - Math.min(...heights) <= 1, heights.join(' '));
  await frame(page).evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
  assert.equal((await settled(page)).at(-1).index, 5001);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual([pageErrors, cspViolations], [[], []]);
  await close();
});

test('keys reach every row, and the focus outlives the window', async () => {
  const { page, close } = await openAll(5000);
  const first = dialog(page).locator('tbody .n').first();
  await first.focus();
  const press = async (key, name) => {
    await page.keyboard.press(key);
    await page.waitForFunction((name) => document.activeElement.closest('tr')?.cells[0].innerText.trim() === name, name);
    await settled(page);
    const rows = await inView(page);
    assert.ok(rows.some((row) => row.name === name), `${name} is in view: ${rows.map((row) => row.name)}`);
  };
  await press('ArrowDown', 'Model 0002');
  await press('End', 'Model 5000');
  await press('ArrowDown', 'Model 5000');
  await press('ArrowUp', 'Model 4999');
  await press('Home', 'Model 0001');
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => /^Model 00(0[3-9]|[1-9])/.test(document.activeElement.closest('tr')?.cells[0].innerText));
  const here = await active(page);
  // Scrolled out of view the row stays, focused, at its place.
  await frame(page).evaluate((frame) => frame.scrollTo(0, frame.scrollHeight / 2));
  await settled(page);
  assert.equal(await active(page), here);
  const place = Number(here.slice(6));
  await press('ArrowDown', `Model ${String(place + 1).padStart(4, '0')}`);
  // One stop of the Tab key for all of the names.
  assert.equal(await dialog(page).locator('tbody [tabindex="0"]').count(), 1);
  // The frame itself scrolls by keys too.
  await frame(page).focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => {
    const frame = document.querySelector('.behind__table');
    return frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 2;
  });
  assert.equal((await settled(page)).at(-1).name, 'Model 5000');
  await close();
});

test('sorting and searching begin at the top; the way back leads to the row', async () => {
  const { page, close } = await openAll(5000);
  await frame(page).evaluate((frame) => frame.scrollTo(0, frame.scrollHeight / 2));
  await settled(page);
  const byName = dialog(page).getByRole('button', { name: '모델명' });
  await byName.click();
  await byName.click();
  await page.waitForFunction(() => document.querySelector('.behind__table tbody tr').innerText.startsWith('Model 5000'));
  assert.equal((await inView(page))[0].index, 2);
  const search = dialog(page).locator('input[type=search]');
  await search.fill('lab 299');
  const count = dialog(page).locator('.behind__count');
  await count.filter({ hasText: /5,000개 중 16개/ }).waitFor();
  assert.equal(await dialog(page).locator('tbody tr[aria-rowindex]').count(), 16);
  assert.equal(await dialog(page).locator('table').getAttribute('aria-rowcount'), '17');
  await search.fill('');
  await page.waitForFunction(() => document.querySelector('dialog .models').getAttribute('aria-rowcount') === '5001');
  await dialog(page).locator('tbody .n').first().focus();
  for (let turn = 0; turn < 2; turn += 1) {
    const before = await active(page);
    await page.keyboard.press('PageDown');
    await page.waitForFunction((before) => document.activeElement.closest('tr')?.cells[0].innerText.trim() !== before, before);
  }
  const name = await active(page);
  assert.match(name, /^Model 49\d\d$/);
  await page.keyboard.press('Enter');
  await dialog(page).locator('.facts').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'behind-title');
  await dialog(page).getByRole('button', { name: '뒤로' }).click();
  await page.waitForFunction((name) => document.activeElement.closest('tr')?.cells[0].innerText.trim() === name, name);
  assert.equal(await dialog(page).locator('th[aria-sort=descending]').count(), 1);
  await close();
});

test('paper has all rows; beyond five thousand it is said what is left out', async () => {
  const { page, close } = await openAll(5003);
  assert.match(await dialog(page).locator('.behind__count').innerText(), /5,003개 \(처음 5,000개만 표시함\)/);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.waitForFunction(() => document.querySelectorAll('dialog tbody tr[aria-rowindex]').length === 5000);
  assert.equal(await dialog(page).locator('tbody .gap').count(), 0);
  assert.ok(await dialog(page).isVisible());
  assert.ok(await dialog(page).locator('.behind__count').isVisible());
  assert.equal(await page.locator('main').isVisible(), false, 'the report is not what is printed');
  const whole = await dialog(page).evaluate((dialog) => dialog.getBoundingClientRect().height >= dialog.querySelector('table').offsetHeight);
  assert.ok(whole, 'nothing scrolls on paper');
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.waitForFunction(() => document.querySelectorAll('dialog tbody tr[aria-rowindex]').length < 80);
  await close();
});
