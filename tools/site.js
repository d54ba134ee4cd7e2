// What the page has for other sites: pictures, pages and descriptions of its views
// (tools/pictures.js), and in its head, where its address is known
// (SITE_URL=https://…/), what links to it are shown with.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const folder = fileURLToPath(new URL('../target/site', import.meta.url));

const given = process.env.SITE_URL ?? '';
if (given !== '' && !/^https?:\/\//.test(given)) throw new Error(`SITE_URL is no web address: ${given}`);
/** The page's address, ending in a slash, or nothing. */
export const siteUrl = given === '' || given.endsWith('/') ? given : `${given}/`;

/** The picture that links to the page are shown with, in the size that is asked for. */
export const preview = { width: 1200, height: 630, name: (lang) => `pictures/year.${lang}.png` };

const TITLE = '글로벌 초거대 AI 모델 현황 분석 - Model Census';
const DESCRIPTION = 'Epoch AI의 모델 데이터베이스로 SPRi 이슈리포트 IS-178의 모든 표와 그림을 다시 계산함';

function headTags() {
  if (siteUrl === '') return [];
  const meta = (property, content) => ({ tag: 'meta', attrs: { property, content }, injectTo: 'head' });
  const described = ['ko', 'en'].map((lang) => ({
    tag: 'link',
    attrs: {
      rel: 'alternate',
      type: 'application/json+oembed',
      href: `${siteUrl}oembed/report.${lang}.json`,
      hreflang: lang,
      title: TITLE,
    },
    injectTo: 'head',
  }));
  return [
    ...described,
    { tag: 'link', attrs: { rel: 'canonical', href: siteUrl }, injectTo: 'head' },
    meta('og:type', 'website'),
    meta('og:url', siteUrl),
    meta('og:site_name', 'Model Census'),
    meta('og:title', TITLE),
    meta('og:description', DESCRIPTION),
    meta('og:locale', 'ko_KR'),
    meta('og:locale:alternate', 'en_US'),
    meta('og:image', `${siteUrl}${preview.name('ko')}`),
    meta('og:image:type', 'image/png'),
    meta('og:image:width', String(preview.width)),
    meta('og:image:height', String(preview.height)),
    meta('og:image:alt', '연도별 초거대 AI 모델 출시 현황'),
    { tag: 'meta', attrs: { name: 'twitter:card', content: 'summary_large_image' }, injectTo: 'head' },
  ];
}

/** Vite's plugin. */
export const otherSites = {
  name: 'other-sites',
  transformIndexHtml: () => headTags(),
  generateBundle() {
    if (!existsSync(folder)) return;
    for (const part of readdirSync(folder)) {
      for (const name of readdirSync(join(folder, part))) {
        const source = readFileSync(join(folder, part, name));
        this.emitFile({ type: 'asset', fileName: `${part}/${name}`, source });
      }
    }
  },
};
