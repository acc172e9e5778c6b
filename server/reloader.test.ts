import { expect, test } from 'vitest';
import { createReloader } from './reloader.ts';

const soon = (millis = 0) => new Promise((resolve) => setTimeout(resolve, millis));

test('changes that come during a load are loaded once more, never two at a time', async () => {
  let atOnce = 0;
  let most = 0;
  let runs = 0;
  const reload = createReloader(
    async () => {
      runs += 1;
      most = Math.max(most, ++atOnce);
      await soon(20);
      atOnce -= 1;
    },
    { onError: () => {} },
  );
  reload();
  await soon(5);
  for (let change = 0; change < 5; change += 1) reload();
  await expect.poll(() => runs).toBe(2);
  await soon(60);
  expect({ runs, most }).toEqual({ runs: 2, most: 1 });
});

test('a load that fails is tried again by itself until it works', async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const reload = createReloader(
    async () => {
      runs += 1;
      if (runs < 3) throw new Error(`failure ${runs}`);
    },
    { retryMillis: 5, onError: (error) => errors.push(error) },
  );
  reload();
  await expect.poll(() => runs).toBe(3);
  await soon(30);
  expect(runs).toBe(3);
  expect(errors).toHaveLength(2);
});
