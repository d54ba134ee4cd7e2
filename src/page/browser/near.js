// Calls back once, as soon as an element is about to be seen or printed.

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

// Whoever acts sooner fetches it by that.
const SETTLED_MS = 6000;

// Calls `then` once the page has nothing to do, unless the reader spares data.
export function whenIdle(then) {
  if (navigator.connection?.saveData) return;
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  setTimeout(() => idle(() => then()), SETTLED_MS);
}
