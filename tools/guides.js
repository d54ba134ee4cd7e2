// Makes pages of the guides, docs/*.md, beside the page:
//
//     node tools/guides.js dist
//
// They run no script. A link that leads nowhere stops the build; one to a file
// of the repository that is no guide stays as its words.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { getHeadingList, gfmHeadingId } from 'marked-gfm-heading-id';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = join(root, 'docs');

export const guidePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const WORDS = {
  ko: { back: 'Model Census로 돌아가기', all: '모든 안내', name: '한국어', ways: '안내 이동', table: '표' },
  en: { back: 'Back to Model Census', all: 'All guides', name: 'English', ways: 'Guides', table: 'Table' },
};
const INDEX = 'README.md';

const escaped = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
/** The language of a guide; the list of guides has both, Korean first. */
const languageOf = (name) => (name === INDEX || name.endsWith('.ko.md') ? 'ko' : 'en');
const pageOf = (name) => (name === INDEX ? 'index.html' : name.replace(/\.md$/, '.html'));
/** The same guide in the other language, if there is one. */
function counterpart(name) {
  const other = name.endsWith('.ko.md') ? name.replace(/\.ko\.md$/, '.md') : name.replace(/\.md$/, '.ko.md');
  return other !== INDEX && existsSync(join(docs, other)) ? other : undefined;
}

/** `{html, title, anchors, links, files}` of a guide; `links` are `[guide, anchor]`. */
function read(name) {
  const language = languageOf(name);
  const links = [];
  const files = [];
  let tables = 0;
  const link = ({ href, tokens }, inner) => {
    const words = inner(tokens);
    if (/^https?:/.test(href)) return `<a href="${escaped(href)}">${words}</a>`;
    const [path, anchor] = href.split('#');
    if (!existsSync(join(docs, path))) throw new Error(`docs/${name}: there is no ${href}`);
    if (path.includes('/')) return words;
    if (path !== '' && !path.endsWith('.md')) {
      files.push(path);
      return `<a href="${escaped(path)}">${words}</a>`;
    }
    const guide = path || name;
    links.push([guide, anchor && decodeURIComponent(anchor)]);
    const other = languageOf(guide) === language ? '' : ` hreflang="${languageOf(guide)}"`;
    const address = (path && pageOf(path)) + (anchor === undefined ? '' : `#${anchor}`);
    return `<a href="${escaped(address)}"${other}>${words}</a>`;
  };
  const marked = new Marked(gfmHeadingId(), {
    renderer: {
      link(token) {
        return link(token, (tokens) => this.parser.parseInline(tokens));
      },
    },
  });
  const html = marked
    .parse(readFileSync(join(docs, name), 'utf8'))
    // What may be wider than a phone scrolls by itself, by keys too.
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<table>', () => {
      tables += 1;
      return `<div class="wide" role="region" tabindex="0" aria-label="${WORDS[language].table} ${tables}"><table>`;
    })
    .replaceAll('</table>', '</table></div>');
  const headings = getHeadingList();
  const title = headings.find(({ level }) => level === 1)?.raw.replaceAll('`', '');
  if (!title) throw new Error(`docs/${name} has no title`);
  return { html, title, anchors: new Set(headings.map(({ id }) => id)), links, files };
}

function page(name, { html, title }) {
  const language = languageOf(name);
  const words = WORDS[language];
  const other = counterpart(name);
  const ways = [`<a href="../">${words.back}</a>`];
  if (name !== INDEX) ways.push(`<a href="index.html">${words.all}</a>`);
  if (other) {
    const tag = languageOf(other);
    ways.push(`<a href="${pageOf(other)}" lang="${tag}" hreflang="${tag}">${WORDS[tag].name}</a>`);
  }
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${guidePolicy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)} - Model Census</title>
    <link rel="icon" href="../favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="guides.css">
  </head>
  <body>
    <header><nav aria-label="${words.ways}">${ways.join('\n')}</nav></header>
    <main>
${html}</main>
  </body>
</html>
`;
}

/** Writes the guides into `dist`/docs. */
export function makeGuides(dist) {
  const into = join(dist, 'docs');
  mkdirSync(into, { recursive: true });
  const names = readdirSync(docs).filter((name) => name.endsWith('.md'));
  const guides = new Map(names.map((name) => [name, read(name)]));
  for (const [name, guide] of guides) {
    for (const [to, anchor] of guide.links) {
      const isThere = anchor === undefined || guides.get(to).anchors.has(anchor);
      if (!isThere) throw new Error(`docs/${name}: docs/${to} has no heading #${anchor}`);
    }
    for (const file of guide.files) copyFileSync(join(docs, file), join(into, basename(file)));
    writeFileSync(join(into, pageOf(name)), page(name, guide));
  }
  const style = ['tokens.css', 'guides.css'].map((name) => readFileSync(join(root, 'style', name), 'utf8'));
  writeFileSync(join(into, 'guides.css'), style.join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) makeGuides(process.argv[2]);
