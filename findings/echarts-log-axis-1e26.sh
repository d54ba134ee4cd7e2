#!/usr/bin/env bash
# ECharts writes 9.999999999999999e+25 at the tick of a logarithmic axis that
# stands for 1e26, between clean labels on both sides.
#
# Library   echarts 6.1.0 (npm), drawing SVG on Node 20
# Expected  The ticks of an axis of type `log` are powers of its option `logBase`
#           (10), so that 1e26, the order of magnitude of the largest training
#           runs, is labelled as its neighbours are.
# Seen      1e+24, 1e+25, 9.999999999999999e+25, 1e+27. As `max` the same
#           number is written 1e+26: it depends on whether the axis ends there.
#           (Math.pow(10, 26) is off by one unit in the last place in V8; a
#           literal 1e26 is not.)
# Takes     about 10 s
set -euo pipefail

command -v npm >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund echarts@6.1.0 >&2 || exit 77

cat >look.cjs <<'END'
const echarts = require('echarts');
for (const max of [1e26, 1e27]) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 400 });
  chart.setOption({
    animation: false,
    xAxis: { show: false },
    yAxis: { type: 'log', min: 1e24, max },
    series: [{ type: 'scatter', data: [[1, 5e24]] }],
  });
  const labels = [...chart.renderToSVGString().matchAll(/<text[^>]*>([^<]*)</g)];
  console.log(labels.map((label) => label[1]).join(' '));
  chart.dispose();
}
END
seen=$(node look.cjs)
printf '%s\n' "$seen"
[ "$seen" = $'1e+24 1e+25 1e+26\n1e+24 1e+25 9.999999999999999e+25 1e+27' ]
