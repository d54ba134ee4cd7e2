// The dialog for sharing and embedding, and what is made for other sites.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openReport, recomputed, size } from './sections.js';
import { axe, dropFile, openPage, root, screenshot } from './support.js';
import { asked, still } from './waiting.js';

const code = (page, id) => page.inputValue(`#share-code-${id}`);

async function openDialog(page, button) {
  await page.locator(button).first().click();
  await page.waitForSelector('dialog.share[open] #share-code-frame');
}

/** The frame of the preview, once it shows what its address says. */
async function preview(page, selector) {
  const frame = await (await page.waitForSelector('.share__preview iframe')).contentFrame();
  await frame.waitForSelector(selector);
  return frame;
}

test('the dialog gives codes for what is shown, with a live preview', async () => {
  const opened = await openReport({ keeping: true });
  const { page, base } = opened;
  await openDialog(page, '#country .share-button');
  await page.waitForFunction(() => document.activeElement?.id === 'share-title');
  assert.equal(await page.inputValue('#share-view'), 'country');
  const first = await preview(page, 'section#country table');
  // Drawn when it comes near, as on the page.
  await first.locator('section#country .chart').scrollIntoViewIfNeeded();
  await first.waitForSelector('section#country .chart svg');
  await page.waitForFunction(() => document.querySelector('.share__preview iframe').offsetHeight > 300);

  // What a first visit shows: live, and with a picture that shows the same.
  const frame = await code(page, 'frame');
  assert.ok(frame.startsWith(`<iframe src="${base}?embed=country&amp;lang=ko" title="`), frame);
  assert.match(await code(page, 'script'), /<\/iframe>\n<script type="module" src="[^"]+\/embed\.js"><\/script>$/);
  const element = await code(page, 'element');
  assert.match(element, /<model-census view="country" lang="ko" style="display:block;min-height:\d+px">/);
  const [, picture] = /<img src="([^"]+)"/.exec(element);
  assert.equal((await page.request.get(picture)).status(), 200);
  // The height is the preview's own.
  const height = await page.$eval('.share__preview iframe', (own) => own.offsetHeight);
  assert.ok(frame.includes(`height="${height}"`), `${height} in ${frame}`);

  // Every choice is in the codes and in the preview.
  await page.selectOption('#share-view', 'domain');
  await page.selectOption('#share-parts', 'table');
  await page.selectOption('#share-lang', 'en');
  await page.selectOption('#share-theme', 'dark');
  await page.uncheck('#share-notes');
  assert.ok((await code(page, 'frame')).includes('?embed=domain&amp;lang=en&amp;parts=table&amp;plain=1&amp;theme=dark"'));
  assert.ok((await code(page, 'element')).includes('view="domain" lang="en" parts="table" plain="1" theme="dark"'));
  assert.ok(!(await code(page, 'element')).includes('<img'), 'no picture of a table');
  const shown = await preview(page, 'html[lang=en][data-theme=dark] section#domain table');
  assert.equal(await shown.locator('section#domain .chart').isVisible(), false);

  await page.selectOption('#share-data', 'frozen');
  const frozen = await code(page, 'element');
  for (const part of [
    'data="large-scale-models-2024-07-16.csv"', 'definition="is-178"', 'period="2020-2023"',
  ]) assert.ok(frozen.includes(part), `${part} in ${frozen}`);
  assert.match(frozen, /data-sha256="[0-9a-f]{16}"/);
  assert.match(frozen, /definition-sha256="[0-9a-f]{16}"/);
  assert.match(await code(page, 'link'), /#domain\?data=large-scale-models-2024-07-16\.csv&data-sha256=/);
  assert.match(await code(page, 'frame'), /title="Large-scale AI models by domain/, 'the title is in the language of the frame');
  const still = await preview(page, 'section#domain table');
  assert.equal(await still.locator('.link-notice').count(), 0);

  await page.getByRole('button', { name: '320' }).click();
  assert.equal(await page.$eval('.share__preview iframe', (own) => own.offsetWidth), 320);
  // Only the dialog: what it covers half is out of reach anyway.
  const found = (await axe(page)).flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  const inDialog = await page.evaluate(
    (found) => found.filter((one) => document.querySelector(one.split(': ')[1].split(' iframe')[0])?.closest('dialog.share')),
    found,
  );
  assert.deepEqual(inDialog, []);
  await screenshot(page, 'share-dialog', { fullPage: false });
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.share[open]', { state: 'detached' });
  assert.deepEqual(opened.consoleErrors, []);
  assert.deepEqual(opened.cspViolations, []);
  assert.deepEqual(opened.foreignRequests, []);
  await opened.close();
});

test('codes are copied', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const opened = await openReport({ apart: true, lang: 'en', context });
  const { page } = opened;
  await openDialog(page, '.head .share-button');
  // They follow what the preview says of its height.
  await still(page, () => [...document.querySelectorAll('[id^=share-code-]')].map(({ value }) => value), { frames: 40 });
  for (const id of ['link', 'frame', 'script', 'element']) {
    await page.click(`#share-copy-${id}`);
    await asked(
      page,
      async (id) => (await navigator.clipboard.readText()) === document.getElementById(`share-code-${id}`).value,
      id,
    );
  }
  await opened.close();
});

test('what the reader chose is in the codes, a file of their own is not', async () => {
  const opened = await openReport({ path: '#country?filter=domain%3DLanguage&lang=en', width: 390 });
  const { page } = opened;
  await openDialog(page, '#country .share-button');
  assert.ok((await code(page, 'frame')).includes('filter=domain%3DLanguage'));
  assert.ok(!(await code(page, 'frame')).includes('data='), 'live embeds name no data');
  assert.ok(!(await code(page, 'element')).includes('<img'), 'the picture shows other numbers');
  assert.match(await code(page, 'link'), /#country\?.*filter=domain%3DLanguage/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than a phone');
  await screenshot(page, 'share-dialog-phone', { fullPage: false });
  await page.keyboard.press('Escape');

  const file = join(root, 'public/data/large-scale-models-2026-02-16.csv');
  await recomputed(page, () => dropFile(page, file, { name: 'mine.csv' }));
  await openDialog(page, '#country .share-button');
  assert.match(await page.locator('.share__note--warning').first().textContent(), /mine\.csv/);
  assert.ok((await code(page, 'element')).includes('src="mine.csv"'));
  // The preview has it nevertheless, from this page.
  const frame = await preview(page, 'section#country table');
  assert.match(await frame.locator('.embed__source').textContent(), /mine\.csv/);
  await opened.close();
});

test('every view has a picture with title and source, in both languages', () => {
  const pictures = readdirSync(join(root, 'dist/pictures')).filter((name) => name.endsWith('.svg'));
  assert.equal(pictures.length, 2 * 15);
  for (const name of pictures) {
    const svg = readFileSync(join(root, 'dist/pictures', name), 'utf8');
    const words = name.includes('.ko.') ? /자료/ : /Source|Data/;
    assert.match(svg, words, name);
    assert.match(svg, /^<svg [^>]*width="\d+" height="\d+"/, name);
    assert.ok(!/<script|<foreignObject|href="http/.test(svg), name);
  }
  const country = readFileSync(join(root, 'dist/pictures/country.ko.svg'), 'utf8');
  for (const words of ['미국', '2023년', 'Epoch AI']) assert.ok(country.includes(words), words);
});

test('every view has a page that needs no script', async () => {
  const names = readdirSync(join(root, 'dist/views')).filter((name) => name.endsWith('.html'));
  assert.equal(names.length, 2 * 14);
  const opened = await openPage({ path: 'views/country.ko.html', width: 320, context: { javaScriptEnabled: false } });
  const { page } = opened;
  for (const name of names) {
    await page.goto(new URL(`views/${name}`, opened.base).href);
    const [view, lang] = name.split('.');
    assert.equal(await page.locator('html').getAttribute('lang'), lang);
    const picture = page.locator('figure img');
    assert.ok((await picture.getAttribute('alt')).length > 1, name);
    assert.match(await page.locator('footer').innerText(), /Epoch AI[^]*CC BY 4.0[^]*IS-178/, name);
    assert.equal(await page.locator('table').count(), ['infographic', 'summary'].includes(view) ? 0 : 1, name);
    const { width } = await page.locator('html').evaluate((own) => ({ width: own.scrollWidth }));
    assert.ok(width <= 320, `${name} is ${width} px wide`);
  }
  assert.deepEqual(opened.cspViolations, []);
  assert.deepEqual(opened.consoleErrors, []);
  await opened.close();

  // Where there are scripts it leads to the view itself.
  const scripted = await openPage({ path: 'views/country.en.html' });
  await screenshot(scripted.page, 'view-page-country-en');
  for (const name of ['country.en', 'country.ko', 'infographic.ko', 'top-models.en']) {
    await scripted.page.goto(new URL(`views/${name}.html`, scripted.base).href);
    await scripted.page.locator('figure img').evaluate((own) => own.decode());
    assert.deepEqual(await axe(scripted.page), [], name);
  }
  await scripted.page.goto(new URL('views/country.en.html', scripted.base).href);
  const led = scripted.page.waitForEvent('popup');
  await scripted.page.locator('footer a').first().click();
  await (await led).locator('#country h2', { hasText: 'Table 1' }).waitFor();
  await scripted.close();
});

test('with an address there are descriptions by oEmbed, and tags in the head', async () => {
  const program = join(root, 'target/debug/pictures');
  assert.ok(existsSync(program), 'make dist builds it');
  const folder = mkdtempSync(join(tmpdir(), 'census-'));
  const site = 'https://example.org/census/';
  const env = { ...process.env, SITE_URL: site.slice(0, -1) };
  const { status, stderr } = spawnSync('node', ['tools/pictures.js', program, folder], { cwd: root, env, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const names = readdirSync(join(folder, 'oembed'));
  assert.equal(names.length, 2 * 15);
  for (const name of names) {
    const said = JSON.parse(readFileSync(join(folder, 'oembed', name), 'utf8'));
    const [view, lang] = name.split('.');
    assert.equal(said.version, '1.0');
    assert.equal(said.type, 'rich');
    assert.ok(said.title.length > 1 && said.provider_url === site);
    assert.ok(Number.isInteger(said.width) && Number.isInteger(said.height) && said.height > 200, name);
    assert.ok(said.html.startsWith(`<iframe src="${site}?embed=${view}&amp;lang=${lang}"`), said.html);
    assert.ok(!said.html.includes('<script'));
    assert.deepEqual(sizeOf(join(folder, said.thumbnail_url.slice(site.length))), [said.thumbnail_width, said.thumbnail_height]);
    if (view === 'report') continue;
    const html = readFileSync(join(folder, `views/${view}.${lang}.html`), 'utf8');
    assert.ok(html.includes(`type="application/json+oembed" href="${site}oembed/${name}"`), name);
    assert.ok(html.includes(`property="og:image" content="${said.thumbnail_url}"`), name);
  }
  const tags = spawnSync(
    'node',
    ['-e', "import('./tools/site.js').then(({ otherSites }) => console.log(JSON.stringify(otherSites.transformIndexHtml())))"],
    { cwd: root, env, encoding: 'utf8' },
  );
  const head = JSON.parse(tags.stdout);
  const alternate = head.find(({ attrs }) => attrs.type === 'application/json+oembed');
  assert.equal(alternate.attrs.href, `${site}oembed/report.ko.json`);
  const image = head.find(({ attrs }) => attrs.property === 'og:image').attrs.content;
  assert.deepEqual(sizeOf(join(folder, image.slice(site.length))), [1200, 630]);
});

/** Width and height of a PNG file. */
function sizeOf(path) {
  const png = readFileSync(path);
  assert.equal(png.toString('latin1', 1, 4), 'PNG', path);
  return size(png);
}
