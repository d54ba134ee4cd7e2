// A plugin for Vite: what makes the page installable. The icons are drawn from
// public/favicon.svg, so that there is one drawing.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const DRAWING = fileURLToPath(new URL('../public/favicon.svg', import.meta.url));
const DRAWN_PX = 32;
const DPI = 72;
// The drawing's own ground. Filled to the edge the drawing is maskable: its bars
// are within the circle of four fifths that every mask leaves.
const GROUND = '#1d5c96';
// --paper of style/tokens.css.
const LIGHT = '#ffffff';
const DARK = '#16191d';

export const icons = [
  { name: 'icons/icon-192.png', size: 192, purpose: 'any' },
  { name: 'icons/icon-512.png', size: 512, purpose: 'any' },
  { name: 'icons/maskable-192.png', size: 192, purpose: 'maskable' },
  { name: 'icons/maskable-512.png', size: 512, purpose: 'maskable' },
];
const appleIcon = { name: 'icons/apple-touch-icon.png', size: 180, purpose: 'maskable' };

const manifest = {
  id: './',
  lang: 'ko',
  dir: 'ltr',
  name: '글로벌 초거대 AI 모델 현황 분석 - Model Census',
  short_name: 'AI 모델 현황',
  description: 'Epoch AI의 모델 데이터로 SPRi 이슈리포트 IS-178의 모든 표와 그림을 브라우저 안에서 다시 계산함',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: LIGHT,
  theme_color: LIGHT,
  icons: [
    { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ...icons.map(({ name, size, purpose }) => ({ src: name, sizes: `${size}x${size}`, type: 'image/png', purpose })),
  ],
};

function draw(svg, { size, purpose }) {
  const picture = sharp(svg, { density: (DPI * size) / DRAWN_PX }).resize(size, size);
  if (purpose === 'maskable') picture.flatten({ background: GROUND });
  return picture.png({ palette: true, compressionLevel: 9 }).toBuffer();
}

const head = (tag, attrs) => ({ tag, attrs, injectTo: 'head' });

export const installable = {
  name: 'installable',
  async generateBundle() {
    const svg = readFileSync(DRAWING);
    if (!svg.includes(GROUND)) throw new Error(`${DRAWING} has not the ground ${GROUND}`);
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
    for (const icon of [...icons, appleIcon]) emit(icon.name, await draw(svg, icon));
    emit('manifest.webmanifest', `${JSON.stringify(manifest, null, 2)}\n`);
  },
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      head('link', { rel: 'manifest', href: './manifest.webmanifest' }),
      head('link', { rel: 'apple-touch-icon', href: `./${appleIcon.name}` }),
      head('meta', { name: 'theme-color', content: LIGHT, media: '(prefers-color-scheme: light)' }),
      head('meta', { name: 'theme-color', content: DARK, media: '(prefers-color-scheme: dark)' }),
    ],
  },
};
