import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../sql/test-database.ts';
import { openDatabases, type Databases } from './open-databases.ts';

const log = pino({ level: 'silent' });
let real: TestDatabase;
let opened: Databases;
beforeEach(async () => {
  real = await createTestDatabase();
  opened = openDatabases({ DATABASE_URL: real.url, DATABASE_CONNECTIONS: 5 }, log);
});
afterEach(async () => {
  await Promise.all([opened.answerDatabase.end(), opened.database.end()]);
  await real.drop();
});

/** Holds a connection so long. */
function hold(pool: Databases['database'], count: number, seconds: number): Promise<unknown> {
  const queries = Array.from({ length: count }, () => pool.query('select pg_sleep($1)', [seconds]));
  return Promise.all(queries);
}

describe('the connections of a server', () => {
  it('are never more than it may have, and both halves share them', async () => {
    const { answerDatabase, database } = opened;
    await Promise.all([hold(answerDatabase, 10, 0.1), hold(database, 10, 0.1)]);
    expect([answerDatabase.totalCount, database.totalCount]).toEqual([3, 2]);
  });

  it('for answers are free while changes hold, and wait for, all of theirs', async () => {
    const { answerDatabase, database } = opened;
    let isHeld = true;
    const held = hold(database, 8, 0.3).finally(() => (isHeld = false));
    await answerDatabase.query('select');
    expect(isHeld).toBe(true);
    await held;
  });

  it('are not waited for by a query whose answer is late by then', async () => {
    const { answerDatabase } = opened;
    const held = hold(answerDatabase, 3, 3);
    await expect(answerDatabase.query('select')).rejects.toThrow('timeout exceeded');
    expect(answerDatabase.waitingCount).toBe(0);
    await held;
  });
});
