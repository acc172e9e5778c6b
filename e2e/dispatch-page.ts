// What a dispatcher does and sees on the screen, in the words of the journeys.

import { mkdirSync } from 'node:fs';
import type { Page, Request } from 'playwright-core';

/** An alley address of the demo city, as it is typed in a hurry. */
export const typedAddress = '37 ngach 29/70 khuong ha';
export const addressLabel = 'Số 37, ngách 29/70 phố Khương Hạ';

export type ShownUnit = { unitId: string; callSign: string; minutes: string; chosen: boolean };

/** The answer as it is written on the panel. */
export type ShownAnswer = {
  label: string;
  minutes: string;
  stop: string;
  hose: string;
  units: ShownUnit[];
};

/** Letter by letter, as a hand does; the search box has the keyboard already. */
export async function typeAddress(page: Page, text: string): Promise<void> {
  await page.getByTestId('search').pressSequentially(text, { delay: 10 });
}

/** Waits until a drawn frame of the map shows that much: nothing, the fire, or the engine's road. */
export async function untilMapShows(page: Page, what: 'city' | 'place' | 'route'): Promise<void> {
  await page.waitForFunction(
    (shown) => document.documentElement.dataset['mapShows'] === shown,
    what,
  );
}

/** Waits until the map has nothing more to load or to draw. */
export async function untilMapRests(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['mapIdle'] === 'true');
}

/** Waits until the list answers what is typed now, and no longer an earlier text. */
export async function untilResultsAreCurrent(page: Page): Promise<void> {
  await page.locator('[role=option][aria-selected=true]').waitFor();
}

/** At once, as from another window: the search box has the keyboard then. */
export async function pasteAddress(page: Page, text: string): Promise<void> {
  await page.getByTestId('search').fill(text);
}

/** Notes what is asked of the server from now on; the function waits until all of it is answered. */
function watchResponses(page: Page): () => Promise<void> {
  const asked = new Set<Request>();
  const note = (request: Request) => {
    if (new URL(request.url()).pathname === '/api/response') asked.add(request);
  };
  const cross = (request: Request) => asked.delete(request);
  page.on('request', note).on('requestfinished', cross).on('requestfailed', cross);
  return async () => {
    while (asked.size > 0 && !page.isClosed()) await page.waitForTimeout(20);
    // What has come is on the screen by the second frame.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    page.off('request', note).off('requestfinished', cross).off('requestfailed', cross);
  };
}

/**
 * Asks for an address, chooses the best result and waits for the engine's road on the map, and where the page still
 * had an answer from before, for the new one.
 */
export async function askFor(page: Page, text = typedAddress): Promise<void> {
  const untilAnswered = watchResponses(page);
  await pasteAddress(page, text);
  // The road of the answer before is gone first: else it would pass for the new one.
  await page.waitForFunction(() => document.documentElement.dataset['mapShows'] !== 'route');
  await page.keyboard.press('Enter');
  await untilMapShows(page, 'route');
  await untilAnswered();
}

async function textOf(page: Page, testId: string): Promise<string> {
  return (await page.getByTestId(testId).first().innerText()).replaceAll(/\s+/g, ' ').trim();
}

export async function readUnits(page: Page): Promise<ShownUnit[]> {
  return page.getByTestId('unit').evaluateAll((rows) =>
    rows.map((row) => ({
      unitId: row.getAttribute('data-unit') ?? '',
      callSign: row.querySelector('.unit-sign')?.textContent ?? '',
      minutes: row.querySelector('.unit-minutes')?.textContent ?? '',
      chosen: row.getAttribute('aria-checked') === 'true',
    })),
  );
}

export async function readAnswer(page: Page): Promise<ShownAnswer> {
  return {
    label: await textOf(page, 'place-label'),
    minutes: await textOf(page, 'minutes'),
    stop: await textOf(page, 'stop'),
    hose: await textOf(page, 'hose'),
    units: await readUnits(page),
  };
}

/** The legend names what the map draws, and nothing else. */
export async function readLegend(page: Page): Promise<string[]> {
  return page.getByTestId('legend').locator('li').allInnerTexts();
}

/** Kept in .artifacts/ for eyes that ask for them, with PICTURES=1: each takes half a second. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!process.env['PICTURES']) return;
  mkdirSync('.artifacts', { recursive: true });
  await page.screenshot({ path: `.artifacts/${name}.png` });
}
