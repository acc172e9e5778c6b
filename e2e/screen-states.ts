// Every state that a dispatcher can see, each with the way to it.

import type { Page, Route } from 'playwright-core';
import type { Health } from '../server/health/schema.ts';
import type { PlaceCard } from '../server/places/schema.ts';
import type { ResponseResult } from '../server/response/schema.ts';
import { askFor, typeAddress, untilMapRests, untilResultsAreCurrent } from './dispatch-page.ts';

export type ScreenState = {
  name: string;
  /** Where the page begins. */
  path?: string;
  /** From a page that has just opened. */
  show: (page: Page) => Promise<void>;
};

/** Lets the answer to a request say something else than it does. */
async function change(page: Page, address: string, into: (body: unknown) => object): Promise<void> {
  await page.route(address, async (route: Route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: into(await answer.json()) });
  });
}

async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

async function changeHealth(page: Page, changes: Partial<Health>): Promise<void> {
  await change(page, '**/api/health', (health) => ({ ...(health as Health), ...changes }));
}

async function changeAnswer(page: Page, into: (answer: ResponseResult) => object): Promise<void> {
  await change(page, '**/api/response', (body) => into(body as ResponseResult));
}

function retire(card: PlaceCard): PlaceCard {
  const { id, label } = card;
  return {
    ...card,
    retiredAt: '2026-10-02T03:00:00.000Z',
    retirement: {
      batch: { id: 7, kind: 'osm', fileName: 'hanoi.osm.pbf' },
      replacedBy: { id, label, meters: 12, why: 'same-spot' },
    },
  };
}

/** As slow as no server should be; the page shows what stands in for an answer. */
async function holdBack(page: Page, address: string): Promise<void> {
  await page.route(address, () => undefined);
}

/** A stop nearer to the station than the planned one, put into the address bar. */
async function moveStop(page: Page): Promise<void> {
  await askFor(page);
  await untilMapRests(page);
  await page.getByTestId('stop-move').click();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByTestId('stop-choice').waitFor();
}

const position = '21.0035, 105.8202';

export const screenStates: readonly ScreenState[] = [
  { name: 'empty', show: (page) => page.getByTestId('example').first().waitFor() },
  {
    name: 'results',
    async show(page) {
      await typeAddress(page, 'so 5');
      await untilResultsAreCurrent(page);
    },
  },
  {
    name: 'no match',
    async show(page) {
      await page.getByTestId('search').fill('xyzzy 999');
      await page.getByTestId('no-match').waitFor();
    },
  },
  {
    name: 'position offered',
    async show(page) {
      await page.getByTestId('search').fill(position);
      await page.getByTestId('position-offer').waitFor();
    },
  },
  {
    name: 'link refused',
    async show(page) {
      await page.getByTestId('search').fill('https://maps.app.goo.gl/abcdef');
      await page.getByTestId('link-refused').waitFor();
    },
  },
  { name: 'answer', show: (page) => askFor(page) },
  {
    name: 'answer unfolded',
    async show(page) {
      await askFor(page);
      await unfoldAll(page);
    },
  },
  {
    name: 'first attack',
    async show(page) {
      await askFor(page);
      await page.locator('[data-testid=unit][data-role=first-attack]').first().click();
      await page.locator('[data-testid=unit-answer]').waitFor();
    },
  },
  {
    name: 'caller',
    async show(page) {
      await page.getByTestId('search').fill(position);
      await page.getByTestId('position-offer').click();
      await page.getByTestId('nearby').waitFor();
    },
  },
  {
    name: 'unreachable',
    async show(page) {
      await changeAnswer(page, (answer) => ({
        ...answer,
        units: answer.units.map((unit) => ({
          ...unit,
          status: 'unreachable',
          drive: null,
          stop: null,
          hose: null,
          parts: null,
          water: null,
          secondsToCrew: null,
          secondsToWater: null,
        })),
      }));
      await typeAddress(page, '37 ngach 29/70 khuong ha');
      await page.keyboard.press('Enter');
      await page.getByTestId('unit-answer').waitFor();
    },
  },
  {
    name: 'no water',
    async show(page) {
      const none = { status: 'none-in-reach', points: [], unverified: [] };
      await changeAnswer(page, (answer) => ({
        ...answer,
        destination: {
          ...answer.destination,
          water: { ...answer.destination.water, ...none },
        },
        units: answer.units.map((unit) => ({
          ...unit,
          water: unit.water && { ...unit.water, ...none },
        })),
      }));
      await askFor(page);
    },
  },
  {
    name: 'retired place',
    async show(page) {
      await change(page, '**/api/places/address*', (body) => retire(body as PlaceCard));
      await askFor(page);
      await page.getByTestId('retired').waitFor();
    },
  },
  {
    name: 'no such place',
    path: '/?place=address:999999',
    show: (page) => page.getByRole('alert').first().waitFor(),
  },
  { name: 'stop moved', show: moveStop },
  {
    name: 'help',
    async show(page) {
      await page.locator('.help-button').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'layers',
    async show(page) {
      await page.getByTestId('tool-layers').click();
      await page.getByTestId('layers-panel').waitFor();
      await page.getByTestId('layers-panel').locator('input').first().click();
      await page.getByTestId('layers-hidden').waitFor();
    },
  },
  {
    name: 'closing a road',
    show: async (page) => {
      await askFor(page);
      await page.getByTestId('tool-closures').click();
      await page.getByTestId('closures-panel').waitFor();
    },
  },
  {
    name: 'wind',
    show: async (page) => {
      await askFor(page);
      await page.getByTestId('tool-wind').click();
      await page.getByTestId('wind-panel').waitFor();
    },
  },
  {
    name: 'wrong data',
    show: async (page) => {
      await askFor(page);
      await page.getByTestId('tool-issues').click();
      await page.getByTestId('issues-panel').waitFor();
    },
  },
  {
    name: 'crew sheet',
    show: async (page) => {
      await askFor(page);
      await page.keyboard.press('x');
      await page.locator('[data-testid=crew-sheet][data-ready=true]').waitFor();
    },
  },
  {
    name: 'measure',
    async show(page) {
      await untilMapRests(page);
      await page.getByTestId('tool-measure').click();
      const box = await page.getByTestId('map').boundingBox();
      if (!box) throw new Error('there is no map');
      for (const part of [0.5, 0.6, 0.7])
        await page.mouse.click(box.x + box.width * part, box.y + box.height * part);
      await page.getByTestId('measure-total').waitFor();
    },
  },
  {
    name: 'status details',
    async show(page) {
      await page.getByTestId('example').first().waitFor();
      await page.getByTestId('status').click();
      await page.getByTestId('status-details').waitFor();
    },
  },
  {
    name: 'OSRM away',
    async show(page) {
      await changeHealth(page, {
        status: 'degraded',
        routers: { large: 'graph', small: 'osrm', motorbike: 'graph' },
      });
      await page.getByTestId('banner-degraded').waitFor();
      await askFor(page);
      await page.getByTestId('status').click();
    },
  },
  {
    name: 'database away',
    async show(page) {
      await askFor(page);
      await changeHealth(page, { status: 'degraded', database: 'down' });
      await page.getByTestId('banner-degraded').waitFor();
    },
  },
  {
    name: 'server away',
    async show(page) {
      await askFor(page);
      await page.route('**/api/**', (route) => route.abort());
      await page.getByTestId('banner-unreachable').waitFor();
      await page.getByTestId('status').click();
    },
  },
  {
    name: 'loading',
    async show(page) {
      await holdBack(page, '**/api/response');
      await typeAddress(page, '37 ngach 29/70 khuong ha');
      await page.keyboard.press('Enter');
      await page.getByTestId('skeleton').first().waitFor();
    },
  },
  {
    name: 'print',
    async show(page) {
      await page.evaluate(() => (window.print = () => undefined));
      await askFor(page);
      await page.keyboard.press('p');
      await page.locator('[data-testid=sheet][data-ready=true]').waitFor();
    },
  },
];
