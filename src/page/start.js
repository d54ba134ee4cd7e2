// Loads the WebAssembly module, whose start function mounts the page.
import init from '#wasm';
import { compiled } from './module.js';
import { sayNotStarted } from './not_started.js';

// A frame shows a part, without the page's head (style/embed.css).
const part = new URLSearchParams(location.search).get('embed');
if (part !== null) document.documentElement.dataset.embed = part;

// On its way while the module is: the first chart waits for both.
void import('./chart_library.js');

try {
  await init({ module_or_path: await compiled() });
} catch (error) {
  sayNotStarted(error);
}
