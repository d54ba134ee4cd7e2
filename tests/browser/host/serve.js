// Two sites: dist/, and one of another origin with pages that show parts of it.
// `node tests/browser/host/serve.js` lets one look at them.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { cacheControl, headers } from '../../../tools/headers.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
  '.json': 'application/json', '.csv': 'text/csv', '.svg': 'image/svg+xml',
};
const OWN = {
  '/own/export.csv': 'public/data/large-scale-models-2024-07-16.csv',
  '/own/definition.json': 'public/definitions/current.json',
};

async function listen(answer, port = 0) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    answer(pathname, response).catch(() => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

/**
 * `pages` is {path: body} of further pages of the host; in them, as in the
 * folder's files, SITE/ is the site's address. `requests` lists the paths that
 * the site was asked for.
 */
export async function serve({ pages = {}, port } = {}) {
  const requests = [];
  const packed = new Map();
  const site = await listen(async (path, response) => {
    requests.push(path);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    // Packed, as a site sends it: a module of a debug build would be too large
    // for the cache of a browser without a profile.
    if (!packed.has(file)) packed.set(file, await promisify(gzip)(await readFile(join(root, 'dist', file))));
    response.writeHead(200, {
      ...headers,
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Cache-Control': cacheControl(path),
      // For frames without an origin of their own.
      'Access-Control-Allow-Origin': '*',
    });
    response.end(packed.get(file));
  });
  const siteAddress = `http://127.0.0.1:${site.address().port}/`;
  const host = await listen(async (path, response) => {
    const file = path === '/' ? '/index.html' : path;
    const own = pages[path] ?? (await readFile(OWN[path] ? join(root, OWN[path]) : join(here, file)));
    const type = pages[path] === undefined ? TYPES[extname(file)] : TYPES['.html'];
    response.writeHead(200, { 'Content-Type': type });
    response.end(type.startsWith('text/html') ? String(own).replaceAll('SITE/', siteAddress) : own);
  }, port);
  return {
    site: siteAddress,
    // Another name of the same machine, so another site.
    host: `http://localhost:${host.address().port}/`,
    requests,
    close() {
      for (const server of [site, host]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { host, site } = await serve({ port: Number(process.env.PORT ?? 8090) });
  console.log(`The host page is at ${host}, what it shows at ${site}`);
}
