// Makes sw.js, which keeps the page for use without a network, of
// src/service_worker.js and of what is in the folder by now:
//
//     node tools/offline.js dist
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { fetchedFirst } from './first-view.js';

const root = fileURLToPath(new URL('..', import.meta.url));

// What pages of others ask for, or what is saved and not shown.
const NOT_THE_PAGE = /^(pictures|views|oembed)\/|^(sw\.js|embed\.js|model-census\.html)$|\.(br|gz)$/;
const hasHash = (name) => name.startsWith('assets/');

function entry(folder, name) {
  const digest = createHash('sha256').update(readFileSync(join(folder, name)));
  const hash = digest.digest();
  return {
    // As it is asked for: hosts differ in what they say to index.html.
    url: name === 'index.html' ? './' : name,
    revision: hasHash(name) ? null : hash.toString('hex').slice(0, 16),
    // A host that changes files on their way, or has only a part of a version
    // so far, must not be kept.
    integrity: `sha256-${hash.toString('base64')}`,
  };
}

/** What the page consists of: `{firstView, rest}`, entries as Workbox has them. */
export function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(join(folder, '/').length))
    .filter((name) => !NOT_THE_PAGE.test(name))
    .sort();
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const isSeenFirst = (name) =>
    name === 'index.html' || fetchedFirst.test(name) || /^assets\/worker-/.test(name) || (html.includes(`"./${name}"`) && !/^icons\/|webmanifest$/.test(name));
  const entries = (names) => names.map((name) => entry(folder, name));
  return {
    firstView: entries(names.filter(isSeenFirst)),
    rest: entries(names.filter((name) => !isSeenFirst(name))),
  };
}

/** Writes sw.js into a folder that is final otherwise. */
export async function makeServiceWorker(folder) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      __FILES__: JSON.stringify(filesOf(folder)),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/service_worker.js'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeServiceWorker(process.argv[2]);
