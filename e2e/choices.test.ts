// What else can be chosen than what was computed, and that a choice stays until it is dropped.

import { expect, test } from 'vitest';
import {
  askFor,
  keepPicture,
  readAnswer,
  readUnits,
  untilMapRests,
  untilMapShows,
  untilResultsAreCurrent,
} from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

test('a unit that gets closer is looked at by a press and sent by another, with a reason that a reload keeps and a press drops', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const computed = await readAnswer(page);
  const choices = page.getByTestId('choices');
  await choices.locator('summary').click();
  expect(await choices.getByTestId('support').innerText()).toMatch(
    /chờ ở .*, cách xe đầu \d+\sm đường chim bay, chừa lối vào: không vào được tới chỗ xe đầu dừng/,
  );
  await keepPicture(page, 'choices-1280');
  await choices.getByTestId('closer').getByRole('button').first().click();
  const byHand = page.getByTestId('by-hand');
  const offer = page.getByTestId('send-offer');
  await offer.waitFor();
  expect(await byHand.count()).toBe(0);
  await offer.getByRole('button').click();
  await byHand.waitFor();
  const chosen = (await readUnits(page)).find((unit) => unit.chosen)!;
  expect(await byHand.innerText()).toContain(chosen.callSign);
  await page.getByTestId('by-hand-why').fill('xe đầu hỏng bơm');
  await page.waitForURL(/why=/);
  await page.reload();
  await untilMapShows(page, 'route');
  expect(await byHand.innerText()).toContain('Lý do: xe đầu hỏng bơm');
  expect((await readUnits(page)).find((unit) => unit.chosen)).toEqual(chosen);
  await page.getByTestId('by-hand-reset').click();
  await byHand.waitFor({ state: 'detached' });
  // Not those of before: traffic that was seen earlier ages meanwhile.
  const again = await readAnswer(page);
  expect(again.units[0]).toMatchObject({ unitId: computed.units[0]!.unitId, chosen: true });
  expect(again.minutes).toBe(again.units[0]!.minutes);
  expect(page.url()).not.toMatch(/why=|unit=|first=|also=/);
});

test('who finds the same place again only closes the list: what was chosen there stays', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await page.keyboard.press('b');
  await page.locator('[data-testid=unit][data-role=water]').nth(1).click();
  await page.getByTestId('send-first').click();
  const why = page.getByTestId('by-hand-why');
  await why.fill('hỏng bơm');
  await page.waitForURL(/why=/);
  const chosen = page.url();
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  await untilResultsAreCurrent(page);
  await page.keyboard.press('Enter');
  await page.getByTestId('by-hand').waitFor();
  expect(await why.inputValue()).toBe('hỏng bơm');
  expect(new URL(page.url()).searchParams.get('alarm')).toBe('2');
  for (const key of ['unit', 'first', 'why', 'place'])
    expect(new URL(page.url()).searchParams.get(key)).toBe(new URL(chosen).searchParams.get(key));
  await page.getByTestId('by-hand-reset').click();
});

test('a stop moved by hand stays of its unit, with its reason, while others are looked at', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await untilMapRests(page);
  const [first, second] = await readUnits(page);
  await page.keyboard.press('s');
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Enter');
  const byHand = page.getByTestId('by-hand');
  await byHand.waitFor();
  await page.getByTestId('stop-choice').getByText('Điểm dừng do bạn chọn').waitFor();
  const moved = (await readAnswer(page)).minutes;
  await page.getByTestId('by-hand-why').fill('tránh chợ');
  // Pressed before the hand has rested: what was typed belongs to the unit that it was typed for.
  await page.locator(`[data-unit="${second!.unitId}"][data-testid=unit]`).click();
  // Looked at is not chosen.
  const offer = page.getByTestId('send-offer');
  await expect
    .poll(() => offer.innerText())
    .toContain(`${first!.callSign} đi đầu. Đang xem ${second!.callSign}`);
  expect(await byHand.count()).toBe(0);
  await offer.getByTestId('send-first').click();
  await expect.poll(() => byHand.innerText()).toContain(`${second!.callSign} thay`);
  expect(await byHand.innerText()).not.toContain('tránh chợ');
  expect(await page.getByTestId('by-hand-why').inputValue()).toBe('');
  expect(await page.getByTestId('moved-elsewhere').innerText()).toContain(first!.callSign);
  expect(await page.getByTestId('stop-choice').count()).toBe(0);
  const firstRow = async () =>
    (await readUnits(page)).find((unit) => unit.unitId === first!.unitId);
  expect(moved).not.toBe(first!.minutes);
  expect(await firstRow()).toMatchObject({ minutes: moved, chosen: false });

  await page.reload();
  await untilMapShows(page, 'route');
  await expect.poll(firstRow).toMatchObject({ minutes: moved, chosen: false });
  await page.locator(`[data-unit="${first!.unitId}"][data-testid=unit]`).click();
  await expect.poll(() => byHand.innerText()).toContain('điểm dừng. Lý do: tránh chợ');
  await expect.poll(async () => (await readAnswer(page)).minutes).toBe(moved);
  await page.getByTestId('crew-open').click();
  const sheet = page.locator('[data-testid=crew-sheet][data-ready=true]');
  await sheet.waitFor();
  expect(await sheet.innerText()).toContain('Lý do: tránh chợ');
  await page.keyboard.press('Escape');

  await page.getByTestId('by-hand-reset').click();
  await byHand.waitFor({ state: 'detached' });
  expect(page.url()).not.toMatch(/why=|unit=|stop=/);
});
