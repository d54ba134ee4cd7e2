// Waiting for what is meant, and never for a time: a page or a frame is asked
// once for each picture that it paints.

import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

// No measure of the page: a wait that is longer than this on a busy machine is
// one for what never comes.
export const PATIENCE_MS = 60_000;

const pause = () => setTimeout(20);

// The next picture; a page that paints none for so long is asked all the same.
const NEXT = `const next = () => new Promise((resolve) => {
  requestAnimationFrame(resolve);
  setTimeout(resolve, 1_000);
});`;

/**
 * Asks a page or a frame until it says something true, and returns that. Unlike
 * Playwright's waitForFunction `read` may promise its answer.
 */
export function asked(page, read, arg) {
  return page.evaluate(`(async () => {
    ${NEXT}
    for (const end = Date.now() + ${PATIENCE_MS}; Date.now() < end; ) {
      const said = await (${read})(${JSON.stringify(arg)});
      if (said) return said;
      await next();
    }
    throw new Error(${JSON.stringify(`Never so: ${read}`)});
  })()`);
}

/** What a page or a frame says once it has said the same for so many pictures. */
export function still(page, read, { arg, frames = 10 } = {}) {
  return page.evaluate(`(async () => {
    ${NEXT}
    const read = async () => (${read})(${JSON.stringify(arg)});
    let last = await read();
    let same = 0;
    for (const end = Date.now() + ${PATIENCE_MS}; Date.now() < end; ) {
      await next();
      const now = await read();
      same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0;
      last = now;
      if (same === ${frames}) return now;
    }
    throw new Error(${JSON.stringify(`Never still: ${read}: `)} + JSON.stringify(last));
  })()`);
}

/** Lets a page or a frame paint so often, where nothing is to follow. */
export async function painted(page, frames = 10) {
  await still(page, () => true, { frames });
}

/** Waits until what is read, and of which no page tells, is as expected. */
export async function becomes(read, expected) {
  let last;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause()) {
    last = await read();
    if (isDeepStrictEqual(last, expected)) return;
  }
  assert.deepEqual(last, expected);
}

/** Waits until something is so of which no page tells, and returns it. */
export async function until(isSo) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause()) {
    const said = await isSo();
    if (said) return said;
  }
  throw new Error(`Never so: ${isSo}`);
}
