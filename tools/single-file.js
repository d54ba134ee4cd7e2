// Makes one HTML file of the whole page, which opens from a folder, with no
// server and no network:
//
//     node tools/single-file.js dist
//
// Scripts of a file may neither load others nor fetch: so each script is
// bundled whole, every file stands in the page packed, and src/single_file.js
// gives each an address in memory (blob:).
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import config from '../vite.config.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = join(root, 'target/single');
// What the page fetches by name (src/page/address/bundled.rs).
const FETCHED = ['data', 'definitions', 'published'];
const TYPES = {
  '.csv': 'text/csv',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const read = (path) => readFileSync(path, 'utf8');

/** The policy of the one file: its own script and style, and what they make. */
export const policyOf = ({ first, script, style }) =>
  [
    "default-src 'none'",
    `script-src ${hashOf(first)} ${hashOf(script)} blob: 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    'connect-src blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const quiet = { configFile: false, root, logLevel: 'warn', publicDir: false };

// Chromium starts no module worker from memory where the page is a file.
const classicWorkers = {
  name: 'classic-workers',
  enforce: 'pre',
  transform: (code) => code.replaceAll("{ type: 'module' }", "{ type: 'classic' }"),
};

// As for dist/, but each script whole and every address one of `censusFiles`.
async function bundlePage() {
  const whole = { output: { codeSplitting: false } };
  await build({
    ...config,
    ...quiet,
    plugins: [classicWorkers, ...config.plugins.filter(({ name }) => ['originals-of-snippets', 'first-view'].includes(name))],
    experimental: {
      renderBuiltUrl: (name, { hostType }) =>
        hostType === 'js' ? { runtime: `globalThis.censusFiles[${JSON.stringify(name)}]` } : { relative: true },
    },
    build: {
      ...config.build,
      outDir: work,
      emptyOutDir: true,
      rolldownOptions: { input: join(root, 'index.html'), ...whole },
    },
    worker: { ...config.worker, format: 'iife', rolldownOptions: whole },
  });
}

async function bundleStarter() {
  const { output } = await build({
    ...quiet,
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src/single_file.js'), output: { format: 'iife' } },
    },
  });
  return output[0].code.trim();
}

/** Takes what `pattern` finds out of `html`: the rest, and its first group. */
function takeOut(html, pattern) {
  const found = pattern.exec(html);
  if (!found) throw new Error(`index.html has no ${pattern}`);
  return [html.replace(found[0], ''), found[1]];
}

const block = (name, path) => {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const packed = gzipSync(readFileSync(path), { level: 9 }).toString('base64');
  return `<script type="application/octet-stream" data-name="${name}" data-type="${type}">${packed}</script>`;
};

async function singleFile(dist) {
  await bundlePage();
  let html = read(join(work, 'index.html'));
  let start, sheet, early;
  [html, early] = takeOut(html, /\s*<script src="\.\/([^"]+)" data-early="[^"]*"><\/script>/);
  [html, start] = takeOut(html, /\s*<script type="module"[^>]* src="\.\/([^"]+)"><\/script>/);
  [html, sheet] = takeOut(html, /\s*<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/);
  [html] = takeOut(html, /\s*<link rel="icon"[^>]*>/);
  const first = read(join(work, early)).trim();
  const style = read(join(work, sheet));
  const script = await bundleStarter();
  const icon = encodeURIComponent(read(join(root, 'public/favicon.svg')));
  const assets = readdirSync(join(work, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((name) => ![early, sheet, start].includes(name));
  const fetched = FETCHED.flatMap((folder) =>
    readdirSync(join(root, 'public', folder)).filter((name) => ['.csv', '.json'].includes(extname(name))).map((name) => `${folder}/${name}`),
  );
  const blocks = [
    block('start', join(work, start)),
    ...assets.map((name) => block(name, join(work, name))),
    ...fetched.map((name) => block(name, join(root, 'public', name))),
  ];
  const policy = policyOf({ first, script, style });
  // As functions: a $ in what is put in means nothing.
  html = html
    .replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">\n    <script>${first}</script>`)
    .replace('</head>', () => `  <link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${icon}">\n    <style>${style}</style>\n  </head>`)
    // Last, so that what is seen first does not wait for the rest of the file.
    .replace('</body>', () => `${blocks.join('\n')}\n<script>${script}</script>\n  </body>`);
  const left = /\s(?:src|href)="\.?\/[^"]*"/.exec(html) ?? /url\(\.?\//.exec(style);
  if (left) throw new Error(`The one file still names another: ${left[0]}`);
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'model-census.html'), html);
  rmSync(work, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await singleFile(process.argv[2]);
