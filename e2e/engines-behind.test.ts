// The sheets of engines that come behind the first: each says its own task in the one plan, also once all of them drive.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { ResponseResult } from '../server/response/schema.ts';
import { mostComing, rankedIds } from '../web/dispatch/ranking.ts';
import { askFor } from './dispatch-page.ts';
import { sendJson } from './send-json.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

const sent = new Set<string>();

async function setStatus(unitId: string, status: string): Promise<void> {
  sent.add(unitId);
  await sendJson('PUT', `${stage.url}/api/units/${unitId}/status`, { status, by: 'Trực ban' });
}

afterAll(async () => {
  for (const unitId of sent) await setStatus(unitId, 'available');
});

async function readReady(page: Page, testId = 'crew-sheet'): Promise<string> {
  const sheet = page.locator(`[data-testid=${testId}][data-ready=true]`);
  await sheet.waitFor();
  return (await sheet.innerText()).replaceAll(/\s+/g, ' ');
}

/** Where the code on the sheet leads to. */
const readCode = async (page: Page): Promise<string> =>
  (await page.getByTestId('crew-code').getAttribute('aria-label')) ?? '';

const geoOf = ({ lon, lat }: { lon: number; lat: number }): string =>
  `geo:${lat.toFixed(6)},${lon.toFixed(6)}`;

async function openSheet(page: Page, unitId: string): Promise<string> {
  await page.locator(`[data-unit="${unitId}"][data-testid=unit]`).click();
  await page.locator(`[data-unit="${unitId}"][data-testid=unit-answer]`).waitFor();
  await page.getByTestId('crew-open').click();
  return readReady(page);
}

async function askPlan(page: Page): Promise<ResponseResult> {
  const placeId = new URL(page.url()).searchParams.get('place');
  return sendJson<ResponseResult>('POST', `${stage.url}/api/response`, { placeId });
}

test('the engine that waits reads where, and who goes first: by sheet, code and file, also once both are sent', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const { units, support } = await askPlan(page);
  const first = units[0]!;
  const staging = support!.staging!;
  const behind = staging.unit;
  const sheet = await openSheet(page, behind.unitId);
  expect(sheet).toContain(`Phiếu tổ xe · ${behind.callSign}`);
  expect(sheet).toContain(`${first.callSign} đi đầu, dừng tại`);
  expect(sheet).toContain('Xe này chờ ở');
  expect(sheet).toContain('Chờ tại');
  expect(sheet).not.toContain('Chọn tay');
  expect(sheet).not.toContain('Xe sau');
  expect(sheet).not.toContain(`${first.callSign} chờ`);
  expect(await readCode(page)).toContain(geoOf(staging));
  const coming = page.waitForEvent('download');
  await page.getByTestId('crew-gpx').click();
  const gpx = readFileSync(await (await coming).path(), 'utf8');
  expect(gpx).toContain(`<wpt lat="${staging.lat.toFixed(6)}" lon="${staging.lon.toFixed(6)}">`);
  expect(gpx.match(/<rtept /g)!.length).toBeGreaterThan(2);
  const link = page.url().slice(stage.url.length);

  await page.keyboard.press('Escape');
  const ofFirst = await openSheet(page, first.unitId);
  expect(ofFirst).toContain(`Xe sau: ${behind.callSign} chờ ở`);
  expect(ofFirst).not.toContain('đi đầu');
  const linkOfFirst = page.url().slice(stage.url.length);

  await setStatus(behind.unitId, 'busy');
  await setStatus(first.unitId, 'busy');
  const phone = await stage.open(link, { width: 390, height: 844 });
  const underWay = await readReady(phone.page);
  expect(underWay).toContain('Tình trạng xe lúc này: đang có việc.');
  expect(underWay).toContain(`${first.callSign} đi đầu, dừng tại`);
  expect(await readCode(phone.page)).toContain(geoOf(staging));
  const other = await stage.open(linkOfFirst, { width: 390, height: 844 });
  const firstUnderWay = await readReady(other.page);
  expect(firstUnderWay).toContain(`Xe sau: ${behind.callSign} chờ ở`);
  expect(firstUnderWay).not.toContain('Chọn tay');
  const printed = await stage.open(link.replace('/crew', '/print'), {
    prepare: (blank) => blank.addInitScript(() => (window.print = () => undefined)),
  });
  const paper = await readReady(printed.page, 'sheet');
  expect(paper).toContain(`${first.callSign} đi đầu, dừng tại`);
  expect(paper).toContain('Chờ tại');
  await setStatus(behind.unitId, 'available');
  await setStatus(first.unitId, 'available');
});

test('an engine that the dispatcher sends first has the sheet of the first, and the other comes behind it', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const { units, support } = await askPlan(page);
  const first = units[0]!;
  const { unitId, callSign } = support!.staging!.unit;
  await page.locator(`[data-unit="${unitId}"][data-testid=unit]`).click();
  await page.getByTestId('send-first').click();
  await page.getByTestId('by-hand').waitFor();
  await page.getByTestId('crew-open').click();
  const sheet = await readReady(page);
  expect(sheet).toContain(`Chọn tay: ${callSign} thay ${first.callSign}`);
  expect(sheet).not.toContain('đi đầu, dừng tại');
  await page.keyboard.press('Escape');
  const ofOther = await openSheet(page, first.unitId);
  expect(ofOther).toContain(`${callSign} đi đầu, dừng tại`);
  expect(ofOther).not.toContain('Chọn tay');
  expect(ofOther).not.toContain('Xe sau');
});

/** As the server plans it with all who come, those of the set first, behind the unit sent first. */
async function askSentFirst(page: Page, plan: ResponseResult): Promise<ResponseResult> {
  const { searchParams } = new URL(page.url());
  const [, replaced] = searchParams.get('instead')?.split(',') ?? [];
  return sendJson<ResponseResult>('POST', `${stage.url}/api/response`, {
    placeId: searchParams.get('place'),
    unitIds: [searchParams.get('first')],
    withUnitIds: rankedIds(plan).slice(0, mostComing),
    ...(replaced && { withoutUnitIds: [replaced] }),
  });
}

test('who waits, pumps and brings hose behind an engine sent first by hand is the same on the screen and on every sheet', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const plan = await askPlan(page);
  const lacking = plan.units.slice(1).find(({ hose }) => hose && hose.broughtBy.length > 0)!;
  const { unitId, callSign } = lacking;
  await page.locator(`[data-unit="${unitId}"][data-testid=unit]`).click();
  await page.getByTestId('send-first').click();
  await page.getByTestId('by-hand').waitFor();
  await page.waitForURL(/first=/);
  const { units, support } = await askSentFirst(page, plan);
  const waiting = support!.staging!.unit;
  const bringer = units[0]!.hose!.broughtBy[0]!;
  const choices = page.getByTestId('choices');
  await choices.locator('summary').click();
  await expect
    .poll(() => choices.getByTestId('support').innerText())
    .toContain(`${waiting.callSign} chờ ở`);
  expect(await choices.getByTestId('support').innerText()).toContain(
    support!.supply!.unit!.callSign,
  );
  await page.getByTestId('crew-open').click();
  expect(await readReady(page)).toContain(`Xe sau: ${waiting.callSign} chờ ở`);

  await page.keyboard.press('Escape');
  const ofBringer = await openSheet(page, bringer.unitId);
  expect(ofBringer).toContain(`${callSign} đi đầu, dừng tại`);
  expect(ofBringer).toContain(`Xe này mang thêm ${bringer.lengths} cuộn vòi cho ${callSign}.`);
  await page.keyboard.press('Escape');
  expect(await openSheet(page, waiting.unitId)).toContain('Xe này chờ ở');
  // Looked at last, it takes nobody's place in the plan.
  const busy = [unitId, bringer.unitId, waiting.unitId, support!.supply!.unit!.unitId];
  const idle = plan.units
    .filter(({ role, status }) => role === 'water' && status === 'reachable')
    .findLast((each) => !busy.includes(each.unitId))!;
  await page.keyboard.press('Escape');
  expect(await openSheet(page, idle.unitId)).toContain(`nhận lệnh ở ${callSign}`);
});

test('a sheet of an engine under way whose link does not say who goes first says that nobody knows', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const { units } = await askPlan(page);
  const placeId = new URL(page.url()).searchParams.get('place');
  const { unitId } = units[1]!;
  await setStatus(unitId, 'busy');
  const phone = await stage.open(`/crew?place=${placeId}&unit=${unitId}`);
  const sheet = await readReady(phone.page);
  expect(sheet).toContain('Chưa rõ xe nào đi đầu: hỏi trực ban.');
  expect(sheet).not.toContain('Xe sau');
  await setStatus(unitId, 'available');
});

test('a sheet whose first engine is no longer in the data says that nobody knows, and names who of its plan is gone', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const { units } = await askPlan(page);
  const placeId = new URL(page.url()).searchParams.get('place');
  const { unitId } = units[1]!;
  const link = `/crew?place=${placeId}&unit=${unitId}&lead=unit:999991&with=${unitId},unit:999992`;
  const sheet = await readReady((await stage.open(link)).page);
  expect(sheet).toContain('Chưa rõ xe nào đi đầu: hỏi trực ban.');
  expect(sheet).toContain('Trong dữ liệu không có unit:999992');
});
