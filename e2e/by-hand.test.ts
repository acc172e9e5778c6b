// The keyboard alone, the other mouse button, and a finger.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Closure } from '../server/closures/schema.ts';
import type { PlaceResults } from '../server/places/schema.ts';
import {
  addressLabel,
  askFor,
  keepPicture,
  readUnits,
  typeAddress,
  untilMapRests,
  untilMapShows,
  untilResultsAreCurrent,
} from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

/** What the eye can see of the focus: the element's name and whether a line is drawn around it. */
function readFocus(page: Page): Promise<{ name: string; isVisible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', isVisible: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const searchBox = element.closest('.search-box');
    const hasLine = searchBox !== null && getComputedStyle(searchBox).boxShadow !== 'none';
    const name =
      element.getAttribute('data-testid') ??
      element.getAttribute('aria-label') ??
      element.textContent ??
      '';
    return { name, isVisible: hasOutline || hasLine };
  });
}

const chosenUnit = async (page: Page): Promise<number> =>
  (await readUnits(page)).findIndex((unit) => unit.chosen);

async function boxOfMap(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.getByTestId('map').boundingBox();
  if (!box) throw new Error('there is no map');
  return { x: box.x + box.width * 0.55, y: box.y + box.height * 0.45 };
}

/** Changed data: pages ask again for what they show. */
async function closeAndOpenARoad(): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const geometry = { type: 'Point', coordinates: [105.8003, 21.0203] };
  const drawn = await fetch(`${stage.url}/api/closures`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ geometry, effect: 'avoid', reason: 'thử', by: 'Lan' }),
  });
  expect(drawn.status).toBe(201);
  const { id } = (await drawn.json()) as Closure;
  const body = JSON.stringify({ by: 'Lan' });
  await fetch(`${stage.url}/api/closures/${id}`, { method: 'DELETE', headers, body });
}

test('a dispatcher needs no mouse', async () => {
  const { page } = await stage.goOn();
  await page.getByTestId('example').first().waitFor();
  expect(await readFocus(page)).toEqual({ name: 'search', isVisible: true });
  await page.keyboard.press('Tab');
  expect(await readFocus(page)).toEqual({ name: 'example', isVisible: true });
  await page.keyboard.press('/');
  expect(await readFocus(page)).toEqual({ name: 'search', isVisible: true });

  await typeAddress(page, 'so 5');
  const options = page.getByRole('option');
  await untilResultsAreCurrent(page);
  await options.nth(2).waitFor();
  const isActive = (index: number): Promise<string | null> =>
    options.nth(index).getAttribute('aria-selected');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => isActive(1)).toBe('true');
  const label = await options.nth(1).locator('.result-label').innerText();
  const active = await page.getByTestId('search').getAttribute('aria-activedescendant');
  expect(active).toBe(await options.nth(1).getAttribute('id'));
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('place-label').innerText()).toBe(label);
  await untilMapShows(page, 'route');

  await expect.poll(() => chosenUnit(page)).toBe(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => chosenUnit(page)).toBe(1);
  await expect
    .poll(() => page.getByTestId('unit-answer').getAttribute('data-unit'))
    .toBe((await readUnits(page))[1]?.unitId);

  await page.keyboard.press('Escape');
  await options.nth(2).waitFor();
  expect(await page.getByTestId('search').inputValue()).toBe('so 5');
  await page.keyboard.press('Escape');
  await page.getByTestId('empty').waitFor();
  expect(await page.getByTestId('search').inputValue()).toBe('');
  await expect.poll(() => new URL(page.url()).searchParams.has('place')).toBe(false);
});

test('a search that is asked again, as when data changed, takes nothing from the keys', async () => {
  const { page } = await stage.goOn();
  await typeAddress(page, 'so 5');
  await untilResultsAreCurrent(page);
  const options = page.getByRole('option');
  const selected = page.locator('[role=option][aria-selected=true]');
  const ids = await options.evaluateAll((rows) => rows.map(({ id }) => id));
  const change = { takesAway: '', mayCome: Promise.withResolvers<void>() };
  await page.route('**/api/places?*', async (route) => {
    const answer = await route.fetch();
    const found = (await answer.json()) as PlaceResults;
    await change.mayCome.promise;
    const results = found.results
      .toReversed()
      .filter(({ id }) => !change.takesAway.endsWith(id.replace(':', '-')));
    await route.fulfill({ response: answer, json: { ...found, results } });
  });

  await page.keyboard.press('ArrowDown');
  const isAsked = page.waitForRequest('**/api/places?*');
  await closeAndOpenARoad();
  await isAsked;
  await page.keyboard.press('ArrowDown');
  expect(await selected.getAttribute('id')).toBe(ids[2]);
  change.mayCome.resolve();
  await expect.poll(() => options.first().getAttribute('id')).toBe(ids.at(-1));
  expect(await selected.getAttribute('id')).toBe(ids[2]);

  change.takesAway = ids[2]!;
  await closeAndOpenARoad();
  await expect.poll(() => options.count()).toBe(ids.length - 1);
  expect(await selected.count()).toBe(0);
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).searchParams.has('place')).toBe(false);
  await page.keyboard.press('ArrowDown');
  expect(await selected.getAttribute('id')).toBe(ids.at(-1));
  await page.unrouteAll({ behavior: 'wait' });
});

test('`?` shows the keys, and Esc puts them away without losing the answer', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog');
  await help.waitFor();
  expect(await help.innerText()).toContain('lùi một bước');
  await keepPicture(page, 'dispatch-help');
  // As it is for the first moment, before the keyboard has come into the dialog.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  expect(await page.getByTestId('place-label').innerText()).toBe(addressLabel);
});

test('where each number comes from is told by keyboard and by press, in the language of the screen', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('o');
  const list = page.getByTestId('origins');
  await list.waitFor();
  const drive = await page.locator('.bar-key li', { hasText: 'Chạy xe' }).innerText();
  expect(await list.innerText()).toContain(drive);
  expect(await list.innerText()).toContain('OSRM tính trên mạng đường');
  expect(await list.innerText()).toContain('Đo dọc lối người đi được trên bản đồ');
  await keepPicture(page, 'dispatch-origins');
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  expect(await page.getByTestId('place-label').innerText()).toBe(addressLabel);
  await page.getByTestId('language-en').click();
  await page.getByTestId('origins-open').click();
  expect(await list.innerText()).toContain('Reckoned by OSRM on the road network');
  await page.keyboard.press('Escape');
  await page.getByTestId('language-vi').click();
});

test('every stop of the Tab key can be seen, and leads around the whole screen', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await untilMapRests(page);
  const seen: string[] = [];
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab');
    const { name, isVisible } = await readFocus(page);
    if (name === '') break;
    expect(isVisible, name).toBe(true);
    seen.push(name);
  }
  expect(seen).toEqual(expect.arrayContaining(['unit', 'language-en', 'Phím tắt', 'Phóng to']));
  expect(seen.length).toBeLessThan(50);
});

test('the map can be asked for its centre by keyboard', async () => {
  const { page } = await stage.goOn();
  await untilMapRests(page);
  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('Enter');
  await untilMapShows(page, 'route');
  expect(await page.getByTestId('place-label').innerText()).toContain('Điểm trên bản đồ');
});

test('the right button asks for a response to that point', async () => {
  const { page } = await stage.goOn();
  await untilMapRests(page);
  const { x, y } = await boxOfMap(page);
  await page.mouse.click(x, y, { button: 'right' });
  await untilMapShows(page, 'route');
  expect(await page.getByTestId('place-label').innerText()).toContain('Điểm trên bản đồ');
  expect(new URL(page.url()).searchParams.get('at')).toMatch(/^105\.\d+,21\.\d+$/);
  expect((await readUnits(page)).length).toBeGreaterThan(10);
  await keepPicture(page, 'dispatch-point');
});

test('on a wall the map is as much larger as the panel, and is pressed where it is touched', async () => {
  const { page } = await stage.goOn();
  await untilMapRests(page);
  const readMap = (): Promise<number[]> =>
    page.evaluate(() =>
      (new URLSearchParams(location.search).get('map') ?? '').split(',').map(Number),
    );
  await page.setViewportSize({ width: 3000, height: 700 });
  await untilMapRests(page);
  const box = await page.getByTestId('map').boundingBox();
  const canvases = page.getByTestId('map').locator('canvas');
  const sizes = () =>
    canvases.evaluateAll((all) =>
      all.map((canvas) => [canvas.clientWidth, (canvas as HTMLCanvasElement).width]),
    );
  const expected = [expect.closeTo(box!.width / 1.5, -1), expect.closeTo(box!.width, -1)];
  // The map's, and that of what is drawn over it.
  await expect.poll(sizes).toEqual([expected, expected]);
  await untilMapRests(page);
  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('+');
  await expect.poll(async () => (await readMap()).length).toBe(3);
  await untilMapRests(page);
  const [, lon, lat] = await readMap();
  await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2, { button: 'right' });
  await page.waitForFunction(() => new URLSearchParams(location.search).has('at'));
  const at = new URL(page.url()).searchParams.get('at')!.split(',').map(Number);
  expect(at[0]).toBeCloseTo(lon!, 4);
  expect(at[1]).toBeCloseTo(lat!, 4);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a finger that rests on the map asks as well; one that drags does not', async () => {
  const { page } = await stage.goOn();
  await untilMapRests(page);
  const finger = await page.context().newCDPSession(page);
  await finger.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const { x, y } = await boxOfMap(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx = 0): Promise<unknown> =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }],
    });
  await touch('touchStart');
  for (let dx = 10; dx <= 60; dx += 10) await touch('touchMove', dx);
  await page.waitForTimeout(900);
  await touch('touchEnd');
  expect(new URL(page.url()).searchParams.has('at')).toBe(false);

  await touch('touchStart');
  await page.waitForTimeout(900);
  await touch('touchEnd');
  await untilMapShows(page, 'route');
  expect(new URL(page.url()).searchParams.has('at')).toBe(true);
  await finger.detach();
});
