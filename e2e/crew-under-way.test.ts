// The crew's sheet once its unit drives, and is no longer one that could be sent.

import type { Page, Request } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { PlaceResults } from '../server/places/schema.ts';
import type { ResponseResult, UnitResponse } from '../server/response/schema.ts';
import { typedAddress } from './dispatch-page.ts';
import { sendJson } from './send-json.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

async function findPlace(): Promise<string> {
  const found = await fetch(`${stage.url}/api/places?q=${encodeURIComponent(typedAddress)}`);
  return ((await found.json()) as PlaceResults).results[0]!.id;
}

const sent: string[] = [];

async function setStatus(unitId: string, status: string): Promise<void> {
  await sendJson('PUT', `${stage.url}/api/units/${unitId}/status`, { status, by: 'Trực ban' });
}

afterAll(async () => {
  for (const unitId of sent) await setStatus(unitId, 'available');
});

async function askUnits(placeId: string): Promise<UnitResponse[]> {
  return (await sendJson<ResponseResult>('POST', `${stage.url}/api/response`, { placeId })).units;
}

async function sendOut({ unitId }: UnitResponse): Promise<void> {
  sent.push(unitId);
  await setStatus(unitId, 'busy');
}

const withoutDialog = (page: Page) => page.addInitScript(() => (window.print = () => undefined));

/** For its directions a unit is named too; without them, because the list lacks it. */
const isNamed = (request: Request) => /unitIds(?!.*landmarks)/.test(request.postData() ?? '');

async function readReady(page: Page, testId: string): Promise<string> {
  const sheet = page.locator(`[data-testid=${testId}][data-ready=true]`);
  await sheet.waitFor();
  return (await sheet.innerText()).replaceAll(/\s+/g, ' ');
}

test('the sheet of a unit that is under way stays its own, with its stop, and says its status', async () => {
  const placeId = await findPlace();
  const unit = (await askUnits(placeId))[1]!;
  await sendOut(unit);
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
  const answer = screen.page.getByTestId('unit-answer');
  expect(await answer.getAttribute('data-unit')).toBe(unit.unitId);
  expect(await answer.innerText()).toContain('Tình trạng xe lúc này: đang có việc.');
  expect(await screen.page.getByTestId('by-hand').innerText()).toContain('điểm dừng');
  expect(await screen.page.getByTestId('lost-unit').count()).toBe(0);
  await screen.page.getByTestId('crew-open').click();
  expect(await readReady(screen.page, 'crew-sheet')).toMatch(/Chọn tay: .*điểm dừng/);
});

test('a unit chosen by hand stays on the screen with its reason when it sets out, as long as it is in the data', async () => {
  const { page } = await stage.open(`/?place=${await findPlace()}`);
  const row = page.locator('[data-testid=unit][data-sent=false][data-role=water]').first();
  await row.waitFor();
  const unitId = (await row.getAttribute('data-unit'))!;
  const first = await page.locator('[data-testid=unit] .unit-sign').first().innerText();
  await row.click();
  await page.getByTestId('send-first').click();
  await page.getByTestId('by-hand-why').fill('hỏng bơm');
  await page.waitForURL(/why=/);
  const byHand = page.getByTestId('by-hand');
  const before = await byHand.innerText();
  expect(before).toContain(`thay ${first}`);

  sent.push(unitId);
  await setStatus(unitId, 'busy');
  const answer = page.getByTestId('unit-answer');
  await expect
    .poll(() => answer.innerText(), { timeout: 15_000 })
    .toContain('Tình trạng xe lúc này: đang có việc.');
  expect(await answer.getAttribute('data-unit')).toBe(unitId);
  expect(await byHand.innerText()).toContain('Lý do: hỏng bơm');
  expect(await page.getByTestId('by-hand-why').inputValue()).toBe('hỏng bơm');

  // It is on its way to this fire: the set counts with it.
  const sign = before.match(/Chọn tay: (.+) thay /)![1]!;
  await expect
    .poll(() => page.getByTestId('set-by-hand').innerText())
    .toBe(`Chọn tay: có ${sign}, không có ${first}.`);

  const gone = await stage.open(`/?place=${await findPlace()}&unit=unit:999999`);
  expect(await gone.page.getByTestId('lost-unit').innerText()).toContain('không còn trong dữ liệu');
  expect(await gone.page.locator('[data-testid=unit][aria-checked=true]').count()).toBe(1);
});

const readTurns = async (page: Page): Promise<string[]> =>
  page.getByTestId('crew-steps').locator('li').allInnerTexts();

test('a crew that drives elsewhere than it was led reads the turns from where it is, in place', async () => {
  const placeId = await findPlace();
  const [unit, ...others] = await askUnits(placeId);
  const driveTo = async ({ lon, lat }: { lon: number; lat: number }): Promise<void> => {
    const report = `${stage.url}/api/positions?id=${unit!.unitId}&lat=${lat}&lon=${lon}`;
    expect((await fetch(report, { method: 'POST' })).ok).toBe(true);
  };
  const elsewhere = others.find(({ station }) => station.id !== unit!.station.id)!.station;
  await driveTo(unit!.station);
  await sendOut(unit!);
  const link = `/crew?place=${placeId}&unit=${unit!.unitId}`;
  const { page } = await stage.open(link, {
    width: 390,
    height: 844,
    prepare: (blank) => blank.clock.install(),
  });
  await readReady(page, 'crew-sheet');
  const share = page.getByTestId('crew-share');
  await share.focus();
  const scrolled = () => page.evaluate(() => document.querySelector('.crew-screen')!.scrollTop);
  const before = { turns: await readTurns(page), scrolled: await scrolled() };

  await driveTo(elsewhere);
  // By then the page asks again where its unit is.
  await page.clock.fastForward(15_000);
  await expect.poll(() => readTurns(page), { timeout: 30_000 }).not.toEqual(before.turns);
  expect(await share.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(before.scrolled).toBeGreaterThan(0);
  expect(await scrolled()).toBeGreaterThan(0);
  const anew = await stage.open(link, { width: 390, height: 844 });
  await readReady(anew.page, 'crew-sheet');
  await expect.poll(() => readTurns(page)).toEqual(await readTurns(anew.page));
  await setStatus(unit!.unitId, 'available');
  await driveTo(unit!.station);
});

test('a sheet of a unit that is not in the data says so, and is of no other unit', async () => {
  const placeId = await findPlace();
  const { page } = await stage.open(`/crew?place=${placeId}&unit=unit:999999`);
  await page.getByText('Xe mà liên kết này chỉ tới không còn trong dữ liệu.').waitFor();
  expect(await page.getByTestId('crew-sheet').count()).toBe(0);
});

test('a crew that sets out keeps its sheet, also while nobody can say more of its unit', async () => {
  const placeId = await findPlace();
  const unit = (await askUnits(placeId))[0]!;
  const { page } = await stage.open(`/crew?place=${placeId}&unit=${unit.unitId}`);
  await readReady(page, 'crew-sheet');
  await page.route('**/api/response', (route) =>
    isNamed(route.request()) ? route.abort() : route.continue(),
  );
  const asked = page.waitForRequest(isNamed);
  await sendOut(unit);
  await asked;
  expect(await readReady(page, 'crew-sheet')).toContain(`Phiếu tổ xe · ${unit.callSign}`);
  await page.unroute('**/api/response');
  await page.getByText('Tình trạng xe lúc này: đang có việc.').waitFor();
  expect(await page.getByTestId('paper-change').count()).toBe(0);
});
