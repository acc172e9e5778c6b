import { expect, test } from 'vitest';
import type { ResponseResult } from '../server/response/schema.ts';
import { formatFor } from '../web/i18n/format.ts';
import { findBarriers } from './barriers.ts';
import {
  addressLabel,
  askFor,
  keepPicture,
  readAnswer,
  readLegend,
  readUnits,
  typeAddress,
  typedAddress,
  untilMapRests,
  untilMapShows,
  untilResultsAreCurrent,
} from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();
const { clock, number } = formatFor('vi');

async function askApi(placeId: string): Promise<ResponseResult> {
  const response = await fetch(`${stage.url}/api/response`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ placeId }),
  });
  return (await response.json()) as ResponseResult;
}

test('an address shouted into the phone becomes a building, a road, a stop, a hose and ranked units', async () => {
  const { page } = await stage.goOn();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('combobox');
  await typeAddress(page, typedAddress);
  const chosen = page.locator('[role=option][aria-selected=true]');
  await expect.poll(() => chosen.innerText()).toContain(addressLabel);
  await expect.poll(() => readLegend(page)).toEqual(['Kết quả tìm']);
  await page.keyboard.press('Enter');
  await untilMapShows(page, 'route');

  const answer = await askApi(new URL(page.url()).searchParams.get('place') ?? '');
  const [first] = answer.units;
  if (!first?.hose || !first.stop) throw new Error('the demo city gives no full answer');
  const shown = await readAnswer(page);
  expect(shown.label).toBe(addressLabel);
  expect(shown.minutes).toBe(clock(first.secondsToWater ?? 0));
  const road = first.stop.blockedBy ?? first.stop.road;
  expect(shown.stop.toLowerCase()).toContain(road?.name?.toLowerCase());
  expect(shown.hose).toContain(`${number(first.hose.meters)} m · ${first.hose.lengths} cuộn`);
  expect(shown.units.map((unit) => unit.callSign)).toEqual(
    answer.units.map((unit) => unit.callSign),
  );
  expect(shown.units.length).toBeGreaterThan(10);
  expect(shown.units.filter((unit) => unit.chosen)).toHaveLength(1);
  expect(await readLegend(page)).toEqual(
    expect.arrayContaining([
      'Xe chạy',
      'Rải vòi, mỗi vạch 20 m',
      'Điểm dừng xe',
      'Nhà cháy',
      'Nước dùng được',
    ]),
  );
  expect(await page.getByTestId('search').inputValue()).toBe(typedAddress);
  expect(await page.getByTestId('synthetic').isVisible()).toBe(true);
  await untilMapRests(page);
  await keepPicture(page, 'dispatch-answer-1920');
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('Enter never takes what answers an earlier text, however slow the next answer is', async () => {
  const { page } = await stage.goOn();
  await typeAddress(page, 'so 5');
  await untilResultsAreCurrent(page);
  const held = Promise.withResolvers<void>();
  await page.route('**/api/places?*', async (route) => {
    await held.promise;
    await route.continue();
  });
  // As nobody has typed it on this page before, whose answers are kept.
  await page.getByTestId('search').fill(`số ${typedAddress}`);
  await page.getByTestId('result').first().waitFor();
  await expect.poll(() => page.locator('[role=option][aria-selected=true]').count()).toBe(0);
  expect(await page.getByTestId('search').getAttribute('aria-activedescendant')).toBe(null);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).searchParams.has('place')).toBe(false);
  held.resolve();
  await untilMapShows(page, 'route');
  expect(await page.getByTestId('place-label').innerText()).toBe(addressLabel);
});

test('a reload, and a link given to somebody else, show the same place, unit and view', async () => {
  const screen = await stage.goOn();
  const { page } = screen;
  await askFor(page);
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await readUnits(page))[1]?.chosen).toBe(true);
  await untilMapRests(page);
  // A wheel turned by hand makes a view that no flight would choose.
  const flown = page.url();
  await page.getByTestId('map').hover();
  await page.mouse.wheel(0, 240);
  await expect.poll(() => page.url()).not.toBe(flown);
  await untilMapRests(page);
  const address = page.url();
  const before = await readAnswer(page);
  const readScale = (from: typeof page): Promise<string> =>
    from.locator('.maplibregl-ctrl-scale').innerText();
  const scale = await readScale(page);

  await page.reload();
  await untilMapShows(page, 'route');
  await untilMapRests(page);
  expect(await readAnswer(page)).toEqual(before);
  expect(page.url()).toBe(address);

  const { page: other } = await stage.openBeside(screen, `/${new URL(address).search}`);
  await untilMapShows(other, 'route');
  await untilMapRests(other);
  expect(await readAnswer(other)).toEqual(before);
  expect(other.url()).toBe(address);
  expect(await readScale(other)).toBe(scale);
  await other.close();
});

test('what nobody knows is answered with what was understood and another way', async () => {
  const { page } = await stage.goOn();
  await typeAddress(page, 'xyzzy 999');
  const message = page.getByTestId('no-match');
  await expect.poll(() => message.innerText()).toMatch(/Hiểu là: (?=.*xyzzy)(?=.*999)/i);
  expect(await message.innerText()).toContain('trên bản đồ');
  expect(await page.getByTestId('search').inputValue()).toBe('xyzzy 999');
  await keepPicture(page, 'dispatch-no-match');
});

test('a link to a place that the data does not hold says so, and the search still works', async () => {
  const { page } = await stage.open('/?place=address:999999', { causes: /404/ });
  await expect
    .poll(() => page.getByTestId('answer').innerText())
    .toContain('địa điểm này không còn trong dữ liệu');
  expect(await findBarriers(page)).toEqual([]);
  await keepPicture(page, 'dispatch-no-such-place');
  await page.keyboard.press('/');
  await askFor(page);
  expect((await readAnswer(page)).label).toBe(addressLabel);
});
