// The page as others take it whole: printed before all of it has come, pictured
// from top to bottom; and its contents, whose links lead to what they say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn, openReport } from './sections.js';
import { openPage } from './support.js';
import { asked, still } from './waiting.js';

/** The headings that have nothing below them as the page is printed now. */
const bareHeadings = (page) =>
  page.evaluate(() => {
    const isSeen = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
    const says = (element) =>
      ['::before', '::after'].some((pseudo) => !['none', 'normal', '""'].includes(getComputedStyle(element, pseudo).content));
    return [...document.querySelectorAll('main section')]
      .filter((section) => {
        const below = [...section.querySelectorAll('*')].filter(
          (own) => !own.closest('.section__title') && isSeen(own) && (own.textContent.trim() !== '' || says(own) || own.matches('img, svg')),
        );
        return below.length === 0 && !says(section);
      })
      .map(({ id }) => id);
  });

test('printed by the browser’s own menu right after it loads, no heading stands alone', async () => {
  for (const lang of ['ko', 'en']) {
    const { page, close } = await openReport({ path: `#?lang=${lang}` });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.deepEqual(await bareHeadings(page), []);
    const said = await page.evaluate(() =>
      [...document.querySelectorAll('.section--later')].map((section) => getComputedStyle(section, '::after').content),
    );
    const words = { ko: '인쇄 또는 PDF', en: 'Print or PDF' }[lang];
    assert.ok(said.every((content) => content.includes(words)), said.join());
    await close();
  }
});

test('left alone for a while the page is whole for whoever pictures it from top to bottom', async () => {
  for (const path of ['', '#?data=large-scale-models-2026-02-16.csv&period=2021-2025']) {
    const { page, close } = await openReport({ path });
    // Nobody scrolls.
    await asked(page, () => {
      const sections = [...document.querySelectorAll('main .section')];
      const shows = (element) => element.checkVisibility({ contentVisibilityAuto: true });
      const charts = [...document.querySelectorAll('#country .chart, #domain .chart, #task .chart, #organization .chart')];
      return (
        sections.length > 15 &&
        sections.every((section) => [...section.children].some(shows)) &&
        charts.length === 4 &&
        charts.every((chart) => chart.dataset.drawn && chart.querySelector('svg'))
      );
    });
    assert.equal(await page.evaluate(() => scrollY), 0);
    await close();
  }
});

for (const [size, width, height] of [['a desktop', 1280, 900], ['a phone', 390, 800]]) {
  for (const path of ['', '#?data=large-scale-models-2026-02-16.csv&period=2021-2025']) {
    test(`each link of the contents leads to its section at the first click: ${size}, ${path || 'first list'}`, async () => {
      const links = ['country', 'organization', 'focus-country', 'top-models', 'training-compute', 'sensitivity', 'diagnostics'];
      for (const id of links) {
        const { page, close } = await openReport({ path, width, height });
        await page.locator('.contents summary').click();
        await page.locator(`.contents a[href="#${id}"]`).click();
        const place = await still(
          page,
          (id) => {
            const { top } = document.getElementById(id).getBoundingClientRect();
            const isEnd = Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight;
            return [Math.round(top), isEnd];
          },
          { arg: id, frames: 40 },
        );
        const [top, isEnd] = place;
        // The last section cannot come to the top of a window that is higher.
        assert.ok(Math.abs(top) <= 20 || (isEnd && top > 0 && top < height), `${id}: ${top}`);
        await close();
      }
    });
  }
}

test('a tooltip on a total says whose and how many', async () => {
  const { page, close } = await openReport();
  for (const [id, first] of [['country', /미국\n계: 64/], ['year', /\d{4}.*\n계: \d+/]]) {
    const section = await drawn(page, id);
    const said = await asked(
      page,
      ([id]) => {
        const svg = document.querySelector(`#${id} .chart svg`);
        const totals = [...svg.querySelectorAll('text')].filter((text) => /^\d+$/.test(text.textContent));
        return totals.length > 0 && totals.length;
      },
      [id],
    );
    assert.ok(said > 0);
    const texts = section.locator('.chart svg text');
    const number = id === 'country' ? '64' : (await section.locator('tbody tr').first().locator('td').first().innerText()).trim();
    const total = texts.filter({ hasText: new RegExp(`^${number}$`) }).last();
    await total.hover({ force: true });
    await asked(
      page,
      ([id, source]) => {
        const lines = [...document.querySelectorAll(`#${id} .chart svg text`)].map((text) => text.textContent).join('\n');
        return new RegExp(source).test(lines);
      },
      [id, first.source],
    );
    assert.doesNotMatch(await section.locator('.chart svg').innerHTML(), /계: 0/);
  }
  await close();
});

test('a page that is printed later has all of it', async () => {
  const { page, close } = await openPage({});
  await asked(page, () => document.documentElement.dataset.laid !== undefined);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await asked(page, () => document.querySelector('.section--later') === null && document.querySelector('.chart:not([data-drawn])') === null);
  await close();
});
