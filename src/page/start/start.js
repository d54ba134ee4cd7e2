// Loads the WebAssembly module, whose start function mounts the page.
import init from '#wasm';
import { compiled } from '../engine/module.js';
import { sayIncomplete, sayNotStarted } from './not_started.js';
import { fetchOpening } from './opening.js';
import { painted } from './painted.js';

if (globalThis.censusStart === undefined) sayIncomplete();
else globalThis.censusStart.has('script');

// What waits is what the reader came for: it is painted before anything else is
// fetched, unless the network is slow (first.js).
if (document.documentElement.dataset.firstView !== 'none') await painted();

// The first chart waits for the library too, but everything else only for the
// module: it has the network to itself.
const module = compiled();
fetchOpening();
// It cannot be used yet. To say so takes a task of its own.
const waiting = setTimeout(() => {
  document.querySelector('.first-view')?.setAttribute('inert', '');
});
module.then(() => import('../chart/chart_library.js')).catch(() => {});

try {
  const ready = await module;
  // Its last bytes took their time.
  await new Promise((resolve) => setTimeout(resolve));
  await init({ module_or_path: ready });
  globalThis.censusStart?.has('page');
  // What is not there then is done without.
  import('../browser/after.js').catch(() => {});
} catch (error) {
  clearTimeout(waiting);
  sayNotStarted(error);
}
