// The floor: every byte of the file into WebAssembly's memory and looked at
// once. Ways of getting at the bytes differ in time and memory more than
// anything that is done with them, so all that Chromium offers are here;
// `run.js --ways` compares them, the floor is the best.
import init, { Floor } from '../floor/floor.js';

const { memory } = await init();
const MB = 1 << 20;

/** The way that the floor takes. */
const best = { way: 'ahead-freed', slice: MB };

function* slices(file, size) {
  for (let at = 0; at < file.size; at += size) yield file.slice(at, at + size);
}

// Chromium frees a buffer's memory with the next garbage collection but one:
// a hundred of them may wait. A transfer to length 0 frees it at once.
const free = (buffer) => buffer.transfer(0);
const keep = () => {};

async function ahead(file, size, take, done, depth = 1) {
  const waiting = [];
  for (const slice of slices(file, size)) {
    waiting.push(slice.arrayBuffer());
    if (waiting.length > depth) {
      const buffer = await waiting.shift();
      take(new Uint8Array(buffer));
      done(buffer);
    }
  }
  for (const pending of waiting) {
    const buffer = await pending;
    take(new Uint8Array(buffer));
    done(buffer);
  }
}

const ways = {
  // Slices of Chromium's choice.
  async stream(file, _size, take) {
    const reader = file.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) take(part.value);
  },
  async 'stream-freed'(file, _size, take) {
    const reader = file.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      take(part.value);
      free(part.value.buffer);
    }
  },
  // One buffer, handed back and forth.
  async byob(file, size, take) {
    const reader = file.stream().getReader({ mode: 'byob' });
    let part = await reader.read(new Uint8Array(size));
    while (!part.done) {
      take(part.value);
      part = await reader.read(new Uint8Array(part.value.buffer));
    }
  },
  async slices(file, size, take) {
    for (const slice of slices(file, size)) take(new Uint8Array(await slice.arrayBuffer()));
  },
  async 'slices-freed'(file, size, take) {
    for (const slice of slices(file, size)) {
      const buffer = await slice.arrayBuffer();
      take(new Uint8Array(buffer));
      free(buffer);
    }
  },
  // The next slice is under way while one is looked at.
  ahead: (file, size, take) => ahead(file, size, take, keep),
  'ahead-freed': (file, size, take) => ahead(file, size, take, free),
  'ahead2-freed': (file, size, take) => ahead(file, size, take, free, 2),
  sync(file, size, take) {
    const reader = new FileReaderSync();
    for (const slice of slices(file, size)) take(new Uint8Array(reader.readAsArrayBuffer(slice)));
  },
  'sync-freed'(file, size, take) {
    const reader = new FileReaderSync();
    for (const slice of slices(file, size)) {
      const buffer = reader.readAsArrayBuffer(slice);
      take(new Uint8Array(buffer));
      free(buffer);
    }
  },
};

addEventListener('message', async ({ data: { file, options } }) => {
  const { way, slice } = { ...best, ...options };
  // A stream may hand out more at once than it was asked for.
  const room = Math.min(Math.max(slice, 2 * MB), file.size);
  const floor = new Floor(room);
  let parts = 0;
  await ways[way](file, slice, (bytes) => {
    parts += 1;
    for (let at = 0; at < bytes.length; at += room) {
      const part = bytes.subarray(at, at + room);
      new Uint8Array(memory.buffer, floor.place(), part.length).set(part);
      floor.count(part.length);
    }
  });
  const newlines = floor.newlines();
  floor.free();
  postMessage({ newlines, parts });
});
postMessage('ready');
