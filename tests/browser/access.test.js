// For everyone (WCAG 2.2 AA): reflow, targets, focus, what the system prefers,
// languages, live regions and Korean type; every view by axe is in views.test.js.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialog, drawn, openReport, own, recomputed } from './sections.js';
import { axe, pickFile, screenshot, speakEnglish } from './support.js';
import { painted } from './waiting.js';
import { faults, layOutAll, tooWide, unfoldAll } from './whole.js';

/** Boxes that scroll and cannot be reached by keys, or have no name. */
function boxesWithoutKeys(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const across = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
        const down = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
        return (across || down) && element.checkVisibility() && !element.matches('dialog, textarea, select, input');
      })
      .filter((element) => {
        const isNamed = element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
        const isReached = element.tabIndex >= 0 || element.querySelector('a, button, input, select, [tabindex="0"]');
        return !isNamed || !isReached;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

// 320 CSS pixels are a phone, or a window of 1280 at 400 %; 640 is 200 %.
for (const [width, height, deviceScaleFactor] of [[320, 640, 2], [640, 450, 2], [390, 844, 3], [820, 1180, 2], [1280, 900, 1]]) {
  test(`nothing scrolls sideways but tables in boxes of their own: ${width} px`, async () => {
    const { page, close } = await openReport({ width, height, context: { deviceScaleFactor } });
    await layOutAll(page);
    await unfoldAll(page);
    assert.deepEqual(await tooWide(page), [], 'the report');
    assert.deepEqual(await boxesWithoutKeys(page), [], 'the report');
    await page.locator('details.definition > summary').click();
    await page.locator('.definition__terms tbody tr').first().waitFor();
    await page.locator('.contents summary').click();
    assert.deepEqual(await tooWide(page), [], 'the definition');
    assert.deepEqual(await boxesWithoutKeys(page), [], 'the definition');
    await screenshot(page, `all-${width}`);
    await page.locator('#summary .n').first().click();
    await dialog(page).locator('tbody tr[aria-rowindex]').first().waitFor();
    assert.deepEqual(await tooWide(page), [], 'the dialog');
    assert.deepEqual(await boxesWithoutKeys(page), [], 'the dialog');
    const room = await dialog(page).locator('.behind__table').evaluate((frame) => frame.clientHeight);
    assert.ok(room > 150, `${room} px for the rows`);
    await screenshot(page, `behind-${width}`, { fullPage: false });
    await dialog(page).locator('tbody .n').first().click();
    await dialog(page).locator('.facts').waitFor();
    assert.deepEqual(await tooWide(page), [], 'the model');
    await close();
  });
}

/**
 * Targets smaller than 24 × 24 CSS pixels that are neither in a sentence nor so
 * far from others that a circle of that size around them touches none (2.5.8).
 */
function smallTargets(page, within) {
  return page.evaluate((within) => {
    const all = [...document.querySelectorAll(`${within} :is(a[href], button, input, select, textarea, summary)`)].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= -1 && !element.disabled,
    );
    const box = (element) => {
      // What is pressed for a hidden field is its label.
      const label = element.matches('.file-button input') ? element.nextElementSibling : element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : null;
      return (label ?? element).getBoundingClientRect();
    };
    const isInline = (element) => {
      const sentence = element.parentElement;
      const others = [...sentence.childNodes].filter((node) => node !== element && node.textContent.trim() !== '');
      return /^inline/.test(getComputedStyle(element).display) && others.some((node) => node.nodeType === Node.TEXT_NODE);
    };
    const boxes = all.map((element) => ({ element, box: box(element) })).filter(({ box }) => box.width > 0);
    const small = ({ width, height }) => width < 23.99 || height < 23.99;
    const centre = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    const near = ([x, y], { left, right, top, bottom }) => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    return boxes
      .filter(({ element, box }) => small(box) && !isInline(element))
      .filter(({ element, box }) =>
        boxes.some((other) => {
          if (other.element === element) return false;
          const [x, y] = centre(box);
          const [ox, oy] = centre(other.box);
          return near([x, y], other.box) < 12 || (small(other.box) && Math.hypot(x - ox, y - oy) < 24);
        }),
      )
      .map(({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 100)}`);
  }, within);
}

for (const width of [390, 1280]) {
  test(`targets are large enough or far enough apart: ${width} px`, async () => {
    const { page, close } = await openReport({ width });
    await layOutAll(page);
    await unfoldAll(page);
    await page.locator('details.definition > summary').click();
    await page.locator('.definition__terms tbody tr').first().waitFor();
    await page.locator('.contents summary').click();
    assert.deepEqual(await smallTargets(page, 'body'), []);
    await page.locator('#summary .n').first().click();
    await dialog(page).locator('tbody tr[aria-rowindex]').first().waitFor();
    assert.deepEqual(await smallTargets(page, 'dialog'), []);
    await dialog(page).locator('tbody .n').first().click();
    await dialog(page).locator('.facts').waitFor();
    assert.deepEqual(await smallTargets(page, 'dialog'), []);
    await close();
  });
}

/** Whatever can have the focus and does not show it, by keys. */
async function unseenFocus(page, within) {
  // Focus that a script sets shows as the last input does.
  await page.keyboard.press('Tab');
  return page.evaluate((within) => {
    const all = document.querySelectorAll(`${within} :is(a[href], button, input, select, textarea, summary, [tabindex="0"])`);
    const unseen = [];
    for (const element of all) {
      if (!element.checkVisibility() || element.disabled) continue;
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) continue;
      const shown = element.matches('.file-button input') ? element.nextElementSibling : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) unseen.push(element.outerHTML.slice(0, 100));
    }
    return unseen;
  }, within);
}

for (const forcedColors of ['none', 'active']) {
  test(`the focus is seen wherever it can be: forced colours ${forcedColors}`, async () => {
    const { page, close } = await openReport({ context: { forcedColors } });
    await layOutAll(page);
    await unfoldAll(page);
    await page.locator('details.definition > summary').click();
    await page.locator('.definition__terms tbody tr').first().waitFor();
    assert.deepEqual(await unseenFocus(page, 'body'), []);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('#summary .n').first().click();
    await dialog(page).locator('tbody tr[aria-rowindex]').first().waitFor();
    assert.deepEqual(await unseenFocus(page, 'dialog'), []);
    await close();
  });
}

test('the first stop of the Tab key skips to the report', async () => {
  const { page, close } = await openReport();
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip');
  assert.ok(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'MAIN');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
  await close();
});

test('who asks for less motion gets none', async () => {
  const { page, close } = await openReport({ context: { reducedMotion: 'reduce' } });
  await layOutAll(page);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto');
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration.split(',').some((own) => parseFloat(own) > 0);
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(moving, []);
  // A chart drawn anew stands at once where it will stay.
  const drawing = () => page.locator('#year .chart svg').evaluate((svg) => svg.innerHTML.replace(/zr\d+/g, ''));
  await recomputed(page, () => page.selectOption('#census-last-year', '2022'));
  await drawn(page, 'year');
  const first = await drawing();
  await painted(page, 20);
  assert.equal(await drawing(), first);
  await close();
});

test('who asks for more contrast gets no grey', async () => {
  const { page, close } = await openReport({ context: { contrast: 'more' } });
  const [quiet, ink, rule] = await page.evaluate(() => {
    const style = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
    return [style('.head__lead', 'color'), style('body', 'color'), style('tbody td', 'borderBottomColor')];
  });
  assert.equal(quiet, ink);
  assert.equal(rule, ink);
  assert.deepEqual(faults(await axe(page)), []);
  await close();
});

test('with the system’s own colours, what colour told is told by lines', async () => {
  const { page, close } = await openReport({ context: { forcedColors: 'active' } });
  assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
  const pressed = await page.locator('button[aria-pressed=true]').first().evaluate((button) => getComputedStyle(button).outlineStyle);
  assert.equal(pressed, 'solid');
  await drawn(page, 'country');
  assert.equal(await page.locator('#country .chart').evaluate((chart) => getComputedStyle(chart).forcedColorAdjust), 'none');
  assert.deepEqual(faults(await axe(page)), []);
  await screenshot(page, 'forced-colours', { fullPage: false });
  await close();
});

test('each text says its language', async () => {
  const { page, close } = await openReport();
  const lang = () => page.evaluate(() => document.documentElement.lang);
  assert.equal(await lang(), 'ko');
  assert.equal(await page.getByRole('button', { name: 'English' }).getAttribute('lang'), 'en');
  await speakEnglish(page);
  assert.equal(await page.getByRole('button', { name: '한국어' }).getAttribute('lang'), 'ko');
  // Nothing Korean is left that is read as English.
  await layOutAll(page);
  const korean = await page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
      const { parentElement, data } = walk.currentNode;
      if (/[가-힣]/.test(data) && parentElement.closest('[lang]').lang !== 'ko') found.push(data);
    }
    return found;
  });
  assert.deepEqual(korean, []);
  await close();
});

test('what happens is said aloud, once', async () => {
  const { page, close } = await openReport();
  const status = page.locator('.notice [role=status]');
  assert.equal(await status.getAttribute('aria-live'), 'polite');
  await page.evaluate(() => {
    window.said = [];
    const region = document.querySelector('.notice [role=status]');
    new MutationObserver(() => window.said.push(region.innerText.trim())).observe(region, { childList: true, subtree: true, characterData: true });
  });
  await pickFile(page, own('a,b\n1,2\n'));
  await page.locator('.notice--error').waitFor();
  await recomputed(page, () => pickFile(page, own('Model,Publication date,Organization\nA,2022-01-01,NAVER\n')));
  await page.waitForFunction(() => window.said.some((said) => /own\.csv/.test(said) && /1/.test(said)));
  const said = await page.evaluate(() => window.said.filter(Boolean));
  assert.ok(said.some((text) => /머리글을 찾지 못함/.test(text)), said.join('\n'));
  assert.equal(await page.evaluate(() => document.querySelector('main').getAttribute('aria-busy')), 'false');
  await close();
});

test('Korean is set as Korean is read', async () => {
  const { page, close } = await openReport({ width: 390 });
  const body = await page.evaluate(() => {
    const { wordBreak, overflowWrap, lineHeight, fontSize, fontFamily, fontVariantNumeric } = getComputedStyle(document.body);
    return { wordBreak, overflowWrap, lines: parseFloat(lineHeight) / parseFloat(fontSize), fontFamily, fontVariantNumeric };
  });
  assert.equal(body.wordBreak, 'keep-all');
  assert.match(body.overflowWrap, /break-word|anywhere/);
  assert.ok(body.lines >= 1.5 && body.lines <= 1.8, `${body.lines}`);
  assert.match(body.fontFamily, /^system-ui.*Apple SD Gothic Neo.*Malgun Gothic.*Noto Sans KR/);
  assert.equal(body.fontVariantNumeric, 'tabular-nums');
  const others = await page.evaluate(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return {
      sentence: style('.prose__line').wordBreak,
      cell: style('td').fontVariantNumeric,
      heading: parseFloat(style('h2').lineHeight) / parseFloat(style('h2').fontSize),
      button: style('button').fontFamily,
    };
  });
  assert.equal(others.sentence, 'keep-all');
  assert.equal(others.cell, 'tabular-nums');
  assert.ok(others.heading >= 1.25, `${others.heading}`);
  assert.equal(others.button, body.fontFamily);
  await close();
});
