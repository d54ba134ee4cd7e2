// Starts the page where all of it is one file (tools/single-file.js): every file
// stands packed in an element of its own and gets an address in memory, which
// the page and its workers find in `censusFiles` by the file's name.
import { sayNotStarted } from './page/start/not_started.js';

async function unpack(element) {
  const { name, type } = element.dataset;
  const packed = Uint8Array.from(atob(element.textContent), (char) => char.charCodeAt(0));
  element.remove();
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const blob = await new Response(stream, { headers: { 'Content-Type': type } }).blob();
  return { name, blob };
}

// In a worker, which may not fetch from the page's memory: it is sent the files
// before anything else and gives them addresses of its own, and only then begins,
// since its script names them.
function begin(script) {
  const take = ({ data }) => {
    const named = Object.entries(data.censusFiles).map(([name, blob]) => [name, URL.createObjectURL(blob)]);
    globalThis.censusFiles = Object.fromEntries(named);
    script();
  };
  addEventListener('message', take, { once: true });
}

function sendTo(Worker, files) {
  return class extends Worker {
    constructor(...how) {
      super(...how);
      this.postMessage({ censusFiles: files });
    }
  };
}

async function start() {
  const elements = [...document.querySelectorAll('script[data-name]')];
  const files = {};
  const addresses = {};
  for (const { name, blob } of await Promise.all(elements.map(unpack))) {
    const isWorker = blob.type === 'text/javascript' && name !== 'start';
    if (!isWorker) files[name] = blob;
    const script = isWorker ? new Blob([`(${begin})(() => {\n`, blob, '\n});'], { type: blob.type }) : blob;
    addresses[name] = URL.createObjectURL(script);
  }
  globalThis.censusFiles = addresses;
  if (globalThis.Worker) globalThis.Worker = sendTo(globalThis.Worker, files);
  await import(/* @vite-ignore */ addresses.start);
}

start().catch(sayNotStarted);
