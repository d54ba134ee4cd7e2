// Calls back once, as soon as an element is about to be seen or printed.

// Fetched once the page stands, which a first view does not wait for.
const after = () => import('./after.js');

const NEAR_PX = 800;

// So long nothing changes once everything is there, and so long it is waited for.
const QUIET_MS = 600;
const MOST_MS = 15_000;

export function whenNear(element, then) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) once();
    },
    { rootMargin: `${NEAR_PX}px 0px` },
  );
  const once = () => {
    watch.disconnect();
    removeEventListener('beforeprint', once);
    then();
  };
  watch.observe(element);
  addEventListener('beforeprint', once);
}

// Prints once everything has come near, is computed and drawn: the browser's own
// event comes too late for what is asked of the worker.
export async function printWhole() {
  dispatchEvent(new Event('beforeprint'));
  await new Promise((resolve) => {
    let quiet;
    const end = () => {
      watch.disconnect();
      clearTimeout(quiet);
      clearTimeout(most);
      resolve();
    };
    const wait = () => {
      clearTimeout(quiet);
      quiet = setTimeout(end, QUIET_MS);
    };
    const most = setTimeout(end, MOST_MS);
    const watch = new MutationObserver(wait);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    wait();
  });
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  print();
}

// Comes to a section and stays there while what is above it comes (places.js).
export function comeTo(id) {
  after().then(({ comeTo }) => comeTo(id), () => {});
}

// Whoever acts sooner fetches it by that.
const SETTLED_MS = 6000;

const idle = globalThis.requestIdleCallback ?? setTimeout;

// Calls `then` once the page has nothing to do, unless the reader spares data, and
// lays out what nobody has come near: a picture of the whole page has it too.
export function whenIdle(then) {
  setTimeout(() => {
    if (!navigator.connection?.saveData) idle(() => then());
    after().then(({ layNext }) => idle(layNext), () => {});
  }, SETTLED_MS);
}
