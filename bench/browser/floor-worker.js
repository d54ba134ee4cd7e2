// The floor: every byte of the file into WebAssembly's memory and looked at
// once. It gets at the bytes as the page does (src/page/reading.js): in slices,
// the next under way while one is looked at. So it shows what the page adds,
// not the least that Chromium can do: see bench/README.md.
import init, { Floor } from '../floor/floor.js';

const { memory } = await init();
const SLICE = 1 << 20;

addEventListener('message', async ({ data: { file } }) => {
  const floor = new Floor(Math.min(SLICE, file.size));
  const at = (begin) => file.slice(begin, begin + SLICE).arrayBuffer();
  let next = at(0);
  for (let begin = 0; begin < file.size; begin += SLICE) {
    const slice = await next;
    if (begin + SLICE < file.size) next = at(begin + SLICE);
    new Uint8Array(memory.buffer, floor.place(), slice.byteLength).set(new Uint8Array(slice));
    floor.count(slice.byteLength);
    slice.transfer(0);
  }
  const newlines = floor.newlines();
  floor.free();
  postMessage({ newlines });
});
postMessage('ready');
