// The dispatcher's tools, by mouse and by keyboard: layers, ruler, caller, stop point, read-back line.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askFor, keepPicture, typeAddress, untilMapRests } from './dispatch-page.ts';
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
  const { page } = await stage.open();
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
  const { page } = await stage.open();
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

/** The middle of the demo city. */
async function centreOf(page: Page): Promise<{ lon: number; lat: number }> {
  return page.evaluate(async () => {
    const { city } = await (await fetch('/api/health')).json();
    const [west, south, east, north] = city.bounds;
    return { lon: (west + east) / 2, lat: (south + north) / 2 };
  });
}

test('a caller’s position is typed, pasted or linked, with its circle and the houses around it', async () => {
  const first = await stage.open();
  const { lon, lat } = await centreOf(first.page);
  const at = `${lat.toFixed(6)}, ${lon.toFixed(6)}`;
  await typeAddress(first.page, at);
  await first.page.getByTestId('position-offer').waitFor();
  await first.page.keyboard.press('Enter');
  await first.page.getByTestId('caller').waitFor();
  expect(await textOf(first.page, 'caller')).toContain('không rõ sai số');
  await first.page.getByTestId('caller-forget').click();
  await first.page.getByTestId('caller').waitFor({ state: 'detached' });

  await first.page.getByTestId('search').fill(`https://maps.google.com/?q=${lat},${lon}`);
  await first.page.getByTestId('position-offer').waitFor();

  const linked = await stage.open(`/?caller=${lon.toFixed(6)},${lat.toFixed(6)},60`);
  await linked.page.getByTestId('caller').waitFor();
  expect(await textOf(linked.page, 'caller')).toContain('60');
  await expect.poll(() => linked.page.getByTestId('nearby-place').count()).toBeGreaterThan(0);
  await untilMapRests(linked.page);
  await keepPicture(linked.page, 'tools-caller');
  await linked.page.getByTestId('nearby-place').first().click();
  await linked.page.getByTestId('place-label').waitFor();
  expect(await linked.page.getByTestId('caller').isVisible()).toBe(true);
});

test('the stop is moved by keys, the times change, and every move is taken back', async () => {
  const { page } = await stage.open();
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

  const stopInUrl = () => new URL(page.url()).searchParams.get('stop');
  const once = stopInUrl();
  await page.keyboard.press('s');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(stopInUrl).not.toBe(once);
  await page.keyboard.press('u');
  await expect.poll(stopInUrl).toBe(once);
  await page.keyboard.press('u');
  await expect.poll(stopInUrl).toBe(null);
  await expect.poll(async () => secondsOf(await textOf(page, 'minutes'))).toBe(before);
});

test('`C` copies the line to be read back to the caller', async () => {
  const { page } = await stage.open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await askFor(page);
  await page.getByTestId('read-back').waitFor();
  await page.keyboard.press('c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('Số 37, ngách 29/70 phố Khương Hạ');
});
