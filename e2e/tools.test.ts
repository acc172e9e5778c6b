// The dispatcher's tools, by mouse and by keyboard: layers, ruler, caller, stop point, read-back line.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askFor, keepPicture, untilMapRests, untilMapShows } from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

async function textOf(page: Page, testId: string): Promise<string> {
  return (await page.getByTestId(testId).innerText()).replaceAll(/\s+/g, ' ').trim();
}

/** `6:40` in seconds. */
function secondsOf(clock: string): number {
  return clock.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
}

async function pressMap(page: Page, share: [number, number]): Promise<void> {
  const box = (await page.getByTestId('map').boundingBox())!;
  await page.mouse.click(box.x + box.width * share[0], box.y + box.height * share[1]);
}

test('layers are switched off and on again, and what is hidden stays said', async () => {
  const { page } = await stage.goOn();
  await untilMapRests(page);
  await page.keyboard.press('Escape');
  await page.getByTestId('search').blur();
  await page.keyboard.press('l');
  const water = page.getByTestId('layer-water');
  await expect.poll(() => water.isChecked()).toBe(true);
  await page.keyboard.press('Space');
  await expect.poll(() => water.isChecked()).toBe(false);
  await page.getByTestId('layers-hidden').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('layers-panel').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByTestId('layers-hidden').waitFor();
  await page.getByTestId('tool-layers').click();
  await page.getByTestId('layers-reset').click();
  await page.getByTestId('layers-hidden').waitFor({ state: 'detached' });
});

test('two presses on the map measure straight and along the street, never shorter than straight', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await untilMapRests(page);
  await page.keyboard.press('m');
  await pressMap(page, [0.45, 0.45]);
  await pressMap(page, [0.6, 0.6]);
  const numbers = async () =>
    (await page.getByTestId('measure-total').locator('td').allInnerTexts()).map((text) =>
      Number(text.replaceAll(/[^\d]/g, '')),
    );
  await expect.poll(async () => (await numbers()).every((meters) => meters > 0)).toBe(true);
  const [straight, street] = await numbers();
  expect(street!).toBeGreaterThanOrEqual(straight! - 1);
  await keepPicture(page, 'tools-measure');
  await page.keyboard.press('Backspace');
  await page.getByTestId('measure-total').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByTestId('measure-panel').waitFor({ state: 'detached' });
  expect(await page.getByTestId('minutes').isVisible()).toBe(true);
});

test('the stop is moved by keys, the times change, and the move is taken back', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await untilMapRests(page);
  const before = secondsOf(await textOf(page, 'minutes'));
  const hose = await textOf(page, 'hose');
  await page.keyboard.press('s');
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('stop=');
  await expect.poll(() => textOf(page, 'stop-choice')).toContain('Điểm dừng do bạn chọn');
  await expect.poll(() => textOf(page, 'hose')).not.toBe(hose);
  const moved = secondsOf(await textOf(page, 'minutes'));
  expect(moved).not.toBe(before);

  await page.keyboard.press('u');
  await expect.poll(() => new URL(page.url()).searchParams.get('stop')).toBe(null);
  await expect.poll(async () => secondsOf(await textOf(page, 'minutes'))).toBe(before);
});

test('the stop is dragged by the mouse, with its distance beside it, and taken back', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  // A stop that still flies into view cannot be taken hold of.
  await untilMapRests(page);
  const before = secondsOf(await textOf(page, 'minutes'));
  const handle = page.getByTestId('stop-handle');
  const { x, y, width, height } = (await handle.boundingBox())!;
  const [fromX, fromY] = [x + width / 2, y + height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + 10, fromY - 20);
  await page.mouse.move(fromX + 20, fromY - 40);
  await expect.poll(() => handle.innerText()).toMatch(/cách cửa\s\d+\sm/);
  await keepPicture(page, 'tools-drag');
  await page.mouse.up();
  await expect.poll(() => page.url()).toContain('stop=');
  await expect.poll(() => textOf(page, 'stop-choice')).toContain('Điểm dừng do bạn chọn');
  await page.getByRole('button', { name: 'Về điểm đã tính' }).click();
  await expect.poll(async () => secondsOf(await textOf(page, 'minutes'))).toBe(before);
});

test('the position of a caller is shown with its circle and the houses around it, and forgotten', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const readView = () => new URL(page.url()).searchParams.get('map');
  await expect.poll(readView).not.toBeNull();
  const [, lon, lat] = readView()!.split(',');
  await page.goto(`${stage.url}/?caller=${lon},${lat},60`);
  const caller = page.getByTestId('caller');
  await expect.poll(() => caller.innerText()).toMatch(/60\sm/);
  await untilMapRests(page);
  await keepPicture(page, 'tools-caller');
  await untilMapShows(page, 'route');
  const house = page.getByTestId('nearby-place').first();
  const label = (await house.innerText()).split('\n')[0]!;
  await house.click();
  await expect.poll(() => textOf(page, 'place-label')).toContain(label);
  expect(await caller.isVisible()).toBe(true);
  await page.getByTestId('caller-forget').click();
  await caller.waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.has('caller')).toBe(false);
});

test('`C` copies the line to be read back to the caller', async () => {
  const { page } = await stage.goOn();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await askFor(page);
  await page.getByTestId('read-back').waitFor();
  await page.keyboard.press('c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('Số 37, ngách 29/70 phố Khương Hạ');
});

const units = (page: Page) =>
  page.locator('.unit-rows').evaluate((list) => {
    // One of which much is to be said may be several lines high.
    const rows = [...list.querySelectorAll('.unit-row')].map(
      (row) => row.getBoundingClientRect().height,
    );
    return list.getBoundingClientRect().height / Math.min(...rows);
  });

test('as narrow as a phone every button over the map can be pressed, and many units are in sight', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.map-pane').scrollIntoViewIfNeeded();
  const covered = () =>
    page.locator('.map-pane button:not(.stop-handle):visible').evaluateAll((buttons) =>
      buttons
        .filter((button) => {
          button.scrollIntoView({ block: 'nearest' });
          const { x, y, width, height } = button.getBoundingClientRect();
          const on = document.elementFromPoint(x + width / 2, y + height / 2);
          return !(on && button.contains(on));
        })
        .map((button) => button.textContent || button.getAttribute('title')),
    );
  await expect.poll(covered).toEqual([]);
  await expect.poll(() => units(page)).toBeGreaterThan(5);
  await keepPicture(page, 'tools-narrow');
  await page.getByTestId('language-en').click();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
  await expect.poll(covered).toEqual([]);
  await page.getByTestId('language-vi').click();
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('however much is folded out, a low screen shows five units', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await expect.poll(() => units(page)).toBeGreaterThan(4.9);
});

test('a wall of 4K shows the words as large as one of half as many dots', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const high = async () => (await page.getByTestId('minutes').boundingBox())!.height;
  await page.setViewportSize({ width: 1920, height: 1080 });
  const onHalf = await high();
  await page.setViewportSize({ width: 3840, height: 2160 });
  await expect.poll(high).toBeCloseTo(2 * onHalf, 0);
  await page.setViewportSize({ width: 1280, height: 800 });
});
