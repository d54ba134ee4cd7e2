// Nothing that is dropped leaves the page: a proxy between the browser and
// everything else sees each request, whoever of the page sends it, while every
// feature is used.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createServer, request as send } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { drawAll, recomputed, saved, scrollTo } from './sections.js';
import { baseUrl, censusReady, dropFile, openPage, pickFile, root, speakEnglish } from './support.js';
import { until } from './waiting.js';

// The browser itself asks its maker about forms, not the page.
const BROWSERS_OWN = ['content-autofill.googleapis.com:443'];
const MARK = 'do-not-tell-4711';
const seen = [];
let proxy;

before(async () => {
  proxy = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method, url, headers } = request;
      seen.push({ method, url, body: body.toString('latin1'), headers: JSON.stringify(headers) });
      const onward = send(url, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.writeHead(502).end());
      onward.end(body);
    });
  });
  // A tunnel is how a socket or a secure connection would leave.
  for (const event of ['connect', 'upgrade']) {
    proxy.on(event, (request, socket) => {
      if (!BROWSERS_OWN.includes(request.url)) seen.push({ method: event, url: request.url, body: '', headers: '' });
      socket.destroy();
    });
  }
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});

after(() => {
  proxy.closeAllConnections();
  proxy.close();
});

/** The paths of all files of dist/. */
function built() {
  const entries = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'dist').length + 1)));
}

/** Opens the page where every request goes through the proxy. */
function openSeen(path = '') {
  const server = `http://127.0.0.1:${proxy.address().port}`;
  return openPage({ apart: true, keeping: true, path, context: { proxy: { server }, permissions: ['clipboard-read', 'clipboard-write'] } });
}

const secret = `Model,Publication date,Organization,Country (of organization),Domain,Task,Training compute (FLOP)
${MARK},2021-01-01,${MARK} Lab,Korea (Republic of),Language,${MARK} task,5e23
Known,2022-01-01,NAVER,Korea (Republic of),"Language,Multimodal",Chat,6e23
Known 2,2023-01-01,${MARK} Lab,${MARK} land,Vision,Chat,7e23
`;

test('while everything is used, the page asks only for its own files', async () => {
  const base = await baseUrl();
  const opened = await openSeen();
  const { page } = opened;
  await censusReady(page);

  // Every kind of file, dropped or picked.
  for (const name of ['large_scale_ai_models.csv', 'second-sheet.xlsx', 'two-tables.zip']) {
    await recomputed(page, () => dropFile(page, join(root, 'tests/fixtures/packed', name), { type: '' }));
  }
  await recomputed(page, () => pickFile(page, { name: `${MARK}.csv`, mimeType: 'text/csv', buffer: Buffer.from(secret) }));
  await pickFile(page, { name: `${MARK}.xlsx`, mimeType: '', buffer: Buffer.from(`PK\x03\x04${MARK}`) });
  await page.locator('.notice--error').waitFor();

  // Every section, chart and dialog.
  const sections = await page.locator('section.section').evaluateAll((all) => all.map(({ id }) => id));
  for (const id of sections) await scrollTo(page, id);
  await drawAll(page);
  await scrollTo(page, 'infographic');
  await page.locator('#infographic img').waitFor();
  await scrollTo(page, 'verification');
  await page.locator('#verification tbody tr').first().waitFor();
  await page.locator('#census-edition').selectOption('1');
  await page.setInputFiles('#census-published-file', { name: 'draft.json', mimeType: 'application/json', buffer: Buffer.from(`{"${MARK}": 1}`) });
  await page.locator('#verification [role=alert]').filter({ hasText: 'draft.json' }).waitFor();
  await page.locator('#summary .n').first().click();
  const dialog = page.locator('dialog.behind');
  await dialog.locator('input[type=search]').fill(MARK);
  await dialog.locator('tbody .n').first().click();
  await dialog.locator('.facts').waitFor();
  await page.keyboard.press('Escape');

  // Filter, shape, period, theme, language.
  await page.locator('.filters details').evaluate((details) => (details.open = true));
  await page.locator('#census-filter-text').waitFor();
  await recomputed(page, async () => {
    await page.fill('#census-filter-text', MARK);
    await page.press('#census-filter-text', 'Enter');
  });
  // What is chosen reaches the preview of an embed, and no server.
  await page.locator('.share-button').first().click();
  const preview = await (await page.waitForSelector('.share__preview iframe')).contentFrame();
  await preview.waitForSelector('#summary .n');
  await page.keyboard.press('Escape');
  await recomputed(page, () => page.locator('.chip').click());
  await page.selectOption('#census-theme', 'dark');
  await speakEnglish(page);
  await page.getByRole('button', { name: '한국어' }).click();

  // The definition: a change, kept, with the author's own words, and saved.
  await page.locator('details.definition > summary').click();
  await page.locator('.definition__terms tbody tr').first().waitFor();
  await page.fill('#census-rule-threshold', '1e22');
  await page.locator('#census-rule-threshold').blur();
  await recomputed(page, () => page.locator('#census-keep-change').click());
  await scrollTo(page, 'policy');
  await recomputed(page, async () => {
    await page.locator('#census-implications').fill(`□ ${MARK}`);
    await page.locator('#census-implications').blur();
  });
  await saved(page, () => page.locator('#census-save-definition').click());

  // Every file that can be made.
  await scrollTo(page, 'export');
  const formats = await page.locator('[id^=census-export-]').evaluateAll((all) => all.map(({ id }) => id));
  assert.ok(formats.length >= 9, formats.join(' '));
  for (const id of formats) await saved(page, () => page.locator(`#${id}`).click());
  await scrollTo(page, 'country');
  for (const tool of ['.figure__save', '.figure__png', '.grid-tools__save']) {
    await saved(page, () => page.locator(`#country ${tool}`).first().click());
  }
  await page.locator('#country .grid-tools__copy').click();
  await page.locator('#country .grid-tools [role=status]', { hasText: '복사함' }).waitFor();
  await page.locator('#country .figure__copy').click();
  await page.locator('#country .figure__tools [role=status]', { hasText: '복사함' }).waitFor();
  await page.locator('#census-infographic-svg').evaluate((button) => button.scrollIntoView());
  await saved(page, () => page.locator('#census-infographic-svg').click());
  await saved(page, () => page.locator('#census-infographic-png').click());

  // Kept in the browser, found again by a link, forgotten.
  await page.locator('#census-keep').click();
  await page.locator('#census-forget').waitFor();
  const link = page.url();
  await page.reload();
  await censusReady(page);
  await page.locator('#census-forget').click();
  await page.locator('#census-keep').waitFor();
  const pages = [opened, await openSeen(link.slice(base.length)), await openSeen('?embed=country&lang=ko')];
  await censusReady(pages[1].page);
  await pages[1].page.locator('.link-notice p').first().waitFor();
  await pages[2].page.locator('#country tbody .n').first().click();
  await pages[2].page.locator('dialog tbody tr').first().waitFor();

  const files = built();
  const ownPath = new URL(base).pathname;
  assert.ok(seen.length > 30, `${seen.length} requests`);
  for (const kind of [/worker/, /office_bg/, /unpack_bg/, /rest/, /published/]) {
    assert.ok(seen.some(({ url }) => kind.test(url)), `no request for ${kind}: is all of the page used?`);
  }
  for (const { method, url, body, headers } of seen) {
    const { origin, pathname, search } = new URL(url, 'http://elsewhere.invalid');
    assert.equal(origin, new URL(base).origin, url);
    assert.equal(method, 'GET', url);
    assert.equal(body, '', url);
    const path = decodeURIComponent(pathname.slice(ownPath.length)) || 'index.html';
    assert.ok(files.has(path), `${path} is no file of the page`);
    const asked = [...new URLSearchParams(search).keys()];
    assert.ok(asked.every((key) => path === 'index.html' && ['embed', 'await', 'id', 'lang'].includes(key)), url);
    assert.ok(!`${url}${headers}`.includes(MARK), `${url} tells of the data`);
  }
  for (const { cspViolations, pageErrors, close } of pages) {
    assert.deepEqual([cspViolations, pageErrors], [[], []]);
    await close();
  }
});

test('the proxy sees what leaves by any way', async () => {
  const opened = await openSeen();
  seen.length = 0;
  // From a page without a policy, which would hold all of them back.
  const other = await opened.context.newPage();
  await other.goto('about:blank');
  await other.evaluate(() => {
    navigator.sendBeacon('http://elsewhere.invalid/beacon', 'told');
    new WebSocket('ws://elsewhere.invalid/socket');
    new Image().src = 'http://elsewhere.invalid/image?told';
    fetch('http://elsewhere.invalid/post', { method: 'POST', mode: 'no-cors', body: 'told' }).catch(() => {});
  });
  const kinds = [/beacon/, /elsewhere\.invalid:80|socket/, /image\?told/, /post/];
  for (const kind of kinds) await until(() => seen.some(({ url }) => kind.test(url)));
  await until(() => seen.some(({ body }) => body === 'told'));
  await opened.close();
});
