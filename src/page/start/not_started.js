// Says in plain text that the page cannot start: nothing else is there to say it.

// Where first.js itself did not come, a frame does not know what it is to show,
// and the page not how it is to look.
export function sayIncomplete() {
  const element = (name, more) => Object.assign(document.createElement(name), more);
  const line = (lang, text, reload) => {
    const again = element('button', { type: 'button', textContent: reload });
    again.addEventListener('click', () => location.reload());
    const line = element('p', { lang, textContent: text });
    line.append(' ', again);
    return line;
  };
  const said = element('div', { className: 'not-started' });
  said.role = 'status';
  said.append(line('ko', '페이지의 일부를 받지 못했습니다.', '새로 고침'), line('en', 'A part of the page has not come.', 'Reload'));
  document.body.prepend(said);
}

export function sayNotStarted(error) {
  console.error(error);
  const app = document.getElementById('app') ?? document.body;
  app.setAttribute('data-start-error', String(error));
  // Readable at least, whatever it is.
  document.querySelector('.first-view')?.removeAttribute('inert');
  // Of first.js, which says the same of this script itself.
  globalThis.censusStart?.sayMissing();
}
