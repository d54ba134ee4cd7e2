// Serves the page from the browser's own store, so that it works without a
// network. tools/offline.js makes dist/sw.js of this and of the list of files.
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';

// {firstView, rest}: what a first view needs, kept before this version is used,
// and everything else, kept when the page has nothing else to do.
const files = __FILES__;

// Several copies of the page may stand below one origin.
const { scope } = registration;
const keeper = (entries, name) => {
  const controller = new PrecacheController({ cacheName: `model-census ${name} ${scope}` });
  controller.addToCacheList(entries);
  return controller;
};
const firstView = keeper(files.firstView, 'first view');
const rest = keeper(files.rest, 'rest');

addEventListener('install', (event) => void firstView.install(event));
// The page that brought the first version uses it at once. What an older version
// kept stays as long as a page of that version may want it.
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('message', (event) => {
  const { ask, isSparing } = event.data ?? {};
  if (ask === 'take over') event.waitUntil(skipWaiting());
  if (ask === 'opened') event.waitUntil(opened(event, isSparing));
});

async function opened(event, isSparing) {
  const isAlone = (await clients.matchAll()).length <= 1;
  if (isAlone) await Promise.all([firstView, rest].map((keeper) => keeper.activate(event)));
  if (!isSparing) await keepRest(event);
}

// One after the other, so that what the reader asks for meanwhile comes first.
async function keepRest(event) {
  for (const [url, cacheKey] of rest.getURLsToCacheKeys()) {
    if (await rest.matchPrecache(url)) continue;
    const integrity = rest.getIntegrityForCacheKey(cacheKey);
    // A name without a hash may stand for an older file in the browser's cache.
    const cache = cacheKey === url ? 'default' : 'reload';
    const request = new Request(url, { integrity, cache, credentials: 'same-origin' });
    await Promise.all(rest.strategy.handleAll({ event, request, params: { cacheKey, integrity } }));
  }
}

// Which part is shown, and by which name the page itself is asked for, stand in
// the address; it is one file.
const ways = {
  directoryIndex: null,
  cleanURLs: false,
  ignoreURLParametersMatching: [/./],
  urlManipulation: ({ url }) => (url.href.split('?')[0] === `${scope}index.html` ? [new URL(scope)] : []),
};
for (const keeper of [firstView, rest]) registerRoute(new PrecacheRoute(keeper, ways));

// What only an older version names, for its pages that are still open.
registerRoute(
  ({ url }) => url.href.startsWith(`${scope}assets/`),
  async ({ request }) => (await caches.match(request.url)) ?? fetch(request),
);
