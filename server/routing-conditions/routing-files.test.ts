import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRoutingConditions, type RoutingConditions } from './routing-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firepoint-conditions-'));
  mkdirSync(join(folder, 'osrm'));
  writeFileSync(join(folder, 'osrm', 'current.json'), '{"version":"1"}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const everyMillis = 60_000;
const second = (n: number): Date => new Date(Date.parse('2026-03-05T10:00:00Z') + 1_000 * n);

async function write(
  closed: string,
  traffic: string,
  readAt: { closures: number; traffic: number },
) {
  return (await writeRoutingConditions(
    folder,
    {
      closed: { large: closed },
      all: { large: closed + traffic },
      closuresAt: second(readAt.closures),
      trafficAt: second(readAt.traffic),
    },
    everyMillis,
    pino({ level: 'silent' }),
  ))!;
}

function told(): string {
  const file = join(folder, 'osrm', 'conditions.json');
  const { speeds } = JSON.parse(readFileSync(file, 'utf8')) as RoutingConditions;
  return speeds['large'] ? readFileSync(join(folder, 'osrm', speeds['large']), 'utf8') : '';
}

describe('OSRM’s supervisor', () => {
  it('is told of traffic alone only now and then, and of a closure at once, with the traffic of then', async () => {
    await write('', 'jam 1\n', { closures: 1, traffic: 1 });
    expect(told()).toBe('jam 1\n');
    const { waitMillis } = await write('', 'jam 2\n', { closures: 1, traffic: 2 });
    expect(waitMillis).toBeGreaterThan(everyMillis - 5_000);
    expect(told()).toBe('jam 1\n');
    await write('bridge\n', 'jam 3\n', { closures: 3, traffic: 3 });
    expect(told()).toBe('bridge\njam 3\n');
  });

  it('keeps what another server read later', async () => {
    await write('bridge\n', '', { closures: 5, traffic: 5 });
    await write('', 'jam\n', { closures: 4, traffic: 6 });
    expect(told()).toBe('bridge\n');
  });

  it('is told of what is read after the clock was set back', async () => {
    const future = 100 * 365 * 86_400;
    await write('bridge\n', '', { closures: future, traffic: future });
    await write('street\n', '', { closures: 4, traffic: 4 });
    expect(told()).toBe('street\n');
  });

  it.each(['', '{"key":"9', 'null'])(
    'is told anew where a power cut left only this of what it was told: “%s”',
    async (torn) => {
      await write('bridge\n', '', { closures: 5, traffic: 5 });
      writeFileSync(join(folder, 'osrm', 'conditions.json'), torn);
      await write('bridge\n', '', { closures: 5, traffic: 5 });
      expect(told()).toBe('bridge\n');
    },
  );

  it('is told at once when the map is another', async () => {
    await write('', 'jam 1\n', { closures: 1, traffic: 1 });
    writeFileSync(join(folder, 'osrm', 'current.json'), '{"version":"2"}');
    await write('', 'jam 2\n', { closures: 1, traffic: 2 });
    expect(told()).toBe('jam 2\n');
  });
});
