// What else can be chosen than what was computed, and that a choice stays until it is dropped.

import { expect, test } from 'vitest';
import { askFor, keepPicture, readAnswer, readUnits, untilMapShows } from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

test('a unit that gets closer is taken at a press, with a reason that a reload keeps and a press drops', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const computed = await readAnswer(page);
  const choices = page.getByTestId('choices');
  await choices.locator('summary').click();
  expect(await choices.getByTestId('support').innerText()).toMatch(/chờ ở .*, lùi \d+/);
  await keepPicture(page, 'choices-1280');
  await choices.getByTestId('closer').getByRole('button').first().click();
  const byHand = page.getByTestId('by-hand');
  await byHand.waitFor();
  const chosen = (await readUnits(page)).find((unit) => unit.chosen)!;
  expect(await byHand.innerText()).toContain(
    `${chosen.callSign} thay ${computed.units[0]!.callSign}`,
  );
  await page.getByTestId('by-hand-why').fill('xe đầu hỏng bơm');
  await page.waitForURL(/why=/);
  await page.reload();
  await untilMapShows(page, 'route');
  expect(await byHand.innerText()).toContain('Lý do: xe đầu hỏng bơm');
  expect((await readUnits(page)).find((unit) => unit.chosen)).toEqual(chosen);
  await page.getByTestId('by-hand-reset').click();
  await byHand.waitFor({ state: 'detached' });
  expect((await readAnswer(page)).minutes).toBe(computed.minutes);
  expect(page.url()).not.toMatch(/why=|unit=/);
});
