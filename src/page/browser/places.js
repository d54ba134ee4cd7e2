// Where things are on a page that is laid out, fetched and drawn as the reader
// comes near.

// What the reader does to go elsewhere, and in how many pictures without a change
// a place stays where it is; a page that is never whole is waited for no longer.
const GOING = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
const STILL = 60;
const MOST_PICTURES = 1200;
let leave = () => {};

// Comes to a section and stays at its top while what is above it is laid out,
// fetched and drawn, unless the reader goes on.
export function comeTo(id) {
  leave();
  let isOver = false;
  leave = () => {
    isOver = true;
    for (const act of GOING) removeEventListener(act, leave);
  };
  for (const act of GOING) addEventListener(act, leave, { passive: true });
  // What is not laid out has no height of its own.
  document.documentElement.dataset.laid = '';
  let still = 0;
  let left = MOST_PICTURES;
  const come = () => {
    if (isOver) return;
    const before = scrollY;
    // By its id: what is fetched takes the place of what stood there.
    document.getElementById(id)?.scrollIntoView({ behavior: 'instant' });
    still = scrollY === before && !document.querySelector('.section--later') ? still + 1 : 0;
    left -= 1;
    if (still < STILL && left > 0) requestAnimationFrame(come);
    else leave();
  };
  come();
}

const idle = globalThis.requestIdleCallback ?? setTimeout;

// Lays out what nobody has come near: one a slice, and then whatever comes.
export function layNext() {
  const next = document.querySelector('.section:not([data-laid])');
  if (next) {
    next.dataset.laid = '';
    return void idle(layNext);
  }
  document.documentElement.dataset.laid = '';
  dispatchEvent(new Event('census:idle'));
}
