// Keeps and reads the data beside the page: the same WebAssembly module, run a
// second time. client.js talks to it.
import init, { fetchEngine, Host } from '#wasm';
import { know } from '../browser/intact.js';
import { serve } from './serving.js';

let served;

// As long as this worker lives it has a lock of this name, which the browser
// takes back however it ends. Gives whether it got it.
async function hold(name) {
  try {
    return await new Promise((held, refused) => {
      const forEver = () => {
        held(true);
        return new Promise(() => {});
      };
      navigator.locks.request(name, forEver).catch(refused);
    });
  } catch {
    // No locks, as in a frame without an origin.
    return false;
  }
}

async function start({ module, files, definition, labels, lock }) {
  know(files);
  const isHeld = hold(lock);
  await init({ module_or_path: module });
  await fetchEngine();
  served = serve(() => new Host(definition, labels), { tell: (told) => postMessage({ told }) });
  return isHeld;
}

addEventListener('message', async ({ data: question }) => {
  const { id, ask } = question;
  try {
    const progress = (progress) => postMessage({ id, progress });
    const value = await (ask === 'start' ? start(question) : served[ask](question, progress));
    postMessage({ id, value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    // After a trap, as where memory is short, nothing in the module is to be
    // relied on.
    const isBroken = error instanceof WebAssembly.RuntimeError;
    postMessage({ id, failed: String(error?.message ?? error), isBroken });
  }
});
