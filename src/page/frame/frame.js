// Tells the page around a frame what is shown in it and how high it is, and
// takes from it what the frame's address asked for.

const query = new URLSearchParams(location.search);
const id = query.get('id') ?? '';

// A host that has not answered for so long will not.
const PATIENCE_MS = 30_000;
// Heights go by such steps, so that a rounding moves nothing.
const STEP_PX = 10;
const BURST_MS = 50;
const SHRINK_MS = 300;

let latest = null;
let shown = null;
let reporting = false;

function tell(type, more) {
  // The numbers are public; a host of any origin may frame them.
  if (parent !== window) parent.postMessage({ source: 'model-census', v: 1, id, type, ...more }, '*');
}

// Only what the page around this frame says to it.
function listen(hear) {
  const own = ({ source, origin, data }) => {
    if (source === parent && parent !== window && data?.source === 'model-census') hear(data, origin);
  };
  addEventListener('message', own);
  return () => removeEventListener('message', own);
}

export function begin() {
  // They may have been published before this code came.
  latest = globalThis.modelCensus.breakdowns();
  addEventListener('census:ready', ({ detail }) => {
    latest = detail;
    tellReady();
  });
  addEventListener('census:error', ({ detail }) => {
    tell('error', { error: detail });
    reportHeight();
  });
  listen((data) => {
    if (data.type !== 'set') return;
    const next = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(data.parameters ?? {})) {
      next.delete(key);
      for (const one of [value].flat()) if (one !== null) next.append(key, String(one));
    }
    location.replace(`?${next}`);
  });
}

// The view is on the page; `warnings` is what of the address does not hold.
export function show(view, warnings) {
  if (warnings.length > 0) console.warn('Model Census: not understood or not so:', warnings.join(', '));
  shown = { view, warnings };
  tellReady();
  // Before there is anything to see the host's own guess is better.
  reportHeight();
}

// The numbers and the view come in either order.
function tellReady() {
  if (latest === null || shown === null) return;
  const { source, definition } = latest;
  tell('ready', {
    ...shown,
    lang: document.documentElement.lang,
    snapshot: { name: source.name, date: source.snapshot_date, sha256: source.sha256 },
    definition: { id: definition.id, sha256: definition.sha256 },
    breakdowns: latest,
  });
}

export function select(kind, what) {
  tell('select', { kind, what });
}

// A file that the address says the page around this frame will hand over
// (`await=data`, `await=definition`): {blob, name, origin}, or {name, reason},
// or {} where nobody does.
export function awaited(kind) {
  if (parent === window) return Promise.resolve({});
  return new Promise((resolve) => {
    const end = (given) => {
      clearTimeout(timer);
      stop();
      resolve(given);
    };
    const stop = listen((data, origin) => {
      if (data.type !== 'give' || data.kind !== kind || String(data.id ?? '') !== id) return;
      const name = String(data.name ?? '');
      end(data.blob instanceof Blob ? { blob: data.blob, name, origin } : { name, reason: String(data.reason ?? '') });
    });
    const timer = setTimeout(() => end({}), PATIENCE_MS);
    tell('await', { kind });
  });
}

// The height of the content, not of the frame, so that one does not chase the
// other. A lower one is told once it lasts: what is drawn anew is low meanwhile.
function reportHeight() {
  if (reporting) return;
  reporting = true;
  const place = document.getElementById('app');
  const measured = () => Math.ceil(place.getBoundingClientRect().height / STEP_PX) * STEP_PX;
  let last = 0;
  let waiting;
  const say = (height) => {
    last = height;
    tell('height', { height });
  };
  const report = () => {
    const height = measured();
    if (height > last) return say(height);
    if (height < last) waiting = setTimeout(() => say(measured()), SHRINK_MS);
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(report, BURST_MS);
  };
  new ResizeObserver(soon).observe(place);
  document.fonts?.ready.then(soon);
  listen((data) => {
    if (data.type === 'measure' && last > 0) tell('height', { height: last });
  });
}
