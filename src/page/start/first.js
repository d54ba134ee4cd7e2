// Runs before anything is painted: how the page is to look, whether what waits
// in it (src/page/start/first_view.rs) is what the reader came for, and whether the
// network leaves time to wait for the paint. Says so where the page's own script
// does not come, or not soon.

// A small file that takes so long tells of a network on which the module is
// longer on its way than the first paint takes.
const SLOW_MS = 150;
// So long nobody is left alone with a page that does nothing.
const LATE_MS = 4_000;
// The module is larger, and what waits for it can be read meanwhile.
const MODULE_LATE_MS = 20_000;

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
  // Elsewhere each is fetched with its hash, which what is on its way has not.
  if (isSecureContext && fetched.some((took) => took > SLOW_MS)) {
    // Named by tools/first-view.js: what src/page/start/start.js fetches first.
    for (const href of document.currentScript.dataset.early?.split(' ') ?? []) {
      const link = { rel: 'preload', as: 'fetch', crossOrigin: '', fetchPriority: 'low', href };
      document.head.append(Object.assign(document.createElement('link'), link));
    }
  }

  // What a part of the page is without scripts, for whoever comes for that part.
  const language = new URLSearchParams(location.hash.split('?')[1] ?? location.search).get('lang') ?? kept('language');
  const named = part ?? /^#([a-z-]+)/.exec(location.hash)?.[1];
  const view = `views/${/^[a-z-]+$/.test(named ?? '') && named !== 'report' ? named : 'summary'}`;
  const element = (name, more) => Object.assign(document.createElement(name), more);
  const line = (lang, text, reload, plain) => {
    const again = element('button', { type: 'button', textContent: reload });
    again.addEventListener('click', () => location.reload());
    const line = element('p', { lang, textContent: text });
    line.append(' ', again, ' ', element('a', { href: `./${view}.${lang}.html`, textContent: plain }));
    return line;
  };
  let missing;
  // Whether the page has to do without its style, which is no page to be left with.
  let isUnstyled = false;
  const sayMissing = () => {
    // While a style is on its way nothing is painted.
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
      if (link.sheet !== null) continue;
      isUnstyled = true;
      link.remove();
    }
    if (missing !== undefined) return;
    missing = element('div', { className: 'not-started' });
    missing.role = 'status';
    const korean = line('ko', '페이지를 시작하지 못했습니다. 코드를 받지 못했거나 브라우저가 오래된 것일 수 있습니다.', '새로 고침', '표와 그림만 보기');
    const english = line('en', 'The page could not start: its code has not come, or the browser is too old for it.', 'Reload', 'Tables and pictures only');
    missing.append(...(language === 'en' ? [english, korean] : [korean, english]));
    const say = () => document.body.prepend(missing);
    if (document.body) say();
    else addEventListener('DOMContentLoaded', say);
  };
  let late = setTimeout(sayMissing, LATE_MS);
  const hasErred = ({ target }) => {
    if (target.rel === 'stylesheet') {
      isUnstyled = true;
      target.remove();
    }
    if (target === window || target.tagName === 'SCRIPT' || target.rel === 'stylesheet') sayMissing();
  };
  addEventListener('error', hasErred, true);
  globalThis.censusStart = {
    sayMissing,
    // The script is there, and then the page; what was only late takes the word
    // back.
    has(come) {
      clearTimeout(late);
      removeEventListener('error', hasErred, true);
      if (isUnstyled) return;
      missing?.remove();
      missing = undefined;
      if (come === 'script') late = setTimeout(sayMissing, MODULE_LATE_MS);
    },
  };
}
