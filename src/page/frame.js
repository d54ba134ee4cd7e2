// Tells the page around a frame what is shown in it and how high it is.

const query = new URLSearchParams(location.search);
const id = query.get('id') ?? '';

function tell(type, more) {
  // The numbers are public; a host of any origin may frame them.
  if (parent !== window) parent.postMessage({ source: 'model-census', v: 1, id, type, ...more }, '*');
}

export function begin(view, warnings) {
  if (warnings.length > 0) console.warn('Model Census: not understood:', warnings.join(', '));
  addEventListener('census:ready', ({ detail }) =>
    tell('ready', { view, lang: document.documentElement.lang, warnings, breakdowns: detail }),
  );
  addEventListener('census:error', ({ detail }) => tell('error', { error: detail }));
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || parent === window) return;
    if (data?.source !== 'model-census' || data.type !== 'set') return;
    const next = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(data.parameters ?? {})) {
      if (value === null) next.delete(key);
      else next.set(key, String(value));
    }
    location.replace(`?${next}`);
  });
  reportHeight();
}

export function select(kind, what) {
  tell('select', { kind, what });
}

// The height of the content, not of the frame, so that one does not chase the
// other; one message for a burst of changes.
function reportHeight() {
  const place = document.getElementById('app');
  let last = 0;
  let waiting;
  const report = () => {
    const height = Math.ceil(place.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    tell('height', { height });
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(report, 50);
  };
  new ResizeObserver(soon).observe(place);
  document.fonts?.ready.then(soon);
}
