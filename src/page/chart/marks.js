// Walks the marks of a chart by keys: arrows go from one to the next, Home and
// End to the ends, Enter presses it, T goes to the table. What a mark says is
// shown as its tooltip and read aloud.

const charts = new WeakMap();

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

// Tells what is drawn in an element now; `chart.press` is what a click on a mark
// does.
export function walk(element, chart, option) {
  const known = charts.has(element);
  charts.set(element, { chart, marks: marksOf(option), at: -1 });
  // The drawing itself says nothing that its name and its marks do not say.
  element.firstElementChild?.setAttribute('aria-hidden', 'true');
  if (known) return;
  element.addEventListener('keydown', (event) => onKey(element, event));
  element.addEventListener('blur', () => leave(element));
}

function onKey(element, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const walked = charts.get(element);
  const { marks } = walked;
  if (event.code === 'KeyT') {
    const table = element.closest('section')?.querySelector('.table-frame');
    if (!table) return;
    event.preventDefault();
    table.focus();
    return;
  }
  if (marks.length === 0) return;
  if (event.key === 'Enter' || event.key === ' ') {
    const mark = marks[walked.at];
    if (mark === undefined) return;
    event.preventDefault();
    walked.chart.press(mark.seriesIndex, mark.dataIndex);
    return;
  }
  const to = target(event.key, walked.at, marks.length - 1);
  if (to === undefined) return;
  event.preventDefault();
  show(element, walked, to);
}

function target(key, at, last) {
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (!(key in steps)) return undefined;
  return Math.min(Math.max(0, at + steps[key]), last);
}

function show(element, walked, at) {
  const { chart, marks } = walked;
  downplay(walked);
  walked.at = at;
  const { seriesIndex, dataIndex, said } = marks[at];
  chart.dispatchAction({ type: 'highlight', seriesIndex, dataIndex });
  chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex });
  const status = element.parentElement.querySelector('.chart__said');
  if (status) status.textContent = `${said} (${at + 1}/${marks.length})`;
}

function leave(element) {
  const walked = charts.get(element);
  if (walked.chart.isDisposed()) return;
  downplay(walked);
  walked.chart.dispatchAction({ type: 'hideTip' });
}

function downplay({ chart, marks, at }) {
  const mark = marks[at];
  if (mark === undefined) return;
  const { seriesIndex, dataIndex } = mark;
  chart.dispatchAction({ type: 'downplay', seriesIndex, dataIndex });
}

// The marks that can be seen, in the order that they are read in.
function marksOf(option) {
  const axes = [option.xAxis, option.yAxis].flat();
  const names = axes.find((axis) => axis?.type === 'category')?.data;
  const tip = option.tooltip?.formatter;
  const unit = typeof tip === 'string' && tip.endsWith('%') ? '%' : '';
  const marks = [];
  for (const [seriesIndex, series] of (option.series ?? []).entries()) {
    // Series without colour only bear names and totals.
    if (series.itemStyle?.color === 'transparent') continue;
    for (const [dataIndex, item] of (series.data ?? []).entries()) {
      const value = item?.value ?? item;
      const [across, up] = Array.isArray(value) ? value : [dataIndex, value];
      if (!(Number(up) > 0)) continue;
      const name = String(item?.name ?? names?.[dataIndex]?.value ?? names?.[dataIndex] ?? '');
      const order = typeof across === 'number' ? across : Date.parse(across);
      const said = `${name.replaceAll('\n', ', ')}, ${series.name}: ${written(Number(up))}${unit}`;
      marks.push({ seriesIndex, dataIndex, order, said });
    }
  }
  return marks.sort((a, b) => a.order - b.order || a.seriesIndex - b.seriesIndex);
}

// Training compute as the page writes it; counts and shares as they are.
function written(number) {
  if (number < 1e6) return String(number);
  const [digits, exponent] = number.toExponential(2).split('e');
  return `${digits}E${exponent}`;
}
