// What a host gets in dist/, and what docs/hosting.md tells it.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { headers } from '../../tools/headers.js';
import { icons } from '../../tools/installable.js';
import { serve } from './site.js';
import { openPage, root } from './support.js';

const dist = join(root, 'dist');
const filesIn = async (folder) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));

test('every packed file unpacks to the file beside it, and what gains by it is packed', async () => {
  const files = await filesIn(dist);
  const unpack = { '.br': brotliDecompressSync, '.gz': gunzipSync };
  let packed = 0;
  for (const file of files) {
    const ending = extname(file);
    const bytes = await readFile(file);
    if (ending in unpack) {
      packed += 1;
      assert.ok(unpack[ending](bytes).equals(await readFile(file.slice(0, -ending.length))), file);
      assert.ok(bytes.length < 0.9 * (await readFile(file.slice(0, -ending.length))).length, file);
    } else if (['.html', '.js', '.css', '.wasm', '.json', '.csv'].includes(ending) && bytes.length > 4096 && !file.endsWith('/model-census.html')) {
      assert.ok(files.includes(`${file}.br`), `${file}.br is missing`);
      assert.ok(files.includes(`${file}.gz`), `${file}.gz is missing`);
    }
  }
  assert.ok(packed > 20);
});

test('the manifest installs, and its icons have the sizes that it says', async () => {
  const manifest = JSON.parse(await readFile(join(dist, 'manifest.webmanifest'), 'utf8'));
  assert.equal(manifest.lang, 'ko');
  assert.equal(manifest.start_url, './');
  assert.equal(manifest.scope, './');
  const pngs = manifest.icons.filter(({ type }) => type === 'image/png');
  assert.equal(pngs.length, icons.length);
  for (const { src, sizes } of [...pngs, { src: 'icons/apple-touch-icon.png', sizes: '180x180' }]) {
    const png = await readFile(join(dist, src));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, src);
  }

  const site = await serve(dist, { under: '/a/b/' });
  const { page, context, close } = await openPage({ keeping: true, path: site.url });
  const chromium = await context.newCDPSession(page);
  const { errors, parsed } = await chromium.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(parsed?.scope ?? site.url, site.url);
  const { installabilityErrors } = await chromium.send('Page.getInstallabilityErrors');
  // A browser under test has no profile to install into.
  const found = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito');
  assert.deepEqual(found, []);
  await close();
});

for (const name of ['docs/hosting.md', 'docs/hosting.ko.md']) {
  test(`${name} says the headers that the page is tested with`, async () => {
    const text = await readFile(join(root, name), 'utf8');
    for (const [header, value] of Object.entries(headers)) {
      const told = text.split('\n').filter((line) => line.includes(header) && /default-src|nosniff|no-referrer/.test(line));
      // nginx, Apache, Caddy and _headers.
      assert.ok(told.length >= 4, `${header} is told ${told.length} times`);
      for (const line of told) assert.ok(line.includes(value), line);
    }
  });
}
