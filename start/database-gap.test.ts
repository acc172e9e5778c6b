import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bridgeDatabaseGap } from './database-gap.ts';

const { signal } = new AbortController();
const shutDown = Object.assign(new Error('terminating connection'), { code: '57P01' });
const lose = () => Promise.reject(shutDown);
const fail = () => Promise.reject(new Error('no such table'));

test('a step that loses the database is done again', async () => {
  let tries = 0;
  const work = async (): Promise<number> => {
    tries += 1;
    if (tries === 1) throw shutDown;
    return tries;
  };
  expect(await bridgeDatabaseGap(work, signal)).toBe(2);
});

test('work that had its database for longer than anybody waits for one is done again all the same', async () => {
  let tries = 0;
  const work = async (): Promise<number> => {
    tries += 1;
    await wait(tries === 1 ? 300 : 0);
    if (tries === 1) throw shutDown;
    return tries;
  };
  expect(await bridgeDatabaseGap(work, signal, 200)).toBe(2);
});

test('a database that does not come back is told in one sentence, every other error at once', async () => {
  await expect(bridgeDatabaseGap(lose, signal, 0)).rejects.toThrow(
    'The database went away, and did not come back (terminating connection).',
  );
  await expect(bridgeDatabaseGap(fail, signal)).rejects.toThrow('no such table');
});
