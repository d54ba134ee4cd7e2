// Writes into index.html the hashes of all that the page is made of, so that a
// changed byte is refused: what HTML names has `integrity`, and for what the
// page fetches itself there is a list (src/page/browser/intact.js):
//
//     node tools/intact.js dist
//
// A map of imports with hashes would have to stand in the page as an inline
// script, which the policy forbids, and workers know none.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What the page fetches, by the folders of dist/.
const FETCHED = /^(assets|data|definitions|published)\/[^/]+\.(js|css|wasm|bin|json|csv)$/;
const LIST = /\s*<template id="census-files"[^>]*><\/template>/;

// Of base64: 132 bits, since whatever is listed every first visit pays for.
const DIGITS = 22;

const hashOf = (bytes, form) => createHash('sha256').update(bytes).digest(form);

/** The scripts that a script imports before it runs, theirs too. */
function needsOf(folder, name, known = new Set([name])) {
  const text = readFileSync(join(folder, name), 'utf8');
  for (const [, other] of text.matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
    const needed = `assets/${other}`;
    if (known.has(needed)) continue;
    needsOf(folder, needed, known.add(needed));
  }
  return [...known].slice(1);
}

const entry = (folder, name) => {
  const needs = name.endsWith('.js') ? needsOf(folder, name) : [];
  const hash = hashOf(readFileSync(join(folder, name)), 'base64url').slice(0, DIGITS);
  return [name, hash, ...(needs.length > 0 ? [needs.join()] : [])].join('=');
};

/** The files whose hashes index.html lists. */
export function fetchedOf(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => FETCHED.test(name))
    .sort();
}

/**
 * A script waits for the style before it: so that the first one can tell of a
 * style that never comes, it stands before it, and the style is asked for first.
 */
function styleLater(html) {
  const without = html.replace(/\s*<link\b[^>]* rel="preload" as="style"[^>]*>/, '');
  const [script] = /\s*<script\b[^>]* data-early="[^>]*><\/script>/.exec(without) ?? [''];
  const [style] = /\s*<link\b[^>]* rel="stylesheet"[^>]*>/.exec(without) ?? [''];
  if (script === '' || style === '') throw new Error('index.html has no first script, or no style.');
  const early = style.replace('rel="stylesheet"', 'rel="preload" as="style"');
  return without.replace(script, '').replace(style, () => `${early}${script}${style}`);
}

/** Writes the hashes into the index.html of a folder that is final otherwise. */
export function makeIntact(folder) {
  const path = join(folder, 'index.html');
  const html = readFileSync(path, 'utf8')
    .replace(LIST, '')
    .replace(/<(?:script|link)\b[^>]*>/g, (tag) => {
      const name = /\s(?:src|href)="\.\/([^"]+\.(?:js|css))"/.exec(tag)?.[1];
      if (name === undefined) return tag;
      const own = tag.replace(/ integrity="[^"]*"/, '').replace(/ crossorigin(?:="[^"]*")?/, '');
      // Only what is asked for openly may be looked at, in a frame of no origin too.
      const said = `crossorigin integrity="sha256-${hashOf(readFileSync(join(folder, name)), 'base64')}"`;
      return own.replace(/^<\w+/, (start) => `${start} ${said}`);
    });
  const ordered = styleLater(html);
  const files = fetchedOf(folder).map((name) => entry(folder, name));
  const list = `<template id="census-files" data-files="${files.join(' ')}"></template>`;
  // Last: nobody reads it.
  writeFileSync(path, ordered.replace('</body>', () => `  ${list}\n  </body>`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) makeIntact(process.argv[2]);
