// <model-census view lang period theme …>: a frame of the page beside this
// script, as high as its content.

const NAMES = ['view', 'lang', 'data', 'definition', 'period', 'theme', 'filter', 'parts', 'plain', 'height', 'isolated'];
const site = new URL('./', import.meta.url);
let count = 0;

class ModelCensus extends HTMLElement {
  static observedAttributes = NAMES;
  #frame;
  #latest = null;
  #id = `census-${(count += 1)}`;
  #hear = (event) => this.#take(event);

  connectedCallback() {
    addEventListener('message', this.#hear);
    this.#draw();
  }

  disconnectedCallback() {
    removeEventListener('message', this.#hear);
    this.#frame?.remove();
    this.#frame = undefined;
  }

  attributeChangedCallback(name, before, after) {
    if (this.#frame && before !== after) this.#draw();
  }

  // The numbers that are shown, or null before they are.
  breakdowns() {
    return this.#latest;
  }

  #draw() {
    const isolated = this.hasAttribute('isolated');
    const view = this.getAttribute('view') ?? 'report';
    const height = parseInt(this.getAttribute('height'), 10);
    const query = new URLSearchParams({ embed: view, id: this.#id });
    for (const name of NAMES.slice(1, -2)) {
      const value = this.getAttribute(name);
      if (value !== null) query.append(name, name === 'plain' ? '1' : value);
    }
    const frame = document.createElement('iframe');
    frame.title = `Model Census: ${view}`;
    frame.loading = 'lazy';
    frame.referrerPolicy = 'no-referrer';
    frame.sandbox = `allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox${isolated ? '' : ' allow-same-origin'}`;
    Object.assign(frame.style, {
      display: 'block', width: '100%', border: '0',
      height: `${height || (view === 'summary' ? 360 : 900)}px`,
    });
    frame.src = `${site}?${query}`;
    this.#latest = null;
    if (this.#frame) this.#frame.replaceWith(frame);
    else this.append(frame);
    this.#frame = frame;
  }

  #take({ source, origin, data }) {
    const expected = this.hasAttribute('isolated') ? 'null' : site.origin;
    if (source !== this.#frame?.contentWindow || origin !== expected) return;
    if (data?.source !== 'model-census' || data.v !== 1) return;
    if (data.type === 'height') {
      if (!parseInt(this.getAttribute('height'), 10)) this.#frame.style.height = `${data.height}px`;
      return;
    }
    if (data.type === 'ready') this.#latest = data.breakdowns;
    this.dispatchEvent(new CustomEvent(`census:${data.type}`, { bubbles: true, detail: data }));
  }
}

for (const name of NAMES) {
  if (name === 'lang') continue; // Every element reflects this one.
  Object.defineProperty(ModelCensus.prototype, name, {
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
