// The report that writes itself: its sentences, what is copied and saved of
// it, the author's chapter, and the check against what was published.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { breakdowns, drawn, exported, openReport, recomputed, saved, scrollTo, size } from './sections.js';
import { axe, censusReady, speakEnglish } from './support.js';
import { becomes, still } from './waiting.js';
import { unzip } from './zip.js';

/** The reader's day, which files state. */
const today = (page) => page.evaluate(() => new Date().toLocaleDateString('sv'));

test('sentences are written from the numbers, and their numbers open', async () => {
  const { page, close } = await openReport();
  const summary = page.locator('#summary .prose');
  assert.match(await summary.innerText(), /총 144개\(누적\)의 초거대 AI 모델이 출시되었음/);
  assert.match(await summary.innerText(), /한국은 11개\(전체의 7.6%\)로 14개국 중 3위로 나타남/);
  const domain = await scrollTo(page, 'domain');
  await domain.locator('.prose button', { hasText: /^126$/ }).first().click();
  await page.locator('#behind-title').waitFor();
  await page.locator('.behind__count', { hasText: /126/ }).waitFor();
  await page.keyboard.press('Escape');
  await speakEnglish(page);
  assert.match(await summary.innerText(), /144 large-scale AI models were released worldwide in 2020–2023\./);
  await close();
});

test('a table is copied as a table and as text, and pasted with its cells', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page, close, cspViolations } = await openReport({ apart: true, context });
  const country = await scrollTo(page, 'country');
  await country.locator('.grid-tools__copy').click();
  await country.locator('.grid-tools [role=status]', { hasText: '복사함' }).waitFor();
  const forms = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (await item.getType(type)).text();
    return { html: await text('text/html'), plain: await text('text/plain') };
  });
  const lines = forms.plain.trimEnd().split('\n').map((line) => line.split('\t'));
  assert.deepEqual(lines[1], ['미국', '3', '2', '18', '41 (중복 1)', '64 (중복 1)', '44.4%', '1']);
  // Pasted where a word processor would paste it.
  await page.evaluate(() => {
    const place = document.createElement('div');
    place.id = 'paste';
    place.contentEditable = 'true';
    document.body.prepend(place);
    place.focus();
  });
  await page.keyboard.press('Control+V');
  const pasted = await page
    .locator('#paste table tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
  assert.deepEqual(pasted, lines.slice(1));
  assert.match(await page.locator('#paste').innerText(), /<표 1> 국가별·연도별/);
  // The page's policy drops styles of what is pasted into it; nowhere else.
  assert.ok(cspViolations.every((violation) => /style/.test(violation)), cspViolations.join('\n'));
  await close();
});

test('a table is saved as CSV that Korean Excel reads, in the shape that is shown', async () => {
  const { page, close } = await openReport();
  const country = await scrollTo(page, 'country');
  const { name, bytes } = await saved(page, () => country.locator('.grid-tools__save').click());
  assert.equal(name, 'model-census-country.csv');
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8');
  assert.match(text, /미국,3,2,18,41 \(중복 1\),64 \(중복 1\),44.4%,1\r\n/);
  assert.match(text, /CC BY 4\.0/);
  assert.match(text, /IS-178/);
  await close();
});

test('tables outside the report are saved as they stand', async () => {
  const { page, close } = await openReport();
  for (const [id, name] of [['sensitivity', 'sensitivity'], ['explore', 'cross']]) {
    const section = await scrollTo(page, id);
    await section.locator('tbody tr').first().waitFor();
    const { name: file, bytes } = await saved(page, () => section.locator('.grid-tools__save').first().click());
    assert.equal(file, `model-census-${name}.csv`);
    const shown = await section.locator('table').first().locator('tbody tr').first().evaluate((row) => [...row.cells].map((cell) => cell.textContent.trim()));
    assert.ok(bytes.toString('utf8').includes(shown.slice(1).join(',')), shown.join('|'));
    assert.match(bytes.toString('utf8'), /CC BY 4\.0/);
  }
  await close();
});

/** Whether the name of the axis lies over a name of the legend, in an SVG. */
const axisNameOverLegend = (svg) => {
  const texts = [...svg.querySelectorAll('text')];
  const boxes = (wanted) => texts.filter((text) => wanted.includes(text.textContent)).map((text) => text.getBoundingClientRect());
  const [name] = boxes(['FLOP']);
  const legend = boxes(['미국', '중국', '기타', 'United States', 'China', 'Other']);
  if (!name || legend.length < 3) return 'not drawn';
  // The last line of the legend is the nearest.
  return Math.max(...legend.map((box) => box.bottom)) > name.top;
};

test('a legend in several lines lies over no axis name, in either language, wide or narrow', async () => {
  for (const lang of ['ko', 'en']) {
    const { page, close } = await openReport({ lang });
    if (lang === 'en') await speakEnglish(page);
    for (const width of [1280, 640, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await censusReady(page);
      await drawn(page, 'training-compute');
      // Its letters come in while it is drawn.
      const svg = '#training-compute .chart svg';
      await still(page, (svg) => document.querySelector(svg).innerHTML, { arg: svg });
      assert.equal(await page.locator(svg).evaluate(axisNameOverLegend), false, `${lang} ${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    const section = await scrollTo(page, 'training-compute');
    const file = (await saved(page, () => section.locator('.figure__save').click())).bytes.toString('utf8');
    const other = await page.context().newPage();
    await other.setContent(file);
    assert.equal(await other.locator('svg').first().evaluate(axisNameOverLegend), false, `${lang}, on paper`);
    await close();
  }
});

test('charts are saved as pictures with title and source, at the size asked for', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page, close, cspViolations, consoleErrors } = await openReport({ apart: true, theme: 'dark', context });
  const country = await drawn(page, 'country');
  const svg = (await saved(page, () => country.locator('.figure__save').click())).bytes.toString('utf8');
  // Elsewhere: the page's own policy governs what is parsed in it.
  const other = await page.context().newPage();
  const parsed = await other.evaluate((svg) => {
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return {
      failed: document.querySelector('parsererror')?.textContent,
      text: document.documentElement.textContent,
      ground: document.querySelector('rect').getAttribute('fill'),
      baseline: document.querySelectorAll('[dominant-baseline]').length,
      size: ['width', 'height'].map((name) => Number(document.documentElement.getAttribute(name))),
    };
  }, svg);
  assert.equal(parsed.failed, undefined);
  assert.equal(parsed.ground, '#ffffff');
  assert.equal(parsed.baseline, 0);
  for (const part of ['국가별·연도별 초거대 AI 모델 개발 현황', 'Epoch AI', 'CC BY 4.0', 'IS-178', '미국']) {
    assert.ok(parsed.text.includes(part), part);
  }
  for (const [chosen, scale] of [['1', 1], ['2', 2], ['4', 4], ['print', 300 / 96]]) {
    await country.locator('.figure__tools select').selectOption(chosen);
    const { bytes } = await saved(page, () => country.locator('.figure__png').click());
    assert.deepEqual(size(bytes), parsed.size.map((length) => Math.round(length * scale)), chosen);
    const at = bytes.indexOf('pHYs');
    assert.equal(bytes.readUInt32BE(at + 4), Math.round((96 / 0.0254) * scale), 'pixels per metre');
  }
  for (const [chosen, scale] of [['2', 2], ['print', 300 / 96]]) {
    await country.locator('.figure__tools select').selectOption(chosen);
    await country.locator('.figure__copy').click();
    const promised = parsed.size.map((length) => Math.round(length * scale));
    // What a word processor would be given.
    const copied = () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        if (!item?.types.includes('image/png')) return undefined;
        const { width, height } = await createImageBitmap(await item.getType('image/png'));
        return { types: item.types, size: [width, height] };
      });
    await becomes(copied, { types: ['image/png'], size: promised });
  }
  assert.equal(await country.locator('.figure__tools [role=status]').innerText(), '복사함');
  assert.deepEqual([cspViolations, consoleErrors], [[], []]);
  await close();
});

test('the report is written for Word, Hangul and Excel by a module fetched on demand', async () => {
  const opened = await openReport();
  const { page, context, close, cspViolations, foreignRequests, consoleErrors } = opened;
  const fetched = [];
  context.on('request', (request) => fetched.push(request.url()));
  await scrollTo(page, 'export');
  assert.deepEqual(fetched.filter((url) => /office/.test(url)), []);
  const docx = await exported(page, 'docx');
  assert.equal(docx.name, 'model-census-2024-07-16.docx');
  assert.equal(fetched.filter((url) => /office_bg.*\.wasm$/.test(url)).length, 1);
  const word = unzip(docx.bytes);
  const xml = word['word/document.xml'].toString('utf8');
  assert.match(xml, /한국은 11개\(전체의 7\.6%\)로 14개국 중 3위로 나타남/);
  assert.equal(xml.match(/descr="[^"]+"/g).length, 5, 'pictures with alternative texts');
  const pictures = Object.entries(word).filter(([path]) => /media\/.*\.png$/.test(path));
  assert.equal(pictures.length, 5);
  for (const [path, bytes] of pictures) assert.equal(size(bytes)[0], Math.round(605 * 3.125), path);
  const hwpx = await exported(page, 'hwpx');
  const hangul = unzip(hwpx.bytes);
  assert.equal(hangul.mimetype.toString(), 'application/hwp+zip');
  assert.match(hangul['Contents/section0.xml'].toString('utf8'), /41\s\(중복\s1\)/);
  const day = await today(page);
  const xlsx = unzip((await exported(page, 'xlsx')).bytes);
  const workbook = xlsx['xl/workbook.xml'].toString('utf8');
  for (const name of ['표 1', '그림 2', '모델', 'IS-178 대조']) assert.ok(workbook.includes(`name="${name}`), name);
  assert.ok(xlsx['xl/charts/chart1.xml']);
  for (const [file, path] of [[word, 'docProps/core.xml'], [xlsx, 'docProps/core.xml'], [hangul, 'Contents/content.hpf']]) {
    assert.ok(file[path].toString('utf8').includes(`${day}T00:00:00Z`), path);
  }
  assert.deepEqual([cspViolations, foreignRequests, consoleErrors], [[], [], []]);
  await close();
});

test('the report as HTML stands alone, and reads the same', async () => {
  const { page, close } = await openReport({ lang: 'en' });
  await speakEnglish(page);
  await scrollTo(page, 'export');
  const html = (await exported(page, 'html')).bytes.toString('utf8');
  const other = await page.context().newPage();
  const requests = [];
  other.on('request', (request) => requests.push(request.url()));
  await other.setContent(html);
  assert.equal(await other.locator('html').getAttribute('lang'), 'en');
  assert.equal(await other.locator('figure img').count(), 5);
  const drawn = await other.locator('figure img').evaluateAll((all) => all.every((image) => image.naturalWidth > 0 && image.alt !== ''));
  assert.ok(drawn);
  const below = other.locator('figure').first().locator('figcaption p');
  assert.match(await below.first().innerText(), /^<Figure \d+>|^\[Figure \d+\]/, 'English captions stand above their notes');
  assert.match(await below.last().innerText(), /^\* Source: /);
  assert.match(await other.locator('main').innerText(), /South Korea has 11 models \(7\.6% of all\) and ranks No\. 3/);
  assert.deepEqual(requests.filter((url) => !url.startsWith('data:')), []);
  assert.deepEqual(await axe(other), []);
  const markdown = (await exported(page, 'markdown')).bytes.toString('utf8');
  assert.match(markdown, /^# Global large-scale AI models \(2020–2023\)/);
  await close();
});

test('numbers, models and everything together are saved as data', async () => {
  const { page, close } = await openReport();
  await scrollTo(page, 'export');
  const json = JSON.parse((await exported(page, 'json')).bytes.toString('utf8'));
  const { written, ...numbers } = json;
  assert.equal(written, await today(page));
  assert.deepEqual(numbers, await breakdowns(page));
  const csv = (await exported(page, 'models')).bytes.toString('utf8');
  const lines = (await exported(page, 'models-jsonl')).bytes.toString('utf8').trimEnd().split('\n');
  assert.equal(lines.length, json.source.records);
  assert.ok(csv.startsWith('\ufeff'));
  assert.ok(lines.map((line) => JSON.parse(line)).every((model) => model.Model && model.Source.endsWith(`written ${written}`)));
  const files = unzip((await exported(page, 'package')).bytes);
  const sums = files['SHA256SUMS'].toString('utf8').trimEnd().split('\n');
  assert.equal(sums.length, Object.keys(files).length - 1);
  for (const line of sums) {
    const [sum, path] = line.split('  ');
    assert.equal(createHash('sha256').update(files[path]).digest('hex'), sum, path);
  }
  const described = JSON.parse(files['datapackage.json'].toString('utf8'));
  for (const { path, hash } of described.resources) assert.ok(sums.includes(`${hash.replace('sha256:', '')}  ${path}`), path);
  assert.deepEqual(JSON.parse(files['breakdowns.json'].toString('utf8')), json);
  assert.match(files['README.md'].toString('utf8'), /CC BY 4\.0/);
  assert.ok(files['figures/year.svg'] && files['verification.csv'] && files['definition.json']);
  // The files for offices are those that the buttons give.
  for (const [path, id] of [['report.docx', 'docx'], ['report.hwpx', 'hwpx'], ['tables.xlsx', 'xlsx']]) {
    assert.deepEqual(files[path], (await exported(page, id)).bytes, path);
    assert.ok(described.resources.some((own) => own.path === path && own.bytes === files[path].length), path);
    assert.ok(files['README.md'].toString('utf8').includes(`\`${path}\``), path);
  }
  assert.ok(files['report.html'] && files['report.md']);
  assert.equal(described.created, `${written}T00:00:00Z`);
  await close();
});

test('the author’s chapter is kept with the definition and goes into the report', async () => {
  const { page, close } = await openReport();
  const policy = await scrollTo(page, 'policy');
  assert.match(await policy.innerText(), /한국의 순위와 비중: 14개국 중 3위, 11개\(전체 144개의 7\.6%\)/);
  const before = await breakdowns(page);
  await recomputed(page, async () => {
    await page.locator('#census-implications').fill('□ 공동개발 장려를 위한 정책 필요\n- 자원을 결집해야 함');
    await page.locator('#census-implications').blur();
  });
  const after = await breakdowns(page);
  assert.deepEqual(after, before, 'words change no number and no fingerprint');
  await scrollTo(page, 'export');
  const markdown = (await exported(page, 'markdown')).bytes.toString('utf8');
  assert.match(markdown, /- 공동개발 장려를 위한 정책 필요\n {4}- 자원을 결집해야 함/);
  await page.locator('details.definition > summary').click();
  const kept = await saved(page, () => page.locator('#census-save-definition').click());
  const definition = JSON.parse(kept.bytes.toString('utf8'));
  assert.equal(definition.implications.ko, '□ 공동개발 장려를 위한 정책 필요\n- 자원을 결집해야 함');
  await close();
});

const counts = (section) => section.locator('.verification__counts').innerText();

test('every published figure stands beside the computed one', async () => {
  const { page, close, cspViolations } = await openReport();
  const section = await scrollTo(page, 'verification');
  await section.locator('tbody tr').first().waitFor();
  assert.match(await counts(section), /전체 455\s*일치 382\s*다름 44\s*발간본 자체 모순 2\s*자료로 알 수 없음 27/);
  assert.equal(await section.locator('tbody tr').count(), 44);
  assert.match(await section.innerText(), /8일 앞선/);
  assert.match(await section.locator('.checks').first().innerText(), /125\/144 = 86\.8%, 발간값 86\.2%\(125\/145이면 86\.2%\)/);
  assert.match(await section.locator('.checks').first().innerText(), /<표 3> 비전, 2021년/);
  await section.getByRole('button', { name: /발간본 자체 모순/ }).click();
  assert.equal(await section.locator('tbody tr').count(), 2);
  await section.locator('tbody tr').first().locator('button').click();
  await page.locator('#behind-title').waitFor();
  await page.locator('.behind__count', { hasText: /126/ }).waitFor();
  await page.keyboard.press('Escape');
  await section.getByRole('button', { name: /전체 455/ }).click();
  const { bytes } = await saved(page, () => section.locator('.grid-tools__save').click());
  assert.equal(bytes.toString('utf8').split('\r\n').filter((line) => /,(일치|다름|발간본 자체 모순|자료로 알 수 없음),/.test(line)).length, 455);
  assert.doesNotMatch(await section.locator('table').innerText(), /Korean name/);
  await section.locator('#census-edition').selectOption('1');
  await page.waitForFunction(() => /전체 15/.test(document.querySelector('.verification__counts').textContent));
  assert.match(await section.innerText(), /언론 보도에는 자료 기준일이 없고/);
  await section.getByRole('button', { name: /^다름/ }).click();
  const reasons = await section.locator('tbody tr td:last-child').allInnerTexts();
  assert.ok(reasons.length > 5 && reasons.every((reason) => reason !== ''), reasons.join('\n'));
  assert.ok(reasons.some((reason) => reason.includes('EXAONE 3.0')));
  assert.deepEqual(cspViolations, []);
  await close();
});

test('a draft’s figures are checked the same way; what is none is refused', async () => {
  const { page, close } = await openReport();
  const section = await scrollTo(page, 'verification');
  await section.locator('tbody tr').first().waitFor();
  const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const input = page.locator('#census-published-file');
  await input.setInputFiles(file('broken.json', '{"schema": "model-census-published/1", "id": 3}'));
  await page.locator('#verification [role=alert]', { hasText: 'broken.json' }).waitFor();
  assert.match(await page.locator('#verification [role=alert]').innerText(), /1번째 줄, ‘id’: .*다시 불러와야 함/);
  assert.match(await counts(section), /전체 455/, 'what was shown stays');
  const draft = {
    schema: 'model-census-published/1',
    id: 'draft',
    title: { ko: '초안', en: 'Draft' },
    source: { ko: '연구자', en: 'Author' },
    period: ['2023', '2023'],
    tables: [
      {
        id: 't',
        name: { ko: '<표 1>', en: 'Table 1' },
        rows: [{ name: { ko: '한국', en: 'Korea' }, of: ['country=KOR'], figures: { total: 9, rank: 3 } }],
      },
    ],
  };
  await input.setInputFiles(file('draft.json', JSON.stringify(draft)));
  await page.waitForFunction(() => /전체 2/.test(document.querySelector('.verification__counts').textContent));
  assert.match(await counts(section), /일치 1\s*다름 1/);
  assert.equal(await page.locator('#verification [role=alert]').innerText(), '');
  await close();
});

test('the new sections have no accessibility violations', async () => {
  for (const theme of ['light', 'dark']) {
    const { page, close } = await openReport({ theme });
    await (await scrollTo(page, 'verification')).locator('tbody tr').first().waitFor();
    assert.deepEqual(await axe(page), []);
    await close();
  }
});
