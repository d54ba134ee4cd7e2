// The definition on the page: every rule, merges, files, undo, links.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { breakdowns, census, openReport, recomputed, saved, scrollTo } from './sections.js';
import { axe, pickFile, root, screenshot } from './support.js';
import { until } from './waiting.js';

const snapshot = 'public/data/large-scale-models-2024-07-16.csv';
const newSnapshot = 'public/data/large-scale-models-2026-02-16.csv';
const is178 = JSON.parse(await readFile(join(root, 'public/definitions/is-178.json'), 'utf8'));
const folder = await mkdtemp(join(tmpdir(), 'census-'));

/** What the command line says by IS-178 with changes. */
let files = 0;
async function censusWith(change, csv = snapshot, ...args) {
  const definition = structuredClone(is178);
  change(definition);
  files += 1;
  const path = join(folder, `definition-${files}.json`);
  await writeFile(path, JSON.stringify(definition));
  return census(csv, '--definition', path, ...args);
}

async function openDefinition(options) {
  const opened = await openReport(options);
  await opened.page.locator('#definition > summary').click();
  await opened.page.locator('#census-rule-threshold').waitFor();
  return opened;
}

const keep = (page) => recomputed(page, () => page.click('#census-keep-change'));

async function type(page, id, value) {
  await page.fill(id, value);
  await page.locator(id).blur();
}

const rules = [
  ['#census-rule-threshold', '1e24', (own) => (own.compute.threshold_flop = 1e24)],
  ['#census-rule-unknown', { select: 'leave-out' }, (own) => (own.compute.unknown = 'leave-out')],
  ['#census-rule-unknown', { select: 'keep' }, (own) => (own.compute.unknown = 'keep')],
  ['#census-rule-derived', { select: 'as-exported' }, (own) => (own.derived_models = 'as-exported')],
  ['#census-rule-derived', { select: 'leave-out' }, (own) => (own.derived_models = 'leave-out')],
  ['#census-rule-country', { select: 'exported' }, (own) => (own.count_countries_by = 'as-exported')],
  ['#census-rule-focus', { select: 'FRA' }, (own) => (own.focus_country = 'FRA')],
  ['#census-rule-minimum-task', '5', (own) => (own.minimum_models.task = 5)],
  ['#census-rule-minimum-organization', '1', (own) => (own.minimum_models.organization = 1)],
  ['#census-rule-top-year', '2023', (own) => (own.top_models.year = '2023')],
  ['#census-rule-top-count', '7', (own) => (own.top_models.count = 7)],
  ['#census-rule-no-country', 'Multinational, France', (own) => (own.no_country = ['Multinational', 'France'])],
  ['#census-rule-multimodal', 'Vision', (own) => (own.multimodal_tag = 'Vision')],
  ['#census-rule-partial', { check: true }, (own) => (own.growth_may_end_in_partial_year = true)],
  ['#census-rule-alias', { check: true }, (own) => own.one_developer_relations.push('alias')],
  ['#census-rule-unit', { check: false }, (own) => (own.one_developer_relations = ['self'])],
  ['#census-rule-affiliate', { check: true }, (own) => own.one_developer_relations.push('affiliate')],
];

test('each rule counts as the command line does with the equivalent definition', async () => {
  const { page, pageErrors, close } = await openDefinition();
  const first = census(snapshot);
  for (const [id, value, change] of rules) {
    if (typeof value === 'string') await type(page, id, value);
    else if (value.select) await page.selectOption(id, value.select);
    else await page.setChecked(id, value.check);
    await page.locator('.pending__moves li, .pending__moves :text("달라지지 않음")').first().waitFor();
    await keep(page);
    assert.deepEqual(await breakdowns(page), await censusWith(change), id);
    await recomputed(page, () => page.click('#census-undo'));
    assert.deepEqual(await breakdowns(page), first, `${id} undone`);
  }
  assert.deepEqual(pageErrors, []);
  await close();
});

test('a change shows what it moves before it is kept, and can be discarded', async () => {
  const { page, close } = await openDefinition();
  const before = await breakdowns(page);
  await page.selectOption('#census-rule-country', 'exported');
  const moves = page.locator('.pending__moves');
  await moves.getByText('<표 1>').waitFor();
  assert.match(await moves.innerText(), /미국 64 → 56 \(−8\)/);
  assert.deepEqual(await breakdowns(page), before, 'nothing is counted by it yet');
  await page.click('#census-discard-change');
  assert.equal(await page.locator('.pending').count(), 0);
  // Lists and hidden rows move too.
  await page.selectOption('#census-rule-focus', 'FRA');
  await moves.getByText('<표 2>').waitFor();
  assert.match(await moves.innerText(), /들어온 모델 6개, 빠진 모델 11개/);
  await page.click('#census-discard-change');
  await type(page, '#census-rule-minimum-organization', '1');
  await moves.getByText('최소 모델 수에 따라').waitFor();
  await page.click('#census-discard-change');
  // What cannot be a rule is marked and changes nothing.
  await type(page, '#census-rule-threshold', 'much');
  assert.equal(await page.getAttribute('#census-rule-threshold', 'aria-invalid'), 'true');
  assert.equal(await page.locator('.pending').count(), 0);
  await close();
});

test('undo, redo and reset', async () => {
  const { page, close } = await openDefinition();
  const first = await breakdowns(page);
  await page.selectOption('#census-rule-unknown', 'leave-out');
  await keep(page);
  const second = await breakdowns(page);
  assert.notDeepEqual(second, first);
  await recomputed(page, () => page.click('#census-undo'));
  assert.deepEqual(await breakdowns(page), first);
  await recomputed(page, () => page.click('#census-redo'));
  assert.deepEqual(await breakdowns(page), second);
  await recomputed(page, () => page.click('#census-reset'));
  assert.deepEqual(await breakdowns(page), first);
  await close();
});

test('unknown values stand first, and a suggestion is one press away', async () => {
  const { page, close } = await openDefinition();
  const csv =
    'Model,Publication date,Organization,Country (of organization),Domain,Task\n' +
    'A,2022-01-01,OpenAI,United States,Language,Text summarisation\n' +
    'B,2022-02-01,OpenAI,United States,Language,Text summarization\n';
  const path = join(folder, 'drifted.csv');
  await writeFile(path, csv);
  await recomputed(page, () => pickFile(page, path));
  await page.selectOption('#census-terms-dimension', 'task');
  const first = page.locator('.definition__table tbody tr').first();
  await page.locator('.definition__table tr.unknown').waitFor();
  assert.match(await first.innerText(), /Text summarisation/);
  await first.locator('.accept').click();
  await page.locator('.pending__moves :text("칸이 달라짐")').first().waitFor();
  await keep(page);
  const change = (own) => (own.values.task['Text summarisation'] = is178.values.task['Text summarization']);
  assert.deepEqual(await breakdowns(page), await censusWith(change, path));
  await close();
});

test('groups, home countries and types of an organisation are edited', async () => {
  const { page, close } = await openDefinition();
  await page.fill('#census-terms-search', 'OpenAI');
  const row = page.locator('.definition__table tbody tr', { hasText: 'OpenAI' }).first();
  await row.waitFor();
  await row.locator('input').nth(0).fill('Microsoft');
  await row.locator('input').nth(0).blur();
  await page.locator('.definition__table tbody tr', { hasText: 'OpenAI' }).first().locator('select').selectOption({ label: '계열사' });
  const home = page.locator('.definition__table tbody tr', { hasText: 'OpenAI' }).first().locator('input').nth(1);
  // A name is taken for its key, and what names nothing is refused.
  await home.fill('Untied States');
  await home.blur();
  await page.locator('.definition__table [role=status]', { hasText: 'Untied States' }).waitFor();
  await home.fill('한국');
  await home.blur();
  await page.locator('.pending__moves :text("칸이 달라짐")').first().waitFor();
  await keep(page);
  const change = (own) => Object.assign(own.organizations.OpenAI, { group: 'Microsoft', relation: 'affiliate', home: 'KOR' });
  assert.deepEqual(await breakdowns(page), await censusWith(change));
  await close();
});

test('a type typed by its name becomes its key, or is refused with the nearest', async () => {
  const { page, close } = await openDefinition();
  await page.fill('#census-terms-search', 'OpenAI');
  const row = page.locator('.definition__table tbody tr', { hasText: 'OpenAI' }).first();
  await row.waitFor();
  const types = row.locator('input').nth(2);
  await types.fill('Industri');
  await types.blur();
  await page.locator('.definition__table [role=status]', { hasText: /Industri’.*Industry/ }).waitFor();
  assert.equal(await page.locator('.pending').count(), 0);
  await types.fill('산업계, 학계');
  await types.blur();
  // Where the export states types, what is typed moves no number.
  await page.locator('.pending__moves li, .pending__moves :text("달라지지 않음")').first().waitFor();
  await keep(page);
  await until(async () => (await types.inputValue()) === 'Industry, Academia');
  const change = (own) => (own.organizations.OpenAI.categories = ['Industry', 'Academia']);
  assert.deepEqual(await breakdowns(page), await censusWith(change));
  await close();
});

test('an organisation whose group alone is set keeps the country of the file', async () => {
  const { page, close } = await openDefinition();
  const path = join(folder, 'grouped.csv');
  await writeFile(
    path,
    'Model,Publication date,Organization,Country (of organization),Domain,Task\n' +
      'A,2022-01-01,Nowhere Lab,France,Language,Chat\n' +
      'B,2022-02-01,OpenAI,United States,Language,Chat\n',
  );
  await recomputed(page, () => pickFile(page, path));
  const countries = async () => (await breakdowns(page)).breakdowns.find(({ id }) => id === 'country').rows;
  const before = await countries();
  assert.ok(before.some(({ key }) => key === 'FRA'));
  await page.selectOption('#census-terms-dimension', 'organization');
  const group = page.locator('.definition__table tbody tr', { hasText: 'Nowhere Lab' }).first().locator('input').nth(0);
  await group.fill('Nowhere Group');
  await group.blur();
  await page.locator('.pending').waitFor();
  await keep(page);
  assert.deepEqual(await countries(), before);
  await close();
});

test('a saved definition, loaded again, gives identical breakdowns; a faulty one is refused with the place', async () => {
  const { page, close } = await openDefinition();
  await page.selectOption('#census-rule-country', 'exported');
  await type(page, '#census-definition-title', '내 정의');
  await keep(page);
  const report = await breakdowns(page);
  const { bytes } = await saved(page, () => page.click('#census-save-definition'));
  const path = join(folder, 'saved.json');
  await writeFile(path, bytes);
  const kept = JSON.parse(bytes.toString('utf8'));
  assert.equal(kept.schema, 'model-census-definition/3');
  assert.equal(kept.title.ko, '내 정의');
  assert.equal(kept.data.sha256, report.source.sha256);
  assert.deepEqual(census(snapshot, '--definition', path), report);

  const other = await openDefinition();
  await other.page.setInputFiles('#census-definition-file', path);
  await other.page.locator('.pending').waitFor();
  await keep(other.page);
  assert.deepEqual(await breakdowns(other.page), report);

  for (const [change, says] of [
    [(own) => (own.organizations.OpenAI.home = 7), /organizations\.OpenAI\.home/],
    [(own) => (own.schema = 'model-census-definition/9'), /model-census-definition\/9/],
    [(own) => (own.focus_country = 'XYZ'), /focus_country.*XYZ/],
  ]) {
    const faulty = structuredClone(is178);
    change(faulty);
    await other.page.setInputFiles('#census-definition-file', { name: 'faulty.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(faulty)) });
    await other.page.locator('.definition__refused', { hasText: says }).waitFor();
    assert.deepEqual(await breakdowns(other.page), report);
  }
  // A file of the first schema is migrated.
  const old = { ...structuredClone(is178), schema: 'model-census-definition/1' };
  await recomputed(other.page, async () => {
    await other.page.setInputFiles('#census-definition-file', { name: 'old.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(old)) });
    await other.page.click('#census-keep-change');
  });
  assert.deepEqual(await breakdowns(other.page), census(snapshot));
  await other.close();
  await close();
});

test('a file names all its faults, and its entries that the export lacks are listed', async () => {
  const { page, close } = await openDefinition();
  const load = (own) =>
    page.setInputFiles('#census-definition-file', {
      name: 'own.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ schema: 'model-census-definition/3', extends: 'is-178', id: 'own', ...own })),
    });
  await load({ colour: 1, focus_country: 7, compute: { unknown: 'all' }, organizations: { OpenAI: { home: 'Untied States' } } });
  const refused = page.locator('.definition__refused', { hasText: 'colour' });
  await refused.waitFor();
  const said = await refused.innerText();
  for (const path of ['colour', 'focus_country', 'compute.unknown', 'organizations.OpenAI.home', 'United States']) {
    assert.ok(said.includes(path), `${path} in ${said}`);
  }
  await load({ values: { task: { 'Weaving by hand': 'Chat' } } });
  await page.locator('.pending').waitFor();
  await page.click('#census-keep-change');
  await page.locator('.pending').waitFor({ state: 'detached' });
  await page.selectOption('#census-terms-dimension', 'task');
  await page.fill('#census-terms-search', 'Weaving');
  await page.locator('.definition__table tbody tr', { hasText: 'Weaving by hand' }).getByText('이 자료에 없음').waitFor();
  await close();
});

test('the built-in definition “current” counts the whole export, and a link names it', async () => {
  const { page, close } = await openDefinition();
  await recomputed(page, () => page.selectOption('#census-snapshot', { index: 1 }));
  await page.locator('#census-definition option[value=current]').waitFor({ state: 'attached' });
  // A period that the reader chose would stay.
  await recomputed(page, () => page.selectOption('#census-definition', 'current'));
  const report = await breakdowns(page);
  assert.deepEqual(report, census(newSnapshot, '--definition', 'current'));
  const hash = await page.evaluate(() => location.hash);
  assert.match(hash, /definition=current/);
  const other = await openReport({ path: hash });
  assert.deepEqual(await breakdowns(other.page), report);
  await other.close();
  await close();
});

test('an edited definition travels in the link', async () => {
  const { page, close } = await openDefinition();
  await page.selectOption('#census-rule-unknown', 'leave-out');
  await keep(page);
  const report = await breakdowns(page);
  const hash = await page.evaluate(() => location.hash);
  assert.match(hash, /changes=/);
  const other = await openReport({ path: hash });
  assert.deepEqual(await breakdowns(other.page), report);
  assert.equal((await other.page.locator('.link-notice').innerText()).trim(), '');
  assert.match(await other.page.locator('.head').innerText(), /수정됨/);
  await other.close();
  await close();
});

test('the sensitivity of a row: a table, a chart and a sentence; its numbers open', async () => {
  const { page, close } = await openDefinition();
  await scrollTo(page, 'sensitivity');
  await page.locator('#sensitivity tbody tr').nth(11).waitFor();
  assert.match(await page.locator('#sensitivity .sentence').innerText(), /한국: 정의대로 계산하면 3위.*12개 선택 중 1개/);
  const row = page.locator('#sensitivity tbody tr', { hasText: '학습 연산량이 확인된 모델만' });
  assert.match(await row.innerText(), /5\s+3위\s+11\s+72/);
  await row.locator('.n').first().click();
  await page.locator('dialog.behind tbody tr').first().waitFor();
  assert.equal(await page.locator('dialog.behind tbody tr').count(), 5);
  await page.keyboard.press('Escape');
  await page.selectOption('#census-sensitivity-key', 'USA');
  await page.locator('#sensitivity .sentence', { hasText: '미국' }).waitFor();
  const parts = page.locator('#sensitivity tbody tr', { hasText: '분수' });
  assert.match(await parts.innerText(), /63\.50/);
  await close();
});

test('any dimension by any other, with as many models behind each cell', async () => {
  const { page, close } = await openDefinition();
  await scrollTo(page, 'explore');
  await page.locator('.heat tbody tr').first().waitFor();
  await page.selectOption('#census-cross-rows', 'organization');
  await page.selectOption('#census-cross-columns', 'confidence');
  await page.locator('.heat thead', { hasText: '확실' }).waitFor();
  const cells = page.locator('.heat .n');
  const count = await cells.count();
  for (const at of [0, Math.floor(count / 2), count - 1]) {
    const number = Number((await cells.nth(at).innerText()).replace(',', ''));
    await cells.nth(at).click();
    await page.locator('dialog.behind tbody tr').first().waitFor();
    const said = await page.locator('.behind__count').innerText();
    assert.equal(Number(said.match(/[\d,]+/)[0].replace(',', '')), number, `cell ${at}`);
    await page.keyboard.press('Escape');
  }
  assert.match(await page.locator('#explore').innerText(), /5\.6개월마다 두 배가 됨\(95% 신뢰구간 4\.2~8\.3개월/);
  await close();
});

for (const [lang, theme, width] of [['ko', 'light', 1280], ['en', 'dark', 390]]) {
  test(`definition, sensitivity and exploring are accessible: ${lang}, ${theme}, ${width} px`, async () => {
    const { page, consoleErrors, cspViolations, foreignRequests, close } = await openDefinition({ theme, width, path: `#?lang=${lang}` });
    await page.selectOption('#census-rule-unknown', 'leave-out');
    await page.locator('.pending__tables').waitFor();
    for (const id of ['sensitivity', 'explore']) {
      await scrollTo(page, id);
      await page.locator(`#${id} tbody tr`).first().waitFor();
    }
    const violations = await axe(page);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    assert.equal(scrollWidth, clientWidth);
    assert.deepEqual(consoleErrors, []);
    assert.deepEqual(cspViolations, []);
    assert.deepEqual(foreignRequests, []);
    await screenshot(page, `definition-${lang}-${width}`);
    await close();
  });
}
