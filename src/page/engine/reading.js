// Reads a file into a Host (host.rs), a slice at a time: in the worker, and in
// the page where no worker can start.
import { Hasher } from '#wasm';
import { unpack } from './unpack.js';

// Up to this size a file is read in one piece, so that the browser's own
// SHA-256 can be asked for its fingerprint meanwhile.
const ONE_PIECE = 8 << 20;
// Up to this size asking the browser takes longer than computing it.
const SMALL = 1 << 20;
const PIECE = 1 << 17;
const PART = 1 << 20;
const EVERY_MS = 100;

// What a read ends with where someone asked for another file meanwhile.
export const CANCELLED = { cancelled: true };

// `request` has the file as `blob`, its name, and where it is not the one that is
// counted by, the definition as JSON.
// `pause` is awaited between the parts that the file comes in. `blob` is the
// file; `isOver()` says that nobody waits for it any more; `progress` is told
// {bytes, total, records, rate}. Gives {error} as JSON, or CANCELLED, or
//   table     what unpack.js took out of the file
//   late      what the fingerprint is still to be computed of, if anything
// The host has the list set aside then; what is shown stays in any case.
export async function read(host, request, { pause, isOver, progress }) {
  const { blob: file, today } = request;
  let { encoding } = request;
  const begun = performance.now();
  let told = begun;
  const tell = (bytes) => {
    const now = performance.now();
    if (now - told < EVERY_MS) return;
    told = now;
    const rate = bytes / ((now - begun) / 1000);
    progress({ bytes, total: size, records: host.records(), rate });
  };
  let size = file.size;
  try {
    const bytes = size <= ONE_PIECE ? await file.arrayBuffer() : undefined;
    const table = await unpack(file, bytes, request.name, request.entry);
    const { blob, name, sheet, notes } = table;
    size = blob.size;
    const isWhole = size <= ONE_PIECE;
    const whole = blob === file ? bytes : isWhole ? await blob.arrayBuffer() : undefined;
    if (isOver()) return CANCELLED;
    // What was written from a sheet is nobody's file.
    const source = sheet === undefined ? blob : file;
    const isLate = source.size > ONE_PIECE;
    const digest = isLate ? undefined : fingerprintOf(source === blob ? whole : await source.arrayBuffer());
    for (;;) {
      host.begin(name, today, encoding ?? undefined, notes, request.definition);
      let other;
      let bytes = 0;
      for await (const part of whole ? piecesOf(whole) : partsOf(blob)) {
        if (isOver()) {
          host.giveUp();
          return CANCELLED;
        }
        other = host.feed(part);
        if (other !== undefined) break;
        bytes += part.length;
        tell(bytes);
        await pause?.();
      }
      other ??= host.end();
      if (other === undefined) break;
      encoding = other;
    }
    const sha256 = await digest;
    if (isOver()) {
      host.giveUp();
      return CANCELLED;
    }
    host.keep(sha256);
    return { table, late: isLate ? source : undefined };
  } catch (error) {
    // It is not the file's fault, and the host is of no use any more.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    // The host throws what a file lacks as text, everything else is thrown as
    // an Error, such as a file that was deleted meanwhile.
    host.giveUp();
    if (typeof error === 'string') return { error };
    return { error: JSON.stringify({ Failed: { reason: String(error?.message ?? error) } }) };
  }
}

// Reads the file that a host shows again, until all is found that it says of a
// record, or a table that came with it, which is taken out of the archive again.
// Gives that as bytes, and nothing where there is no such record.
export async function statements(host, { table, archive, tables = [] }, list, record, { pause }) {
  if (list > 0) {
    const entry = tables[list - 1];
    if (entry === undefined) return undefined;
    table = (await unpack(archive.blob, undefined, archive.name, entry)).blob;
  }
  host.look(list, record);
  for await (const part of table.size <= ONE_PIECE ? piecesOf(await table.arrayBuffer()) : partsOf(table)) {
    const found = host.lookAt(part, false);
    if (found !== undefined) return found;
    await pause?.();
  }
  return host.lookAt(new Uint8Array(), true);
}

// Reads a file with a host of its own and hands it to the one that compares.
// Gives {name}, or {error} as JSON.
export async function readBeside(host, own, request, { pause }) {
  const way = { pause, isOver: () => false, progress: () => {} };
  const { error, table } = await read(own, request, way);
  if (table === undefined) {
    own.free();
    return { error };
  }
  host.adopt(own);
  return { name: table.name };
}

// Reads the other tables of an archive of which none was chosen, each with a
// host of its own, and hands those that are lists of models to the one that has
// the first aside. Gives the positions of those that it keeps, and of those that
// claim to be the same list.
export async function readOthers(host, anew, request, { entries = [], entry }, { isOver, pause }) {
  const [kept, rivals] = [[], []];
  if (request.entry !== undefined) return { kept, rivals };
  for (const at of entries.keys()) {
    if (at === entry || isOver()) continue;
    const own = anew();
    const way = { pause, isOver, progress: () => {} };
    const { table } = await read(own, { ...request, entry: at, encoding: undefined }, way);
    // What is no list of models tells nothing.
    if (table === undefined) {
      own.free();
      continue;
    }
    const isKept = host.adoptAside(own);
    if (isKept !== undefined) (isKept ? kept : rivals).push(at);
  }
  return { kept, rivals };
}

// The fingerprint of a file too large to be read in one piece; `undefined`
// where someone asked for another file meanwhile.
export async function fingerprint(hasher, blob, { isOver, pause }) {
  for await (const part of partsOf(blob)) {
    if (isOver()) return undefined;
    hasher.update(part);
    await pause?.();
  }
  return hasher.finish();
}

function* piecesOf(buffer) {
  for (let at = 0; at < buffer.byteLength; at += PIECE) {
    yield new Uint8Array(buffer, at, Math.min(PIECE, buffer.byteLength - at));
  }
}

// Two buffers for the whole file, which the browser fills itself, one while the
// other is read: parts that it makes are collected late, so that memory would
// grow with the file.
async function* partsOf(blob) {
  const reader = blob.stream().getReader({ mode: 'byob' });
  const into = (buffer) => reader.read(new Uint8Array(buffer));
  let next = into(new ArrayBuffer(PART));
  let spare = new ArrayBuffer(PART);
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = into(spare);
      yield value;
      spare = value.buffer;
    }
  } finally {
    void reader.cancel();
  }
}

// Natively where the page is served safely; a plain http: page has no subtle.
async function fingerprintOf(buffer) {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined || buffer.byteLength <= SMALL) {
    const hasher = new Hasher();
    hasher.update(new Uint8Array(buffer));
    return hasher.finish();
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', buffer));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
