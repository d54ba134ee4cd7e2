// Pictures the pages of HWPX documents as rhwp lays them out, which numbers
// headings as Hangul does, and sees that none is numbered twice:
//
//     node hangul.js FOLDER PACKAGES
//
// Every *.hwpx of FOLDER becomes *-1.png and so on; PACKAGES is the folder of npm
// packages that has @rhwp/core. `make proof` does it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [, , folder, packages] = process.argv;
const core = join(resolve(packages), '@rhwp/core');
// It measures text by the browser; here letters take what they commonly do.
const wide = (c) => (c < '\u1100' ? (/[iljft.,:;'|!() \u00a0]/.test(c) ? 0.35 : 0.55) : 1);
globalThis.measureTextWidth = (font, text) =>
  Number(/([\d.]+)px/.exec(font)?.[1] ?? 10) * [...text].reduce((sum, c) => sum + wide(c), 0);
const { HwpDocument, initSync } = await import(pathToFileURL(join(core, 'rhwp.js')));
initSync({ module: readFileSync(join(core, 'rhwp_bg.wasm')) });

// Behind `2.` or `가.` a heading with a number of its own: spaces are no letters there.
const TWICE = /(?:\d|[가-하])\.(?:I{1,3}|IV|V)\.|[가-하]\.\d+\.\d/;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
let pages = 0;
for (const name of readdirSync(folder).filter((name) => name.endsWith('.hwpx'))) {
  const document = new HwpDocument(readFileSync(join(folder, name)));
  let letters = '';
  for (let at = 0; at < document.pageCount(); at += 1) {
    const svg = document.renderPageSvg(at);
    letters += [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, own]) => own).join('');
    const [, width, height] = /width="([\d.]+)"[^>]*height="([\d.]+)"/.exec(svg).map(Number);
    await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) });
    await page.setContent(`<style>body{margin:0}</style>${svg}`);
    await page.screenshot({ path: join(folder, name.replace(/\.hwpx$/, `-hwpx-${at + 1}.png`)) });
    pages += 1;
  }
  const twice = TWICE.exec(letters);
  if (twice !== null) throw new Error(`${name}: ${letters.slice(twice.index, twice.index + 40)}`);
}
await browser.close();
console.log(`${pages} pages by rhwp`);
