import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

const standsStill = ['-c', 'kill -STOP $$; echo over'];

test('a program that stands still when the end is asked for is killed after a while', async () => {
  const running = runProgram('sh', standsStill, {
    signal: AbortSignal.timeout(300),
    endMilliseconds: 300,
  });
  await expect(running).rejects.toThrow('timeout');
}, 5_000);
