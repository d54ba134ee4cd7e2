// <model-census view lang src period theme …>: a frame of the page beside this
// script, as high as its content. Plain frames of the page get their height too.
import { ko, widths } from './heights.json';

const NAMES = [
  'view', 'lang', 'src', 'data', 'data-sha256', 'definition', 'definition-sha256', 'changes', 'period', 'filter',
  'covered', 'show', 'theme', 'parts', 'plain', 'height', 'isolated',
];
const site = new URL('./', import.meta.url);
const files = new Map();
let count = 0;

// The host's own file, fetched once for all elements that show it.
function file(address) {
  if (!files.has(address)) {
    const coming = fetch(address).then((response) => {
      if (response.ok) return response.blob();
      throw Error(`HTTP ${response.status}`);
    });
    coming.catch(() => files.delete(address));
    files.set(address, coming);
  }
  return files.get(address);
}

// What a view takes at a width, between the widths that were measured. English
// takes about as much as Korean.
function usual(view, width) {
  const own = ko[view] ?? ko.report;
  const at = widths.findIndex((next) => width <= next);
  if (at < 1) return own.at(at);
  const part = (width - widths[at - 1]) / (widths[at] - widths[at - 1]);
  return Math.round(own[at - 1] + part * (own[at] - own[at - 1]));
}

class ModelCensus extends HTMLElement {
  static observedAttributes = NAMES;
  #frame;
  #due;
  #latest = null;
  #given = {};
  #standIn;
  #id = `census-${(count += 1)}`;

  connectedCallback() {
    this.#draw();
  }

  disconnectedCallback() {
    this.#frame?.remove();
    this.#frame = undefined;
  }

  // Attributes that are set one after the other load the frame once.
  attributeChangedCallback(name, before, after) {
    if (!this.#frame || this.#due || before === after) return;
    this.#due = true;
    queueMicrotask(() => this.#frame && this.#draw());
  }

  // The numbers that are shown, or null before they are.
  breakdowns() {
    return this.#latest;
  }

  #draw() {
    const get = (name) => this.getAttribute(name);
    const view = get('view') ?? 'report';
    const isolated = get('isolated') !== null;
    const query = new URLSearchParams({ embed: view, id: this.#id });
    this.#due = false;
    this.#given = {};
    for (const name of NAMES.slice(1, -2)) {
      const value = get(name);
      if (value === null) continue;
      const isFile = name === 'src' || (name === 'definition' && /[/.]/.test(value));
      const url = isFile && new URL(value, document.baseURI);
      if (name === 'filter') value.split(';').forEach((one) => query.append(name, one.trim()));
      else if (!isFile) query.append(name, name === 'plain' ? '1' : value);
      else if (url.origin === site.origin) query.append(name, url.pathname + url.search);
      else {
        // The frame asks nobody but its own site: this page gives it the file.
        const kind = name === 'src' ? 'data' : name;
        this.#given[kind] = url.href;
        query.append('await', kind);
      }
    }
    const frame = document.createElement('iframe');
    frame.title = `Model Census: ${view}`;
    frame.loading = 'lazy';
    frame.referrerPolicy = 'no-referrer';
    frame.allow = 'clipboard-write';
    // Of the host's own origin a sandbox with allow-same-origin would be none.
    if (isolated || site.origin !== location.origin) {
      frame.sandbox = `allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox${isolated ? '' : ' allow-same-origin'}`;
    }
    this.style.display ||= 'block';
    const height = parseInt(get('height'), 10) || usual(view, this.clientWidth);
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0', height: `${height}px` });
    frame.src = `${site}?${query}`;
    this.#latest = null;
    // What stood in for the frame goes, and comes back where its numbers do not.
    this.#standIn ??= [...this.childNodes];
    this.replaceChildren(frame);
    this.#frame = frame;
  }

  async take(data) {
    if (data.type === 'height') {
      if (parseInt(this.getAttribute('height'), 10)) return;
      this.style.minHeight = '';
      this.#frame.style.height = `${data.height}px`;
      return;
    }
    if (data.type === 'await') {
      const { contentWindow } = this.#frame;
      const { kind } = data;
      const name = this.#given[kind];
      if (!name) return;
      const give = (more) => say(contentWindow, this.#frame, { type: 'give', id: this.#id, kind, name, ...more });
      // A Blob: however large, nothing is copied, and every frame reads the same.
      await file(name).then((blob) => give({ blob }), (error) => give({ reason: error.message }));
      return;
    }
    if (data.type === 'ready') this.#latest = data.breakdowns;
    if (data.type === 'error' && this.#latest === null) {
      if (this.#frame.previousSibling === null) this.prepend(...this.#standIn);
      console.info('Model Census: check the attributes src and definition of', this, data.error);
    }
    this.dispatchEvent(new CustomEvent(`census:${data.type}`, { bubbles: true, detail: data }));
  }
}

const origin = ({ sandbox }) => (sandbox.length && !sandbox.contains('allow-same-origin') ? 'null' : site.origin);

function say(target, frame, message) {
  const to = origin(frame);
  target.postMessage({ source: 'model-census', v: 1, ...message }, to === 'null' ? '*' : to);
}

const frames = () => [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(site));

addEventListener('message', (event) => {
  const { data } = event;
  if (data?.source !== 'model-census' || data.v !== 1) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === event.source);
  if (!frame || event.origin !== origin(frame)) return;
  if (frame.parentNode instanceof ModelCensus) void frame.parentNode.take(data);
  else if (data.type === 'height') frame.style.height = `${data.height}px`;
});

for (const name of NAMES) {
  if (name === 'lang') continue; // Every element reflects this one.
  Object.defineProperty(ModelCensus.prototype, name.replace(/-./g, ([, letter]) => letter.toUpperCase()), {
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? '' : value);
    },
  });
}

if (!customElements.get('model-census')) customElements.define('model-census', ModelCensus);
// Plain frames may have told their height before this script was there.
// To whoever is there: one that is not loaded yet is of another origin, of which
// browsers warn, and what is asked is no secret.
for (const { contentWindow } of frames()) contentWindow.postMessage({ source: 'model-census', v: 1, type: 'measure' }, '*');
