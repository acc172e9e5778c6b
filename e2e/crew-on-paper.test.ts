// The crew's sheet on paper of A5: what comes out of the printer.

import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import type { Closure } from '../server/closures/schema.ts';
import type { PlaceResults } from '../server/places/schema.ts';
import type { ResponseResult, UnitResponse } from '../server/response/schema.ts';
import { typedAddress } from './dispatch-page.ts';
import { en } from '../web/i18n/en.ts';
import { vi } from '../web/i18n/vi.ts';
import { plain, printOut } from './print-out.ts';
import { sendJson } from './send-json.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

/** The first engine turns into an alley of 2.8 m. */
const tightTurn = {
  vi: 'khúc rẽ hẹp, có thể phải tiến lùi',
  en: 'tight turn, may need shunting',
};

/** A5 in points, and in pixels of a screen. */
const a5 = '0 0 420 595';
const a5Pixels = { width: 559, height: 794 };

async function untilReady(page: Page): Promise<void> {
  await page.locator('[data-testid=crew-sheet][data-ready=true]').waitFor();
}

/** Texts that reach over the edge of the sheet or of what they stand in, as they are printed. */
async function findClipped(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const clipped = await page.getByTestId('crew-sheet').evaluate((sheet) => {
    const { left, right } = sheet.getBoundingClientRect();
    return [...sheet.querySelectorAll('*')]
      .filter((node) => !node.closest('svg, .fp-unseen'))
      .filter((node) => {
        const box = node.getBoundingClientRect();
        const isOver = box.left < left - 1 || box.right > right + 1;
        return (
          isOver ||
          (getComputedStyle(node).overflowX !== 'visible' &&
            node.scrollWidth > node.clientWidth + 1)
        );
      })
      .map((node) => `${node.className}: ${node.textContent}`);
  });
  await page.emulateMedia({ media: null });
  return clipped;
}

test('the crew’s sheet comes out on A5, whole, with the closures by the letters of its maps, in both languages', async () => {
  const found = await fetch(`${stage.url}/api/places?q=${encodeURIComponent(typedAddress)}`);
  const placeId = ((await found.json()) as PlaceResults).results[0]!.id;
  const { units } = await sendJson<ResponseResult>('POST', `${stage.url}/api/response`, {
    placeId,
  });
  const way = units[0]!.drive!.geometry!.coordinates;
  for (const [share, reason] of [
    [0.4, 'Chợ họp'],
    [0.7, 'Cây đổ, một bên còn qua được'],
  ] as const) {
    const coordinates = way[Math.floor(way.length * share)];
    const { id } = await sendJson<Closure>('POST', `${stage.url}/api/closures`, {
      geometry: { type: 'Point', coordinates },
      effect: 'avoid',
      reason,
      by: 'CA phường',
    });
    onTestFinished(async () => {
      await sendJson('DELETE', `${stage.url}/api/closures/${id}`, { by: 'CA phường' });
    });
  }
  for (const [language, texts] of [
    ['vi', vi],
    ['en', en],
  ] as const) {
    const { page } = await stage.open(`/crew?place=${placeId}&unit=${units[0]!.unitId}`, a5Pixels);
    await untilReady(page);
    await page.getByTestId(`language-${language}`).click();
    await untilReady(page);
    const paper = await printOut(page, `crew-a5-${language}`);
    expect(paper.size).toBe(a5);
    expect(paper.pages).toBeLessThanOrEqual(3);
    expect(await findClipped(page)).toEqual([]);
    const steps = await page.getByTestId('crew-steps').locator('li > span:first-child').all();
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) expect(paper.text).toContain(plain(await step.innerText()));
    expect(paper.text).toContain(tightTurn[language]);
    // A phone that scans the code leads as a car drives.
    expect(paper.text).toContain(plain(texts['crew.navigateHelp']));
    for (const reason of ['Chợ họp', 'Cây đổ, một bên còn qua được'])
      expect(paper.text).toContain(reason);
    expect(paper.text).toContain(texts['legend.stop']);
    expect(paper.text).toContain(texts['legend.closure.avoid']);
    expect(await page.locator('.paper-map .paper-scene image').count()).toBe(2);
    const letters = await page.locator('.crew-closures .paper-closure').allTextContents();
    expect(letters).toEqual(['!A', '!B']);
    const onMaps = await page.locator('.paper-map .paper-closure').allTextContents();
    for (const letter of letters) expect(onMaps).toContain(letter);
  }
});

/** Made without OSRM and the database, for a door that nobody knows. */
function weaken(answer: ResponseResult): ResponseResult {
  const { destination, notes, units } = answer;
  const [{ stop, drive, ...first }, ...others] = units as [UnitResponse, ...UnitResponse[]];
  const road = stop!.road!;
  const door = { ...destination.door, provenance: 'nearest-way' as const };
  return {
    ...answer,
    degraded: true,
    destination: {
      ...destination,
      door: { ...door, alternatives: [{ lon: door.lon, lat: door.lat, road }] },
    },
    units: [{ ...first, stop, drive: { ...drive!, router: 'graph' } }, ...others],
    notes: [...notes, { code: 'last-known', params: { ageSeconds: 90 } }],
  };
}

test('the crew’s sheet warns as the dispatcher’s does: who reckoned, of when, which door is assumed, and its age without a server', async () => {
  const found = await fetch(`${stage.url}/api/places?q=${encodeURIComponent(typedAddress)}`);
  const placeId = ((await found.json()) as PlaceResults).results[0]!.id;
  const { units } = await sendJson<ResponseResult>('POST', `${stage.url}/api/response`, {
    placeId,
  });
  for (const [language, texts] of [
    ['vi', vi],
    ['en', en],
  ] as const) {
    const { page } = await stage.open(`/crew?place=${placeId}&unit=${units[0]!.unitId}`, {
      ...a5Pixels,
      causes: /ERR_/,
      prepare: async (blank) => {
        await blank.route('**/api/response', async (route) => {
          const answer = await route.fetch();
          const body = (await answer.json()) as ResponseResult;
          await route.fulfill({ response: answer, json: weaken(body) });
        });
      },
    });
    await untilReady(page);
    await page.getByTestId(`language-${language}`).click();
    await untilReady(page);
    await page.route('**/api/health', (route) => route.abort());
    const doubts = () => page.getByTestId('crew-sheet').locator('header').innerText();
    const old = plain(texts['print.old'].split('{{')[0]!);
    await expect.poll(async () => plain(await doubts())).toContain(old);
    const paper = await printOut(page, `crew-warned-${language}`);
    expect(paper.size).toBe(a5);
    expect(paper.pages).toBeLessThanOrEqual(3);
    expect(await findClipped(page)).toEqual([]);
    for (const text of [
      texts['print.old'],
      texts['banner.router.graph'],
      texts['note.last-known'],
      texts['door.nearest-way'],
      texts['door.alternatives'],
    ])
      expect(paper.text).toContain(plain(text.split('{{')[0]!));
  }
});
