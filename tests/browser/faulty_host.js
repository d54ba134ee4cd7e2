// A static host that fails as it is told: each visitor comes below a path of its
// own, and what goes wrong for it is nobody else's.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { headers } from '../../tools/headers.js';
import { typeOf } from './static_host.js';

/** Everything that may go wrong with a file. */
export const FAULTS = ['missing', 'failing', 'cut', 'hanging', 'of another type', 'changed'];

// What a network that asks for a login gives in place of any file.
const LOGIN = '<!doctype html><title>Login</title><p>Please log in.</p>';

/** The bytes with one of them changed. */
export function changed(bytes) {
  const own = Buffer.from(bytes);
  const at = own.length >> 1;
  own[at] ^= 1;
  return own;
}

/**
 * `{url, visitor(), stop()}` for a folder. A visitor is `{url, requested, fault,
 * heal()}`: `fault(name)` says what goes wrong with a file, `{what, after}`,
 * `after` so many milliseconds; `heal()` ends all of it, and what hangs is
 * answered then.
 */
export async function serveFaulty(folder) {
  const visitors = new Map();
  const kept = new Map();
  const bytesOf = (name) => {
    if (!kept.has(name)) kept.set(name, readFileSync(join(folder, name)));
    return kept.get(name);
  };

  function give(response, name, what) {
    if (what === 'missing') return response.writeHead(404).end();
    if (what === 'failing') return response.writeHead(500).end();
    const isOther = what === 'of another type';
    const own = bytesOf(name);
    const bytes = isOther ? Buffer.from(LOGIN) : what === 'changed' ? changed(own) : own;
    response.writeHead(200, {
      ...headers,
      'Content-Type': isOther ? 'text/html; charset=utf-8' : typeOf(name),
      'Content-Length': bytes.length,
      'Cache-Control': name.startsWith('assets/') && what === undefined ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (what !== 'cut') return response.end(bytes);
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
  }

  function answer(request, response) {
    const [, id, ...path] = decodeURIComponent(new URL(request.url, 'http://host').pathname).split('/');
    const visitor = visitors.get(id);
    const name = path.join('/') || 'index.html';
    if (visitor === undefined) return response.writeHead(404).end();
    visitor.requested.push(name);
    const { what, after = 0 } = visitor.fault(name) ?? {};
    const go = (what) => {
      try {
        give(response, name, what);
      } catch {
        response.writeHead(404).end();
      }
    };
    if (what === 'hanging') visitor.hanging.push(() => go());
    else if (after > 0) setTimeout(go, after, what);
    else go(what);
  }

  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  let count = 0;
  return {
    url,
    visitor() {
      count += 1;
      const id = createHash('sha256').update(String(count)).digest('hex').slice(0, 8);
      const own = {
        url: `${url}${id}/`,
        requested: [],
        hanging: [],
        fault: () => undefined,
        heal() {
          own.fault = () => undefined;
          for (const go of own.hanging.splice(0)) go();
        },
        leave: () => visitors.delete(id),
      };
      visitors.set(id, own);
      return own;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
