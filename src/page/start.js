// Loads the WebAssembly module, whose start function mounts the page.
import init from '#wasm';
import { compiled } from './module.js';
import { sayNotStarted } from './not_started.js';

// What waits cannot be used yet.
document.querySelector('.first-view').inert = true;

// On its way while the module is: the first chart waits for both.
void import('./chart_library.js');

try {
  await init({ module_or_path: await compiled() });
} catch (error) {
  sayNotStarted(error);
}
