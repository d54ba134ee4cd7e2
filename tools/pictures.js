// Makes a picture of every view, and with SITE_URL=https://…/ descriptions by
// oEmbed, in target/site: node tools/pictures.js PROGRAM [FOLDER]. The program
// says what to draw (src/bin/pictures.rs); tools/site.js puts it into dist/.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { render } from '../src/page/echarts.js';
import { folder, siteUrl } from './site.js';

const [, , command, into = folder] = process.argv;
rmSync(into, { recursive: true, force: true });
const program = spawn(command, [into, siteUrl], { stdio: ['pipe', 'pipe', 'inherit'] });
const ended = new Promise((resolve) => program.on('close', resolve));
for await (const line of createInterface({ input: program.stdout })) {
  const { option, width, height } = JSON.parse(line);
  program.stdin.write(`${JSON.stringify(await render(option, width, height))}\n`);
}
process.exitCode = await ended;
