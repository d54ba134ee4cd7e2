// Parts of the page in frames of a page of another origin.
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { heights, measure, written } from '../../tools/heights.js';
import { serve } from './host/serve.js';
import { axe, openPage, root, screenshot } from './support.js';
import { painted, still, until } from './waiting.js';

const script = '<script type="module" src="SITE/embed.js"></script>';
const pages = {
  '/three': `<!doctype html><title>Three</title>${script}
    <model-census id="a" view="country" lang="ko"></model-census>
    <model-census id="b" view="year" lang="en"></model-census>
    <model-census id="c" view="domain" lang="ko" theme="dark"></model-census>`,
  '/wrong': `<!doctype html><title>Wrong</title><script>
      globalThis.errors = [];
      addEventListener('census:error', ({ detail, target }) => errors.push({ id: target.id, ...detail.error }));
    </script>${script}
    <model-census id="none" view="year" src="own/nothing.csv" lang="en"></model-census>
    <model-census id="bad" view="year" definition="own/export.csv" lang="en"></model-census>`,
  '/without': `<!doctype html><title>Without</title><script>
      globalThis.errors = [];
      addEventListener('census:error', ({ detail }) => errors.push(detail.error));
    </script>${script}
    <model-census id="none" view="country" src="own/nothing.csv" lang="ko"><a href="SITE/?embed=country"><img id="picture" src="SITE/pictures/country.ko.svg" alt="Countries"></a></model-census>`,
  '/silent': `<!doctype html><title>Silent</title>
    <iframe id="frame" src="SITE/?embed=year&amp;lang=en&amp;await=data" width="800" height="600"></iframe>`,
  '/pushed': `<!doctype html><title>Pushed</title>
    <iframe id="frame" src="SITE/?embed=year&amp;lang=en" width="800" height="600"></iframe>`,
  '/stripped': `<!doctype html><title>Stripped</title>
    <iframe id="frame" src="SITE/?embed=year&amp;lang=ko" width="680" height="${heights.ko.year?.[2] ?? 900}" title="Years"></iframe>
    <model-census view="country"><a href="SITE/?embed=country"><img id="picture" src="SITE/pictures/country.ko.svg" alt="Countries"></a></model-census>`,
  '/sandboxed': `<!doctype html><title>Sandboxed</title>
    <iframe id="frame" src="SITE/views/country.ko.html" sandbox="allow-popups allow-popups-to-escape-sandbox" width="680" height="1500" title="Countries"></iframe>`,
  '/scripted': `<!doctype html><title>Scripted</title>${script}
    <iframe id="frame" src="SITE/?embed=year&amp;lang=ko" width="680" height="200" title="Years"></iframe>`,
};
let sites;

// In so many pictures a frame has told of a lower height too, which it does once
// that lasts (src/page/frame.js).
const LASTING = { frames: 40 };

before(async () => {
  sites = await serve({ pages });
});

after(() => sites.close());

async function frameOf(page, selector) {
  const element = await page.waitForSelector(selector);
  return element.contentFrame();
}

/** Scrolls to a widget, so that its lazy frame loads, and waits for its numbers. */
async function shown(page, id) {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await page.waitForFunction((id) => document.getElementById(id).breakdowns?.() != null, id);
  return frameOf(page, `#${id} > iframe`);
}

/** Notes every height that a frame gets, by the element's id, from the start. */
async function noteHeights(page) {
  await page.addInitScript(() => {
    if (window !== top) return;
    globalThis.noted = {};
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (target.localName !== 'iframe') continue;
        const own = (globalThis.noted[target.parentNode?.id || target.id] ??= []);
        if (own.at(-1) !== target.style.height) own.push(target.style.height);
      }
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['style'] });
  });
}

test('widgets of another origin show their parts, whole, and tell of them', async () => {
  const opened = await openPage({ path: sites.host, width: 800 });
  const { page } = opened;
  const one = await shown(page, 'one');
  await one.waitForSelector('section#country table');
  assert.equal(await one.locator('section.section').count(), 1);
  assert.equal(await one.locator('.head').count(), 0);
  assert.equal(await page.locator('#one img').count(), 0, 'the picture gave way to the frame');
  assert.equal(await one.locator('.share-button').count(), 0);
  const two = await shown(page, 'two');
  await two.waitForSelector('#summary dl');
  assert.equal(await two.locator('html').getAttribute('data-theme'), 'dark');
  const three = await shown(page, 'three');
  await three.waitForSelector('section#domain table');
  assert.equal(await three.locator('section#domain .chart').isVisible(), false);
  assert.equal(await three.evaluate(() => origin), 'null', 'an isolated frame has no origin');

  // Nothing is cut, and the height stays.
  const heightsNow = () =>
    [...document.querySelectorAll('model-census > iframe')].map((frame) => frame.getBoundingClientRect().height);
  await page.locator('#one').scrollIntoViewIfNeeded();
  await one.waitForSelector('section#country .chart svg');
  const settled = await still(page, heightsNow, LASTING);
  await painted(page, LASTING.frames);
  assert.deepEqual(await page.evaluate(heightsNow), settled);
  for (const frame of [one, two, three]) {
    assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1));
    assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }

  // A message that is not the frame's own changes nothing.
  const own = { source: 'model-census', v: 1, type: 'height', height: 7 };
  await page.evaluate((own) => {
    const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    postMessage(own, '*');
    return heard.then(() => {});
  }, own);
  await painted(page);
  assert.deepEqual(await page.evaluate(heightsNow), settled);

  // A number that is opened is told to the host, and read from its heading on.
  const selected = page.evaluate(
    () => new Promise((resolve) => addEventListener('census:select', ({ detail }) => resolve(detail.kind))),
  );
  await one.locator('section#country [data-meant]').first().click();
  assert.equal(await selected, 'models');
  await one.waitForFunction(() => document.activeElement?.id === 'behind-title');

  // Several attributes at once load one other frame.
  const ready = page.evaluate(
    () =>
      new Promise((resolve) => {
        const two = document.getElementById('two');
        const replaced = [];
        new MutationObserver((changes) => replaced.push(...changes.flatMap((change) => [...change.addedNodes]))).observe(two, {
          childList: true,
        });
        two.addEventListener('census:ready', ({ detail }) => resolve({ detail, loads: replaced.length }));
        Object.assign(two, { view: 'multimodal', dataSha256: 'feed', filter: 'country=USA; domain=Language', show: 'share' });
      }),
  );
  const { detail, loads } = await ready;
  assert.equal(loads, 1);
  // No other file is that one.
  assert.deepEqual(detail.warnings, ['data-sha256=feed']);
  assert.deepEqual(detail.breakdowns.filter, ['country=USA', 'domain=Language']);
  assert.equal(detail.snapshot.name, 'large-scale-models-2024-07-16.csv');
  assert.equal(detail.snapshot.date, '2024-07-16');
  assert.match(detail.definition.sha256, /^[0-9a-f]{64}$/);
  await (await shown(page, 'two')).waitForSelector('section#multimodal table');

  await page.locator('#plain').scrollIntoViewIfNeeded();
  const plain = await frameOf(page, '#plain');
  await plain.waitForSelector('section#year table');
  await screenshot(page, 'host-page');

  assert.deepEqual(opened.consoleErrors, []);
  assert.deepEqual(opened.pageErrors, []);
  assert.deepEqual(opened.cspViolations, []);
  await opened.close();
});

test('three widgets download every file once', async () => {
  sites.requests.length = 0;
  const opened = await openPage({ path: `${sites.host}three`, width: 800, height: 4000 });
  for (const id of ['a', 'b', 'c']) {
    const frame = await shown(opened.page, id);
    await frame.waitForSelector('.chart svg');
  }
  const counts = {};
  for (const path of sites.requests) counts[path] = (counts[path] ?? 0) + 1;
  // Each frame has an address of its own.
  assert.equal(counts['/'], 3);
  delete counts['/'];
  const more = Object.entries(counts).filter(([, count]) => count > 1);
  assert.deepEqual(more, []);
  const names = Object.keys(counts).join(' ');
  for (const part of ['model_census_bg-', 'echarts-', 'opening-', 'embed.js']) {
    assert.ok(names.includes(part), `${part} in ${names}`);
  }
  await opened.close();
});

test("a frame shows the host's own file and definition, and says whose they are", async () => {
  const opened = await openPage({ path: sites.host, width: 800 });
  const frame = await shown(opened.page, 'own');
  const breakdowns = await opened.page.$eval('#own', (own) => own.breakdowns());
  assert.equal(breakdowns.source.name, 'export.csv');
  assert.equal(breakdowns.definition.id, 'current');
  const said = await frame.locator('.embed__source').textContent();
  assert.ok(said.includes(`${new URL(sites.host).origin}, export.csv`), said);
  // The whole page has not that file, so there is no link to it.
  assert.equal(await frame.locator('.embed__source a').count(), 0);
  await opened.close();
});

test('a file that does not come is told, with its address and the reason', async () => {
  const opened = await openPage({ path: `${sites.host}wrong`, width: 800, height: 2400 });
  await opened.page.waitForFunction(() => globalThis.errors.length === 2);
  const errors = await opened.page.evaluate(() => globalThis.errors);
  const none = errors.find(({ id }) => id === 'none');
  assert.equal(none.value, `${sites.host}own/nothing.csv`);
  assert.match(none.message.en, /HTTP 404/);
  assert.match(none.message.ko, /가져오지 못함\(HTTP 404\)/);
  const bad = errors.find(({ id }) => id === 'bad');
  assert.match(bad.message.en, /cannot be read as a definition/);
  const frame = await frameOf(opened.page, '#none > iframe');
  await frame.waitForSelector('text=nothing.csv');
  assert.equal(await frame.locator('section.section').count(), 0, 'nothing else is shown in its place');
  await opened.close();

  // Nobody answers.
  const silent = await openPage({ width: 800, path: 'favicon.svg' });
  await silent.page.clock.install();
  await silent.page.addInitScript(() => {
    globalThis.told = [];
    addEventListener('message', ({ data }) => globalThis.told.push(data.type));
  });
  await silent.page.goto(`${sites.host}silent`);
  const waiting = await frameOf(silent.page, '#frame');
  await silent.page.waitForFunction(() => globalThis.told.includes('await'));
  await silent.page.clock.fastForward(20_000);
  assert.equal(await waiting.locator('.notice--error').count(), 0);
  await silent.page.clock.fastForward(11_000);
  await waiting.waitForSelector('.notice--error >> text=handed over no file in time');
  await silent.close();
});

test('where the numbers do not come the picture stays, and the reader is told', async () => {
  const { page, close } = await openPage({ path: 'favicon.svg', width: 800, height: 1600 });
  const said = [];
  page.on('console', (message) => said.push({ type: message.type(), text: message.text() }));
  await page.goto(`${sites.host}without`);
  await page.waitForFunction(() => globalThis.errors.length === 1);
  await page.locator('#picture').waitFor();
  const frame = await frameOf(page, '#none > iframe');
  await frame.locator('text=이 자리에 보일 수치가 오지 않았음').waitFor();
  // Who keeps the page learns what to mend.
  await until(() => said.some(({ text }) => /Model Census: check the attributes src/.test(text)));
  // Another file shows its numbers in the picture's place.
  await page.evaluate(() => document.getElementById('none').setAttribute('src', 'own/export.csv'));
  await page.waitForFunction(() => document.getElementById('none').breakdowns() !== null);
  assert.equal(await page.locator('#picture').count(), 0);
  await close();
});

test('a host’s console is told nothing by messages between page and frames', async () => {
  for (const path of ['three', 'scripted', '']) {
    const { page, close } = await openPage({ path: 'favicon.svg', width: 800, height: 3000 });
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(sites.host + path);
    await page.waitForFunction(() => {
      const own = [...document.querySelectorAll('model-census, iframe:not(model-census iframe)')];
      return own.every((one) => (one.breakdowns ? one.breakdowns() !== null : one.style.height !== ''));
    });
    assert.deepEqual(said.filter((text) => /postMessage|target origin/.test(text)), []);
    await close();
  }
});

test('a filter that is not understood is named in the frame', async () => {
  for (const [filter, named] of [['land=KR', 'land=KR'], ['compute=much', 'compute=much']]) {
    const { page, close } = await openPage({ path: `?embed=country&lang=ko&filter=${filter}`, width: 800 });
    await page.waitForSelector('section#country');
    await until(async () => (await page.locator('main').innerText()).includes(named));
    await close();
  }
});

test('a filter is understood by names and codes, and where no model meets it the nearest is named', async () => {
  const rows = async (filter) => {
    const path = `?embed=country&lang=ko&filter=${encodeURIComponent(filter)}`;
    const { page, close } = await openPage({ path, width: 800 });
    await page.waitForSelector('main[aria-busy="false"] section#country table');
    const full = page.locator('.embed__source a');
    await until(async () => decodeURIComponent((await full.getAttribute('href')) ?? '').includes('country=KOR'));
    const said = await page.locator('section#country table').textContent();
    await close();
    return said;
  };
  const keyed = await rows('country=KOR');
  assert.match(keyed, /한국/);
  for (const filter of ['country=KR', 'country=kr', 'country=한국', 'country=South Korea']) {
    assert.equal(await rows(filter), keyed, filter);
  }
  const slip = 'country=Untied States';
  const opened = await openPage({ path: 'favicon.svg', width: 800 });
  const warnings = [];
  opened.page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await opened.page.goto(`${opened.base}?embed=country&lang=ko&filter=${encodeURIComponent(slip)}`);
  const notice = opened.page.locator('.link-notice');
  await until(async () => (await notice.count()) > 0 && /Untied States.*country=USA/.test(await notice.textContent()));
  await until(() => warnings.some((warning) => warning.includes(`filter=${slip}`)));
  await opened.close();
});

test('nobody hands a frame a file that its address did not ask for', async () => {
  const opened = await openPage({ path: `${sites.host}pushed`, width: 800 });
  const frame = await frameOf(opened.page, '#frame');
  await frame.waitForSelector('section#year table');
  const before = await frame.locator('section#year table').textContent();
  await opened.page.evaluate(() => {
    const { contentWindow } = document.getElementById('frame');
    const say = (what) => contentWindow.postMessage({ source: 'model-census', v: 1, id: '', ...what }, '*');
    const answered = new Promise((resolve) => addEventListener('message', ({ data }) => data.type === 'height' && resolve()));
    say({ type: 'give', kind: 'data', name: 'false.csv', blob: new Blob(['System,Publication date\nFalse,2023-01-01\n']) });
    // By what it answers to this it has heard that.
    say({ type: 'measure' });
    return answered;
  });
  await painted(frame, 40);
  assert.equal(await frame.locator('main').getAttribute('aria-busy'), 'false');
  assert.equal(await frame.locator('section#year table').textContent(), before);
  await opened.close();
});

test('a frame hears nothing of messages that are not for it', async () => {
  const { page, pageErrors, close } = await openPage({ path: `${sites.host}pushed`, width: 800 });
  const frame = await frameOf(page, '#frame');
  await frame.waitForSelector('section#year table');
  const table = () => frame.locator('section#year table').textContent();
  const before = await table();
  await page.evaluate(() => {
    const { contentWindow } = document.getElementById('frame');
    const deep = {};
    for (let at = 0, own = deep; at < 1_000; at += 1) own = own.deep = {};
    const loop = {};
    loop.loop = loop;
    const messages = [null, undefined, 0, NaN, '', 'x'.repeat(1 << 20), [], {}, deep, loop, new Map([[1, 2]]), new Date(Number.NaN), new Uint8Array(1 << 20), new Error('x'), /x/];
    const kinds = ['type', 'census', 'model-census', 'ask', 'kind', 'event', 'blob', 'name', 'id', 'height', 'numbers', '__proto__'];
    for (const kind of kinds) for (const value of [null, -1, 'data', 'definition', { blob: 'no blob' }, ['data']]) messages.push({ [kind]: value, modelCensus: value });
    for (const message of messages) contentWindow.postMessage(message, '*');
    // By what it answers to this it has heard them all.
    const answered = new Promise((resolve) => addEventListener('message', ({ data }) => data.type === 'height' && resolve()));
    contentWindow.postMessage({ source: 'model-census', v: 1, id: '', type: 'measure' }, '*');
    return answered;
  });
  await painted(frame, 40);
  assert.equal(await table(), before);
  await frame.locator('section#year .n').first().click();
  await frame.locator('dialog tbody tr').first().waitFor();
  assert.deepEqual(pageErrors, []);
  await close();
});

test('where scripts are stripped a frame shows everything and a picture stands in for the element', async () => {
  const opened = await openPage({ path: `${sites.host}stripped`, width: 800, height: 1600 });
  const frame = await frameOf(opened.page, '#frame');
  await frame.waitForSelector('section#year .chart svg');
  await still(frame, () => document.documentElement.scrollHeight);
  assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'the documented height is enough');
  assert.ok(await opened.page.$eval('#picture', (picture) => picture.complete && picture.naturalWidth > 500));
  await opened.close();
});

test('a view’s page shows where frames may run no script, and leads to the view', async () => {
  const opened = await openPage({ path: `${sites.host}sandboxed`, width: 800, height: 1600 });
  const frame = await frameOf(opened.page, '#frame');
  await frame.waitForSelector('table');
  await frame.locator('figure img').evaluate((own) => own.decode());
  assert.equal(await frame.locator('thead th').first().evaluate((own) => getComputedStyle(own).backgroundColor), 'rgb(238, 241, 245)');
  const led = opened.page.waitForEvent('popup');
  await frame.locator('footer a').first().click();
  await (await led).locator('#country h2', { hasText: '표 1' }).waitFor();
  assert.deepEqual(opened.cspViolations, []);
  await opened.close();
});

test('the script gives a plain frame its height too', async () => {
  const opened = await openPage({ path: `${sites.host}scripted`, width: 800, height: 1600 });
  const frame = await frameOf(opened.page, '#frame');
  await frame.waitForSelector('section#year .chart svg');
  await opened.page.waitForFunction(() => document.getElementById('frame').getBoundingClientRect().height > 300);
  await still(frame, () => [document.documentElement.scrollHeight, innerHeight], LASTING);
  assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight));
  await opened.close();
});

test('heights are reserved as they become, settle and do not go back and forth', async () => {
  for (const width of [320, 680, 1080]) {
    const opened = await openPage({ width, height: 1200, path: 'favicon.svg' });
    const { page } = opened;
    await noteHeights(page);
    for (const view of ['country', 'summary']) {
      pages['/one'] = `<!doctype html><title>One</title><style>body { margin: 0 }</style>${script}
        <p>Before</p><model-census id="one" view="${view}" lang="ko"></model-census><p>After</p>`;
      await page.goto(`${sites.host}one`);
      const frame = await shown(page, 'one');
      if (view === 'country') await frame.waitForSelector('.chart svg');
      await still(page, () => globalThis.noted.one?.length, LASTING);
      const { noted, shift } = await page.evaluate(() => ({ noted: globalThis.noted.one ?? [], shift: globalThis.shift }));
      // The element comes with the script, before which it has no height.
      assert.ok(shift < 0.1, `${view} at ${width}: a shift of ${shift}`);
      assert.equal(new Set(noted).size, noted.length, `${view} at ${width}: ${noted}`);
      assert.ok(noted.length <= 2, `${view} at ${width}: ${noted}`);
      const left = await frame.evaluate(() => innerHeight - document.getElementById('app').getBoundingClientRect().height);
      assert.ok(left >= 0 && left < 10, `${view} at ${width}: ${left} px too many`);
    }
    await opened.close();
  }
});

test('with the right height in the page nothing moves at all', async () => {
  const opened = await openPage({ width: 680, height: 1200, path: 'favicon.svg' });
  const { page } = opened;
  await noteHeights(page);
  const height = await measure(page, `${sites.site}?embed=country&lang=ko`);
  pages['/one'] = `<!doctype html><title>One</title><style>body { margin: 0 }</style>${script}
    <p>Before</p><model-census id="one" view="country" lang="ko" style="display:block;min-height:${height}px"></model-census><p>After</p>`;
  await page.goto(`${sites.host}one`);
  await (await shown(page, 'one')).waitForSelector('.chart svg');
  await still(page, () => globalThis.noted.one?.length, LASTING);
  const { after, shift } = await page.evaluate(() => ({
    after: document.getElementById('one').getBoundingClientRect().height,
    shift: globalThis.shift,
  }));
  assert.equal(after, height);
  assert.ok(shift < 0.001, `a shift of ${shift}`);
  await opened.close();
});

test('the documented heights are near what views take, and both documents have them', async () => {
  for (const language of ['ko', 'en']) {
    const { text, wanted } = written(language);
    assert.equal(text, wanted);
  }
  const opened = await openPage({ width: 680, path: 'favicon.svg' });
  for (const view of ['summary', 'country', 'top-models', 'infographic']) {
    const own = await measure(opened.page, `${opened.base}?embed=${view}&lang=ko`);
    const documented = heights.ko[view][heights.widths.indexOf(680)];
    // Other fonts are a little higher or lower.
    assert.ok(Math.abs(own - documented) <= 0.1 * documented, `${view}: ${own}, documented ${documented}`);
  }
  await opened.close();
});

test('the infographic and the whole page are embedded too', async () => {
  const infographic = await openPage({ path: '?embed=infographic&lang=en', width: 680 });
  await infographic.page.waitForSelector('.infographic__page');
  assert.ok(await infographic.page.$eval('.infographic__page', (page) => page.decode().then(() => page.naturalWidth > 0)));
  await infographic.close();
  const whole = await openPage({ path: '?embed=report&lang=ko', width: 1080, height: 40_000 });
  await whole.page.waitForSelector('#diagnostics');
  for (const id of ['summary', 'year', 'country', 'focus-country', 'training-compute', 'verification', 'sensitivity']) {
    assert.equal(await whole.page.locator(`section#${id}`).count(), 1, id);
  }
  assert.equal(await whole.page.locator('#export').count(), 0);
  assert.deepEqual(whole.consoleErrors, []);
  await whole.close();
});

test('an embedded part is accessible, keeps nothing and says what it does not know', async () => {
  for (const [theme, width] of [['light', 390], ['dark', 800]]) {
    const query = '?embed=country&lang=ko&colour=red&parts=all&show=none&data=other.csv&definition-sha256=00&filter=nothing';
    const opened = await openPage({ path: 'favicon.svg', theme, width });
    const { page } = opened;
    const warnings = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.goto(opened.base + query);
    const url = await page.waitForSelector('section#country table').then(() => page.url());
    assert.ok(url.endsWith(query));
    const said = await until(() => warnings.find((warning) => warning.startsWith('Model Census')));
    for (const part of ['colour=red', 'parts=all', 'show=none', 'data=other.csv', 'definition-sha256=00', 'filter=nothing']) {
      assert.ok(said.includes(part), `${part} in ${said}`);
    }
    // Other numbers than the link's are said where they are read.
    assert.match(await page.locator('.link-notice').textContent(), /other\.csv/);
    assert.deepEqual(await axe(page), []);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the frame');
    await screenshot(page, `embed-${theme}-${width}`);
    assert.deepEqual(opened.consoleErrors, []);
    await opened.close();
  }
});

test('the link to the full page shows what the part shows', async () => {
  const path = '?embed=country&lang=en&filter=domain%3DLanguage&period=2021-2022&show=share';
  const opened = await openPage({ path, width: 800 });
  const { page } = opened;
  await page.waitForSelector('section#country table');
  const numbers = await page.locator('section#country table').textContent();
  const address = await page.locator('.embed__source a').getAttribute('href');
  assert.match(address, /#country\?/);
  await page.goto(new URL(address, opened.base).href);
  await page.waitForSelector('section#country table');
  await page.waitForFunction(
    (numbers) => document.querySelector('section#country table')?.textContent === numbers,
    numbers,
  );
  await opened.close();
});

test('the script is small', async () => {
  const size = (await stat(join(root, 'dist/embed.js'))).size;
  const packed = gzipSync(await readFile(join(root, 'dist/embed.js'))).length;
  assert.ok(size <= 5000 && packed <= 2500, `${size} bytes, ${packed} packed`);
});
