// Ways to hurt a running product, and to see that it has come back whole.

import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Health } from '../server/health/schema.ts';
import { listProcesses, type FoundProcess } from './product.ts';

/** The parts of a product by what their command lines hold. */
export const parts = {
  server: 'server/main.ts',
  database: 'bin/postgres -D',
  'OSRM of the large engines': '/large/city.osrm',
  'OSRM of the small engines': '/small/city.osrm',
  'OSRM of the motorbikes': '/motorbike/city.osrm',
  supervisor: 'start/start.ts',
} as const;

export type Part = keyof typeof parts;

/** The process of one part; the supervisor is the innermost that bears the name. */
export function findPart(part: Part, dataFolder?: string): FoundProcess | undefined {
  const found = listProcesses(dataFolder).filter(({ command }) => command.includes(parts[part]));
  return found.find(({ command }) => !command.includes('setpriv')) ?? found[0];
}

export function needPart(part: Part, dataFolder?: string): FoundProcess {
  const found = findPart(part, dataFolder);
  if (!found) throw new Error(`no ${part} runs`);
  return found;
}

/** Looks again and again until the claim holds; fails with what the product printed. */
export async function until(
  claim: () => boolean | Promise<boolean>,
  seconds: number,
  printed: () => string = () => '',
): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await claim())) {
    if (performance.now() > deadline)
      throw new Error(`not within ${seconds} s; it printed:\n${printed()}`);
    await wait(50);
  }
}

export async function readHealth(url: string): Promise<Health | undefined> {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(3_000) });
    return response.ok ? ((await response.json()) as Health) : undefined;
  } catch {
    // Nobody listens, or what listens stands still.
    return undefined;
  }
}

/** Has a page ask for everything again, as when the data changed. */
export async function tellOfNewData(page: Page): Promise<void> {
  await page.route('**/api/health', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Health;
    await route.fulfill({ response, json: { ...body, graphVersion: 'another' } });
  });
}

/** Every part runs, answers, and routes by OSRM. */
export async function isWhole(url: string): Promise<boolean> {
  const health = await readHealth(url);
  return health?.status === 'ok';
}
