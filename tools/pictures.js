// Makes a picture and a page of every view, and with SITE_URL=https://…/ what
// links to them are shown with, in target/site: node tools/pictures.js PROGRAM [FOLDER]. The program
// says what to draw (src/bin/pictures.rs); tools/site.js puts it into dist/.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { render } from '../src/page/chart/echarts.js';
import { folder, preview, siteUrl } from './site.js';

const [, , command, into = folder] = process.argv;
rmSync(into, { recursive: true, force: true });
const program = spawn(command, [into, siteUrl], { stdio: ['pipe', 'pipe', 'inherit'] });
const ended = new Promise((resolve) => program.on('close', resolve));
for await (const line of createInterface({ input: program.stdout })) {
  const { option, width, height } = JSON.parse(line);
  program.stdin.write(`${JSON.stringify(await render(option, width, height))}\n`);
}
process.exitCode = await ended;

// What links are shown with takes no SVG.
if (siteUrl !== '' && process.exitCode === 0) {
  // Where there is no fc-list, nobody knows.
  if (spawnSync('fc-list', [':lang=ko']).stdout?.length === 0) {
    throw new Error('No font for Korean, which the pictures for links need: install one, such as fonts-noto-cjk.');
  }
  const pictures = join(into, 'pictures');
  for (const name of readdirSync(pictures)) {
    await sharp(readFileSync(join(pictures, name)), { density: 2 * 72 })
      .resize(preview.width, preview.height, { fit: 'contain', background: '#ffffff' })
      .png({ palette: true, compressionLevel: 9 })
      .toFile(join(pictures, name.replace(/svg$/, 'png')));
  }
}
