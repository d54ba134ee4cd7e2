// Takes the table out of a packed file. A file that is none passes through, and
// nothing is loaded for it; .gz is the browser's own work, if it has one member;
// for others, .zip and .xlsx a second WebAssembly module is loaded (unpack/), once.
//
//   unpack(blob, bytes, name, entry) → { blob, name }                   plain, or .gz
//                             → { blob, name, entries, entry }   .zip
//                             → { blob, name, sheet, notes }     .xlsx
//
// `bytes` are the blob's where they are at hand. `blob` and `name` are the
// table's. `entry` chooses a table of a zip by its
// index in `entries`, their paths; without it the best match is taken and said.
// `sheet` is the name of the sheet taken, `notes` what is to be told of it, as
// JSON.
//
// What is wrong with a packed file is thrown as a ReadError in JSON, a string
// (src/dataset/packed.rs).

import moduleAddress from '#built/unpack/model_census_unpack_bg.wasm?url';
import { compileIntact } from '../browser/intact.js';

// As TABLE_LIMIT in unpack/src/lib.rs.
const LIMIT = 2 ** 30;

const packed = (code, more) => JSON.stringify({ Packed: { [code]: more } });
const messageOf = (error) => String(error?.message ?? error);

export async function unpack(blob, bytes, name, entry) {
  const [a, b, c, d] = new Uint8Array(bytes?.slice(0, 4) ?? (await blob.slice(0, 4).arrayBuffer()));
  if (a === 0x1f && b === 0x8b) return { blob: await gunzip(blob), name: name.replace(/\.gz(ip)?$/i, '') };
  // "PK" and 3 4, or 5 6 where the archive is empty.
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) {
    return fromArchive(new Uint8Array(bytes ?? (await blob.arrayBuffer())), name, entry);
  }
  return { blob, name };
}

// The first bytes of a file's table.
export async function headOf(file, name, entry, most) {
  const { blob } = await unpack(file, undefined, name, entry);
  return new Uint8Array(await blob.slice(0, most).arrayBuffer());
}

async function gunzip(blob) {
  let size = 0;
  const counted = new TransformStream({
    transform(part, controller) {
      size += part.length;
      if (size > LIMIT) controller.error(new RangeError(`more than ${LIMIT} bytes`));
      else controller.enqueue(part);
    },
  });
  try {
    const text = blob.stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(counted);
    return await new Response(text).blob();
  } catch (error) {
    if (size > LIMIT) throw packed('TooLarge', { name: '', limit: LIMIT });
    // The browser's own ends with the first member, and says little of one that
    // is cut.
    return byModule(async (module) => new Blob([module.gunzip(new Uint8Array(await blob.arrayBuffer()))]));
  }
}

async function byModule(act) {
  const module = await load();
  try {
    return await act(module);
  } catch (error) {
    // The module throws what is wrong with the file as JSON; anything else is a
    // trap, such as memory that ran out.
    throw typeof error === 'string' ? error : packed('NoReader', { detail: messageOf(error) });
  } finally {
    // A trap leaves the instance as it stood, and the memory of a module never
    // shrinks: so every file ends with a fresh instance of the compiled module.
    module.__wbg_reset_state();
  }
}

function fromArchive(bytes, name, chosen) {
  return byModule((module) => {
    const { workbook, entries, best } = JSON.parse(module.entries(bytes));
    if (workbook) {
      const { name: sheet, csv, notes } = module.sheet(bytes);
      return { blob: new Blob([csv]), name, sheet, notes };
    }
    const entry = chosen ?? best;
    const table = module.extract(bytes, entry);
    const names = entries.map(({ name }) => name);
    return { blob: new Blob([table]), name: names[entry].split('/').pop(), entries: names, entry };
  });
}

let compiling;

// Compiled once, however often this is called; again after a download that failed.
function compiled() {
  compiling ??= compileIntact(moduleAddress).catch((error) => {
    compiling = undefined;
    throw error;
  });
  return compiling;
}

async function load() {
  try {
    const module = await import('#unpack');
    await module.default({ module_or_path: compiled() });
    return module;
  } catch (error) {
    throw packed('NoReader', { detail: messageOf(error) });
  }
}
