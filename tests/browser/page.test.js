import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { breakdowns, census, clickMark, drawAll, openedOnce, openReport, prefer, recomputed, saved, scrollTo } from './sections.js';
import { axe, censusReady, censusReadyAfter, dropFile, pickFile, root, screenshot, speakEnglish } from './support.js';

const oldSnapshot = 'public/data/large-scale-models-2024-07-16.csv';
const newSnapshot = 'public/data/large-scale-models-2026-02-16.csv';
const newestSnapshot = 'public/data/large-scale-models-2026-08-19.csv';

const { sections } = JSON.parse(readFileSync(join(root, 'src/views.json'), 'utf8'));

/** Waits until every chart in the page has been drawn. */
async function chartsDrawn(page) {
  await drawAll(page, sections.length);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** A section in view: what is far away is not laid out and has no text. */
async function sectionInView(page, id) {
  const section = await scrollTo(page, id);
  await page.waitForFunction((id) => document.getElementById(id).innerText !== '', id);
  return section;
}

// What the next four tests only look at.
const report = openedOnce({ keeping: true });

test('the page starts, asks nobody else for anything and keeps to its policy', async () => {
  const opened = await report();
  await chartsDrawn(opened.page);
  assert.equal(await opened.page.locator('[data-start-error]').count(), 0);
  assert.deepEqual(opened.consoleErrors, []);
  assert.deepEqual(opened.pageErrors, []);
  assert.deepEqual(opened.foreignRequests, []);
  assert.deepEqual(opened.cspViolations, []);
});

test('every section shows a chart with a text alternative, and a table', async () => {
  const { page } = await report();
  await chartsDrawn(page);
  assert.deepEqual(
    await page.locator('section.section').evaluateAll((all) => all.map((section) => section.id)),
    [...sections, 'infographic', 'policy', 'coverage', 'comparison', 'history', 'verification', 'sensitivity', 'explore', 'export', 'diagnostics'],
  );
  for (const id of sections) {
    const section = await sectionInView(page, id);
    assert.ok((await section.locator('svg path').count()) > 2, `${id} has marks`);
    const summary = await section.locator('.chart').getAttribute('aria-label');
    assert.match(summary, /\d/, `${id}'s text alternative says numbers`);
    assert.ok((await section.locator('tbody tr').count()) > 0, `${id} has rows`);
    assert.match(await section.locator('h2').innerText(), /^(<표 \d>|\[그림 \d\]) /);
    assert.match(await section.locator('.section__notes').innerText(), /자료: Epoch AI.*2024-07-16/);
  }
});

test('the published key figures stand in the summary and in the tables', async () => {
  const { page } = await report();
  const summary = await page.locator('#summary').innerText();
  for (const figure of ['144', '226.1%', '3위', '87.5%', '11.1%', '93.1%']) {
    assert.ok(summary.includes(figure), `${figure} in: ${summary}`);
  }
  const rows = async (id) => {
    const section = await sectionInView(page, id);
    return section
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim().replace(/\s+/g, ' ')).join('|')));
  };
  assert.equal((await rows('country'))[0], '미국|3|2|18|41 (중복 1)|64 (중복 1)|44.4%|1');
  assert.equal((await rows('focus-country')).length, 11);
  assert.equal((await rows('multimodal'))[1], '연도별 비중|0.0%|11.1%|7.1%|12.5%|11.1%|');
  const country = await sectionInView(page, 'country');
  assert.match(await country.locator('.prose').innerText(), /2023년 단일년도 기준으로 보면 미국\(41개\), 중국\(37개\)/);
});

test('the page hands out the JSON of the command line', async () => {
  const { page, close } = await report();
  assert.deepEqual(await breakdowns(page), census(oldSnapshot));
  await close();
});

test('the event says the same as the function', async () => {
  const { page, close } = await openReport();
  const before = await page.evaluate(() => {
    addEventListener('census:ready', (event) => (window.lastDetail = event.detail));
    return window.censusReadyCount;
  });
  await page.selectOption('#census-first-year', '2022');
  await censusReadyAfter(page, before);
  const detail = await page.evaluate(() => window.lastDetail);
  assert.deepEqual(detail.period, ['2022', '2023']);
  assert.deepEqual(detail, census(oldSnapshot, '--period', '2022-2023'));
  await close();
});

test('a dropped newer export recomputes everything and says what it lacks', async () => {
  const { page, foreignRequests, close } = await openReport();
  await recomputed(page, () => dropFile(page, join(root, newSnapshot)));
  assert.deepEqual(await breakdowns(page), census(newSnapshot, '--period', '2020-2025'));
  assert.match(await page.locator('h1').innerText(), /2020~2025년/);
  assert.match(await page.locator('.notice').innerText(), /485개 행.*없는 열: Organization categorization/);
  assert.match(await page.locator('#diagnostics').textContent(), /Organization categorization/);
  // Every list is shown whole, or says how many more there are.
  for (const { id, models, of } of (await breakdowns(page)).lists) {
    assert.equal(models.length, of, `${id} names all of its models`);
    const list = page.locator(`#${id}`);
    const shown =
      id === 'top-models'
        ? (await list.locator('thead th').count()) - 1
        : await list.locator('tbody tr').count();
    const more = list.getByRole('button', { name: `모두 보기(${models.length}개)` });
    assert.equal(shown < models.length, (await more.count()) === 1, `${id}: ${shown} of ${models.length}`);
    if (shown < models.length) {
      await more.click();
      await page.waitForFunction(
        ([id, count]) => document.querySelectorAll(`#${id} tbody tr`).length === count,
        [id, models.length],
      );
    }
  }
  await chartsDrawn(page);
  assert.deepEqual(foreignRequests, []);
  await close();
});

test('a picked file works like a dropped one, and missing columns switch off their sections only', async () => {
  const { page, close } = await openReport();
  const csv = 'System,Publication date,Organization\nA,2022-01-01,NAVER\nB,2023-02-01,"OpenAI,NAVER"\n';
  await recomputed(page, () => pickFile(page, { name: 'small.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }));
  const report = await breakdowns(page);
  assert.deepEqual(
    report.unavailable.map(({ id }) => id),
    ['domain', 'multimodal', 'task', 'task-count', 'top-models', 'training-compute'],
  );
  assert.match(await (await sectionInView(page, 'task')).innerText(), /‘Task’ 열이 없어/);
  assert.equal(await page.locator('#task .chart').count(), 0);
  assert.match(await (await sectionInView(page, 'country')).locator('tbody').innerText(), /한국/);
  await close();
});

test('a file that cannot be used leaves the numbers as they were and says why', async () => {
  const { page, pageErrors, close } = await openReport();
  const before = await breakdowns(page);
  await page.evaluate(() => addEventListener('census:error', (event) => (window.lastError = event.detail)));
  const files = [
    { name: 'report.xlsx', buffer: Buffer.from('PK\x03\x04rest'), says: /report\.xlsx.*중간에 끊겨/ },
    { name: 'other.csv', buffer: Buffer.from('a,b\n1,2\n'), says: /‘Model’ 열이 있는 머리글을 찾지 못함.*a, b/ },
    { name: 'empty.csv', buffer: Buffer.from(''), says: /비어 있음/ },
    { name: 'noise.csv', buffer: Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 73) % 251)), says: /noise\.csv/ },
  ];
  for (const { name, buffer, says } of files) {
    await page.setInputFiles('#census-file', { name, mimeType: 'text/csv', buffer });
    await page.waitForFunction((name) => window.lastError?.value === name, name);
    await page.locator('.notice--error', { hasText: says }).waitFor();
  }
  assert.deepEqual(await breakdowns(page), before);
  assert.deepEqual(pageErrors, []);
  await close();
});

test('everything can be read in English, and the choice is remembered', async () => {
  const { page, close } = await openReport();
  await speakEnglish(page);
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  const hangul = /[가-힣]/;
  // Charts are drawn anew when they come near.
  await chartsDrawn(page);
  await page.waitForFunction(() => [...document.querySelectorAll('.chart')].every((chart) => !/[가-힣]/.test(chart.textContent)));
  const without = (await page.locator('#app').innerText()).replace('한국어', '');
  assert.doesNotMatch(without, hangul);
  assert.match(await page.title(), /Global large-scale AI models/);
  const labels = await page.locator('.chart').evaluateAll((all) => all.map((chart) => chart.ariaLabel));
  assert.doesNotMatch(labels.join(' '), hangul);
  await page.reload();
  await censusReady(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await close();
});

test('the period is the reader’s, and a year that is not over is marked as partial', async () => {
  const { page, close } = await openReport();
  await recomputed(page, () => page.selectOption('#census-last-year', '2024'));
  assert.deepEqual(await breakdowns(page), census(oldSnapshot, '--period', '2020-2024'));
  assert.match(await page.locator('#year thead').innerText(), /2024년\s*\(일부\)/);
  assert.match(await page.locator('#summary').innerText(), /226\.1%/);
  await recomputed(page, () => page.selectOption('#census-first-year', '2024'));
  assert.deepEqual((await breakdowns(page)).period, ['2024', '2024']);
  await close();
});

test('each snapshot that comes with the page is one choice away, called by its day', async () => {
  const { page, close } = await openReport();
  const offered = await page.locator('#census-snapshot option').allInnerTexts();
  assert.deepEqual(offered, ['2024-07-16 (IS-178 발간 때)', '2026-02-16', '2026-08-19 (최신)']);
  for (const snapshot of [newSnapshot, newestSnapshot]) {
    await recomputed(page, () => page.selectOption('#census-snapshot', basename(snapshot)));
    const shown = await breakdowns(page);
    assert.deepEqual(shown, census(snapshot, '--period', shown.period.join('-')));
    assert.equal(shown.period[1], '2025', 'the last whole year');
  }
  await close();
});

test('the keyboard alone reaches every control, and sees where it is', async () => {
  const { page, close } = await openReport();
  const seen = [];
  for (let press = 0; press < 10; press += 1) {
    await page.keyboard.press('Tab');
    seen.push(
      await page.evaluate(() => {
        const { activeElement: at } = document;
        const shown = at.id === 'census-file' ? at.nextElementSibling : at;
        return { at: at.id || at.textContent, outline: getComputedStyle(shown).outlineStyle };
      }),
    );
  }
  assert.deepEqual(
    seen.map(({ at }) => at),
    ['본문으로 건너뛰기', '공유·넣기', 'census-theme', '한국어', 'English', 'census-snapshot', 'census-file', 'census-first-year', 'census-last-year', 'census-by-half'],
  );
  for (const { at, outline } of seen) assert.notEqual(outline, 'none', `focus is visible on ${at}`);
  await close();
});

for (const lang of ['ko', 'en']) {
  for (const width of [1280, 390]) {
    const report = openedOnce({ width });
    for (const theme of ['light', 'dark']) {
      test(`accessible and without sideways scrolling: ${theme}, ${lang}, ${width} px`, async () => {
        const { page, consoleErrors, cspViolations, close } = await report();
        if ((await page.locator('html').getAttribute('lang')) !== lang) await speakEnglish(page);
        await prefer(page, theme);
        await chartsDrawn(page);
        const violations = await axe(page);
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0].html ?? nodes[0].target}`),
          [],
        );
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        assert.equal(scrollWidth, clientWidth);
        assert.deepEqual(consoleErrors, []);
        assert.deepEqual(cspViolations, []);
        await screenshot(page, `${theme}-${lang}-${width}`);
        if (theme === 'dark') await close();
      });
    }
  }
}

test('a chart can be saved as an SVG file, and a clicked mark marks its row', async () => {
  const { page, context, cspViolations, close } = await openReport();
  await chartsDrawn(page);
  const { name, bytes } = await saved(page, () => page.locator('#country').getByRole('button', { name: /SVG/ }).click());
  assert.equal(name, 'model-census-country.svg');
  const svg = bytes.toString('utf8');
  // Parsed apart from the page, whose policy would report the style attributes.
  const blank = await context.newPage();
  const root = await blank.evaluate(
    (svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement.nodeName,
    svg,
  );
  await blank.close();
  assert.equal(root, 'svg');
  assert.match(svg, /아랍에미리트/);

  await clickMark(page, 'country', /^중국$/);
  assert.ok((await page.locator('#country .chart').boundingBox()).width > 200);
  assert.match(await page.locator('#country tr.marked').innerText(), /^중국/);
  assert.deepEqual(cspViolations, []);
  await close();
});

test('a chart is walked by keys: its marks are said, opened, and its table is one key away', async () => {
  const { page, close } = await openReport();
  await chartsDrawn(page);
  const chart = page.locator('#country .chart');
  const said = page.locator('#country .chart__said');
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await said.textContent(), /^미국, 2020년: 3 \(1\/\d+\)$/);
  await page.keyboard.press('End');
  const last = await said.textContent();
  await page.keyboard.press('ArrowDown');
  assert.equal(await said.textContent(), last);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  assert.match(await said.textContent(), /^미국, 2021년: 2 /);
  await page.keyboard.press('Enter');
  await page.locator('.behind__count', { hasText: '2' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.matches('#country .chart'));
  await page.keyboard.press('t');
  assert.ok(await page.evaluate(() => document.activeElement.matches('#country .table-frame')));
  const compute = page.locator('#training-compute .chart');
  await compute.focus();
  await page.keyboard.press('End');
  assert.match(await page.locator('#training-compute .chart__said').textContent(), /: \d\.\d\dE\+2\d \(/);
  await close();
});
