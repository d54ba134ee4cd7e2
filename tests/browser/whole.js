// The whole page at once, laid out and unfolded, and what is looked for in it.

import { drawAll, scrollTo } from './sections.js';
import { asked } from './waiting.js';

/** What axe finds, in a line each. */
export const faults = (violations) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' … ')}`);

/** Loads what is fetched later, and lays out what is far away. */
export async function layOutAll(page) {
  const ids = await page.locator('section.section').evaluateAll((all) => all.map(({ id }) => id));
  for (const id of ids) await scrollTo(page, id);
  for (const part of ['#verification tbody tr', '#sensitivity tbody tr', '#explore .chart', '#infographic img']) {
    await asked(
      page,
      (part) => {
        document.querySelector(part.split(' ')[0]).scrollIntoView({ behavior: 'instant' });
        return document.querySelector(part) !== null;
      },
      part,
    );
  }
  await drawAll(page);
  await page.evaluate(() => {
    for (const section of document.querySelectorAll('.section')) section.style.contentVisibility = 'visible';
    scrollTo({ top: 0, behavior: 'instant' });
  });
}

/** Opens everything that folds. */
export async function unfoldAll(page, within = 'main') {
  await page.evaluate((within) => {
    for (const details of document.querySelectorAll(`${within} details`)) details.open = true;
  }, within);
}

/** What makes the page wider than the window; what scrolls in its own box does not. */
export function tooWide(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const isBoxed = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true;
      }
      return false;
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !isBoxed(element))
      .map((element) => `${element.tagName}.${element.className} ${Math.round(element.getBoundingClientRect().right)} > ${root.clientWidth}`)
      .concat(`the page: ${root.scrollWidth} > ${root.clientWidth}`);
  });
}
