// A static host of a folder, as an institute has one: below some path, with
// the headers of docs/hosting.md and the packed files. It can be stopped.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { headers } from '../../tools/headers.js';

const TYPES = {
  '.css': 'text/css',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The type of a file by its name. */
export const typeOf = (name) => TYPES[extname(name)] ?? 'application/octet-stream';

function stop(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

/** `{url, requested, stop()}`; `requested` are the paths asked for so far, `sent` further headers. */
export async function serve(folder, { under = '/', sent = headers } = {}) {
  const requested = [];
  async function answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    requested.push(path);
    if (!path.startsWith(under)) throw new Error('nothing there');
    const name = path.slice(under.length) || 'index.html';
    const file = join(folder, name);
    const accepted = request.headers['accept-encoding'] ?? '';
    const [ending, encoding] = [['.br', 'br'], ['.gz', 'gzip']].find(
      ([ending, encoding]) => accepted.includes(encoding) && existsSync(file + ending),
    ) ?? ['', undefined];
    const bytes = await readFile(file + ending);
    response.writeHead(200, {
      ...sent,
      'Content-Type': typeOf(name),
      'Cache-Control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    response.end(bytes);
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}${encodeURI(under)}`;
  return { url, requested, stop: () => stop(server) };
}
