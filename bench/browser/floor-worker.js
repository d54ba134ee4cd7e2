// The floor: every byte of the file, over its stream, into WebAssembly's memory
// and looked at once. Of the ways to get at the bytes (slices, this reader, one
// that fills a buffer of ours) it is the fastest here.
import init, { Floor } from '../floor/floor.js';

const { memory } = await init();
// More than Chromium hands out at a time.
const PART = 1 << 21;

addEventListener('message', async ({ data: { file } }) => {
  const floor = new Floor(PART);
  for await (const part of file.stream()) {
    new Uint8Array(memory.buffer, floor.place(), part.length).set(part);
    floor.count(part.length);
  }
  const newlines = floor.newlines();
  floor.free();
  postMessage({ newlines });
});
postMessage('ready');
