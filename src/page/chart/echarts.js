// Draws charts with ECharts. The library is asked for here and not imported:
// the worker shares this module's WebAssembly and draws nothing.
import { walk } from './marks.js';

let init;

const charts = new Map();
const listeners = new WeakMap();
// So long nobody waits for a chart without a word.
const LONG_MS = 4_000;
const waiting = new Map();
let scheduled = false;

// Drawing blocks the page, so a chart is drawn when it comes near, one a slice,
// those in view first; on paper all of them are near.
const NEAR_PX = 400;
const near = new Set();
let printing = false;
// Once the page has nothing else to do those far away are drawn too, for whoever
// takes a picture of the whole page.
let isIdle = false;
if (globalThis.document) addEventListener('census:idle', () => {
  isIdle = true;
  schedule();
});
// Made with the first chart: the worker, which loads this too, has none.
let watch;

function notice(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) near.add(target);
    else near.delete(target);
  }
  schedule();
}

function drawNext() {
  scheduled = false;
  const [element] = due().sort((a, b) => distance(a) - distance(b));
  if (element === undefined) return;
  const drawing = waiting.get(element);
  waiting.delete(element);
  if (element.isConnected) drawNow(element, drawing);
  schedule();
}

function due() {
  const all = [...waiting.keys()];
  const close = all.filter((element) => near.has(element));
  return printing || (isIdle && close.length === 0) ? all : close;
}

function distance(element) {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < window.innerHeight && bottom > 0) return 0;
  return top >= window.innerHeight ? top : window.innerHeight - bottom;
}

function schedule() {
  if (scheduled || (init !== undefined && due().length === 0)) return;
  scheduled = true;
  if (init !== undefined) {
    const idle = due().every((element) => !near.has(element)) && !printing && globalThis.requestIdleCallback;
    return void (idle ? idle(drawNext, { timeout: 300 }) : setTimeout(drawNext, 0));
  }
  // Whoever comes near asks again.
  const giveUp = () => {
    scheduled = false;
    tellMissing(true);
  };
  const late = setTimeout(giveUp, LONG_MS);
  import('./chart_library.js').then(
    (library) => {
      clearTimeout(late);
      init = library.init;
      tellMissing(false);
      drawNext();
    },
    (error) => {
      clearTimeout(late);
      console.info('Model Census: no chart can be drawn.', error);
      giveUp();
    },
  );
}

// Whether the library did not come, said where charts wait for it, with a way to
// try again: here, where it costs a first visit the least.
function tellMissing(isMissing) {
  for (const element of waiting.keys()) {
    const said = element.parentElement?.querySelector(':scope > .section__missing');
    if (!isMissing) said?.remove();
    else if (!said) element.after(missing(element.dataset));
  }
}

function missing({ missing, again }) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: again });
  button.addEventListener('click', schedule);
  const said = Object.assign(document.createElement('p'), { className: 'section__missing', role: 'status' });
  said.append(missing, ' ', button);
  return said;
}

function drawNow(element, { option, marks }) {
  let chart = charts.get(element);
  if (chart === undefined) {
    chart = init(element, null, { renderer: 'svg' });
    charts.set(element, chart);
    const observer = new ResizeObserver(([{ contentRect }]) => {
      if (chart.isDisposed()) return;
      // It also calls when it begins, and the chart was drawn at that size.
      const width = Math.abs(contentRect.width - chart.getWidth());
      const height = Math.abs(contentRect.height - chart.getHeight());
      if (width >= 1 || height >= 1) chart.resize();
    });
    observer.observe(element);
    chart.observer = observer;
    chart.on('click', ({ seriesIndex, dataIndex }) => chart.press(seriesIndex, dataIndex));
  } else {
    chart.resize();
  }
  const drawn = complete(JSON.parse(option));
  chart.setOption(drawn, { notMerge: true });
  // By keys: two marks may have one name.
  const keys = JSON.parse(marks);
  chart.press = (series, at) => {
    const key = keys[series]?.[at];
    if (key !== undefined) listeners.get(element)?.(key.row, key.column);
  };
  walk(element, chart, drawn);
  element.dataset.drawn = 'true';
}

// A4 less the margins of style/print.css; and what is enough height where
// nobody points at marks.
const PAPER_PX = 656;
const PAPER_HEIGHT = 0.72;

// Paper is narrower than the window, and a drawing that shrinks has letters that
// nobody can read: charts are drawn anew at the paper's width, with a view box
// for paper that is narrower still. Listened for from the first chart on, so
// that the page has asked for charts on white before.
function watchPrinting() {
  addEventListener('beforeprint', () => {
    printing = true;
    if (init === undefined) return schedule();
    for (const [element, drawing] of waiting) drawNow(element, drawing);
    waiting.clear();
    for (const [element, chart] of charts) {
      // A second event before the paper is there would shrink it again.
      chart.onScreen ??= element.style.height;
      element.style.height = `${Math.round(Number.parseFloat(chart.onScreen) * PAPER_HEIGHT)}px`;
      resize(chart, PAPER_PX);
      const box = `0 0 ${PAPER_PX} ${chart.getHeight()}`;
      element.querySelector('svg')?.setAttribute('viewBox', box);
    }
  });
  addEventListener('afterprint', () => {
    printing = false;
    for (const [element, chart] of charts) {
      element.querySelector('svg')?.removeAttribute('viewBox');
      if (chart.onScreen !== undefined) element.style.height = chart.onScreen;
      delete chart.onScreen;
      resize(chart, 'auto');
    }
  });
}

// Drawn at once: what waits for the next frame is not on the paper.
function resize(chart, width) {
  chart.resize({ width });
  chart.getZr().flush();
}

// What charming has no words for. HTML tooltips would write style attributes,
// which the content security policy forbids.
function complete(option) {
  option.tooltip = {
    ...option.tooltip,
    renderMode: 'richText',
    confine: true,
    textStyle: { color: option.legend?.textStyle?.color, fontSize: 12 },
  };
  if (option.xAxis?.type === 'category') option.xAxis.axisLabel.hideOverlap = true;
  // 10 to the 23rd is no clean binary fraction: ECharts would print its tail.
  if (option.yAxis?.type === 'log' && option.yAxis.min >= 1e6) {
    option.yAxis.axisLabel.formatter = (value) => `1E+${Math.round(Math.log10(value))}`;
  }
  for (const series of option.series ?? []) {
    if ((series.type === 'scatter' || series.type === 'line') && series.label) {
      series.labelLayout = { hideOverlap: true };
      series.label.textBorderColor = option.tooltip.backgroundColor;
      series.label.textBorderWidth = 2;
    }
    // A bar without length bears a total as its name, and so does its tooltip.
    const names = [option.xAxis, option.yAxis].find((axis) => axis?.type === 'category')?.data;
    if (names && series.itemStyle?.color === 'transparent' && series.label) {
      const nameOf = (at) => (series.name && option.series[0].data[at]?.name) || (names[at]?.value ?? names[at]);
      const of = series.name ? `\n${series.name}` : '';
      series.tooltip = { formatter: ({ dataIndex, name }) => `${nameOf(dataIndex)}${of}: ${name}` };
    }
    if (series.markLine) Object.assign(series.markLine, { symbol: 'none', silent: true });
  }
  return option;
}

// Draws, or draws anew, as soon as it is the element's turn; `marks` says what
// the option's marks stand for, series by series.
export function draw(element, option, marks) {
  delete element.dataset.drawn;
  waiting.set(element, { option, marks });
  if (watch === undefined) {
    watch = new IntersectionObserver(notice, { rootMargin: `${NEAR_PX}px 0px` });
    watchPrinting();
  }
  watch.observe(element);
  schedule();
}

// Calls back with the keys of row and column of a mark when it is clicked.
export function onMark(element, callback) {
  listeners.set(element, callback);
}

// An option object, given as JSON, as an SVG document of this size, drawn apart
// from the screen.
export async function render(option, width, height) {
  init ??= (await import('./chart_library.js')).init;
  const apart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    apart.setOption(complete(JSON.parse(option)));
    return apart.renderToSVGString();
  } finally {
    apart.dispose();
  }
}

export function dispose(element) {
  watch?.unobserve(element);
  near.delete(element);
  waiting.delete(element);
  const chart = charts.get(element);
  if (chart === undefined) return;
  chart.observer.disconnect();
  chart.dispose();
  charts.delete(element);
}
