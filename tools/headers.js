// What the page is allowed to do, said once: the preview server sends it as
// headers, and index.html carries the same policy for any other server.

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  // The preview in the dialog for embedding.
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const KEPT_S = 300;

/**
 * How long a browser may keep a file: for good what bears its hash in its name,
 * a while what pages with several parts of this one ask for several times,
 * everything else only if it is still the same.
 */
export function cacheControl(path) {
  if (/\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(path)) return 'public, max-age=31536000, immutable';
  if (/\/((data|definitions|published|pictures|views|oembed)\/[^/]+|embed\.js)$/.test(path)) return `public, max-age=${KEPT_S}`;
  return 'no-cache';
}
