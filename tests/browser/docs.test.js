// The guides: docs/*.md as pages beside the page (tools/guides.js), and the links
// of the page that lead to them.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openReport } from './sections.js';
import { axe, openPage, root } from './support.js';

const guides = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({
    page: name === 'README.md' ? 'index.html' : name.replace(/\.md$/, '.html'),
    lang: name === 'README.md' || name.endsWith('.ko.md') ? 'ko' : 'en',
  }));

function assertClean({ consoleErrors, pageErrors, foreignRequests, cspViolations }) {
  assert.deepEqual(consoleErrors, []);
  assert.deepEqual(pageErrors, []);
  assert.deepEqual(foreignRequests, []);
  assert.deepEqual(cspViolations, []);
}

test('every guide is a page in its language, and every link of it leads somewhere', async () => {
  assert.ok(guides.length >= 11, `${guides.length} guides`);
  const opened = await openPage({ path: 'docs/index.html' });
  const { page, context, base } = opened;
  // The address without its anchor → the page's text.
  const texts = new Map();
  const textAt = async (address) => {
    if (!texts.has(address)) {
      const answer = await context.request.get(address);
      assert.equal(answer.status(), 200, address);
      texts.set(address, await answer.text());
    }
    return texts.get(address);
  };
  const linked = new Set();
  let anchors = 0;
  for (const { page: name, lang } of guides) {
    const address = new URL(`docs/${name}`, base).href;
    const answer = await page.goto(address);
    assert.equal(answer.status(), 200, name);
    assert.equal(await page.getAttribute('html', 'lang'), lang, name);
    assert.match(await page.title(), /^\S.* - Model Census$/);
    assert.equal(await page.locator('h1').count(), 1, name);
    assert.equal(await page.locator('script, style, [style]').count(), 0, name);
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    assert.match(policy, /^default-src 'none'; style-src 'self';/);
    assert.doesNotMatch(policy, /script-src|unsafe/);
    // Its style has come.
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).maxWidth), 'none', name);

    const links = await page.locator('a[href]').evaluateAll((all) => all.map(({ href }) => href));
    for (const href of links.filter((href) => href.startsWith(base))) {
      const [at, anchor] = href.split('#');
      const text = await textAt(at);
      linked.add(at);
      if (anchor === undefined) continue;
      anchors += 1;
      assert.ok(text.includes(` id="${decodeURIComponent(anchor)}"`), `${name}: ${href}`);
    }
    assert.ok(links.includes(base), `${name} leads back to the page`);
    for (const href of links.filter((href) => !href.startsWith(base))) assert.match(href, /^https:/, name);
  }
  assert.ok(anchors > 0);
  for (const { page: name } of guides) assert.ok(linked.has(new URL(`docs/${name}`, base).href), `${name} is linked`);
  assertClean(opened);
  await opened.close();
});

test('guides in two languages name each other', async () => {
  const opened = await openPage({ path: 'docs/researchers.ko.html' });
  const { page } = opened;
  await page.locator('nav a[hreflang="en"]').click();
  await page.waitForURL(/\/docs\/researchers\.html$/);
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await page.locator('nav a[hreflang="ko"]').click();
  await page.waitForURL(/\/docs\/researchers\.ko\.html$/);
  assertClean(opened);
  await opened.close();
});

const OF_PAGE = { ko: '.ko.html', en: '.html' };

/** Follows a link into its new tab: what language that is in, and where it is. */
async function follow(context, link) {
  const [tab] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await tab.waitForLoadState();
  const found = { lang: await tab.getAttribute('html', 'lang'), path: new URL(tab.url()).pathname };
  const answer = await context.request.get(tab.url());
  assert.equal(answer.status(), 200, tab.url());
  await tab.close();
  return found;
}

for (const [lang, ending] of Object.entries(OF_PAGE)) {
  test(`the page links to its guides (${lang})`, async () => {
    const opened = await openReport({ lang, keeping: true, path: lang === 'ko' ? '' : `#?lang=${lang}` });
    const { page, context } = opened;
    const foot = page.locator('footer .guide a');
    assert.deepEqual(await follow(context, foot), { lang, path: `/docs/researchers${ending}` });

    await page.locator('.head .share-button').first().click();
    const inDialog = page.locator('dialog.share[open] .guide a');
    assert.deepEqual(await follow(context, inDialog), { lang, path: `/docs/embed${ending}` });
    await page.keyboard.press('Escape');

    const other = lang === 'ko' ? 'en' : 'ko';
    await page.locator(`.languages button[lang="${other}"]`).click();
    await page.locator(`footer .guide a[href="docs/researchers${OF_PAGE[other]}"]`).waitFor();
    assertClean(opened);
    await opened.close();
  });

  for (const theme of ['light', 'dark']) {
    test(`a guide is for everyone (${lang}, ${theme})`, async () => {
      const opened = await openPage({ lang, theme, width: 320, path: `docs/researchers${ending}` });
      const { page } = opened;
      assert.deepEqual(await axe(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'scrolls sideways');
      assertClean(opened);
      await opened.close();
    });
  }
}

test('the guides are kept for use without a network', () => {
  const worker = readFileSync(join(root, 'dist/sw.js'), 'utf8');
  for (const { page } of guides) assert.ok(worker.includes(`docs/${page}`), page);
  assert.ok(worker.includes('docs/guides.css'));
});

test('the page as one file links to no guide, since none lies beside it', async () => {
  const opened = await openReport({ path: pathToFileURL(join(root, 'dist/model-census.html')).href });
  const { page } = opened;
  await page.locator('footer h2').waitFor();
  assert.equal(await page.locator('footer .guide').count(), 0);
  await page.locator('.head .share-button').first().click();
  await page.locator('dialog.share[open] #share-code-frame').waitFor();
  assert.equal(await page.locator('.guide').count(), 0);
  await opened.close();
});
