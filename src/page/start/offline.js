// Keeps the page in the browser, so that it opens without a network, and tells
// of a newer version. Where that cannot be, the page works as it does without.

const HOUR_MS = 3_600_000;

let own;

// Begins once the first numbers are shown and nothing else is to do; `newer` is
// called when another version is ready to be used or is used already.
export function follow(newer) {
  // A frame belongs to its host, and one file needs nothing that is fetched.
  if (parent !== window || location.protocol === 'file:' || globalThis.censusFiles) return;
  if (!navigator.serviceWorker) return;
  const soon = globalThis.requestIdleCallback ?? setTimeout;
  addEventListener('census:ready', () => soon(() => begin(newer).catch(() => {})), { once: true });
}

async function begin(newer) {
  const workers = navigator.serviceWorker;
  let isOlder = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    // The first one takes over a page that is as new as itself.
    if (isOlder) newer();
    isOlder = true;
  });
  own = await workers.register('sw.js', { updateViaCache: 'none' });
  const tellOf = (worker) => {
    const tell = () => worker.state === 'installed' && workers.controller && newer();
    worker?.addEventListener('statechange', tell);
    if (worker) tell();
  };
  tellOf(own.waiting);
  tellOf(own.installing);
  own.addEventListener('updatefound', () => tellOf(own.installing));

  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < HOUR_MS) return;
    asked = Date.now();
    own.update().catch(() => {});
  });
  const { active } = await workers.ready;
  active.postMessage({ ask: 'opened', isSparing: navigator.connection?.saveData === true });
}

// Loads the page anew, in the newest version that is there.
export function renew() {
  if (!own?.waiting) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  own.waiting.postMessage({ ask: 'take over' });
}
