// Measures how high each view is at each width and writes src/heights.json and
// the tables in docs/: node tools/heights.js, with dist/ built. By --check it
// only looks whether the tables say what src/heights.json says.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const DOCS = { ko: 'docs/embed.ko.md', en: 'docs/embed.md' };
const STEP_PX = 10;
const { sections } = JSON.parse(readFileSync(path('src/views.json'), 'utf8'));
export const VIEWS = ['summary', ...sections, 'infographic', 'coverage', 'report'];
export const heights = JSON.parse(readFileSync(path('src/heights.json'), 'utf8'));

/** The height of what a page of this address has, in CSS pixels. */
export async function measure(page, address) {
  await page.goto(address);
  for (let last; ; ) {
    const now = await page.evaluate(() => {
      const find = (selector) => document.querySelector(selector);
      // What is made only when the reader comes near.
      for (const section of document.querySelectorAll('.section--later, .infographic')) section.scrollIntoView();
      const isThere =
        find('main')?.ariaBusy === 'false' &&
        find('main section') !== null &&
        find('.section--later') === null &&
        (find('.infographic') === null || find('.infographic img') !== null) &&
        // Alone it is near at once; in the report its place is what is measured.
        (find('main > .coverage:only-of-type') === null || find('.coverage tbody tr') !== null);
      return isThere ? document.getElementById('app').getBoundingClientRect().height : undefined;
    });
    if (now !== undefined && now === last) return Math.ceil(now / STEP_PX) * STEP_PX;
    last = now;
    await page.waitForTimeout(500);
  }
}

function table(language) {
  const head = language === 'ko' ? '보기' : 'view';
  const rows = [
    `| ${head} | ${heights.widths.map((width) => `${width} px`).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(heights.widths.length)}`,
    ...VIEWS.map((view) => `| \`${view}\` | ${(heights[language][view] ?? []).join(' | ')} |`),
  ];
  return rows.join('\n');
}

/** The document with the table that it is to have. */
export function written(language) {
  const text = readFileSync(path(DOCS[language]), 'utf8');
  const [before, , after] = text.split(/<!-- heights(?: end)? -->/);
  return { text, wanted: `${before}<!-- heights -->\n${table(language)}\n<!-- heights end -->${after}` };
}

async function write() {
  const { openPage } = await import('../tests/browser/support.js');
  for (const lang of Object.keys(DOCS)) {
    for (const width of heights.widths) {
      const { page, base, close } = await openPage({ lang, width, path: 'favicon.svg' });
      for (const view of VIEWS) {
        heights[lang][view] ??= [];
        heights[lang][view][heights.widths.indexOf(width)] = await measure(page, `${base}?embed=${view}&lang=${lang}`);
      }
      await close();
    }
  }
  const lines = (own) => VIEWS.map((view) => `    ${JSON.stringify(view)}: ${JSON.stringify(own[view])}`).join(',\n');
  const text = `{\n  "widths": ${JSON.stringify(heights.widths)},\n  "ko": {\n${lines(heights.ko)}\n  },\n  "en": {\n${lines(heights.en)}\n  }\n}\n`;
  writeFileSync(path('src/heights.json'), text);
  for (const lang of Object.keys(DOCS)) writeFileSync(path(DOCS[lang]), written(lang).wanted);
  // The browser and the server would run on.
  process.exit();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) await write();
  for (const lang of Object.keys(DOCS)) {
    const { text, wanted } = written(lang);
    if (text === wanted) continue;
    console.error(`${DOCS[lang]} has other heights than src/heights.json: node tools/heights.js`);
    process.exitCode = 1;
  }
}
