// The rules of WCAG that a machine can check, in every state of the screen, by day and by night,
// in both languages.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers } from './barriers.ts';
import { askFor, keepPicture, untilMapRests } from './dispatch-page.ts';
import { screenStates } from './screen-states.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

/** Chosen as a person would have, before the page opens. */
async function prepare(page: Page, palette: string, language: string): Promise<void> {
  await page.evaluate(
    ([palette = '', language = '']) => {
      localStorage.setItem('firepoint.appearance', palette);
      localStorage.setItem('firepoint.language', language);
    },
    [palette, language],
  );
}

const causes = /^404|ERR_|map:/;

const looks = [
  { palette: 'day', language: 'vi' },
  { palette: 'night', language: 'en' },
] as const;

/** Each state in one of the looks, in turn: axe knows no other difference than their colours and words. */
const shown = screenStates.map((state, index) => ({ ...state, ...looks[index % looks.length]! }));

test.each(shown)(
  'nothing keeps anybody out: $name, by $palette, in $language',
  async ({ name, path = '/', show, palette, language }) => {
    const { page } = await stage.open('/', { causes });
    await prepare(page, palette, language);
    await page.goto(stage.product().url + path);
    await show(page);
    await keepPicture(page, `state-${palette}-${name.replaceAll(' ', '-')}`);
    expect(await findBarriers(page)).toEqual([]);
  },
);

/** What reaches beyond the window, where nobody can scroll to it. */
async function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflow) || scrolls(element.parentElement));
    return [...document.querySelectorAll('#root button, #root p, #root li, #root dd, #root input')]
      .filter((element) => !element.closest('.fp-unseen, .map-canvas') && !scrolls(element))
      .filter((element) => {
        const { left, right, top, bottom, width } = element.getBoundingClientRect();
        const isOut = left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1;
        return width > 1 && isOut;
      })
      .map((element) => element.textContent ?? '');
  });
}

test.each([
  [1280, 800, 12],
  [1920, 1080, 12],
  [2560, 1440, 12],
  [3840, 2160, 18],
])(
  'at %i × %i the answer is complete and its smallest letters high enough',
  async (width, height, least) => {
    const { page } = await stage.open('/', { width, height });
    await askFor(page);
    await untilMapRests(page);
    await keepPicture(page, `size-${width}`);
    expect(await findOverflow(page)).toEqual([]);
    const smallest = await page.locator('.dispatch-panel').evaluate((panel) => {
      const zoom = Number(getComputedStyle(document.documentElement).zoom) || 1;
      const sizes = [...panel.querySelectorAll('p, span, li, dd, b, button')].map(
        (element) => Number.parseFloat(getComputedStyle(element).fontSize) * zoom,
      );
      return Math.min(...sizes);
    });
    expect(smallest).toBeGreaterThanOrEqual(least);
  },
);

test('enlarged to twice its size on a small screen, everything can be scrolled to', async () => {
  // Half as many CSS pixels is what the browser's zoom of 200 % makes of 1280 × 800.
  const { page } = await stage.open('/', { width: 640, height: 400 });
  await askFor(page);
  await page.screenshot({ path: '.artifacts/size-640.png', fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  for (const id of ['minutes', 'stop', 'hose', 'water', 'status', 'map']) {
    await page.getByTestId(id).first().scrollIntoViewIfNeeded();
    const box = await page.getByTestId(id).first().boundingBox();
    expect(box?.y, id).toBeLessThan(400);
    expect(box?.width, id).toBeGreaterThan(20);
  }
});

test('who asked for less motion gets no flight', async () => {
  const { page } = await stage.open();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await untilMapRests(page);
  const moves = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen = new Set<string>();
        const scale = document.querySelector('.maplibregl-ctrl-scale');
        const look = (): void => {
          seen.add(scale?.textContent ?? '');
          if (document.documentElement.dataset['mapShows'] === 'route') resolve(seen.size);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.keyboard.press('/');
  await askFor(page);
  // One view before and one for the results, one for the answer: none in between.
  expect(await moves).toBeLessThanOrEqual(3);
});

test('what the map shows is said in words as well', async () => {
  const { page } = await stage.open();
  const canvas = page.locator('.maplibregl-canvas');
  expect(await canvas.getAttribute('aria-describedby')).toBe('map-text');
  await askFor(page);
  const text = await page.locator('#map-text').innerText();
  const callSign = await page.locator('.unit-name strong').innerText();
  expect(text).toContain(`Đường xe ${callSign}`);
  const hose = await page.getByTestId('hose').locator('strong').first().innerText();
  expect(text).toContain(hose.split(' · ')[0]);
});

test('the state of every part and the age of the data are always there, and details open', async () => {
  const { page } = await stage.open();
  const line = page.getByTestId('status');
  await expect
    .poll(() => line.innerText())
    .toMatch(/Máy chủ ✓.*\s*OSRM ✓.*\s*CSDL ✓.*\s*Dữ liệu \d\d\/\d\d \d\d:\d\d \(/s);
  await line.click();
  const details = page.getByTestId('status-details');
  for (const part of ['xe lớn', 'xe nhỏ', 'mô tô', 'Cơ sở dữ liệu', 'Bản đồ OSM', 'Lần nhập cuối'])
    expect(await details.innerText()).toContain(part);
  await page.route('**/api/health', (route) => route.abort());
  await expect.poll(() => line.innerText()).toMatch(/Máy chủ ✕/);
  await page.unroute('**/api/health');
  await expect.poll(() => line.innerText()).toMatch(/Máy chủ ✓/);
});
