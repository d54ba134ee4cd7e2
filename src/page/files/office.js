// Asks the module that writes files for offices (office/), which is fetched on
// the first such file and given up after each: its memory is the browser's
// again.
import moduleAddress from '#built/office/model_census_office_bg.wasm?url';
import { compileIntact, fetchIntact, listed } from '../browser/intact.js';
import workerAddress from './office_worker.js?worker&url';

// `kind` is a function of office/src/browser.rs, `input` its bytes. A view of
// the module's memory is copied at once.
export async function write(kind, input) {
  const copy = input.slice();
  let worker;
  try {
    worker = await begin();
  } catch (error) {
    console.info('Model Census: no worker, writing in the page.', error);
    return writeHere(kind, copy);
  }
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data: { file, failed } }) =>
        failed === undefined ? resolve(file) : reject(new Error(failed)),
      );
      worker.addEventListener('error', (event) => reject(new Error(event.message || 'The worker failed.')));
      worker.postMessage({ kind, input: copy, files: listed() }, [copy.buffer]);
    });
  } finally {
    worker.terminate();
  }
}

// A worker that says that it is there.
async function begin() {
  const script = await fetchIntact(workerAddress);
  if (!script.ok) throw new Error(`${script.url}: HTTP ${script.status}`);
  const worker = new Worker(workerAddress, { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', () => resolve(worker), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The worker could not start.')), {
      once: true,
    });
  });
}

async function writeHere(kind, input) {
  const office = await import('#office');
  await office.default({ module_or_path: compileIntact(moduleAddress) });
  return office[kind](input);
}
