// The floor: every byte of the file into WebAssembly's memory and looked at
// once. Getting at the bytes takes longer than anything that is done with
// them, so they are got at in the best of the ways that Chromium offers
// (stream, stream with a buffer of one's own, slices, FileReaderSync): slices,
// the next under way while one is looked at.
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
    // Chromium frees a buffer's memory with the next garbage collection but
    // one: a hundred of them may wait. A transfer to length 0 frees it at once.
    slice.transfer(0);
  }
  const newlines = floor.newlines();
  floor.free();
  postMessage({ newlines });
});
postMessage('ready');
