// A file that means harm: the page and everything it hands out take its values
// for text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawAll, exported, openReport, recomputed, scrollTo } from './sections.js';
import { pickFile } from './support.js';
import { painted } from './waiting.js';
import { unzip } from './zip.js';

const values = [
  '<img src=x onerror="window.harmed=1">',
  '</script><script>window.harmed=1</script>',
  "</td></table><iframe src=javascript:parent.harmed=1>",
  "]]></text><script xmlns='http://www.w3.org/2000/svg'>window.harmed=1</script>",
  'javascript:window.harmed=1',
  '[link](javascript:window.harmed=1) ![x](http://harm.example/x.png)',
  '=HYPERLINK("http://harm.example","x")',
  "+SUM(1+1)*cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '\t=1+1',
  '\r\n=1+1',
  'safe\u202egpj.exe\u202d\u2066x',
  'hid\u200bden\u2063\u200e',
  'bell\u0007escape\u001b[31m',
  '{period} {n} %s `x` | * _ # \\ &amp; {b|rich}',
  `long${'\u202e<b>긴'.repeat(2000)}`,
];

function hostile() {
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const lines = ['Model,Publication date,Organization,Country (of organization),Organization categorization,Domain,Task,Training compute (FLOP),Training hardware,Confidence,Model accessibility'];
  for (let year = 2020; year <= 2023; year += 1) {
    for (const [at, value] of values.entries()) {
      const own = quoted(value);
      lines.push(`${quoted(`${value} ${year}`)},${year}-05-${String(at + 1).padStart(2, '0')},${own},${own},${own},${own},${own},${1 + (at % 9)}e24,${own},${own},${own}`);
    }
    lines.push(`Known ${year},${year}-01-01,NAVER,Korea (Republic of),Industry,"Language,Multimodal",Chat,5e24,,Likely,Open`);
  }
  return Buffer.from(lines.join('\n'));
}

const hidden = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What of the page is not the page's own. */
function harm(page) {
  return page.evaluate(() => {
    const own = location.origin;
    const found = [];
    if ('harmed' in window) found.push('a script ran');
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${name}=${value}`);
        if (/^(href|src|action|formaction|data|xlink:href)$/.test(name)) {
          const url = new URL(value, location.href);
          if (!['http:', 'https:', 'blob:'].includes(url.protocol)) found.push(`${element.tagName} ${name}=${value}`);
        }
      }
      if (element.matches('iframe, object, embed, base, meta[http-equiv=refresh]')) found.push(element.outerHTML);
      if (element.matches('script') && new URL(element.src, location.href).origin !== own) found.push(element.outerHTML);
      if (element.matches('script:not([src])')) found.push(element.outerHTML);
      if (element.matches('img') && !element.closest('#infographic')) found.push(element.outerHTML);
      if (element.matches('a[href]') && element.origin !== own && !element.relList.contains('noopener')) found.push(element.outerHTML);
    }
    return found;
  });
}

/** Text of the page that turns or hides what is beside it. */
function turned(page) {
  return page.evaluate((source) => {
    const hidden = new RegExp(source);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) if (hidden.test(walk.currentNode.data)) found.push(walk.currentNode.data);
    for (const element of document.querySelectorAll('[aria-label], [title], option')) {
      for (const text of [element.ariaLabel, element.title, element.value]) if (hidden.test(text ?? '')) found.push(text);
    }
    return found;
  }, hidden.source);
}

test('a file that means harm does none, wherever it is shown or handed out', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const opened = await openReport({ apart: true, context });
  const { page, close } = opened;
  // A name of the file's own may mean harm as well.
  const name = '=1+1<img src=x onerror=window.harmed=1>\u202etxt.csv';
  await recomputed(page, () => pickFile(page, { name, mimeType: 'text/csv', buffer: hostile() }));

  const look = async (where) => {
    assert.deepEqual(await harm(page), [], where);
    assert.deepEqual(await turned(page), [], where);
  };
  for (const id of await page.locator('section.section').evaluateAll((all) => all.map(({ id }) => id))) await scrollTo(page, id);
  await drawAll(page);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.locator('.definition__terms tbody tr').first().waitFor();
  await page.focus('#census-filter-value');
  await page.locator('#census-filter-value option:nth-child(2)').waitFor({ state: 'attached' });
  await look('the report');
  const shown = await page.evaluate(() => document.body.textContent);
  assert.ok(shown.includes('<img src=x onerror="window.harmed=1">'), 'it is shown as text');
  for (const [dimension, known] of [['organization', 'NAVER'], ['task', 'Chat'], ['country', 'Korea (Republic of)']]) {
    await page.selectOption('#census-terms-dimension', dimension);
    await page.locator('.definition__terms tbody tr', { hasText: known }).first().waitFor();
    await look(`terms of ${dimension}`);
  }
  await page.locator('#summary .n').first().click();
  const dialog = page.locator('dialog.behind');
  await dialog.locator('tbody tr[aria-rowindex]').first().waitFor();
  await look('the models behind a number');
  const rows = await dialog.locator('tbody tr[aria-rowindex]').count();
  assert.equal(rows, 4 * (values.length + 1));
  const isolated = await dialog.locator('tbody td').evaluateAll((cells) => cells.every((cell) => /isolate|plaintext/.test(getComputedStyle(cell).unicodeBidi)));
  assert.ok(isolated, 'each cell turns nothing but itself');
  await dialog.locator('tbody .n', { hasText: '<img' }).first().click();
  await dialog.locator('.facts').waitFor();
  await look('a model');
  await page.keyboard.press('Escape');
  // A chart's mark, its tooltip and what is said of it.
  await page.locator('#training-compute .chart').focus();
  for (let mark = 0; mark < 5; mark += 1) await page.keyboard.press('ArrowRight');
  await look('a mark');

  const other = await opened.context.newPage();
  const asked = [];
  other.on('request', (request) => asked.push(request.url()));
  /** What of an XML document is not well-formed, or could run. */
  const xmlHarm = (xml, type = 'application/xml') =>
    other.evaluate(
      ([xml, type]) => {
        const document = new DOMParser().parseFromString(xml, type);
        const error = document.querySelector('parsererror');
        if (error) return [error.textContent];
        return [...document.querySelectorAll('*')]
          .filter((element) => {
            const { localName, namespaceURI } = element;
            const runs = ['script', 'foreignObject', 'iframe'].includes(localName) && /svg|xhtml/.test(namespaceURI ?? '');
            return runs || [...element.attributes].some(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value));
          })
          .map((element) => element.outerHTML);
      },
      [xml, type],
    );

  const html = (await exported(page, 'html')).bytes.toString('utf8');
  await other.setContent(html);
  await painted(other);
  assert.deepEqual(await other.evaluate(() => ['harmed' in window, document.querySelectorAll('script, iframe, object, a[href^=javascript]').length]), [false, 0]);
  assert.ok(await other.locator('img').evaluateAll((all) => all.every((image) => image.src.startsWith('data:image/svg+xml'))));
  assert.deepEqual(asked.filter((url) => !/^(data|about):/.test(url)), [], 'it asks for nothing');
  assert.doesNotMatch(html, hidden);

  const officeHarm = async (id, file) => {
    const parts = Object.entries(unzip(file));
    for (const [path, bytes] of parts) {
      if (!/\.(xml|rels|hpf)$/.test(path)) continue;
      const xml = bytes.toString('utf8');
      assert.deepEqual(await xmlHarm(xml), [], `${id} ${path}`);
      assert.doesNotMatch(xml, hidden, `${id} ${path}`);
      if (/worksheets/.test(path)) assert.doesNotMatch(xml, /<f[ >]/, `${path} has a formula`);
      if (/rels$/.test(path)) assert.doesNotMatch(xml, /harm\.example|javascript/, `${path} leads elsewhere`);
      if (/document\.xml$/.test(path)) assert.doesNotMatch(xml, /instrText|w:hyperlink/, `${path} has a field`);
    }
    assert.ok(parts.some(([, bytes]) => bytes.includes('HYPERLINK')), `${id} says what it was`);
  };
  for (const id of ['docx', 'hwpx', 'xlsx']) await officeHarm(id, (await exported(page, id)).bytes);

  const files = unzip((await exported(page, 'package')).bytes);
  assert.ok(Object.keys(files).length > 10);
  for (const [path, bytes] of Object.entries(files)) {
    if (/\.(docx|hwpx|xlsx)$/.test(path)) {
      await officeHarm(path, bytes);
      continue;
    }
    const text = bytes.toString('utf8').replace(/^\ufeff/, '');
    assert.doesNotMatch(text, hidden, path);
    if (path.endsWith('.svg')) assert.deepEqual(await xmlHarm(text, 'image/svg+xml'), [], path);
    if (path.endsWith('.json')) JSON.parse(text);
    if (path.endsWith('.csv')) assert.doesNotMatch(text, /(^|,|\n)"?[=@\t]/, path);
  }

  await scrollTo(page, 'organization');
  await page.locator('#organization .grid-tools__copy').click();
  await page.locator('#organization .grid-tools [role=status]', { hasText: '복사함' }).waitFor();
  // Reading makes the page parse what is there, which its policy does not like.
  assert.deepEqual(opened.cspViolations, []);
  const pasted = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return [await (await item.getType('text/html')).text(), await (await item.getType('text/plain')).text()];
  });
  await other.setContent('<body>');
  // As a web page pastes that looks at nothing.
  await other.evaluate((html) => (document.body.innerHTML = html), pasted[0]);
  await painted(other);
  assert.deepEqual(await other.evaluate(() => ['harmed' in window, document.querySelectorAll('img, script, iframe').length]), [false, 0]);
  assert.ok(pasted[1].split(/[\t\n]/).every((cell) => !/^[=@]|^[+-](?![\d.,]+%?$)/.test(cell)), pasted[1].slice(0, 500));

  assert.equal(await page.evaluate(() => 'harmed' in window), false);
  assert.deepEqual(opened.foreignRequests, []);
  assert.deepEqual(opened.pageErrors, []);
  await close();
});
