// Loads the WebAssembly module, whose start function mounts the page.
import init from '#wasm';
import { compiled } from './module.js';
import { sayNotStarted } from './not_started.js';
import { fetchOpening } from './opening.js';
import { painted } from './painted.js';

// What waits cannot be used yet, but it is what the reader came for: it is
// painted before anything else is fetched.
document.querySelector('.first-view').inert = true;
if (document.documentElement.dataset.firstView !== 'none') await painted();

// The first chart waits for the library too, but everything else only for the
// module: it has the network to itself.
const module = compiled();
fetchOpening();
module.then(() => import('./chart_library.js')).catch(() => {});

try {
  await init({ module_or_path: await module });
} catch (error) {
  sayNotStarted(error);
}
