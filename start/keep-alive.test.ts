import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isRunning } from './child-process.ts';
import { KeptChild } from './keep-alive.ts';
import { Lifetime } from './lifetime.ts';

const launchSleep = (): ReturnType<typeof spawn> => spawn('sleep', ['60']);

async function untilOther(kept: KeptChild, pid: number | undefined): Promise<void> {
  while (kept.child.pid === pid) await wait(20);
}

test('a child that is killed is started again', async () => {
  const kept = new KeptChild('sleep', launchSleep, new Lifetime());
  const { pid } = kept.child;
  kept.child.kill('SIGKILL');
  await untilOther(kept, pid);
  expect(isRunning(kept.child)).toBe(true);
  await kept.stop();
  expect(isRunning(kept.child)).toBe(false);
});

test('a restart that was asked for comes without a pause', async () => {
  const kept = new KeptChild('sleep', launchSleep, new Lifetime());
  const { pid } = kept.child;
  const begun = performance.now();
  await kept.restart();
  await untilOther(kept, pid);
  expect(performance.now() - begun).toBeLessThan(400);
  await kept.stop();
});

test('a child stays down once it was stopped', async () => {
  const kept = new KeptChild('sleep', launchSleep, new Lifetime());
  await kept.stop();
  const { pid } = kept.child;
  await wait(700);
  expect(kept.child.pid).toBe(pid);
  expect(isRunning(kept.child)).toBe(false);
});
