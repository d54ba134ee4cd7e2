// What a reader does with the page's sections.
import { readFile } from 'node:fs/promises';

/** Scrolls to a section, until nothing above it moves any more. */
export async function scrollTo(page, id) {
  const section = page.locator(`#${id}`);
  for (let last = NaN, top = 0; last !== top; ) {
    last = top;
    await section.evaluate((element) => element.scrollIntoView());
    await page.waitForTimeout(200);
    top = await section.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  }
  return section;
}

/** What a button of the section for files saves. */
export async function exported(page, format) {
  await scrollTo(page, 'export');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator(`#census-export-${format}`).click(),
  ]);
  return readFile(await download.path());
}
