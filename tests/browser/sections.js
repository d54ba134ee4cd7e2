// What tests of the report do: open it, go to a section, act and wait for the
// numbers, save what it offers.

import assert from 'node:assert/strict';
import { censusReady, censusReadyAfter, openPage, readyCount, runCensus } from './support.js';
import { asked, painted, still } from './waiting.js';

/** The page, once it shows its numbers. */
export async function openReport(options) {
  const opened = await openPage(options);
  await censusReady(opened.page);
  return opened;
}

/** What opens the page at the first call only, for tests of a file that change nothing. */
export function openedOnce(options) {
  let opened;
  return () => (opened ??= openReport({ ...options, kept: true }));
}

/** The numbers, as the page hands them to other programs. */
export const breakdowns = (page) => page.evaluate(() => window.modelCensus.breakdowns());

/** The numbers of the command line. */
export function census(...args) {
  const { status, stdout, stderr } = runCensus(args);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** Does something and waits for the numbers that follow. */
export async function recomputed(page, act) {
  const before = await readyCount(page);
  await act();
  await censusReadyAfter(page, before);
}

/**
 * Goes to a section, and waits until it stays where it is: sections on the way
 * are laid out, or fetched, only now and move what is below them.
 */
export async function scrollTo(page, id) {
  await asked(
    page,
    async (id) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // By its id: what is fetched later takes the place of what stood there.
      const top = () => Math.round(document.getElementById(id).getBoundingClientRect().top);
      // Farther away than that nothing is fetched for it.
      const isFar = (section) => {
        const { top, bottom } = section.getBoundingClientRect();
        return bottom < -800 || top > innerHeight + 800;
      };
      document.getElementById(id).scrollIntoView({ behavior: 'instant' });
      await frame();
      const first = top();
      for (let painted = 0; painted < 10; painted += 1) await frame();
      return top() === first && [...document.querySelectorAll('.section--later')].every(isFar);
    },
    id,
  );
  return page.locator(`#${id}`);
}

/** Comes near every section that is fetched and every chart, until all are drawn, of which there are so many. */
export async function drawAll(page, atLeast = 0) {
  await asked(
    page,
    (atLeast) => {
      const next = document.querySelector('.section--later, .chart:not([data-drawn])');
      next?.scrollIntoView({ behavior: 'instant', block: 'center' });
      return next === null && document.querySelectorAll('.chart[data-drawn] svg').length >= atLeast;
    },
    atLeast,
  );
}

/** Has the system prefer a theme, and waits until every chart is drawn in it. */
export async function prefer(page, theme) {
  await page.emulateMedia({ colorScheme: theme });
  await painted(page);
  await drawAll(page);
}

/** A section's chart, once it is drawn. */
export async function drawn(page, id) {
  const section = await scrollTo(page, id);
  // It may still be moved by what is laid out above it, and far away it is not drawn.
  await asked(
    page,
    (id) => {
      document.querySelector(`#${id} .chart`)?.scrollIntoView({ behavior: 'instant', block: 'center' });
      return document.querySelector(`#${id} .chart[data-drawn] svg`) !== null;
    },
    id,
  );
  return section;
}

/** Clicks the mark beside a name of a bar chart's axis, once it has grown to where it stays. */
export async function clickMark(page, id, name) {
  await drawn(page, id);
  const svg = `#${id} .chart svg`;
  await still(page, (svg) => document.querySelector(svg).innerHTML, { arg: svg });
  const { x, y, width, height } = await page.locator(`${svg} text`, { hasText: name }).boundingBox();
  await page.mouse.click(x + width + 12, y + height / 2);
}

/** A file of the reader’s own. */
export const own = (lines) => ({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(lines, 'latin1') });

/** The dialog of what is behind a number. */
export const dialog = (page) => page.locator('dialog.behind');

/** What a press saves: its name and bytes. */
export async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  // By a stream: the browser may be another process's.
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** What a button of the section for files saves. */
export async function exported(page, format) {
  await scrollTo(page, 'export');
  return saved(page, () => page.locator(`#census-export-${format}`).click());
}

/** Width and height of a PNG. */
export const size = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];
