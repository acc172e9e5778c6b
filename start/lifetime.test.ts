import { expect, test } from 'vitest';
import { Lifetime } from './lifetime.ts';

test('what was started last stops first, and one that fails does not keep the others running', async () => {
  const life = new Lifetime();
  const stopped: string[] = [];
  life.onEnd('database', async () => void stopped.push('database'));
  life.onEnd('router', async () => {
    throw new Error('already gone');
  });
  life.onEnd('server', async () => void stopped.push('server'));
  await life.stopAll();
  expect(stopped).toEqual(['server', 'database']);
});

test('a pause ends at once when the end is asked for', async () => {
  const life = new Lifetime();
  const pause = life.pause(60_000);
  life.end();
  await pause;
  expect(life.ending).toBe(true);
});
