// Who to send, and whom else to call: by keys alone.

import { expect, test } from 'vitest';
import { askFor, keepPicture } from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

test('fire or rescue and the alarm level choose the set; what others bring and whom to call unfolds', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const summary = page.getByTestId('set-summary');
  const first = await summary.innerText();
  expect(first).toMatch(/^Nên điều \d+ xe · (đủ lúc \d+:\d\d|thiếu )/);
  const sent = await page.locator('[data-testid=unit][data-sent=true]').count();
  expect(first).toContain(`${sent} xe`);

  await page.keyboard.press('b');
  await expect.poll(() => summary.innerText()).not.toBe(first);
  // The second is pressed before the answer to the first has come.
  await page.keyboard.press('i');
  await page.keyboard.press('b');
  await expect.poll(() => page.url()).toMatch(/incident=rescue/);
  expect(page.url()).toContain('alarm=3');
  expect(await page.getByTestId('alarm-3').getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByTestId('incident-rescue').getAttribute('aria-pressed')).toBe('true');
  await page.getByTestId('set-rescue_tools').waitFor({ state: 'attached' });
  await summary.click();
  // The crane is somebody else's.
  const crane = page.getByTestId('set-mobilised').getByRole('listitem').first();
  expect(await crane.innerText()).toMatch(/huy động của .+ mẫu/);
  expect(await crane.getByRole('link').getAttribute('href')).toMatch(/^tel:0000/);

  const contacts = page.getByTestId('contacts');
  await contacts.locator('summary').click();
  expect(await contacts.innerText()).toMatch(/Điểm chữa cháy .+ \(mẫu\)[\s\S]*đi bộ \d+/);
  expect(await contacts.innerText()).toContain('cắt điện');
  await keepPicture(page, 'first-due');

  await page.getByTestId('incident-fire').click();
  await page.getByTestId('alarm-1').click();
  await expect.poll(() => summary.innerText()).toBe(first);
  expect(page.url()).not.toMatch(/alarm|incident/);
});
