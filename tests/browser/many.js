// Thousands of models behind one number, in the dialog that lists them.

import { dialog, openReport, recomputed } from './sections.js';
import { pickFile } from './support.js';

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

export const frame = (page) => dialog(page).locator('.behind__table');

/** Opens the models behind the first number, of which there are so many. */
export async function openAll(count) {
  const opened = await openReport();
  const { page } = opened;
  await recomputed(page, () => pickFile(page, { name: 'many.csv', mimeType: 'text/csv', buffer: exportOf(count) }));
  await page.locator('#summary .n').first().click();
  await dialog(page).locator('tbody tr[aria-rowindex]').first().waitFor();
  return opened;
}

/** What is seen of the rows: their positions and names, top to bottom. */
export function inView(page) {
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
export async function settled(page) {
  await page.waitForFunction(() => {
    const frame = document.querySelector('.behind__table');
    const box = frame.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + 40, box.top + box.height / 2);
    return Boolean(at?.closest('tr[aria-rowindex]'));
  });
  return inView(page);
}
