import { Hono } from 'hono';
import pino from 'pino';
import { expect, test } from 'vitest';
import { findFreePort } from '../start/free-port.ts';
import { openPool } from '../sql/pool.ts';
import { answerError } from './errors.ts';

function appThat(fails: () => Promise<never>) {
  const app = new Hono();
  app.onError((error, context) => answerError(error, context, pino({ level: 'silent' })));
  return app.get('/', fails);
}

test('a database that is away answers 503, and says nothing of where it is', async () => {
  const pool = openPool(`postgres://nobody@127.0.0.1:${await findFreePort()}/none`);
  const response = await appThat(() => pool.query('select 1') as Promise<never>).request('/');
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    error: { code: 'database-down', message: 'The database does not answer', requestId: '' },
  });
  await pool.end();
});

test.each([
  ['full', '53100', 'database-full'],
  ['only to be read', '25006', 'database-read-only'],
])('a database that is %s says so', async (_, state, code) => {
  const refused = Object.assign(new Error('could not write'), { code: state });
  const response = await appThat(() => Promise.reject(refused)).request('/');
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ error: { code } });
});

test('anything unknown answers 500 and nothing of its text', async () => {
  const response = await appThat(() => Promise.reject(new Error('secret'))).request('/');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
});
