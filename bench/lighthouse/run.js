// Runs Lighthouse on dist/, as a host with packed files serves it, and measures
// how long the page takes to show what it has to: prints both, and writes them
// to bench/lighthouse/README.md. What does not depend on the machine's pace
// (accessibility, best practices, search engines) must be perfect.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { serve } from '../../tests/browser/static_host.js';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const chromePath = process.env.CHROMIUM || '/usr/bin/chromium';
const RUNS = Number(process.env.RUNS ?? 5);
const PERFECT = ['accessibility', 'best-practices', 'seo'];
const PROFILES = [
  ['phone', undefined, { width: 412, height: 823 }],
  ['desktop', desktopConfig, { width: 1350, height: 940 }],
];
const PERFORMANCE_GOAL = 0.95;
const SHOWN = {
  'first-contentful-paint': 'First text',
  'largest-contentful-paint': 'Largest text',
  'total-blocking-time': 'Blocked',
  'cumulative-layout-shift': 'Layout shift',
  'speed-index': 'Speed index',
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function judge(url, config) {
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
  try {
    const { lhr, report } = await lighthouse(url, { port: chrome.port, logLevel: 'error', output: 'html' }, config);
    return { lhr, report };
  } finally {
    chrome.kill();
  }
}

// Lighthouse's phone on slow 4G.
const SLOW = {
  cpu: 4,
  network: { offline: false, latency: 150, downloadThroughput: (1638.4 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 },
};

/** When the summary is read, the page works, and the charts in the window are drawn. */
async function times(url, viewport, slow) {
  const browser = await chromium.launch({ executablePath: chromePath, args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ viewport, locale: 'ko-KR', serviceWorkers: 'block' });
  const page = await context.newPage();
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow.network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  }
  await page.addInitScript(() => {
    window.at = {};
    const mark = (what) => (window.at[what] ??= performance.now());
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') window.at.read = startTime;
    }).observe({ type: 'paint', buffered: true });
    const look = () => {
      if (document.querySelector('#app .head') && !document.querySelector('.first-view')) mark('works');
      const charts = [...document.querySelectorAll('.chart')];
      const seen = charts.filter((own) => own.getBoundingClientRect().top < innerHeight && own.getBoundingClientRect().bottom > 0);
      if (seen.length > 0 && seen.every((own) => own.matches('[data-drawn]'))) mark('drawn');
    };
    // What is drawn may come into the window only then.
    document.addEventListener('scroll', look, { passive: true });
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-drawn'] });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => window.at.drawn && window.at.works && window.at.read, undefined, { timeout: 60_000 });
  const found = await page.evaluate(() => window.at);
  await browser.close();
  return found;
}

const site = await serve(at('dist'));
const lines = [];
const print = (line = '') => {
  lines.push(line);
  console.log(line);
};
const faults = [];
mkdirSync(at('target/lighthouse'), { recursive: true });
const rows = [];
const paces = [];
for (const [name, config] of PROFILES) {
  const all = [];
  for (let run = 0; run < RUNS; run += 1) all.push(await judge(site.url, config));
  writeFileSync(at(`target/lighthouse/${name}.html`), all.at(-1).report);
  paces.push(...all.map(({ lhr }) => lhr.environment.benchmarkIndex));
  const score = (id) => median(all.map(({ lhr }) => lhr.categories[id].score));
  const { lhr } = all.at(-1);
  for (const id of PERFECT) {
    for (const { id: audit, weight } of lhr.categories[id].auditRefs) {
      const own = lhr.audits[audit];
      if (weight > 0 && own.score !== null && own.score < 1) faults.push(`${name}: ${id}: ${own.title}`);
    }
    if (lhr.categories[id].score < 1) faults.push(`${name}: ${id} is ${lhr.categories[id].score}`);
  }
  const values = Object.keys(SHOWN).map((id) => {
    const value = median(all.map(({ lhr }) => lhr.audits[id].numericValue));
    return id === 'cumulative-layout-shift' ? value.toFixed(3) : `${Math.round(value)} ms`;
  });
  rows.push([name, ...['performance', ...PERFECT].map((id) => Math.round(score(id) * 100)), ...values]);
  if (score('performance') < PERFORMANCE_GOAL) console.error(`${name}: performance is below ${PERFORMANCE_GOAL * 100}.`);
  for (const { startTime, duration } of lhr.audits['long-tasks'].details?.items ?? []) {
    console.error(`${name}: at ${Math.round(startTime)} ms a task of ${Math.round(duration)} ms`);
  }
  for (const own of Object.values(lhr.audits)) {
    if (own.metricSavings && Object.values(own.metricSavings).some((saved) => saved > 50)) {
      console.error(`${name}: ${own.title}: ${JSON.stringify(own.metricSavings)}`);
    }
  }
}
const version = JSON.parse(readFileSync(at('bench/lighthouse/node_modules/lighthouse/package.json'), 'utf8')).version;
print('# Lighthouse');
print();
print('Written by `make lighthouse`, which measures and replaces this file.');
print(`Medians of ${RUNS} runs of Lighthouse ${version} on ${cpus().length} cores of ${cpus()[0].model}, ${new Date().toISOString().slice(0, 10)}; dist/ is served with its packed files over HTTP/1.1 from the same machine. The machine's pace by Lighthouse's own measure (benchmarkIndex): ${Math.round(Math.min(...paces))} to ${Math.round(Math.max(...paces))}.`);
print();
print(`| Profile | Performance | Accessibility | Best practices | SEO | ${Object.values(SHOWN).join(' | ')} |`);
print(`| --- |${' ---: |'.repeat(4 + Object.keys(SHOWN).length)}`);
for (const row of rows) print(`| ${row.join(' | ')} |`);
print();
print('## From the request to what is seen');
print();
print("Medians in milliseconds, of a new visit each: unthrottled, and slowed as Lighthouse's phone is (a processor four times slower, 1.6 Mbit/s, 150 ms there and back), in truth and not by its model. Drawn: all charts in the window; at `#year`, where the first chart is.");
print();
print('| Window | Pace | Text is read | Page works | Charts are drawn |');
print('| --- | --- | ---: | ---: | ---: |');
for (const [name, , viewport] of PROFILES) {
  for (const [pace, slow] of [['unthrottled', undefined], ['slowed', SLOW]]) {
    const all = [];
    for (let run = 0; run < RUNS; run += 1) all.push(await times(`${site.url}#year`, viewport, slow));
    const cell = (what) => Math.round(median(all.map((own) => own[what])));
    print(`| ${name} | ${pace} | ${cell('read')} | ${cell('works')} | ${cell('drawn')} |`);
  }
}
await site.stop();
writeFileSync(at('bench/lighthouse/README.md'), `${lines.join('\n')}\n`);
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
