// How long the page is busy with thousands of models behind one number.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAll, settled } from './many.js';
import { dialog } from './sections.js';

/** How long an act, as script text, keeps the page busy until it has painted what follows, in ms. */
function busy(page, act) {
  return page.evaluate(`(async () => {
    const frame = document.querySelector('.behind__table');
    const from = performance.now();
    ${act};
    await new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      }),
    );
    return Math.round(performance.now() - from);
  })()`);
}

// Said, never a failure: a busy machine is no fault of the page.
test('how long acts on five thousand rows keep the page busy', async (t) => {
  const { page, close } = await openAll(5000);
  await settled(page);
  const search = (words) => `const input = document.querySelector('.behind__tools input');
    input.value = '${words}'; input.dispatchEvent(new Event('input', { bubbles: true }))`;
  const acts = {
    'scrolled by a screen': 'frame.scrollBy(0, frame.clientHeight)',
    'scrolled to the middle': 'frame.scrollTo(0, frame.scrollHeight / 2)',
    'sorted by name': `frame.querySelectorAll('.sort')[0].click()`,
    'sorted by developer': `frame.querySelectorAll('.sort')[2].click()`,
    'sorted by compute': `frame.querySelectorAll('.sort')[6].click()`,
    'searched, one letter': search('m'),
    'searched, few left': search('model 49'),
    'search cleared': search(''),
  };
  for (const [what, act] of Object.entries(acts)) {
    const times = [];
    for (let run = 0; run < 3; run += 1) times.push(await busy(page, act));
    t.diagnostic(`${what}: ${times.join(', ')} ms until painted`);
  }
  assert.equal(await dialog(page).locator('table').getAttribute('aria-rowcount'), '5001');
  await close();
});
