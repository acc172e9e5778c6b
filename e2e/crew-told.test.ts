// Who has the sheet in hand is told that the way has changed since.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Closure } from '../server/closures/schema.ts';
import type { PlaceResults } from '../server/places/schema.ts';
import type { ResponseResult } from '../server/response/schema.ts';
import { keepPicture, typedAddress } from './dispatch-page.ts';
import { sendJson } from './send-json.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

const countDialogs = (page: Page) =>
  page.addInitScript(() => {
    const counted = window as Window & { dialogs?: number };
    counted.dialogs = 0;
    window.print = () => (counted.dialogs = (counted.dialogs ?? 0) + 1);
  });

const readDialogs = (page: Page) =>
  page.evaluate(() => (window as Window & { dialogs?: number }).dialogs);

test('a closed road on the way is told on the crew’s phone until it is seen, and beside a printed page', async () => {
  const found = await fetch(`${stage.url}/api/places?q=${encodeURIComponent(typedAddress)}`);
  const placeId = ((await found.json()) as PlaceResults).results[0]!.id;
  const { units } = await sendJson<ResponseResult>('POST', `${stage.url}/api/response`, {
    placeId,
  });
  const [unit] = units;
  const link = `place=${placeId}&unit=${unit!.unitId}`;
  const phone = await stage.open(`/crew?${link}`, { width: 390, height: 844 });
  await phone.page.locator('[data-testid=crew-sheet][data-ready=true]').waitFor();
  const printed = await stage.open(`/print?${link}`, { prepare: countDialogs });
  await printed.page.locator('[data-testid=sheet][data-ready=true]').waitFor();
  expect(await phone.page.getByTestId('paper-change').count()).toBe(0);
  const way = unit!.drive!.geometry!.coordinates;
  const { id } = await sendJson<Closure>('POST', `${stage.url}/api/closures`, {
    geometry: { type: 'Point', coordinates: way[Math.floor(way.length / 2)] },
    effect: 'impassable',
    reason: 'Cây đổ',
    by: 'Lan',
  });

  const told = phone.page.getByTestId('paper-change');
  await told.waitFor();
  expect(await told.innerText()).toContain('Đường đi hoặc điểm dừng đã đổi lúc');
  await phone.page.locator('[data-testid=crew-sheet][data-ready=true]').waitFor();
  expect(await phone.page.getByTestId('crew-closures').innerText()).toContain('Cây đổ');
  await keepPicture(phone.page, 'crew-told');
  await told.getByRole('button').click();
  await told.waitFor({ state: 'detached' });

  await printed.page.getByTestId('print-newer').waitFor();
  await printed.page.locator('[data-testid=sheet][data-ready=true]').waitFor();
  expect(await readDialogs(printed.page)).toBe(1);
  await sendJson('DELETE', `${stage.url}/api/closures/${id}`, { by: 'Lan' });
  await told.waitFor();
  // The routers are back on the open road for who comes next.
  const soonest = async (): Promise<number | null | undefined> => {
    const now = await sendJson<ResponseResult>('POST', `${stage.url}/api/response`, { placeId });
    return now.units.find(({ unitId }) => unitId === unit!.unitId)?.secondsToWater;
  };
  await expect.poll(soonest, { timeout: 20_000 }).toBeCloseTo(unit!.secondsToWater!, 0);
});
