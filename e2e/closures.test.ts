// A closed road from the dispatcher's hand to the changed answer, and back.

import { expect, test } from 'vitest';
import { askFor, keepPicture, readUnits, untilMapRests, untilMapShows } from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

test('a closure across the route changes it, says so, and is taken back', async () => {
  const { page } = await stage.open();
  await askFor(page);
  await untilMapShows(page, 'route');
  await untilMapRests(page);
  const before = await readUnits(page);
  await page.keyboard.press('k');
  await page.getByTestId('closure-route').click();
  await page.getByTestId('closure-reason').fill('Ống nước vỡ');
  await page.getByTestId('closure-by').fill('Lan');
  await page.getByTestId('closure-send').click();
  const list = page.getByTestId('closure-list');
  await list.getByText('Ống nước vỡ').waitFor();
  await page.getByTestId('route-change').waitFor();
  expect(await page.getByTestId('route-change').textContent()).toContain('Đường đi đã đổi');
  await untilMapRests(page);
  await keepPicture(page, 'closure');
  expect(await readUnits(page)).not.toEqual(before);

  await page.getByTestId('closure-withdraw').click();
  await page.getByTestId('closure-withdraw').click();
  await list.waitFor({ state: 'detached' });
  await expect.poll(() => readUnits(page), { timeout: 15_000 }).toEqual(before);
});
