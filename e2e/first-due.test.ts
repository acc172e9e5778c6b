// Who to send, and whom else to call: by keys alone.

import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { askFor, keepPicture } from './dispatch-page.ts';
import { sendJson } from './send-json.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

const driving = new Set<string>();

async function setStatus(unitId: string, status: string): Promise<void> {
  driving.add(unitId);
  await sendJson('PUT', `${stage.url}/api/units/${unitId}/status`, { status, by: 'Trực ban' });
}

afterEach(async () => {
  for (const unitId of driving) await setStatus(unitId, 'available');
  driving.clear();
});

const idsOfSet = (page: Page): Promise<string[]> =>
  page
    .locator('[data-testid=unit][data-sent=true]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-unit') ?? ''));

async function readPaper(page: Page): Promise<string> {
  const { search } = new URL(page.url());
  const printed = await stage.open(`/print${search}`, {
    prepare: (each) => each.addInitScript(() => (window.print = () => undefined)),
  });
  await printed.page.locator('[data-testid=sheet][data-ready=true]').waitFor();
  return printed.page.getByTestId('sheet-set').innerText();
}

test('fire or rescue and the alarm level choose the set; what others bring and whom to call unfolds', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const summary = page.getByTestId('set-summary');
  const first = await summary.innerText();
  expect(first).toMatch(/^Nên điều \d+ xe · (đủ sau \d+:\d\d|thiếu )/);
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

  const onPaper = await readPaper(page);
  expect(onPaper).toContain(text);
  expect(onPaper.replace(text, '')).toContain(sign);
  expect(onPaper.replace(text, '')).not.toContain(replacedSign);

  await page.getByTestId('by-hand-reset').click();
  await expect.poll(() => summary.innerText()).toBe(computed);
  expect(await page.getByTestId('set-by-hand').count()).toBe(0);
  expect(page.url()).not.toContain('instead=');
});

test('a set that was sent is said so by one key: while it drives, at a higher alarm, on paper and after a reload only what is missing is asked for', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const summary = page.getByTestId('set-summary');
  const computed = await summary.innerText();
  const sent = await idsOfSet(page);
  await page.keyboard.press('t');
  await page.waitForURL(/[?&]sent=/);
  expect(new URL(page.url()).searchParams.get('sent')!.split(',').toSorted()).toEqual(
    sent.toSorted(),
  );
  const isSent = new RegExp(`^Đã điều ${sent.length} xe · (đủ sau|thiếu)`);
  await expect.poll(() => summary.innerText()).toMatch(isSent);
  await page.getByTestId('mark-sent-undo').click();
  await expect.poll(() => summary.innerText()).toBe(computed);
  expect(page.url()).not.toMatch(/[?&](sent|first)=/);

  await page.getByTestId('mark-sent').click();
  await expect.poll(() => summary.innerText()).toMatch(isSent);
  for (const unitId of sent) await setStatus(unitId, 'busy');
  await page.reload();
  await expect.poll(() => summary.innerText()).toMatch(isSent);
  expect((await idsOfSet(page)).toSorted()).toEqual(sent.toSorted());
  await keepPicture(page, 'set-sent');

  const whole = new URL(page.url()).searchParams;
  await page.locator('[data-testid=unit][data-sent=false][data-role=water]').first().click();
  expect(await page.getByTestId('send-offer').innerText()).toMatch(/ đã điều sẽ bị rút\./);
  await page.getByTestId('send-first').click();
  await page.waitForURL(/[?&]instead=/);
  await page.getByTestId('by-hand-reset').click();
  await page.waitForURL((url) => !url.searchParams.has('instead'));
  const back = new URL(page.url()).searchParams;
  expect([back.get('sent'), back.get('first')]).toEqual([whole.get('sent'), whole.get('first')]);
  await expect.poll(() => summary.innerText()).toMatch(isSent);

  // A page that is opened has the keyboard in its search box.
  await page.getByTestId('alarm-2').click();
  const more = new RegExp(`^Đã điều ${sent.length} xe · điều thêm \\d+ xe`);
  await expect.poll(() => summary.innerText()).toMatch(more);
  expect(await idsOfSet(page)).toEqual(expect.arrayContaining(sent));
  await keepPicture(page, 'set-sent-more');
  expect(await readPaper(page)).toMatch(/Đã điều: .+\. Điều thêm: .+/);

  const [called] = sent;
  await page.locator(`[data-testid=unit][data-unit="${called}"]`).click();
  await page.getByTestId('take-back').click();
  await expect.poll(() => page.url()).not.toContain(`sent=${called}`);
  const fewer = new RegExp(`^Đã điều ${sent.length - 1} xe · điều thêm`);
  await expect.poll(() => summary.innerText()).toMatch(fewer);
});

test('who was marked as sent is told at the next fire, on a small screen too, until that is taken back', async () => {
  const { page } = await stage.open('/', { height: 720 });
  await askFor(page);
  const sent = await idsOfSet(page);
  await page.getByTestId('mark-sent').click();
  await page.waitForURL(/[?&]sent=/);
  const noted = page.getByTestId('sent-elsewhere');
  expect(await noted.count()).toBe(0);
  const first = page.url();

  await askFor(page, '62 ngoc ha');
  await noted.first().waitFor();
  expect(await noted.first().innerText()).toMatch(
    /^đã ghi điều tới .*Khương Hạ.* lúc \d\d:\d\d \(trên máy này\); tình trạng xe chưa đổi$/,
  );
  const told = await page
    .locator('[data-testid=unit]:has([data-testid=sent-elsewhere])')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-unit')));
  expect(sent).toEqual(expect.arrayContaining(told));
  await noted.first().scrollIntoViewIfNeeded();
  await keepPicture(page, 'sent-elsewhere');

  await page.goto(first);
  await page.getByTestId('set-summary').waitFor();
  expect(await noted.count()).toBe(0);
  for (const unitId of sent) {
    await page.locator(`[data-testid=unit][data-unit="${unitId}"]`).click();
    await page.getByTestId('take-back').click();
    await expect.poll(() => page.url()).not.toMatch(new RegExp(`sent=[^&]*${unitId}\\b`));
  }
  await askFor(page, '62 ngoc ha');
  expect(await noted.count()).toBe(0);
});

test('a unit that comes as well takes back neither the one sent first by hand nor its reason', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const rows = page.getByTestId('unit');
  const other = page.locator('[data-testid=unit][data-sent=false][data-role=water]').first();
  const sign = await other.locator('.unit-sign').innerText();
  const chosen = (await other.getAttribute('data-unit'))!;
  await other.click();
  await page.getByTestId('send-first').click();
  await page.getByTestId('by-hand-why').fill('hỏng bơm');
  await page.waitForURL(/why=/);
  const signs = [sign];
  for (const role of ['first-attack', 'support']) {
    const row = page.locator(`[data-testid=unit][data-sent=false][data-role=${role}]`).first();
    signs.push(await row.locator('.unit-sign').innerText());
    await row.click();
    await page.getByTestId('send-also').click();
  }
  const byHand = page.getByTestId('set-by-hand');
  await expect.poll(() => byHand.innerText()).toContain(`có cả ${signs[1]}, ${signs[2]}.`);
  await expect.poll(() => byHand.innerText()).toContain(`Chọn tay: có ${sign}, không có`);
  await rows.and(page.locator(`[data-unit="${chosen}"]`)).click();
  expect(await page.getByTestId('by-hand').innerText()).toContain('Lý do: hỏng bơm');
  await keepPicture(page, 'first-and-also');
  await page.getByTestId('by-hand-reset').click();
});

test('in a rescue a set that was sent is led by nobody and moves no panel; a vehicle of others is taken back in the card', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await page.getByTestId('incident-rescue').click();
  await page.getByTestId('alarm-3').click();
  const summary = page.getByTestId('set-summary');
  await expect.poll(() => summary.innerText()).toContain('huy động');
  const unitShown = () => page.getByTestId('unit-answer').getAttribute('data-unit');
  const before = await unitShown();
  await page.getByTestId('mark-sent').click();
  await page.waitForURL(/[?&]sent=.*mobilised:/);
  expect(page.url()).not.toMatch(/[?&](first|unit)=/);
  await expect.poll(() => summary.innerText()).toMatch(/^Đã điều/);
  expect(await unitShown()).toBe(before);

  await summary.click();
  await keepPicture(page, 'sent-of-others');
  const backs = page.getByTestId('set-mobilised').getByTestId('take-back');
  const ofOthers = () =>
    (new URL(page.url()).searchParams.get('sent') ?? '')
      .split(',')
      .filter((id) => id.startsWith('mob'));
  const sentOfOthers = ofOthers().length;
  expect(await backs.count()).toBe(sentOfOthers);
  await backs.first().click();
  await expect.poll(() => ofOthers().length).toBe(sentOfOthers - 1);
  await expect.poll(() => backs.count()).toBe(sentOfOthers - 1);
});
