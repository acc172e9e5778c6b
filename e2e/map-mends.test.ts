// Outages too short for the screen to notice: what the map missed comes by itself.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  askFor,
  pasteAddress,
  typedAddress,
  untilMapRests,
  untilResultsAreCurrent,
} from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

/** Font files that the map has; the page's own have other families. */
function countMapFonts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.fonts].filter(
        ({ family, status }) => family.includes('maplibre-gl-font') && status === 'loaded',
      ).length,
  );
}

test('letters whose fonts the map could not have are drawn in them later', async () => {
  const { page, troubles } = await stage.open('/', {
    causes: /ERR_|map:|glyphs/,
    prepare: (blank) => blank.route('**/tiles/fonts/**', (route) => route.abort()),
  });
  await untilMapRests(page);
  expect(await countMapFonts(page)).toBe(0);
  expect(troubles.filter((trouble) => trouble.startsWith('exception'))).toEqual([]);
  await page.unroute('**/tiles/fonts/**');
  await expect.poll(() => countMapFonts(page), { timeout: 30_000 }).toBeGreaterThan(2);
});

test('tiles that the map could not have come when they can be had', async () => {
  const { page, requested } = await stage.open('/', {
    causes: /ERR_|map:|glyphs/,
    prepare: (blank) => blank.route('**/tiles/base/**', (route) => route.abort()),
  });
  await untilMapRests(page);
  const drawn = requested.length;
  await page.unroute('**/tiles/base/**');
  await expect
    .poll(() => requested.slice(drawn).some((url) => url.includes('/tiles/base/')), {
      timeout: 30_000,
    })
    .toBe(true);
  await askFor(page);
  await untilMapRests(page);
});

test('where the code that draws the map does not come at first, all else works, and it comes by itself', async () => {
  const code = '**/assets/map-view-*.js';
  const { page } = await stage.open('/', {
    causes: /ERR_|map:/,
    prepare: (blank) => blank.route(code, (route) => route.abort()),
  });
  await expect
    .poll(() => page.locator('.map-pane').innerText())
    .toContain('Chưa tải được phần vẽ bản đồ; đang tự thử lại.');
  await pasteAddress(page, typedAddress);
  await untilResultsAreCurrent(page);
  await expect
    .poll(() => page.locator('.map-pane').innerText(), { timeout: 30_000 })
    .toContain('tải lại trang (F5)');
  await page.unroute(code);
  await untilMapRests(page);
  await expect.poll(() => page.locator('.map-pane').innerText()).not.toMatch(/chưa tải được/i);
});
