// Copies of the built page that tests may change, and the version after it.
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after } from 'node:test';
import { makeIntact } from '../../tools/intact.js';
import { makeServiceWorker } from '../../tools/offline.js';
import { root } from './support.js';

/** The built page. */
export const dist = join(root, 'dist');
/** What is removed once the file's tests have run. */
export const folders = [];

after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A copy of the built page, for as long as the file's tests run. */
export async function copyOfDist() {
  const folder = await mkdtemp(join(tmpdir(), 'model-census-'));
  folders.push(folder);
  await cp(dist, folder, { recursive: true, filter: (path) => !/\.(br|gz)$|model-census\.html$/.test(path) });
  return folder;
}

/** Makes a folder hold a version whose every hashed file has another name. */
export async function publishNextVersion(folder) {
  const names = await readdir(join(folder, 'assets'));
  const next = (name) => name.replace(/.{3}(\.[a-z]+)$/, 'new$1');
  for (const name of names) await rename(join(folder, 'assets', name), join(folder, 'assets', next(name)));
  const texts = (await readdir(folder, { recursive: true })).filter((name) => ['.js', '.html', '.css'].includes(extname(name)));
  for (const text of texts) {
    const path = join(folder, text);
    const old = await readFile(path, 'utf8');
    await writeFile(path, names.reduce((text, name) => text.replaceAll(name, next(name)), old));
  }
  makeIntact(folder);
  await makeServiceWorker(folder);
}
