// Serves the built page at the root, and beside it what it is compared with.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headers } from '../../tools/headers.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
};
const mounts = [
  ['/bench/browser/', join(root, 'bench/browser')],
  ['/bench/floor/', join(root, 'target/bench/floor')],
  ['/bench/modules/uDSV.mjs', join(root, 'node_modules/udsv/dist/uDSV.mjs')],
  ['/bench/modules/papaparse.min.js', join(root, 'node_modules/papaparse/papaparse.min.js')],
  ['/', join(root, 'dist')],
];

/** Starts it on a free port: {base, close}. */
export function serve() {
  const server = createServer((request, response) => {
    const wanted = decodeURIComponent(new URL(request.url, 'http://bench').pathname);
    const [mount, place] = mounts.find(([mount]) => wanted.startsWith(mount));
    const inside = wanted === '/' ? 'index.html' : wanted.slice(mount.length);
    const path = inside === '' ? place : join(place, normalize(`/${inside}`));
    if (!existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    // The page under its own policy; the others under none.
    const policy = mount === '/' ? headers : {};
    response.writeHead(200, { ...policy, 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ base: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() });
    });
  });
}
