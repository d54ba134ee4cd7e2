import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { cacheControl, contentSecurityPolicy, headers } from './tools/headers.js';
import { firstView } from './tools/first-view.js';
import { installable } from './tools/installable.js';
import { otherSites } from './tools/site.js';

// The policy goes first into <head>, before anything that it governs.
const policy = {
  name: 'content-security-policy',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

// wasm-bindgen copies the scripts that Rust names into target/pkg/snippets.
// Bundle the originals instead, so that what they name beside them (imports,
// workers) is found.
const originals = {
  name: 'originals-of-snippets',
  enforce: 'pre',
  resolveId(source) {
    const path = /^\.\/snippets\/model-census-[^/]+\/(src\/.+)$/.exec(source)?.[1];
    return path && fileURLToPath(new URL(path, import.meta.url));
  },
};

// The worker runs the same module as the page and so names the chart library
// too, and what is for a page that stands, which it never loads: charts are drawn
// where there is a document.
const withoutCharts = {
  name: 'without-charts',
  enforce: 'pre',
  load: (id) => (/\/(chart_library|browser\/after)\.js$/.test(id) ? 'export {};' : undefined),
};

// Scripts that are imported later are looked at first, and so are the parts of the
// module (src/page/browser/intact.js).
const lookedAt = {
  name: 'looked-at',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/__wasm_split.js')) return undefined;
    const start = `import { compileIntact } from ${JSON.stringify(fileURLToPath(new URL('src/page/browser/intact.js', import.meta.url)))};\n`;
    const parts = code
      .replace(/\bfetch\((new URL\("[^"]+", import\.meta\.url\))\)/g, 'compileIntact($1)')
      .replaceAll('WebAssembly.instantiateStreaming(src, imports)', 'WebAssembly.instantiate(await src, imports)');
    if (/\bfetch\(|Streaming/.test(parts)) throw new Error('The parts of the module are fetched in another way: vite.config.js must learn it.');
    return start + parts;
  },
  renderChunk: (code) =>
    code.replace(/\bimport\((["'`])(\.\/[^"'`]+)\1\)/g, (own, quote, name) => `globalThis.censusLookAt(new URL(\`${name}\`,import.meta.url).href).then(()=>${own})`),
};

// What another server is to be told, the preview does too.
const caching = {
  name: 'caching',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      response.setHeader('Cache-Control', cacheControl(new URL(request.url, 'http://host').pathname));
      next();
    });
  },
};

// The day of the newest list that comes with the page.
const [newest] = readdirSync(new URL('public/data', import.meta.url))
  .map((name) => /(\d{4}-\d\d-\d\d)\.csv$/.exec(name)?.[1])
  .filter(Boolean)
  .sort()
  .reverse();

export default defineConfig({
  define: { __NEWEST_LIST__: JSON.stringify(newest) },
  // Relative addresses, so that dist/ works from any path.
  base: './',
  // An address that does not exist is a 404, not the page once more.
  appType: 'mpa',
  plugins: [policy, firstView, installable, originals, lookedAt, otherSites, caching],
  resolve: {
    // What wasm-bindgen wrote (tools/build-wasm.sh).
    alias: {
      '#built': fileURLToPath(new URL('./target/pkg', import.meta.url)),
      '#wasm': fileURLToPath(new URL('./target/pkg/model_census.js', import.meta.url)),
      '#office': fileURLToPath(new URL('./target/pkg/office/model_census_office.js', import.meta.url)),
      '#unpack': fileURLToPath(new URL('./target/pkg/unpack/model_census_unpack.js', import.meta.url)),
    },
  },
  build: {
    target: 'es2022',
    // Neither inline scripts nor data: addresses: the policy forbids the one
    // and the .wasm must stay a file that streams.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []) },
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      input: ['index.html', 'src/embed.js'],
      // The loader is a module that others name: one file, always so called.
      preserveEntrySignatures: false,
      output: {
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js'),
        // Chromium then compiles it while it comes, beside the page's own work,
        // and not piece by piece while the first chart is drawn.
        postBanner: ({ name }) => (name === 'echarts' ? '//# allFunctionsCalledOnLoad' : ''),
        codeSplitting: {
          // The chart library changes less often than the page.
          groups: [{ name: 'echarts', test: /[\\/]node_modules[\\/](echarts|zrender|tslib)[\\/]/ }],
        },
      },
    },
  },
  worker: { format: 'es', plugins: () => [originals, lookedAt, withoutCharts] },
  server: { watch: { ignored: ['**/target/**'] } },
  preview: { headers },
});
