// Why the numbers moved and how the list grew, as they are seen; what they say
// is tested natively (tests/native/moved.rs).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openReport, scrollTo } from './sections.js';
import { axe, screenshot, speakEnglish } from './support.js';

for (const [lang, theme, width] of [
  ['ko', 'light', 390],
  ['en', 'dark', 1280],
]) {
  test(`why numbers moved and how the list grew are accessible: ${lang}, ${theme}, ${width} px`, async () => {
    const { page, close } = await openReport({ theme, width });
    if (lang === 'en') await speakEnglish(page);
    for (const id of ['comparison', 'history']) {
      await scrollTo(page, id);
      await page.locator(`#${id} tbody tr`).first().waitFor();
      assert.deepEqual(await axe(page, { within: `#${id}` }), []);
      await screenshot(page, `${id}-${lang}-${theme}-${width}`, { fullPage: false });
    }
    await close();
  });
}
