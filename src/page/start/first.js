// Runs before anything is painted: how the page is to look, whether what waits
// in it (src/page/start/first_view.rs) is what the reader came for, and whether the
// network leaves time to wait for the paint.

// A small file that takes so long tells of a network on which the module is
// longer on its way than the first paint takes.
const SLOW_MS = 150;

{
  const { dataset } = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(`model-census-${key}`)?.replaceAll('"', '');
    } catch {
      // Storage is forbidden: nothing is kept.
      return undefined;
    }
  };
  // A frame shows a part, without the page's head (src/page/start/embed.css).
  const part = new URLSearchParams(location.search).get('embed');
  if (part !== null) dataset.embed = part;
  else dataset.theme = kept('theme') ?? 'auto';
  const asksForMore = location.hash.includes('?');
  if (part !== null || asksForMore || kept('language') === 'en') dataset.firstView = 'none';
  // The page itself and its style.
  const fetched = performance.getEntries().map(({ requestStart, responseEnd }) => responseEnd - requestStart);
  if (fetched.some((took) => took > SLOW_MS)) {
    // Named by tools/first-view.js: what src/page/start/start.js fetches first.
    for (const href of document.currentScript.dataset.early?.split(' ') ?? []) {
      const link = { rel: 'preload', as: 'fetch', crossOrigin: '', fetchPriority: 'low', href };
      document.head.append(Object.assign(document.createElement('link'), link));
    }
  }
}
