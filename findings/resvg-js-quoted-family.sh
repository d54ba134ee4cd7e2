#!/usr/bin/env bash
# @resvg/resvg-js finds a quoted font family after a comma, but not after a
# comma and a space: the text is drawn in another font, without a word.
#
# Library   @resvg/resvg-js 2.6.2 (npm; its newest release), with the fonts of
#           dejavu-fonts-ttf 2.37.3 (npm)
# Expected  CSS Fonts: `font-family` is a list of names parted by commas, with
#           white space as one likes, and names with spaces in quotes, which is
#           how most charts write it.
# Seen      Nope,'DejaVu Sans Mono' is found; Nope, 'DejaVu Sans Mono' falls
#           back to the default font; so does every `font:` shorthand. (The
#           resvg of 2026, as in resvg_py 0.5.0, finds all of them.)
# Takes     about 10 s
set -euo pipefail

command -v npm >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @resvg/resvg-js@2.6.2 dejavu-fonts-ttf@2.37.3 >&2 || exit 77

cat >look.cjs <<'END'
const { Resvg } = require('@resvg/resvg-js');
const fonts = 'node_modules/dejavu-fonts-ttf/ttf/';
const font = {
  loadSystemFonts: false,
  fontFiles: [`${fonts}DejaVuSansMono.ttf`, `${fonts}DejaVuSerif.ttf`],
  defaultFontFamily: 'DejaVu Serif',
};
// The fonts differ in the width of this text.
function width(style) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60">
    <text x="10" y="40" style="font-size:30px;${style}">iiiii</text></svg>`;
  return new Resvg(svg, { font }).getBBox().width;
}
const known = new Map([
  [width("font-family:'DejaVu Sans Mono'"), 'mono'],
  [width("font-family:'DejaVu Serif'"), 'serif'],
]);
for (const style of [
  "font-family:Nope,'DejaVu Sans Mono'",
  'font-family:Nope, DejaVu Sans Mono',
  "font-family:Nope, 'DejaVu Sans Mono'",
  "font:30px 'DejaVu Sans Mono'",
]) {
  console.log(known.get(width(style)), style);
}
END
seen=$(node look.cjs)
printf '%s\n' "$seen"
[ "$seen" = "mono font-family:Nope,'DejaVu Sans Mono'
mono font-family:Nope, DejaVu Sans Mono
serif font-family:Nope, 'DejaVu Sans Mono'
serif font:30px 'DejaVu Sans Mono'" ]
