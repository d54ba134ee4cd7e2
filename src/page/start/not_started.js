// Says in plain text that the page cannot start: nothing else is there to say it.

export function sayNotStarted(error) {
  console.error(error);
  const app = document.getElementById('app') ?? document.body;
  app.setAttribute('data-start-error', String(error));
  // Readable at least, whatever it is.
  document.querySelector('.first-view')?.removeAttribute('inert');
  // Of first.js, which says the same of this script itself.
  globalThis.censusStart?.sayMissing();
}
