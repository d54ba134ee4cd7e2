// A plugin for Vite: puts into index.html what is read before the module has
// come (src/bin/first_view.rs), and the script that must run before anything is
// painted.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** What src/page/start/start.js fetches at once: all that the first charts wait for. */
export const fetchedFirst = /^assets\/(model_census_bg|opening|chart_library|echarts)-[^/]+\.(wasm|bin|js)$/;
/** What of it is asked for before the first paint where the network is slow. */
const fetchedEarly = /^assets\/(model_census_bg|opening)-[^/]+\.(wasm|bin)$/;

const MARK = '<!-- first view -->';

export const firstView = {
  name: 'first-view',
  buildStart() {
    this.emitFile({ type: 'asset', name: 'first.js', source: readFileSync(at('src/page/start/first.js')) });
  },
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      if (!html.includes(MARK)) throw new Error(`index.html has no ${MARK}`);
      const called = (pattern) => Object.keys(bundle).filter((name) => pattern.test(name));
      const [script] = called(/\/first-[^/]+\.js$/);
      const early = called(fetchedEarly).map((name) => `./${name}`);
      const written = readFileSync(at('target/pkg/first-view.html'), 'utf8');
      // Last in the head: browsers ask for nothing behind a script that blocks
      // where the policy stands in the page.
      return html.replace('</head>', `  <script src="./${script}" data-early="${early.join(' ')}"></script>\n  </head>`).replace(MARK, () => written);
    },
  },
};
