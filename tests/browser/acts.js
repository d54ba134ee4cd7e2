// What a reader does with the page's sections.
import { readFile } from 'node:fs/promises';
import { scrollTo } from './sections.js';

/** What a button of the section for files saves. */
export async function exported(page, format) {
  await scrollTo(page, 'export');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator(`#census-export-${format}`).click(),
  ]);
  return readFile(await download.path());
}
