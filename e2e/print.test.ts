// The answer on paper: one page, complete, in ink of any colour.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PlaceCard, PlaceResults } from '../server/places/schema.ts';
import type { ResponseResult } from '../server/response/schema.ts';
import { en } from '../web/i18n/en.ts';
import { vi } from '../web/i18n/vi.ts';
import { addressLabel, askFor, readAnswer, typedAddress, untilMapRests } from './dispatch-page.ts';
import { countDialogs, readDialogs, replaceDialog } from './print-dialog.ts';
import { plain, printOut, type Paper } from './print-out.ts';
import { readLabels, readPictures } from './print-pictures.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

async function untilReady(page: Page): Promise<void> {
  await page.locator('[data-testid=sheet][data-ready=true]').waitFor();
}

/** A4 in points. */
const a4 = '0 0 595 842';

/** The heads of the units' table that touch the next one. */
function touchingHeads(page: Page): Promise<string[]> {
  return page.locator('.sheet-units th').evaluateAll((heads) => {
    const boxes = heads.map((head) => {
      const words = document.createRange();
      words.selectNodeContents(head);
      return words.getBoundingClientRect();
    });
    return heads
      .filter((_, index) => (boxes[index + 1]?.left ?? Infinity) - boxes[index]!.right < 4)
      .map((head) => head.textContent);
  });
}

async function expectAnswerOn(
  { pages, size, text }: Paper,
  answer: Awaited<ReturnType<typeof readAnswer>>,
): Promise<void> {
  expect(pages).toBe(1);
  expect(size).toBe(a4);
  expect(text).toContain(plain(answer.label));
  expect(text).toContain(answer.minutes);
  // Where the page is full, the last ones are only counted.
  const unnamed = answer.units.filter(({ callSign }) => !text.includes(plain(callSign)));
  expect(unnamed.length).toBeLessThan(answer.units.length - 2);
  expect(unnamed.length === 0 || /(và|and) \d+ (xe khác|others?)/.test(text)).toBe(true);
}

test('`P` prints the answer on one page A4, by day also at night, in both languages', async () => {
  const { page } = await stage.open();
  const dialogs = await countDialogs(page);
  await page.getByTestId('appearance-night').click();
  await page.getByTestId('search').focus();
  await askFor(page);
  const answer = await readAnswer(page);
  const stop = await page.getByTestId('stop').locator('strong').innerText();
  const hose = await page.getByTestId('hose').locator('strong').first().innerText();
  const readBack = await page.getByTestId('read-back').innerText();
  const water = await page.getByTestId('water').locator('.water-meters').allInnerTexts();
  const supply = await page.getByTestId('supply').locator('span').first().innerText();
  await page.keyboard.press('g');
  await page.getByTestId('wind-input').fill('ĐB 3');
  await page.keyboard.press('Enter');
  await page.getByTestId('wind-panel').waitFor({ state: 'detached' });
  await page.keyboard.press('p');
  await untilReady(page);

  const paper = await printOut(page, 'print-vi');
  await expectAnswerOn(paper, answer);
  expect(paper.text).toContain(plain(stop));
  expect(paper.text).toContain(plain(hose));
  for (const part of readBack.replace(vi['readBack.label'], '').split(','))
    expect(paper.text).toContain(plain(part).trim());
  for (const meters of water) expect(paper.text).toContain(plain(meters));
  expect(paper.text).toContain(plain(supply));
  expect(paper.text).toContain(vi['supply.paper.relay']);
  expect(paper.text).toMatch(/ước mất .* bar; bơm/);
  expect(paper.text).toMatch(/gió từ Đông Bắc, 3 m\/s · gõ tay, 0 phút trước/i);
  expect(paper.text).toContain(vi['legend.wind']);
  for (const key of ['print.synthetic', 'assumed.sign', 'legend.truck', 'print.notes'] as const)
    expect(paper.text).toContain(vi[key]);
  expect(paper.text).toMatch(/In lúc \d+:\d\d/);
  expect(paper.text).toMatch(/Phương án tính lúc \d+:\d\d/);
  expect(paper.text).toContain('synthetic data');

  const pictures = await readPictures(page);
  expect(pictures.length).toBe(2);
  for (const { colours, commonest } of pictures) {
    expect(colours).toBeGreaterThan(100);
    expect(commonest).toBeLessThan(0.9);
  }
  const labels = await readLabels(page);
  expect(labels.clear).toBeGreaterThan(0.7);
  expect(labels.ink).toBeGreaterThan(0.001);
  const ink = await page.getByTestId('sheet').evaluate((sheet) => getComputedStyle(sheet).color);
  expect(ink).toBe('rgb(31, 42, 55)');

  await page.getByTestId('language-en').click();
  await page.getByText(en['print.synthetic']).waitFor();
  await untilReady(page);
  const english = await printOut(page, 'print-en');
  expect(await touchingHeads(page)).toEqual([]);
  await expectAnswerOn(english, answer);
  for (const key of ['print.synthetic', 'assumed.sign', 'legend.truck', 'print.notes'] as const)
    expect(english.text).toContain(en[key]);
  expect(await dialogs()).toBeGreaterThanOrEqual(1);
});

test('the page is left by Esc, as it was come to, and printed again by `P`', async () => {
  const { page } = await stage.goOn();
  const dialogs = await countDialogs(page);
  await askFor(page);
  await untilMapRests(page);
  const before = page.url();
  await page.getByTestId('print').click();
  await untilReady(page);
  expect(await dialogs()).toBe(1);
  await page.keyboard.press('p');
  expect(await dialogs()).toBe(2);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  );
  await page.keyboard.press('Escape');
  await page.getByTestId('minutes').waitFor();
  expect(page.url()).toBe(before);

  // What the browser prints with, also while the search box has the keyboard.
  await page.getByTestId('search').focus();
  await page.keyboard.press('Control+p');
  await untilReady(page);
  const { pathname, searchParams } = new URL(page.url());
  expect([pathname, searchParams.get('place')]).toEqual([
    '/print',
    new URL(before).searchParams.get('place'),
  ]);
});

test('the code that draws the map of a page comes with the answer, and again where it did not come', async () => {
  const code = '**/assets/draw-base-map-*.js';
  let isAway = true;
  const { page, requested } = await stage.open('/', {
    causes: /ERR_|map:/,
    prepare: (blank) => blank.route(code, (route) => (isAway ? route.abort() : route.continue())),
  });
  await countDialogs(page);
  await askFor(page);
  await expect.poll(() => requested.some((url) => url.includes('draw-base-map-'))).toBe(true);
  isAway = false;
  await page.keyboard.press('p');
  await untilReady(page);
  expect(await page.locator('.paper-map img').count()).toBe(2);
});

const long = 'ngách sâu tận cùng trong khu tập thể nhà máy cơ khí ';

/** As much as any city may hold: names without end, eighty units, a doubt and a note for each thing. */
function lengthen(answer: ResponseResult): ResponseResult {
  const { destination, units, notRanked } = answer;
  const label = `Số 37, ${long.repeat(3)}phố Khương Hạ`;
  return {
    ...answer,
    destination: {
      ...destination,
      readBack: { ...destination.readBack, label, ward: `Phường ${long}` },
      door: {
        ...destination.door,
        provenance: 'nearest-way',
        alternatives: destination.door.alternatives.slice(0, 2),
      },
    },
    units: [0, 1, 2].flatMap((copy) =>
      units.map((unit) => ({
        ...unit,
        unitId: `${unit.unitId}-${copy}`,
        callSign: `${unit.callSign} Thanh Xuân ${copy}`,
        station: { ...unit.station, name: `Đội Cảnh sát ${long}` },
        notes: [...unit.notes, ...unit.notes],
      })),
    ),
    notRanked: Array.from({ length: 40 }, (_, index) => ({
      ...(notRanked[0] ?? {
        unitId: '',
        station: '',
        vehicleClass: 'large',
        why: { code: 'status', params: { status: 'busy' } },
      }),
      callSign: `Mẫu ${index}`,
    })),
  };
}

test('the longest answer still fits, with nothing cut off', async () => {
  const { page } = await stage.open();
  await countDialogs(page);
  await page.route('**/api/response', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as ResponseResult;
    await route.fulfill({ response: answer, json: lengthen(body) });
  });
  await page.route('**/api/places/address*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as PlaceCard;
    await route.fulfill({
      response: answer,
      json: { ...body, label: `Số 37, ${long.repeat(3)}phố Khương Hạ` },
    });
  });
  await askFor(page);
  await page.keyboard.press('p');
  await untilReady(page);
  const paper = await printOut(page, 'print-long');
  expect(paper.pages).toBe(1);
  expect(paper.text).toContain(plain(`Số 37, ${long.repeat(3)}phố Khương Hạ`));
  expect(paper.text).toContain('synthetic data');
  expect(paper.text).toContain(vi['print.notes']);
  const beyond = await page.getByTestId('sheet').evaluate((sheet) => {
    const edge = sheet.getBoundingClientRect();
    const isBeyond = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.bottom > edge.bottom + 1 || box.right > edge.right + 1;
    };
    return [...sheet.querySelectorAll('p, td, span, figure, h1, li')]
      .filter(isBeyond)
      .map((element) => element.textContent);
  });
  expect(beyond).toEqual([]);
});

/** The best reading of the typed address. */
async function findPlaceId(): Promise<string> {
  const found = await fetch(`${stage.url}/api/places?q=${encodeURIComponent(typedAddress)}`);
  const [best] = ((await found.json()) as PlaceResults).results;
  return best!.id;
}

test('an answer that is asked for again and again is printed once, and the newer one by a press', async () => {
  let asked = 0;
  const { page } = await stage.open(`/print?place=${await findPlaceId()}`, {
    causes: /map:/,
    prepare: async (blank) => {
      await blank.addInitScript(replaceDialog);
      // The map takes the longest to draw, and says nothing here.
      await blank.route('**/tiles/style/**', (route) => route.abort());
      // Reckoned without roads: the screen asks again every two seconds, and hears of another time each time.
      await blank.route('**/api/response', async (route) => {
        const answer = await route.fetch();
        const body = (await answer.json()) as ResponseResult;
        asked += 1;
        const units = body.units.map((unit) => ({
          ...unit,
          drive: unit.drive && { ...unit.drive, router: 'table' as const },
          secondsToCrew: 600 + asked,
        }));
        await route.fulfill({ response: answer, json: { ...body, units } });
      });
    },
  });
  await untilReady(page);
  const printed = await page.getByTestId('sheet').innerText();
  const sofar = asked;
  await expect.poll(() => asked).toBeGreaterThan(sofar + 1);
  expect(await readDialogs(page)).toBe(1);
  expect(await page.getByTestId('sheet').innerText()).toBe(printed);
  await page.getByTestId('print-newer').click();
  await expect.poll(() => readDialogs(page)).toBe(2);
  expect(await page.getByTestId('sheet').innerText()).not.toBe(printed);
});

test('the link of a page opens it, also where the map cannot be drawn, which it says; Esc leads to the answer', async () => {
  const { page } = await stage.open(`/print?place=${await findPlaceId()}`, {
    causes: /map:/,
    prepare: async (blank) => {
      await blank.addInitScript(() => (window.print = () => undefined));
      await blank.route('**/tiles/style/**', (route) => route.abort());
    },
  });
  await untilReady(page);
  const paper = await printOut(page, 'print-without-map');
  expect(paper.pages).toBe(1);
  expect(paper.text).toContain(vi['print.mapIncomplete']);
  expect(paper.text).toContain(plain(addressLabel));
  await page.keyboard.press('Escape');
  expect(await page.getByTestId('place-label').innerText()).toBe(addressLabel);
});
