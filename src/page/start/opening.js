// What a first visit shows (src/bin/opening.rs), made when the page is built.
import address from '#built/opening.bin?url';
import contractAddress from '#built/opening.json?url';
import { fetchIntact } from '../browser/intact.js';
import { publishFirst } from '../engine/contract.js';

let fetching;

// Once: it is on its way before the module that shows it is there.
export function fetchOpening() {
  fetching ??= get();
  // Whoever waits for it hears of it too.
  fetching.catch(() => {});
  return fetching;
}

async function get() {
  const response = await fetchIntact(address);
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

// Publishes its JSON contract. Without it only other programs miss anything.
export async function publishOpening() {
  // What is drawn goes first.
  await import('../chart/chart_library.js').catch(() => {});
  try {
    const response = await fetchIntact(contractAddress);
    if (response.ok) publishFirst(await response.text());
  } catch (error) {
    console.info('Model Census: the numbers could not be published.', error);
  }
}
