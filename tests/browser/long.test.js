// Thousands of models behind one number: only the rows in view are built, and
// all of them are reached, by wheel, by keys, by search, and on paper.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, censusReady, censusReadyAfter, openPage, pickFile, readyCount } from './support.js';

/** An export of so many models, all of them counted, named by their rows. */
function exportOf(count) {
  const lines = ['Model,Publication date,Organization,Country (of organization),Domain,Task,Training compute (FLOP)'];
  const countries = ['United States of America', 'China', 'Korea (Republic of)', 'France'];
  for (let row = 1; row <= count; row += 1) {
    const year = 2020 + (row % 4);
    const name = `Model ${String(row).padStart(4, '0')}`;
    // Some rows have more to say than others.
    const task = '"' + Array.from({ length: 1 + (row % 9) }, (_, at) => `Task ${at}`).join(',') + '"';
    lines.push(`${name},${year}-03-${String(1 + (row % 28)).padStart(2, '0')},Lab ${row % 300},${countries[row % 4]},Language,${task},${1 + (row % 97)}e23`);
  }
  return Buffer.from(lines.join('\n'));
}

const dialog = (page) => page.locator('dialog.behind');
const frame = (page) => dialog(page).locator('.behind__table');
const active = (page) => page.evaluate(() => document.activeElement.closest('tr')?.cells[0].innerText.trim());

async function openAll(count) {
  const opened = await openPage();
  const { page } = opened;
  await censusReady(page);
  const before = await readyCount(page);
  await pickFile(page, { name: 'many.csv', mimeType: 'text/csv', buffer: exportOf(count) });
  await censusReadyAfter(page, before);
  await page.locator('#summary .n').first().click();
  await dialog(page).locator('tbody tr[aria-rowindex]').first().waitFor();
  return opened;
}

/** What is seen of the rows: their positions and names, top to bottom. */
function inView(page) {
  return frame(page).evaluate((frame) => {
    const box = frame.getBoundingClientRect();
    const head = frame.querySelector('thead').getBoundingClientRect().bottom;
    return [...frame.querySelectorAll('tbody tr[aria-rowindex]')]
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= head - 1 && bottom <= box.bottom + 1;
      })
      .map((row) => ({ index: Number(row.ariaRowIndex ?? row.getAttribute('aria-rowindex')), name: row.cells[0].innerText.trim() }));
  });
}

/** Waits until the rows in view fill the frame, and says which they are. */
async function settled(page) {
  await page.waitForFunction(() => {
    const frame = document.querySelector('.behind__table');
    const box = frame.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + 40, box.top + box.height / 2);
    return at?.closest('tr[aria-rowindex]') !== null;
  });
  return inView(page);
}

/** How long an act, as script text, keeps the page busy until it has painted what follows, in ms. */
function busy(page, act) {
  return page.evaluate(`(async () => {
    const frame = document.querySelector('.behind__table');
    const from = performance.now();
    ${act};
    await new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      }),
    );
    return Math.round(performance.now() - from);
  })()`);
}

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
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.waitForTimeout(100);
  const name = await active(page);
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

// Said, never a failure: a busy machine is no fault of the page.
test('how long acts on five thousand rows keep the page busy', async (t) => {
  const { page, close } = await openAll(5000);
  await settled(page);
  const search = (words) => `const input = document.querySelector('.behind__tools input');
    input.value = '${words}'; input.dispatchEvent(new Event('input', { bubbles: true }))`;
  const acts = {
    'scrolled by a screen': 'frame.scrollBy(0, frame.clientHeight)',
    'scrolled to the middle': 'frame.scrollTo(0, frame.scrollHeight / 2)',
    'sorted by name': `frame.querySelectorAll('.sort')[0].click()`,
    'sorted by developer': `frame.querySelectorAll('.sort')[2].click()`,
    'sorted by compute': `frame.querySelectorAll('.sort')[6].click()`,
    'searched, one letter': search('m'),
    'searched, few left': search('model 49'),
    'search cleared': search(''),
  };
  for (const [what, act] of Object.entries(acts)) {
    const times = [];
    for (let run = 0; run < 3; run += 1) times.push(await busy(page, act));
    t.diagnostic(`${what}: ${times.join(', ')} ms until painted`);
  }
  assert.equal(await dialog(page).locator('table').getAttribute('aria-rowcount'), '5001');
  await close();
});
