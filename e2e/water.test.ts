// Water against need, the relay and the wind, as a dispatcher sees and types them.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import type { ResponseResult } from '../server/response/schema.ts';
import { formatFor } from '../web/i18n/format.ts';
import { vi } from '../web/i18n/vi.ts';
import { askFor, keepPicture, readLegend, untilMapRests } from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();
const { number } = formatFor('vi');

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

async function askApi(url: string): Promise<ResponseResult> {
  const response = await fetch(`${stage.url}/api/response`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ placeId: new URL(url).searchParams.get('place') }),
  });
  return (await response.json()) as ResponseResult;
}

test('the answer sets flow against need in one line, and unfolds who brings which pump', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const { destination, units } = await askApi(page.url());
  const supply = units[0]?.water?.supply;
  const { need } = destination;
  if (!supply || !need) throw new Error('the demo city gives no supply');
  const line = plain(await page.getByTestId('supply').innerText());
  expect(line).toContain(`Cần ${number(need.litersPerSecond, 1)} L/s`);
  expect(line).toContain(`có ${number(supply.availableLitersPerSecond, 1)} L/s`);
  expect(line.includes('thiếu')).toBe((supply.missingLitersPerSecond ?? 0) > 0);

  await untilMapRests(page);
  await keepPicture(page, 'water-1280');
  await page.getByTestId('supply-details').locator('summary').click();
  const details = plain(await page.getByTestId('supply-details').innerText());
  const relays = [
    ...supply.feeds.map(({ relay }) => relay),
    ...(units[0]?.hose?.relay ? [units[0].hose.relay] : []),
  ];
  const pumps = relays.flatMap(({ pumpPlaces }) => pumpPlaces).filter(({ at }) => at !== 'engine');
  for (const { broughtBy } of pumps) expect(details).toContain(broughtBy?.callSign);
  expect(details).toContain('Téc');
  expect((await readLegend(page)).includes(vi['legend.pump'])).toBe(pumps.length > 0);
  await keepPicture(page, 'water-details');
});

test('a wind typed with G is drawn at the fire, said in words, and kept by a reload', async () => {
  // A wind that was typed stays for the calls that follow.
  const { page } = await stage.open();
  await askFor(page);
  await page.keyboard.press('g');
  await page.getByTestId('wind-input').fill('ĐB 3');
  const panel = page.getByTestId('wind-panel');
  expect(plain(await panel.innerText())).toContain('gió từ Đông Bắc, 3 m/s');
  const { violations } = await new AxeBuilder({ page }).include('.tools').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  );
  await page.keyboard.press('Enter');
  await panel.waitFor({ state: 'detached' });
  const said = page.getByTestId('answer').getByTestId('wind');
  expect(plain(await said.innerText())).toMatch(/^gió từ Đông Bắc, 3 m\/s gõ tay/i);
  expect(await readLegend(page)).toContain(vi['legend.wind']);
  expect(new URL(page.url()).searchParams.get('wind')).toMatch(/^45,3,\d+$/);
  await untilMapRests(page);
  await keepPicture(page, 'wind-1280');
  await page.reload();
  await said.waitFor();
});

test('N is not guessed: it is north to one and south to another', async () => {
  const { page } = await stage.goOn();
  await page.keyboard.press('Escape');
  await page.getByTestId('tool-wind').click();
  await page.getByTestId('wind-input').fill('N 3');
  expect(plain(await page.getByTestId('wind-panel').innerText())).toContain('Bắc hay Nam');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).searchParams.get('wind')).toBeNull();
});

test('the wind of a feed is shown with its source and age', async () => {
  const observedAt = new Date(Date.now() - 12 * 60_000).toISOString();
  const answer = await fetch(`${stage.url}/api/wind`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ fromDegrees: 135, speedMps: 4, observedAt, source: 'Trạm Láng' }),
  });
  expect(answer.status).toBe(201);
  // A page that is open asks for it anew after a minute.
  const { page } = await stage.open();
  await askFor(page);
  const said = page.getByTestId('answer').getByTestId('wind');
  expect(plain(await said.innerText())).toMatch(
    /gió từ Đông Nam, 4 m\/s Trạm Láng, 1[23] phút trước/i,
  );
});
