// What the page hands to other programs: the JSON of the command line. In the
// worker, which shares the module, nobody asks.

let latest = null;

globalThis.modelCensus = { breakdowns: () => (latest === null ? null : JSON.parse(latest)) };

// Keeps the JSON contract of what is shown, and tells of it.
export function publish(json) {
  latest = json;
  dispatchEvent(new CustomEvent('census:ready', { detail: JSON.parse(json) }));
}

// The same for what the page opens with, unless there is something newer.
export function publishFirst(json) {
  if (latest === null) publish(json);
}

// Tells why a file cannot be used; what was published before stands.
export function refuse(json) {
  dispatchEvent(new CustomEvent('census:error', { detail: JSON.parse(json) }));
}
