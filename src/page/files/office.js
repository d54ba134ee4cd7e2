// Asks the module that writes files for offices (office/), which is fetched on
// the first such file and given up after each: its memory is the browser's
// again.

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
      worker.postMessage({ kind, input: copy }, [copy.buffer]);
    });
  } finally {
    worker.terminate();
  }
}

// A worker that says that it is there.
function begin() {
  const worker = new Worker(new URL('./office_worker.js', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', () => resolve(worker), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The worker could not start.')), {
      once: true,
    });
  });
}

async function writeHere(kind, input) {
  const office = await import('#office');
  await office.default();
  return office[kind](input);
}
