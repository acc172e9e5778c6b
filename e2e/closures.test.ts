// A closed road from the dispatcher's hand to the changed answer, and back.

import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Closure } from '../server/closures/schema.ts';
import type { ResponseResult } from '../server/response/schema.ts';
import type { TrafficKept } from '../server/traffic/schema.ts';
import {
  askFor,
  keepPicture,
  readLegend,
  readUnits,
  untilMapRests,
  untilMapShows,
} from './dispatch-page.ts';
import { startLoad } from './load.ts';
import { shareStage } from './stage.ts';
import {
  askSteadily,
  hasPlan,
  linesOf,
  middleOf,
  passes,
  tellsOfTraffic,
} from './steady-answers.ts';

const stage = shareStage();

/** The map with the middle of the way in its middle: well before the door there are other ways. */
async function lookAtWay(page: Page): Promise<void> {
  const placeId = new URL(page.url()).searchParams.get('place');
  const answer = await fetch(`${stage.url}/api/response`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ placeId }),
  });
  const { units } = (await answer.json()) as ResponseResult;
  const way = units[0]!.drive!.geometry!.coordinates;
  const [lon, lat] = way[Math.floor(way.length / 2)]!;
  await page.goto(`${stage.url}/?place=${placeId}&map=16,${lon},${lat}`);
  await untilMapShows(page, 'route');
  await untilMapRests(page);
  await page.getByTestId('search').blur();
}

test('a closure across the route changes it, says so, and is taken back', async () => {
  const { page } = await stage.goOn();
  await askFor(page);
  await lookAtWay(page);
  const before = await readUnits(page);
  await page.keyboard.press('k');
  await page.getByTestId('closure-route').click();
  const preview = page.getByTestId('closure-preview');
  await preview.getByText(/^Sẽ cấm \d+ m: /).waitFor();
  expect(await preview.innerText()).toContain('người đi bộ, vòi vẫn qua được');
  const [would] = (await preview.innerText()).split('\n');
  await page.getByTestId('closure-reason').fill('Ống nước vỡ');
  await page.getByTestId('closure-by').fill('Lan');
  await page.getByTestId('closure-send').click();
  const list = page.getByTestId('closure-list');
  await list.getByText('Ống nước vỡ').waitFor();
  // The list says what the preview promised; nothing is drawn any more.
  const closes = page.getByTestId('closure-closes');
  expect(await closes.innerText()).toContain(would!.replace('Sẽ cấm ', ''));
  // The list may know of it before whoever sent it is answered.
  await expect.poll(() => preview.innerText()).toBe('');
  expect(await readLegend(page)).toContain('Đường cấm, không qua được');
  await page.getByTestId('route-change').waitFor();
  expect(await page.getByTestId('route-change').textContent()).toMatch(/^Đường đi đã đổi: /);
  await untilMapRests(page);
  await keepPicture(page, 'closure');
  expect(await readUnits(page)).not.toEqual(before);

  await page.getByTestId('closure-withdraw').click();
  await page.getByTestId('closure-withdraw').click();
  await list.waitFor({ state: 'detached' });
  await expect.poll(() => readUnits(page), { timeout: 15_000 }).toEqual(before);
});

test('what a closure would close is said and drawn before it is entered, in both languages, and where that is nothing', async () => {
  const { page } = await stage.open('/', { isStill: true });
  await askFor(page);
  await page.keyboard.press('k');
  const said = page.getByTestId('closure-preview');
  const box = (await page.getByTestId('map').boundingBox())!;
  const put = (east: number, south: number) =>
    page.mouse.click(box.x + box.width * east, box.y + box.height * south);
  await page.getByTestId('closure-area').click();
  await put(0.5, 0.4);
  await put(0.7, 0.4);
  expect(await said.innerText()).toBe('');
  await put(0.7, 0.65);
  await said.getByText(/^Sẽ cấm \d+ m: /).waitFor();
  expect(await readLegend(page)).toContain('Đường cấm, không qua được');
  await page.getByTestId('closure-avoid').click();
  await said.getByText(/^Nên tránh /).waitFor();
  expect(await readLegend(page)).toContain('Đường nên tránh');
  await page.getByTestId('language-en').click();
  await said.getByText(/^To be avoided on \d+ m: /).waitFor();
  await keepPicture(page, 'closure-preview');

  // Nobody can say it for a while: it can be closed all the same, and is said as soon as it is known.
  const path = '**/api/closures/preview';
  await page.route(path, (route) =>
    route.fulfill({ json: { closes: null, unknown: 'graph-away' } }),
  );
  await page.getByTestId('closure-impassable').click();
  await said.getByText('It can be closed all the same.').waitFor();
  await page.unroute(path);
  await said.getByText(/^Would close /).waitFor();

  const nowhere = { geometry: { type: 'Point', coordinates: [105.9, 21.1] }, effect: 'avoid' };
  const answer = (await send('POST', '/api/closures/preview', JSON.stringify(nowhere))) as object;
  await page.route(path, (route) => route.fulfill({ json: answer }));
  await page.getByTestId('closure-point').click();
  await said.getByText(/^Would close nothing/).waitFor();
  await page.unroute(path);
  const { closures } = (await (await fetch(`${stage.url}/api/closures`)).json()) as {
    closures: Closure[];
  };
  expect(closures).toEqual([]);
});

test('a closure for tomorrow holds by the clock of the city on a computer set to another, and is not said to hold now', async () => {
  const { page } = await stage.open('/', {
    isStill: true,
    prepare: async (opened) => {
      const browser = await opened.context().newCDPSession(opened);
      await browser.send('Emulation.setTimezoneOverride', { timezoneId: 'America/New_York' });
    },
  });
  await askFor(page);
  await untilMapShows(page, 'route');
  await page.keyboard.press('k');
  await expect.poll(() => page.getByTestId('closure-times').textContent()).toContain('GMT+7');
  await page.getByTestId('closure-route').click();
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await page.getByTestId('closure-from').fill(`${day}T08:00`);
  await page.getByTestId('closure-reason').fill('Lễ hội');
  await page.getByTestId('closure-by').fill('Lan');
  await page.getByTestId('closure-send').click();
  const list = page.getByTestId('closure-list');
  await list.getByText('Lễ hội').waitFor();
  // It says already what it will close, though it does not hold yet.
  expect(await page.getByTestId('closure-closes').innerText()).toMatch(/^\d+ m: /);
  const [, month, date] = day.split('-');
  expect(await list.textContent()).toContain(`từ ${date}/${month} 08:00`);
  expect(await page.getByTestId('closure-said').textContent()).toBe(
    `Đã ghi. Có hiệu lực từ ${date}/${month} 08:00.`,
  );
  const answer = await fetch(`${stage.url}/api/closures`);
  const { closures } = (await answer.json()) as { closures: Closure[] };
  expect(closures.map(({ from }) => Date.parse(from))).toEqual([Date.parse(`${day}T01:00Z`)]);
  await page.getByTestId('closure-withdraw').click();
  await page.getByTestId('closure-withdraw').click();
  await list.waitFor({ state: 'detached' });
});

/** Of the demo city: its nodes are numbered along its ways, so that most neighbours are a number apart. */
const speeds = (kmh: number) =>
  Array.from({ length: 2_000 }, (_, n) => `${n + 1},${n + 2},${kmh}`).join('\n');
const jam = speeds(4);
/** Holds up nobody: other journeys drive through the same city. */
const flowing = speeds(120);

/** The promise of a new closure. */
const obeyedWithinMillis = 2_000;

async function send(method: string, path: string, body: string, type = 'application/json') {
  const url = stage.url + path;
  const answer = await fetch(url, { method, headers: { 'Content-Type': type }, body });
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()) as unknown;
}

test('closures and traffic that change under load lose no request, and every new answer obeys', async () => {
  const { url } = stage;
  const fire = { lon: 105.8003, lat: 21.0203 };
  const before = askSteadily(url, fire, 1);
  await wait(500);
  const [first] = (await before.stop()).flatMap(linesOf);
  const at = middleOf(first!);
  const load = await startLoad(url, 100);
  const steady = askSteadily(url, fire);

  const draw = async () => {
    const closure = { geometry: { type: 'Point', coordinates: at }, effect: 'impassable' };
    const said = { ...closure, reason: 'cháy', by: 'Lan' };
    return ((await send('POST', '/api/closures', JSON.stringify(said))) as Closure).id;
  };
  const withdraw = (id: number) =>
    send('DELETE', `/api/closures/${id}`, JSON.stringify({ by: 'Lan' }));

  const drawnAt = performance.now();
  const id = await draw();
  await wait(3_000);
  const withdrawnAt = performance.now();
  await withdraw(id);
  await wait(3_000);
  const fedAt = performance.now();
  const path = '/api/traffic?source=camera';
  const { kept } = (await send('POST', path, jam, 'text/csv')) as TrafficKept;
  expect(kept).toBeGreaterThan(200);
  // OSRM is told of traffic alone once a minute; a closure takes it along.
  const closedAgainAt = performance.now();
  const again = await draw();
  await wait(3_000);
  const answers = await steady.stop();
  const { failed, wrong } = await load.stop();
  // In this order, or routers would have the jam for up to a minute: the next journeys would meet it.
  await send('POST', path, flowing, 'text/csv');
  await withdraw(again);

  expect({ failed, wrong }).toEqual({ failed: [], wrong: [] });
  expect(answers.filter((answer) => !hasPlan(answer))).toEqual([]);
  // One that is asked just before the next change may be made after it.
  const between = (from: number, to: number) =>
    answers.filter(
      ({ askedAt, answeredAt }) => askedAt >= from + obeyedWithinMillis && answeredAt < to,
    );
  const [closed, slowed] = [between(drawnAt, withdrawnAt), between(closedAgainAt, Infinity)];
  const open = between(withdrawnAt, fedAt);
  expect(Math.min(closed.length, open.length, slowed.length)).toBeGreaterThan(5);
  expect([...closed, ...slowed].flatMap(linesOf).filter((line) => passes(line, at))).toEqual([]);
  expect(open.every((answer) => linesOf(answer).some((line) => passes(line, at)))).toBe(true);
  expect(slowed.filter((answer) => !tellsOfTraffic(answer))).toEqual([]);
});
