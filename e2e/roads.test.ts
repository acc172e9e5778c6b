// The truth about a road: seen, said, felt by the answer, taken back; and where to measure next.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PlaceResults } from '../server/places/schema.ts';
import type { ResponseResult } from '../server/response/schema.ts';
import type { Correction } from '../server/corrections/schema.ts';
import type { AssumedAlleys, AssumedWidths } from '../server/roads/schema.ts';
import { findBarriers } from './barriers.ts';
import {
  keepPicture,
  readAnswer,
  typedAddress,
  untilMapRests,
  untilMapShows,
} from './dispatch-page.ts';
import { tellOfNewData } from './outage.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

async function read<Body>(path: string): Promise<Body> {
  return (await (await fetch(stage.url + path)).json()) as Body;
}

async function worstRoads(): Promise<AssumedAlleys['alleys']> {
  const { wards } = await read<AssumedWidths>('/api/roads/assumed-widths');
  const ward = wards.find(({ wardId }) => wardId !== null);
  const { alleys } = await read<AssumedAlleys>(`/api/roads/assumed-widths/${ward?.wardId}`);
  return alleys;
}

async function firstStop(): Promise<{ placeId: string; stop: { lon: number; lat: number } }> {
  const { results } = await read<PlaceResults>(`/api/places?q=${encodeURIComponent(typedAddress)}`);
  const placeId = results[0]!.id;
  const answer = await fetch(`${stage.url}/api/response`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ placeId }),
  });
  const { units } = (await answer.json()) as ResponseResult;
  return { placeId, stop: units.find(({ stop }) => stop !== null)!.stop! };
}

/** Where the engine stops and how much hose it takes: times may come from another router by then. */
async function readWay(page: Page): Promise<{ stop: string; hose: string }> {
  const { stop, hose } = await readAnswer(page);
  return { stop, hose };
}

const name = (page: Page) => page.getByTestId('road-name');

test('a width said at the stop point changes the answer until it is withdrawn; the list leads to the next road', async () => {
  const { placeId, stop } = await firstStop();
  const { page } = await stage.open(`/?place=${placeId}&map=18,${stop.lon},${stop.lat}`);
  await untilMapShows(page, 'route');
  await untilMapRests(page);
  const before = await readWay(page);
  await page.getByTestId('tool-roads').click();
  // Beside the stop sign, which is to be dragged.
  const map = (await page.getByTestId('map').boundingBox())!;
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2 + 30);
  await name(page).waitFor();
  await page.getByTestId('road-field-width').fill('0,9');
  await page.getByTestId('road-measured').click();
  await page.getByTestId('road-by').fill('Lan');
  await page.getByTestId('road-save').click();
  await page.getByTestId('road-said').getByText('bề rộng').waitFor();
  await expect
    .poll(() => page.getByTestId('road-width').innerText())
    .toContain('Lan (chưa xác minh)');
  await expect.poll(() => readWay(page)).not.toEqual(before);
  await keepPicture(page, 'road-said');
  expect(await findBarriers(page)).toEqual([]);
  await page.getByTestId('road-withdraw').click();
  await page.getByTestId('road-withdraw').click();
  await page.getByTestId('road-entered').waitFor({ state: 'detached' });
  await expect.poll(() => readWay(page)).toEqual(before);

  await page.getByTestId('roads-survey').click();
  await page.getByTestId('survey-layer').check();
  await page.getByTestId('survey-wards').getByRole('button').first().click();
  const [worst] = await worstRoads();
  const row = page.getByTestId('survey-road').first();
  expect((await row.innerText()).toLowerCase()).toBe(worst!.name?.toLowerCase());
  await keepPicture(page, 'roads-to-survey');
  await row.click();
  // The road before stays until the next one is there.
  await expect.poll(() => name(page).textContent()).toBe(worst!.name);
  expect(await page.getByTestId('road-width').getAttribute('data-assumed')).toBe('true');
  await untilMapRests(page);
  await expect.poll(() => page.getByTestId('base-legend').innerText()).toContain('cần đo');
});

test('a cable that somebody judged by eye says so, is counted in its ward, and is found from the list', async () => {
  const [worst] = await worstRoads();
  const { target, lon, lat } = worst!;
  const value = { kind: 'low_cable', lon, lat, clearMeters: 3.5 };
  const answer = await fetch(`${stage.url}/api/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'Lan', target, provenance: 'assumed', field: 'obstacle', value }),
  });
  const { id } = (await answer.json()) as Correction;
  const { page } = await stage.open(`/?map=18,${lon},${lat}`);
  await untilMapRests(page);
  await page.getByTestId('search').blur();
  await page.keyboard.press('d');
  await page.getByTestId('roads-survey').click();
  await page.getByTestId('survey-layer').check();
  const ward = page.getByRole('row').filter({ has: page.getByTestId('survey-limits') });
  expect(await ward.getByTestId('survey-limits').innerText()).toBe('và 1 giới hạn ước bằng mắt');
  await ward.getByRole('button').click();
  const guess = page.getByTestId('survey-limit');
  await guess.waitFor();
  expect((await guess.innerText()).toLowerCase()).toBe('dây thấp 3,5\u00A0m*');
  await expect
    .poll(() => page.getByTestId('base-legend').innerText())
    .toContain('giới hạn ước bằng mắt');
  await keepPicture(page, 'limits-to-survey');
  expect(await findBarriers(page)).toEqual([]);
  await guess.click();
  await expect
    .poll(() => page.getByTestId('road-entered').innerText())
    .toContain('Ước bằng mắt · Lan');
  // Whoever reports something else at that place is told that the cable goes on counting.
  await page.getByTestId('road-kind').selectOption('bollard');
  await expect
    .poll(() => page.getByTestId('road-stands-beside').allInnerTexts())
    .toEqual([
      'Cách đây 0\u00A0m đã ghi: dây thấp 3,5\u00A0m. Mục đó vẫn được tính; nếu không còn đúng thì gỡ trong danh sách.',
    ]);
  expect(await page.getByTestId('roads-panel').innerText()).toContain(
    'Ô tô chữa cháy không qua được, mô tô chữa cháy qua được.',
  );
  await fetch(`${stage.url}/api/corrections/${id}/withdraw`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'Lan' }),
  });
});

test('all of it by keys: the road under the cross-hair, faults at their fields, and Esc', async () => {
  const [worst, another] = await worstRoads();
  const { target, name: label, lon, lat } = worst!;
  const { page } = await stage.open(`/?map=18,${lon},${lat}`, {
    causes: /^(400 .*corrections|503 .*near)/,
  });
  await untilMapRests(page);
  await page.getByTestId('search').blur();
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  await name(page).waitFor();
  expect(await name(page).textContent()).toBe(label);
  await page.keyboard.type('rộng');
  await page.keyboard.press('Enter');
  const width = page.getByTestId('road-field-width');
  await expect.poll(() => width.getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1m9');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9');
  await page.route('**/api/roads/near*', (route) => route.fulfill({ status: 503, json: {} }));
  await tellOfNewData(page);
  await page.getByTestId('road-failed').waitFor();
  await page.keyboard.type('9');
  await page.unrouteAll({ behavior: 'wait' });
  await page.getByTestId('road-by').press('End');
  await page.keyboard.type('Minh');
  await page.keyboard.press('Enter');
  // Nobody has said how it was got, and nothing is said by pressing Enter once more.
  await page.getByTestId('road-how-fault').waitFor();
  await page.keyboard.press('Enter');
  expect(await page.getByTestId('road-measured').getAttribute('aria-pressed')).toBe('false');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.getByTestId('road-measured').getAttribute('aria-pressed')).toBe('true');
  await page.getByTestId('road-by').press('Enter');
  // No engine is nearly 99 m high: that is asked about before it is sent.
  await expect.poll(() => page.getByTestId('road-save').innerText()).toBe('Nhấn lần nữa để ghi');
  expect(await page.getByTestId('roads-panel').innerText()).toContain('99\u00A0m?');
  await page.keyboard.press('Enter');
  await page.getByTestId('road-said').getByText('bề rộng').waitFor();
  const height = page.getByTestId('road-field-height');
  await expect.poll(() => height.getAttribute('aria-invalid')).toBe('true');
  expect(await width.inputValue()).toBe('');
  expect(await page.getByTestId('roads-panel').innerText()).toContain('nhiều nhất 30');
  await height.press('Escape');
  await page.getByTestId('roads-panel').waitFor({ state: 'detached' });
  const { corrections } = await read<{ corrections: Correction[] }>(
    `/api/corrections?target=${target}`,
  );
  expect(corrections).toMatchObject([
    { field: 'width_m', value: 1.9, by: 'Minh', verified: false },
  ]);

  await page.keyboard.press('d');
  expect(await height.inputValue()).toBe('99');
  const withdraw = page.getByTestId('road-withdraw');
  await withdraw.press('Enter');
  await withdraw.press('Enter');
  await page.getByTestId('road-entered').waitFor({ state: 'detached' });

  // Typed before it is known of which road: it is said of the one that comes, and the field stays under the hands.
  const mayCome = Promise.withResolvers<void>();
  await page.route('**/api/roads/near*', async (route) => {
    await mayCome.promise;
    const url = new URL(route.request().url());
    url.search = String(new URLSearchParams({ lon: `${another!.lon}`, lat: `${another!.lat}` }));
    await route.continue({ url: url.href });
  });
  const map = (await page.getByTestId('map').boundingBox())!;
  const isAsked = page.waitForRequest('**/api/roads/near*', { timeout: 10_000 });
  // Beside the panel.
  await page.mouse.click(map.x + 0.85 * map.width, map.y + map.height / 2);
  await isAsked;
  const weight = page.getByTestId('road-field-weight');
  await weight.focus();
  await page.keyboard.type('7');
  expect(await page.getByTestId('road-save').isDisabled()).toBe(true);
  mayCome.resolve();
  await expect.poll(() => name(page).textContent()).toBe(another!.name);
  await page.keyboard.type(',5');
  expect(await weight.inputValue()).toBe('7,5');
  expect(await height.inputValue()).toBe('');
  await page.unrouteAll({ behavior: 'wait' });
});
