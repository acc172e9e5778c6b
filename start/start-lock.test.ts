import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Lifetime } from './lifetime.ts';
import { lockStart, takeLock } from './start-lock.ts';

let folder: string;
const file = (): string => join(folder, 'start.pid');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second start of the same checkout is told which process runs', async () => {
  await lockStart(folder, new Lifetime());
  await expect(lockStart(folder, new Lifetime())).rejects.toThrow(
    `Firepoint already runs from here (process ${process.pid})`,
  );
});

test('a start that waits for one that is stopping gets its turn', async () => {
  const first = new Lifetime();
  await lockStart(folder, first);
  const second = lockStart(folder, new Lifetime());
  first.end();
  setTimeout(() => void first.stopAll(), 2_500);
  await expect(second).resolves.toBeUndefined();
});

test('a product that was killed, even if its number lives on, does not block the next', () => {
  writeFileSync(file(), '4194303 12345');
  expect(takeLock(file())).toBeUndefined();
  writeFileSync(file(), `${process.pid} 1`);
  expect(takeLock(file())).toBeUndefined();
});
