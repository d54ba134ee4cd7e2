// Says in plain text that the page cannot start: nothing else is there to say it.

export function sayNotStarted(error) {
  console.error(error);
  const app = document.getElementById('app') ?? document.body;
  app.setAttribute('data-start-error', String(error));
  // Readable at least, whatever it is.
  document.querySelector('.first-view')?.removeAttribute('inert');
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
