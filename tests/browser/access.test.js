// For everyone (WCAG 2.2 AA): every view by axe in both languages and themes;
// reflow, targets, focus, what the system prefers, languages, live regions and
// Korean type.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawAll, drawn, openReport, prefer, recomputed, scrollTo } from './sections.js';
import { axe, openPage, pickFile, screenshot, speakEnglish } from './support.js';
import { asked, painted } from './waiting.js';

const faults = (violations) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' … ')}`);

const own = (lines) => ({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(lines, 'latin1') });

/** Loads what is fetched later, and lays out what is far away. */
async function layOutAll(page) {
  const ids = await page.locator('section.section').evaluateAll((all) => all.map(({ id }) => id));
  for (const id of ids) await scrollTo(page, id);
  for (const part of ['#verification tbody tr', '#sensitivity tbody tr', '#explore .chart', '#infographic img']) {
    await asked(
      page,
      (part) => {
        document.querySelector(part.split(' ')[0]).scrollIntoView({ behavior: 'instant' });
        return document.querySelector(part) !== null;
      },
      part,
    );
  }
  await drawAll(page);
  await page.evaluate(() => {
    for (const section of document.querySelectorAll('.section')) section.style.contentVisibility = 'visible';
    scrollTo({ top: 0, behavior: 'instant' });
  });
}

async function unfoldAll(page, within = 'main') {
  await page.evaluate((within) => {
    for (const details of document.querySelectorAll(`${within} details`)) details.open = true;
  }, within);
}

const dialog = (page) => page.locator('dialog.behind');

/** Every view: what leads to it from the one before, and what of the page it is. */
const views = [
  {
    name: 'the report',
    open: async (page) => {
      await layOutAll(page);
      await unfoldAll(page);
      await page.locator('.filters__form').waitFor();
    },
  },
  {
    name: 'all published figures',
    within: '#verification',
    open: async (page) => page.locator('.verification__counts button').first().click(),
  },
  {
    name: 'the contents',
    within: '.head',
    open: async (page) => page.locator('.contents summary').click(),
  },
  {
    name: 'the definition',
    within: '.definition',
    open: async (page) => {
      await page.locator('details.definition > summary').click();
      await page.locator('.definition__terms tbody tr').first().waitFor();
    },
  },
  {
    name: 'a change that is not kept',
    within: '.pending',
    open: async (page) => {
      await page.fill('#census-rule-threshold', '1e24');
      await page.locator('#census-rule-threshold').blur();
      await page.locator('.pending__moves li').first().waitFor();
    },
    leave: async (page) => page.locator('#census-discard-change').click(),
  },
  {
    name: 'the models behind a number',
    within: 'dialog',
    open: async (page) => {
      await page.locator('#summary .n').first().click();
      await dialog(page).locator('tbody tr[aria-rowindex]').first().waitFor();
    },
  },
  {
    name: 'no model found',
    within: 'dialog',
    open: async (page) => {
      await dialog(page).locator('input[type=search]').fill('no such model');
      await page.waitForFunction(() => document.querySelector('dialog .models').getAttribute('aria-rowcount') === '1');
    },
    leave: async (page) => dialog(page).locator('input[type=search]').fill(''),
  },
  {
    name: 'a model',
    within: 'dialog',
    open: async (page) => {
      await dialog(page).locator('tbody .n').first().click();
      await dialog(page).locator('.facts').waitFor();
    },
    leave: async (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'a file that is refused',
    within: '.head',
    open: async (page) => {
      await pickFile(page, own('a,b\n1,2\n'));
      await page.locator('.notice--error').waitFor();
    },
  },
  {
    name: 'a file with faults',
    open: async (page) => {
      const faulty = own('Model,Publication date,Organization\nCaf\xe9,2022-01-01,NAVER\nB,20x2,Nobody knows\nB,2023-13-01,\n');
      await recomputed(page, () => pickFile(page, faulty));
      await page.locator('#census-keep').waitFor();
      await page.evaluate(() => {
        for (const section of document.querySelectorAll('.section')) section.style.contentVisibility = 'visible';
      });
      await unfoldAll(page, 'body');
    },
  },
  {
    name: 'nothing that meets the filter',
    open: async (page) => {
      await page.fill('#census-filter-text', 'no such model');
      await recomputed(page, () => page.press('#census-filter-text', 'Enter'));
    },
  },
];

const themes = ['light', 'dark'];

for (const lang of ['ko', 'en']) {
  for (const theme of themes) {
    test(`every view is clean: ${lang}, ${theme}`, async () => {
      const { page, pageErrors, cspViolations, close } = await openReport({ theme, path: `#?lang=${lang}` });
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
      for (const { name, open, within, leave } of views) {
        await open(page);
        assert.deepEqual(faults(await axe(page, { within })), [], name);
        await leave?.(page);
      }
      assert.deepEqual([pageErrors, cspViolations], [[], []]);
      await close();
    });
  }
}

const embeds = ['summary', 'year', 'country', 'focus-country', 'top-models', 'training-compute', 'infographic'];

/** What is wrong with embedded views, by theme; each is opened once for both. */
async function faultsOfEmbeds() {
  const found = { light: [], dark: [] };
  for (const view of embeds) {
    for (const [width, lang] of [[390, 'ko'], [320, 'en']]) {
      const { page, close } = await openPage({ path: `?embed=${view}&lang=${lang}`, width, height: 600 });
      await page.locator(view === 'summary' ? '#summary dl > div' : view === 'infographic' ? '#infographic img' : `#${view} tbody tr`).first().waitFor();
      for (const theme of themes) {
        await prefer(page, theme);
        const own = [...(await tooWide(page)), ...faults(await axe(page))];
        found[theme].push(...own.map((fault) => `${view} at ${width} px: ${fault}`));
      }
      await close();
    }
  }
  return found;
}

let ofEmbeds;

for (const theme of themes) {
  test(`every embedded view is clean, and no wider than its frame: ${theme}`, async () => {
    ofEmbeds ??= faultsOfEmbeds();
    assert.deepEqual((await ofEmbeds)[theme], []);
  });
}

/** What makes the page wider than the window; what scrolls in its own box does not. */
function tooWide(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const isBoxed = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true;
      }
      return false;
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !isBoxed(element))
      .map((element) => `${element.tagName}.${element.className} ${Math.round(element.getBoundingClientRect().right)} > ${root.clientWidth}`)
      .concat(`the page: ${root.scrollWidth} > ${root.clientWidth}`);
  });
}

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
