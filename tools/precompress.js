// Puts a .br and a .gz beside every file of a folder that gains by it, for hosts
// that send such files as they are:
//
//     node tools/precompress.js dist
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// Below, the headers of an answer weigh more than what is gained.
const WORTHWHILE_BYTES = 1024;
const WORTHWHILE_SHARE = 0.9;
// The one file holds packed files only.
const PACKED = /\.(br|gz|png)$|\/model-census\.html$/;

const [folder] = process.argv.slice(2);

const ways = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

async function pack(path) {
  const bytes = await readFile(path);
  if (bytes.length < WORTHWHILE_BYTES) return;
  await Promise.all(
    Object.entries(ways).map(async ([ending, way]) => {
      const packed = await way(bytes);
      if (packed.length < bytes.length * WORTHWHILE_SHARE) await writeFile(`${path}.${ending}`, packed);
    }),
  );
}

const files = await readdir(folder, { recursive: true, withFileTypes: true });
const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
await Promise.all(paths.filter((path) => !PACKED.test(path)).map(pack));
