#!/usr/bin/env bash
# chart2music plays a continuous logarithmic axis at a speed that depends on
# the unit: 1 to 1,000 takes 2.5 s, and 1e23 to 1e26, as many decades, 0.3 s.
#
# Library   chart2music 1.20.0 (npm), in jsdom 24.1.3
# Expected  Its types let an axis be both `log10` and `continuous`. Playing to
#           the end spreads a continuous linear axis over a set time; on a
#           logarithmic one, three decades should take it wherever they lie.
# Seen      The distance from the start is divided by the logarithm of the
#           range's length, not by the difference of the ends' logarithms: only
#           an axis that begins at 1 keeps time, and one from 2 to 3 divides by
#           nothing.
# Takes     about 20 s
set -euo pipefail

command -v npm >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund chart2music@1.20.0 jsdom@24.1.3 >&2 || exit 77

cat >look.cjs <<'END'
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('', { url: 'http://localhost/' });
globalThis.window = window;
for (const name of Object.getOwnPropertyNames(window)) {
  if (!(name in globalThis)) globalThis[name] = window[name];
}
const { c2mChart } = require('chart2music');

// The times in milliseconds at which the points would be played.
function times(type, xs) {
  document.body.innerHTML = '<div id="chart" tabindex="0"></div><div id="captions"></div>';
  const element = document.getElementById('chart');
  const { err } = c2mChart({
    type: 'scatter',
    title: 'Models',
    element,
    cc: document.getElementById('captions'),
    audioEngine: { masterGain: 1, playDataPoint() {}, playNotification() {} },
    data: xs.map((x, i) => ({ x, y: i + 1 })),
    axes: { x: { type, continuous: true, minimum: xs[0], maximum: xs.at(-1) } },
  });
  if (err) throw new Error(err);
  element.dispatchEvent(new window.Event('focus'));
  const later = globalThis.setTimeout;
  const delays = [];
  globalThis.setTimeout = (_, delay) => delays.push(Math.round(delay));
  element.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'End', shiftKey: true }));
  globalThis.setTimeout = later;
  return delays.join(' ');
}
console.log('linear 0 to 3:', times('linear', [0, 1, 2, 3]));
console.log('log10 1 to 1e3:', times('log10', [1, 10, 100, 1000]));
console.log('log10 1e23 to 1e26:', times('log10', [1e23, 1e24, 1e25, 1e26]));
console.log('log10 2 to 3:', times('log10', [2, 2.5, 3]));
process.exit();
END
seen=$(node look.cjs)
printf '%s\n' "$seen"
[ "$seen" = 'linear 0 to 3: 0 833 1667 2500
log10 1 to 1e3: 0 833 1667 2500
log10 1e23 to 1e26: 0 96 192 288
log10 2 to 3: NaN NaN NaN' ]
