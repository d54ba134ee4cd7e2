// Files of the page's own site, refused where they are not byte for byte those
// that the page was built with: index.html lists their hashes (tools/intact.js).
// Where it lists none, as in the one file, nothing is fetched that could differ.
//
// Nothing of this leaves a trace where it fails, so that the same can be asked
// for again: a script that failed once browsers never fetch a second time, which
// is why one is looked at before it is imported.

let folder = '';
let files = {};

// What a worker is told before it fetches anything: {folder, files}.
export const listed = () => ({ folder, files });

export function know(list) {
  ({ folder, files } = list);
}

{
  const list = globalThis.document?.getElementById('census-files')?.dataset.files;
  if (list) {
    const pairs = list.split(' ').map((pair) => pair.split('='));
    const hashes = pairs.map(([name, hash, needs]) => [name, { hash, needs: needs?.split(',') ?? [] }]);
    know({ folder: new URL('./', document.baseURI).href, files: Object.fromEntries(hashes) });
  }
}

const entryOf = (address) => {
  const { href } = new URL(address, folder || location.href);
  return href.startsWith(folder) ? files[href.slice(folder.length)] : undefined;
};

const refused = (address) => new Error(`${new URL(address, folder).href}: not the file that this page was built with (SHA-256)`);

// Where the page is not served safely there is none: what HTML names is looked at
// by the browser itself there, and whoever changes the rest could change the list.
const { subtle } = globalThis.crypto ?? {};
const asked = (address, cache) => fetch(address, { cache });

async function isIntact(bytes, { hash }) {
  if (!subtle) return true;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  const text = btoa(String.fromCharCode(...digest)).replaceAll('+', '-').replaceAll('/', '_');
  return text.startsWith(hash);
}

// As `fetch`. What differs is asked for once more, past the browser's own copy,
// which may be of an older version.
export async function fetchIntact(address, cache = 'default') {
  const entry = entryOf(address);
  const response = await asked(address, cache);
  if (entry === undefined || !response.ok) return response;
  const bytes = await response.arrayBuffer();
  if (await isIntact(bytes, entry)) return new Response(bytes, { headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' } });
  if (cache === 'reload') throw refused(address);
  return fetchIntact(address, 'reload');
}

const got = (response) => {
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return response;
};

// A WebAssembly module, compiled while it comes, and looked at meanwhile.
export async function compileIntact(address) {
  const entry = entryOf(address);
  const response = got(await asked(address));
  const isTyped = response.headers.get('Content-Type') === 'application/wasm';
  const copy = entry && response.clone();
  const compiling = isTyped ? WebAssembly.compileStreaming(response) : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
  if (entry === undefined) return compiling;
  // What differs may not even compile.
  compiling.catch(() => {});
  if (await isIntact(await copy.arrayBuffer(), entry)) return compiling;
  return WebAssembly.compile(await got(await fetchIntact(address, 'reload')).arrayBuffer());
}

// Looks at a script and all that it imports; the browser then has them at hand.
// Every `import()` waits for this (vite.config.js).
export async function lookAt(address) {
  const names = [address, ...(entryOf(address)?.needs ?? []).map((name) => `${folder}${name}`)];
  await Promise.all(names.filter(entryOf).map(async (name) => got(await fetchIntact(name))));
}

globalThis.censusLookAt = lookAt;
