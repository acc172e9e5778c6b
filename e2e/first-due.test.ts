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

test('a unit chosen by hand is in the set, in what it leaves uncovered and on paper, and the one replaced is not', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const summary = page.getByTestId('set-summary');
  const computed = await summary.innerText();
  const first = page.locator('[data-testid=unit][data-sent=true]').first();
  const replaced = (await first.getAttribute('data-unit'))!;
  const replacedSign = await first.locator('.unit-sign').innerText();
  const other = page.locator('[data-testid=unit][data-sent=false][data-role=water]').first();
  const chosen = (await other.getAttribute('data-unit'))!;
  const sign = await other.locator('.unit-sign').innerText();
  const isAsked = page.waitForRequest((request) => {
    const { unitIds = [] } = (request.postDataJSON() ?? {}) as { unitIds?: string[] };
    return request.url().endsWith('/api/uncovered') && unitIds.includes(chosen);
  });
  await other.click();
  await page.getByTestId('send-first').click();
  const text = `Chọn tay: có ${sign}, không có ${replacedSign}.`;
  await expect.poll(() => page.getByTestId('set-by-hand').innerText()).toBe(text);
  expect((await isAsked).postData()).not.toContain(`"${replaced}"`);
  const isSent = (unitId: string) =>
    page.locator(`[data-testid=unit][data-unit="${unitId}"]`).getAttribute('data-sent');
  await expect.poll(() => isSent(chosen)).toBe('true');
  expect(await isSent(replaced)).toBe('false');
  await keepPicture(page, 'set-by-hand');

  const { search } = new URL(page.url());
  const printed = await stage.open(`/print${search}`, {
    prepare: (each) => each.addInitScript(() => (window.print = () => undefined)),
  });
  await printed.page.locator('[data-testid=sheet][data-ready=true]').waitFor();
  const onPaper = await printed.page.getByTestId('sheet-set').innerText();
  expect(onPaper).toContain(text);
  expect(onPaper.replace(text, '')).toContain(sign);
  expect(onPaper.replace(text, '')).not.toContain(replacedSign);

  await page.getByTestId('by-hand-reset').click();
  await expect.poll(() => summary.innerText()).toBe(computed);
  expect(await page.getByTestId('set-by-hand').count()).toBe(0);
  expect(page.url()).not.toContain('instead=');
});
