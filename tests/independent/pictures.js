// Draws every picture of a folder by each of five programs that is there, and
// sees that each shows what Chromium shows, where it shows it:
//
//     node pictures.js FOLDER INTO PACKAGES PYTHON
//
// FOLDER has *.svg, INTO gets *.chromium.png and so on; PACKAGES is the folder of
// npm packages that has @resvg/resvg-js, PYTHON a Python that has cairosvg. Where a
// label vanishes, moves or turns pale, ink is missing in its place or stands where
// none should. `make proof` does it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const [, , folder, into, packages, python] = process.argv;
mkdirSync(into, { recursive: true });
const names = readdirSync(folder).filter((name) => name.endsWith('.svg')).map((name) => name.slice(0, -4));
const svg = (name) => readFileSync(join(folder, `${name}.svg`), 'utf8');
const run = (command, ...args) => {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${command}: ${stderr}`);
};
const has = (command, ...args) => spawnSync(command, args).status === 0;

async function byChromium(png) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  for (const name of names) {
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg(name)).map(Number);
    await page.setViewportSize({ width, height });
    await page.setContent(`<style>body { margin: 0 }</style>${svg(name)}`);
    await page.screenshot({ path: png(name) });
  }
  await browser.close();
}

// These two know no family but the first, which is not on every machine: a copy
// whose first is there.
function withFace(name) {
  const copy = join(into, `${name}.svg`);
  writeFileSync(copy, svg(name).replaceAll(/'(Malgun Gothic|Apple SD Gothic Neo)'/g, "'Noto Sans CJK KR'"));
  return copy;
}

const drawers = {
  librsvg: has('rsvg-convert', '--version') && ((png) => names.forEach((name) => run('rsvg-convert', '-o', png(name), join(folder, `${name}.svg`)))),
  resvg: (png) => {
    const { Resvg } = createRequire(join(resolve(packages), '_'))('@resvg/resvg-js');
    for (const name of names) writeFileSync(png(name), new Resvg(svg(name)).render().asPng());
  },
  cairosvg: (png) => {
    const program = `import sys, cairosvg
for source, to in zip(sys.argv[1::2], sys.argv[2::2]):
    cairosvg.svg2png(url=source, write_to=to)`;
    run(python, '-c', program, ...names.flatMap((name) => [withFace(name), png(name)]));
  },
  libreoffice: has('soffice', '--version') && ((png) => {
    const out = join(into, 'libreoffice');
    run('soffice', '--headless', `-env:UserInstallation=file://${resolve(into)}/office`, '--convert-to', 'png', '--outdir', out, ...names.map(withFace));
    for (const name of names) writeFileSync(png(name), readFileSync(join(out, `${name}.png`)));
  }),
};

// How dark each block of a picture is, in its shape.
const BLOCK = 12;
async function ink(path, { width, height }) {
  const size = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const { data } = await sharp(path).flatten({ background: '#ffffff' }).resize(width, height, { fit: 'fill' })
    .greyscale().raw().toBuffer({ resolveWithObject: true });
  const blocks = Array.from({ length: size[1] }, () => new Float64Array(size[0]));
  for (let at = 0; at < data.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    blocks[Math.floor(y / BLOCK)][Math.floor(x / BLOCK)] += (255 - data[at]) / 255;
  }
  return blocks;
}

// Letters differ by a pixel or two from program to program, hence the neighbours.
const ENOUGH = 6;
const PART = 0.45;
function missing(wanted, found) {
  const around = (y, x) => [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => found[y + dy]?.[x + dx] ?? 0));
  let count = 0;
  wanted.forEach((row, y) => row.forEach((own, x) => {
    if (own > ENOUGH && Math.max(...around(y, x)) < own * PART) count += 1;
  }));
  return count;
}

const path = (drawer) => (name) => join(into, `${name}.${drawer}.png`);
await byChromium(path('chromium'));
let wrong = 0;
for (const [drawer, draw] of Object.entries(drawers)) {
  if (!draw) {
    console.log(`${drawer}: not there`);
    continue;
  }
  draw(path(drawer));
  const off = [];
  for (const name of names) {
    const size = await sharp(path('chromium')(name)).metadata();
    const [wanted, found] = [await ink(path('chromium')(name), size), await ink(path(drawer)(name), size)];
    const blocks = missing(wanted, found) + missing(found, wanted);
    if (blocks > 0) off.push(`${name} ${blocks}`);
  }
  wrong += off.length;
  console.log(`${drawer}: ${names.length - off.length} of ${names.length} as in Chromium${off.length > 0 ? `; ${off.join(', ')}` : ''}`);
}
process.exitCode = wrong > 0 ? 1 : 0;
