// What tests of the report's sections do: open it, go to a section, save what
// it offers.

import { readFile } from 'node:fs/promises';
import { censusReady, openPage } from './support.js';

/** The page, once it shows its numbers. */
export async function openReport(options) {
  const opened = await openPage(options);
  await censusReady(opened.page);
  return opened;
}

/** Goes to a section, and waits until it stays where it is. */
export async function scrollTo(page, id) {
  const section = page.locator(`#${id}`);
  // Sections on the way are laid out only now and move what is below them.
  for (let last = NaN, top = 0; last !== top; ) {
    last = top;
    await section.evaluate((element) => element.scrollIntoView());
    await page.waitForTimeout(200);
    top = await section.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  }
  return section;
}

/** What a press saves: its name and bytes. */
export async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Width and height of a PNG. */
export const size = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];
