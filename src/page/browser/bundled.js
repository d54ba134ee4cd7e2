// Where a file that comes with the page is found: beside the page, or within it
// where everything is one file (tools/single-file.js).
import { fetchIntact } from './intact.js';

export function address(name) {
  return globalThis.censusFiles?.[name] ?? name;
}

// Begins to fetch it, or any other file of this site by its address.
export function fetchFile(name) {
  return fetchIntact(address(name));
}
