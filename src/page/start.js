// Loads the WebAssembly module, whose start function mounts the page. If that
// fails, says so in plain text: nothing else is there to say it.
import init from '#wasm';

// A frame shows a part, without the page's head (style/embed.css).
const part = new URLSearchParams(location.search).get('embed');
if (part !== null) document.documentElement.dataset.embed = part;

// On its way while the module is: the first chart waits for both.
void import('./chart_library.js');

try {
  await init();
} catch (error) {
  console.error(error);
  const app = document.getElementById('app') ?? document.body;
  app.setAttribute('data-start-error', String(error));
  for (const [lang, text] of [
    ['ko', '페이지를 시작하지 못했습니다. 최신 브라우저에서 새로 고쳐 보십시오.'],
    ['en', 'The page could not start. Please reload it in an up-to-date browser.'],
  ]) {
    const line = document.createElement('p');
    line.lang = lang;
    line.textContent = text;
    app.append(line);
  }
}
