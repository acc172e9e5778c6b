// What stands still or dies while a dispatcher works: nothing blocks, and the screen says so.

import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page, Route } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import type { ResponseResult } from '../server/response/schema.ts';
import { formatFor } from '../web/i18n/format.ts';
import { findBarriers } from './barriers.ts';
import {
  addressLabel,
  askFor,
  keepPicture,
  pasteAddress,
  readAnswer,
  readLegend,
  typedAddress,
  untilMapRests,
  untilMapShows,
} from './dispatch-page.ts';
import { listProcesses } from './product.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();
const { clock } = formatFor('vi');
const frozen: number[] = [];

/** Lets every process of the product whose command holds `part` stand still, as a hung machine would. */
function freeze(part: string): void {
  const found = listProcesses().filter(({ command }) => command.includes(part));
  if (found.length === 0) throw new Error(`${part} does not run`);
  for (const { pid } of found) {
    process.kill(pid, 'SIGSTOP');
    frozen.push(pid);
  }
}

let again: NodeJS.Timeout | undefined;

/** Also those that the supervisor starts in their place, however long the page takes meanwhile. */
function keepFrozen(part: string): void {
  freeze(part);
  again = setInterval(() => {
    for (const { pid, command } of listProcesses())
      if (command.includes(part) && !frozen.includes(pid)) {
        process.kill(pid, 'SIGSTOP');
        frozen.push(pid);
      }
  }, 300);
}

/** PostgreSQL answers each client by a process of its own, which bears another name. */
function freezeDatabase(): void {
  const postmaster = listProcesses().find(({ command }) => command.includes('bin/postgres -D'));
  if (!postmaster) throw new Error('no database runs');
  const { pid } = postmaster;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  for (const frozenPid of [pid, ...children.map(Number)]) {
    process.kill(frozenPid, 'SIGSTOP');
    frozen.push(frozenPid);
  }
}

function thaw(): void {
  clearInterval(again);
  // One that stood still for long was replaced meanwhile.
  const there = frozen.splice(0).filter((pid) => existsSync(`/proc/${pid}`));
  for (const pid of there) process.kill(pid, 'SIGCONT');
}

afterEach(thaw);

async function askApi(place: object): Promise<{ answer: ResponseResult; seconds: number }> {
  const begun = performance.now();
  const response = await fetch(`${stage.url}/api/response`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(place),
  });
  const answer = (await response.json()) as ResponseResult;
  return { answer, seconds: (performance.now() - begun) / 1_000 };
}

const routersOf = ({ units }: ResponseResult): Set<string | undefined> =>
  new Set(units.map(({ drive }) => drive?.router));

/** One that was kept from before, as from when a router was away, has been replaced by then. */
async function readSettledAnswer(page: Page): ReturnType<typeof readAnswer> {
  const placeId = new URL(page.url()).searchParams.get('place') ?? '';
  const { answer } = await askApi({ placeId });
  const minutes = clock(answer.units[0]?.secondsToWater ?? 0);
  await expect.poll(async () => (await readAnswer(page)).minutes).toBe(minutes);
  return readAnswer(page);
}

/** Roads that people corrected since OSRM's data were built are the road graph's all the same. */
async function isByOsrm(placeId: string): Promise<boolean> {
  const { answer } = await askApi({ placeId });
  return !answer.degraded && routersOf(answer).has('osrm');
}

const banner = (page: Page, name: 'degraded' | 'unreachable') => page.getByTestId(`banner-${name}`);

test('OSRM stands still: the answer comes from the road graph, and the screen says so until it is back', async () => {
  // The answers of this page come from elsewhere: no other journey goes on at it.
  const { page } = await stage.open();
  await askFor(page);
  const placeId = new URL(page.url()).searchParams.get('place') ?? '';
  await expect.poll(() => isByOsrm(placeId)).toBe(true);

  keepFrozen('osrm-routed');
  const first = await askApi({ placeId });
  expect(first.seconds).toBeLessThan(1.5);
  expect(first.answer.degraded).toBe(true);
  expect(routersOf(first.answer)).toEqual(new Set(['graph']));
  const again = await askApi({ placeId });
  console.log(
    `answer while OSRM stands still: ${first.seconds.toFixed(2)} s, then ${again.seconds.toFixed(2)} s`,
  );

  await expect.poll(() => banner(page, 'degraded').innerText()).toContain('đồ thị dự phòng');
  expect((await readAnswer(page)).label).toBe(addressLabel);
  await page.getByTestId('search').fill('');
  await askFor(page, '62 ngoc ha');
  const degraded = await readAnswer(page);
  expect(degraded.label).toContain('62');
  expect(degraded.minutes).toMatch(/^\d+:\d\d$/);
  await expect.poll(() => readLegend(page)).toContain('Xe chạy');
  expect(await banner(page, 'degraded').isVisible()).toBe(true);
  expect(await findBarriers(page)).toEqual([]);
  expect(await banner(page, 'degraded').isVisible()).toBe(true);
  await keepPicture(page, 'dispatch-degraded');

  thaw();
  await banner(page, 'degraded').waitFor({ state: 'detached' });
  await expect.poll(() => isByOsrm(placeId)).toBe(true);
});

test('the database stands still: what was shown stays, and the screen says what is missing', async () => {
  const { page } = await stage.goOn({ causes: /^50\d |ERR_/ });
  await askFor(page);
  const before = await readSettledAnswer(page);
  freezeDatabase();
  await expect
    .poll(() => banner(page, 'degraded').innerText())
    .toContain('cơ sở dữ liệu không trả lời');
  expect(await readAnswer(page)).toEqual(before);
  expect(await page.getByTestId('synthetic').isVisible()).toBe(true);
  await keepPicture(page, 'dispatch-database-lost');
  thaw();
  await banner(page, 'degraded').waitFor({ state: 'detached' });
  expect(await readAnswer(page)).toEqual(before);
});

test('the server stands still: what was shown stays, with its age, and all is well by itself later', async () => {
  const { page } = await stage.goOn({ causes: /ERR_|map:/ });
  await askFor(page);
  const before = await readSettledAnswer(page);
  const begun = performance.now();
  freeze('server/main.ts');
  await banner(page, 'unreachable').waitFor();
  const seconds = (performance.now() - begun) / 1_000;
  console.log(`a server that stands still is noticed after ${seconds.toFixed(1)} s`);
  expect(await banner(page, 'unreachable').innerText()).toMatch(
    /Mất liên lạc với máy chủ.* \d\d:\d\d/,
  );
  expect(await readAnswer(page)).toEqual(before);
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await readAnswer(page)).units[1]?.chosen).toBe(true);
  await page.keyboard.press('b');
  const kept = page.getByTestId('kept-answer');
  await kept.waitFor();
  expect(await kept.innerText()).toMatch(/Đang hiện phương án lúc \d\d:\d\d/);
  expect((await readAnswer(page)).units.map(({ minutes }) => minutes)).toEqual(
    before.units.map(({ minutes }) => minutes),
  );
  await keepPicture(page, 'dispatch-server-lost');
  await page.keyboard.press('x');
  const head = page.getByTestId('crew-sheet').locator('header');
  await expect.poll(() => head.innerText()).toMatch(/phương án là của lúc \d\d:\d\d/);
  await page.keyboard.press('Escape');
  thaw();
  await banner(page, 'unreachable').waitFor({ state: 'detached' });
  await kept.waitFor({ state: 'detached' });
  expect((await readAnswer(page)).label).toBe(addressLabel);
  expect(await page.getByTestId('alarm-2').getAttribute('aria-pressed')).toBe('true');
});

const refuse = (route: Route) => route.fulfill({ status: 503, json: {} });

test('the database is away for a moment that nobody notices: Enter asks again at once, and the place comes by itself', async () => {
  const { page } = await stage.goOn({ causes: /^503 / });
  // Asked for by no other journey: nothing of it is remembered.
  const typed = 'so 62 ngoc ha';
  const away = { search: true, place: true };
  let searched = 0;
  await page.route(
    ({ searchParams }) => searchParams.get('q') === typed,
    (route) => {
      searched += 1;
      return away.search ? refuse(route) : route.continue();
    },
  );
  await page.route('**/api/places/address*', (route) =>
    away.place ? refuse(route) : route.continue(),
  );
  await pasteAddress(page, typed);
  await expect.poll(() => searched).toBe(3);
  await page.locator('.results[aria-busy=false]').getByTestId('search-failed').waitFor();
  await wait(200);
  away.search = false;
  await page.keyboard.press('Enter');
  await expect.poll(() => searched, { timeout: 2_000 }).toBe(4);
  await untilMapShows(page, 'route');
  expect((await readAnswer(page)).label).toContain('62');
  const failed = page.getByTestId('card-failed');
  await failed.waitFor();
  away.place = false;
  await failed.waitFor({ state: 'detached' });
});

test('a count of what a set leaves that takes long is said as that in its place, and asked for again', async () => {
  // Where no journey before has asked for the same set: what is fresh is not asked for again.
  const { page } = await stage.open('/', {
    causes: /^503 /,
    prepare: (blank) => blank.clock.install(),
  });
  const untilAskedAgain = () => page.clock.fastForward(5_000);
  const late = { error: { code: 'still-counting', message: '', requestId: '' } };
  const without = { status: 503, json: late as object };
  let isLong = true;
  let asked = 0;
  await page.route('**/api/uncovered', (route) => {
    asked++;
    return isLong ? route.fulfill(without) : route.continue();
  });
  await askFor(page);
  const failed = page.getByTestId('uncovered-failed');
  await failed.waitFor();
  expect(await failed.innerText()).toMatch(/^Chưa biết để trống bao nhiêu nhà: đếm .* tự hỏi lại$/);
  // Until then it is tried again at once, without the wait.
  await expect.poll(() => asked).toBeGreaterThanOrEqual(3);
  await keepPicture(page, 'dispatch-still-counting');

  Object.assign(without, { status: 200, json: { uncovered: null } });
  await untilAskedAgain();
  await failed.waitFor({ state: 'detached' });
  const missing = page.getByTestId('uncovered-missing');
  await expect
    .poll(() => missing.innerText())
    .toBe('Chưa biết để trống bao nhiêu nhà: đang lập bảng giờ chạy');
  isLong = false;
  await untilAskedAgain();
  await page.getByTestId('uncovered').waitFor();
  expect(await missing.count()).toBe(0);
});

test('the server is killed while an address is typed: nothing typed is lost, and the answer comes', async () => {
  const { page } = await stage.goOn({ causes: /ERR_|map:|^50\d / });
  await page.getByTestId('example').first().waitFor();
  await untilMapRests(page);
  const server = listProcesses().find(({ command }) => command.includes('server/main.ts'));
  if (!server) throw new Error('no server runs');
  process.kill(server.pid, 'SIGKILL');
  await page.getByTestId('search').pressSequentially(typedAddress, { delay: 10 });
  await wait(200);
  await page.keyboard.press('Enter');
  await untilMapShows(page, 'route');
  expect((await readAnswer(page)).label).toBe(addressLabel);
  expect(await page.getByTestId('search').inputValue()).toBe(typedAddress);
});
