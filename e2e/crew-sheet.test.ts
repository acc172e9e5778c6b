// The crew's sheet: on the phone in the cab, on paper of A5, and on the way to other devices.

import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ResponseResult } from '../server/response/schema.ts';
import { en } from '../web/i18n/en.ts';
import { addressLabel, askFor, keepPicture, readAnswer } from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

async function untilReady(page: Page): Promise<void> {
  await page.locator('[data-testid=crew-sheet][data-ready=true]').waitFor();
}

async function readSheet(page: Page): Promise<string> {
  return (await page.getByTestId('crew-sheet').innerText()).replaceAll(/\s+/g, ' ');
}

test('`X` opens the sheet of the unit shown: road, stop, hose and water; Esc leads back', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const answer = await readAnswer(page);
  const stop = await page.getByTestId('stop').locator('strong').innerText();
  await page.keyboard.press('x');
  await untilReady(page);
  const sheet = await readSheet(page);
  expect(await page.getByTestId('crew-label').innerText()).toBe(addressLabel);
  expect(sheet).toContain(answer.minutes);
  expect(sheet).toContain(answer.units[0]!.callSign);
  expect(sheet).toContain(stop.replaceAll(/\s+/g, ' '));
  const steps = await page.getByTestId('crew-steps').locator('li').allInnerTexts();
  expect(steps.length).toBeGreaterThan(2);
  expect(steps[0]).toContain('Xuất phát');
  expect(steps.at(-1)).toContain('Đến nơi');
  await keepPicture(page, 'crew-1280');

  await page.keyboard.press('Escape');
  await page.getByTestId('minutes').waitFor();
});

test('the sheet fits a phone, keeps nobody out, and speaks English', async () => {
  const first = await stage.goOn();
  await askFor(first.page);
  await first.page.getByTestId('crew-open').click();
  await untilReady(first.page);
  const link = first.page.url().slice(stage.url.length);
  const { page } = await stage.open(link, { width: 390, height: 844, hasTouch: true });
  await untilReady(page);
  await page.getByTestId('language-en').click();
  await page.getByText(en['crew.navigate'], { exact: true }).waitFor();
  await untilReady(page);
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.querySelector('.crew-screen')!;
    return scrollWidth - clientWidth;
  });
  expect(wide).toBeLessThanOrEqual(0);
  await keepPicture(page, 'crew-phone');
  const mapWidth = async () => (await page.getByTestId('paper-map').boundingBox())!.width;
  const upright = await mapWidth();
  await page.setViewportSize({ width: 740, height: 390 });
  await expect.poll(mapWidth).toBeGreaterThan(upright);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(mapWidth).toBe(upright);
  await untilReady(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  );
});

test('a closed road in sight of the way is on the sheet and its map, with reason, end and who says so', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  const place = new URL(page.url()).searchParams.get('place');
  const asked = await page.request.post(`${stage.url}/api/response`, {
    data: { placeId: place },
  });
  const { units } = (await asked.json()) as ResponseResult;
  const way = units[0]!.drive!.geometry!.coordinates;
  const [lon, lat] = way[Math.floor(way.length / 2)]!;
  const drawn = await page.request.post(`${stage.url}/api/closures`, {
    data: {
      geometry: { type: 'Point', coordinates: [lon, lat] },
      effect: 'avoid',
      reason: 'Chợ họp',
      by: 'CA phường',
    },
  });
  const { id } = (await drawn.json()) as { id: number };
  await page.keyboard.press('x');
  await untilReady(page);
  const said = await page.getByTestId('crew-closures').innerText();
  expect(said).toContain('Nên tránh: Chợ họp');
  expect(said).toContain('CA phường báo, chưa xác minh');
  expect(await page.locator('.paper-map .paper-closure').count()).toBeGreaterThan(0);
  await page.request.delete(`${stage.url}/api/closures/${id}`, {
    data: { by: 'CA phường' },
  });
});

test('the way goes on as a GPX file, a link to the phone’s own navigation, and a code to scan', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await page.keyboard.press('x');
  await untilReady(page);
  const coming = page.waitForEvent('download');
  await page.getByTestId('crew-gpx').click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.gpx$/);
  const gpx = readFileSync(await download.path(), 'utf8');
  expect(gpx).toContain('<gpx version="1.1"');
  expect(gpx.match(/<trkpt /g)!.length).toBeGreaterThan(10);
  const stop = /<wpt lat="([\d.]+)" lon="([\d.]+)"><name>Điểm dừng/.exec(gpx)!;
  const href = await page.getByTestId('crew-navigate').getAttribute('href');
  expect(href).toContain(`geo:${stop[1]},${stop[2]}`);
  // Opened at this machine's own name for itself, as it is by default.
  const here = await page.getByTestId('crew-share-here').innerText();
  expect(here).toContain('Liên kết chỉ mở được trên chính máy này (127.0.0.1).');
  const code = await page.getByTestId('crew-code').getAttribute('aria-label');
  expect(code).toContain(`geo:${stop[1]},${stop[2]}`);
});
