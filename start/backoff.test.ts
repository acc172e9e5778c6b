import { expect, test } from 'vitest';
import { restartDelayMilliseconds } from './backoff.ts';

test('a child that keeps dying is restarted at growing intervals, at most half a minute apart', () => {
  const delays = [1, 2, 3, 10].map(restartDelayMilliseconds);
  expect(delays).toEqual([500, 1_000, 2_000, 30_000]);
});
