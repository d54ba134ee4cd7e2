// Waits until what there is so far has been painted.

const MOST_MS = 1000;

export function painted() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // A page that is not seen is not painted.
  if (document.hidden) return Promise.resolve();
  const seen = frame().then(frame);
  return Promise.race([seen, new Promise((resolve) => setTimeout(resolve, MOST_MS))]);
}
