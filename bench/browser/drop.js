// One contender, one file, in a Chromium started for them alone.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const measureSource = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'measure.js'), 'utf8');
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const PATIENCE = 300_000;
// Charts and compilers of the start have come to rest by then.
const SETTLE = 1000;
const settings = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (key) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)[1]) * 1024;
  return { peak: read('VmHWM'), now: read('VmRSS') };
}

/** Of the browser's renderers the largest: Chromium keeps an empty one in reserve. */
async function rendererMemory(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => memoryOf(id))
    .reduce((largest, memory) => (memory.peak > largest.peak ? memory : largest), { peak: 0, now: 0 });
}

async function open(page, base, contender) {
  await page.addInitScript(measureSource);
  if (contender === 'page') {
    await page.goto(base);
    await page.waitForFunction(() => globalThis.modelCensus?.breakdowns() && document.querySelector('main')?.ariaBusy === 'false');
  } else {
    await page.goto(`${base}bench/browser/contender.html?contender=${contender}`);
    await page.waitForFunction(() => 'ready' in document.documentElement.dataset);
  }
  await page.evaluate(() => window.bench.prepare());
  await pause(SETTLE);
}

/**
 * Drops the file once and `file.repeats` times more: {version, before, peak,
 * drops, detail}, memory in bytes, each drop with what measure.js measured,
 * `detail` being the answer to the first.
 */
export async function measure(base, contender, file) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: settings });
  try {
    const version = browser.version();
    const session = await browser.newBrowserCDPSession();
    const page = await browser.newPage({ locale: 'ko-KR', viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    const crashed = new Promise((_, reject) => page.on('crash', () => reject(new Error('the renderer crashed'))));
    crashed.catch(() => {});
    await open(page, base, contender);
    const before = await rendererMemory(session);
    if (contender === 'empty') return { version, before: before.now, peak: before.peak, drops: [] };

    await page.setInputFiles('#bench-file', file.path);
    const drop = () => {
      let timer;
      const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no result after ${PATIENCE / 1000} s`)), PATIENCE);
      });
      // Left alone, the timer would keep node waiting after the last run.
      const result = Promise.race([page.evaluate(() => window.bench.drop()), crashed, late]);
      return result.finally(() => clearTimeout(timer));
    };
    const drops = [await drop()];
    const { peak } = await rendererMemory(session);
    for (let repeat = 0; repeat < file.repeats; repeat += 1) drops.push(await drop());
    const [{ detail }] = drops;
    for (const one of drops) delete one.detail;
    return { version, before: before.now, peak, drops, detail };
  } finally {
    await browser.close();
  }
}
