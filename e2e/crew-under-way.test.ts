// The crew's sheet once its unit drives, and is no longer one that could be sent.

import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { PlaceResults } from '../server/places/schema.ts';
import type { ResponseResult, UnitResponse } from '../server/response/schema.ts';
import { typedAddress } from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

async function send<Body>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Body> {
  const answer = await fetch(stage.url + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
  return (await answer.json()) as Body;
}

async function findPlace(): Promise<string> {
  const found = await fetch(`${stage.url}/api/places?q=${encodeURIComponent(typedAddress)}`);
  return ((await found.json()) as PlaceResults).results[0]!.id;
}

const sent: string[] = [];

async function setStatus(unitId: string, status: string): Promise<void> {
  await send('PUT', `/api/units/${unitId}/status`, { status, by: 'Trực ban' });
}

afterAll(async () => {
  for (const unitId of sent) await setStatus(unitId, 'available');
});

/** One that is not the first to be there. */
async function sendSecond(placeId: string): Promise<UnitResponse> {
  const { units } = await send<ResponseResult>('POST', '/api/response', { placeId });
  const unit = units[1]!;
  sent.push(unit.unitId);
  await setStatus(unit.unitId, 'busy');
  return unit;
}

const withoutDialog = (page: Page) => page.addInitScript(() => (window.print = () => undefined));

async function readReady(page: Page, testId: string): Promise<string> {
  const sheet = page.locator(`[data-testid=${testId}][data-ready=true]`);
  await sheet.waitFor();
  return (await sheet.innerText()).replaceAll(/\s+/g, ' ');
}

test('the sheet of a unit that is under way stays its own, with its stop, and says its status', async () => {
  const placeId = await findPlace();
  const unit = await sendSecond(placeId);
  const stop = `${unit.stop!.lon.toFixed(6)},${unit.stop!.lat.toFixed(6)}`;
  const link = `place=${placeId}&unit=${unit.unitId}&stop=${stop}`;

  const { page } = await stage.open(`/crew?${link}`, { width: 390, height: 844 });
  const sheet = await readReady(page, 'crew-sheet');
  expect(sheet).toContain(`Phiếu tổ xe · ${unit.callSign}`);
  expect(sheet).toContain('Tình trạng xe lúc này: đang có việc.');
  expect(sheet).toMatch(/Chọn tay: .*điểm dừng/);

  const printed = await stage.open(`/print?${link}`, { prepare: withoutDialog });
  await readReady(printed.page, 'sheet');
  const onPaper = await printed.page.getByTestId('sheet-unit').innerText();
  expect(onPaper).toContain(unit.callSign);
  expect(onPaper).toContain('đang có việc');

  const screen = await stage.open(`/?${link}`);
  const lost = await screen.page.getByTestId('lost-unit').innerText();
  expect(lost).toContain(`Xe ${unit.callSign} chọn tay không điều được: đang có việc.`);
  expect(await screen.page.getByTestId('stop-choice').count()).toBe(0);
  await screen.page.getByTestId('crew-open').click();
  expect(await readReady(screen.page, 'crew-sheet')).not.toContain('Chọn tay');
});

test('a sheet of a unit that is not in the data says so, and is of no other unit', async () => {
  const placeId = await findPlace();
  const { page } = await stage.open(`/crew?place=${placeId}&unit=unit:999999`);
  await page.getByText('Xe mà liên kết này chỉ tới không còn trong dữ liệu.').waitFor();
  expect(await page.getByTestId('crew-sheet').count()).toBe(0);
});
