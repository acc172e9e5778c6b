import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isRunning } from './child-process.ts';
import { KeptChild } from './keep-alive.ts';
import { Lifetime } from './lifetime.ts';
import type { Pulse } from './pulse.ts';

const launchSleep = (): ReturnType<typeof spawn> => spawn('sleep', ['60']);

function keep(launch: typeof launchSleep, pulse?: Pulse): KeptChild {
  return new KeptChild({ name: 'sleep', launch, life: new Lifetime(), ...(pulse && { pulse }) });
}

const isAlive = ({ child }: KeptChild): boolean => child !== undefined && isRunning(child);

async function untilOther(kept: KeptChild, pid: number | undefined): Promise<void> {
  while (kept.child?.pid === pid) await wait(20);
}

test('a child that is killed is started again', async () => {
  const kept = keep(launchSleep);
  const pid = kept.child?.pid;
  kept.child?.kill('SIGKILL');
  await untilOther(kept, pid);
  expect(isAlive(kept)).toBe(true);
  await kept.stop();
  expect(isAlive(kept)).toBe(false);
});

test('a restart that was asked for comes without a pause', async () => {
  const kept = keep(launchSleep);
  const pid = kept.child?.pid;
  const begun = performance.now();
  await kept.restart();
  await untilOther(kept, pid);
  expect(performance.now() - begun).toBeLessThan(400);
  await kept.stop();
});

test('a child stays down once it was stopped', async () => {
  const kept = keep(launchSleep);
  await kept.stop();
  const pid = kept.child?.pid;
  await wait(700);
  expect(kept.child?.pid).toBe(pid);
  expect(isAlive(kept)).toBe(false);
});

test('a child for which the machine has no memory is tried again until it has', async () => {
  let tries = 0;
  const kept = keep(() => {
    tries += 1;
    if (tries === 1) throw new Error('spawn ENOMEM');
    return launchSleep();
  });
  expect(isAlive(kept)).toBe(false);
  await untilOther(kept, undefined);
  expect(isAlive(kept)).toBe(true);
  await kept.stop();
});

test('a program that cannot be run is tried again too, and stays no child', async () => {
  const tried: number[] = [];
  const kept = keep(() => {
    tried.push(performance.now());
    return spawn('/nowhere/at-all');
  });
  await expect.poll(() => tried.length, { timeout: 5_000 }).toBe(2);
  await kept.stop();
  expect(isAlive(kept)).toBe(false);
});

test('a child that once answered and then stands still is replaced', async () => {
  let answers = true;
  const kept = keep(launchSleep, { answers: async () => answers, patienceMilliseconds: 200 });
  const pid = kept.child?.pid;
  await wait(1_200);
  expect(kept.child?.pid).toBe(pid);
  answers = false;
  await untilOther(kept, pid);
  expect(isAlive(kept)).toBe(true);
  await kept.stop();
});

test('a child that stands still before its first answer is replaced as well', async () => {
  const stopped = new Set<number | undefined>();
  const kept = keep(launchSleep, {
    answers: async () => !stopped.has(kept.child?.pid),
    patienceMilliseconds: 60_000,
    startPatienceMilliseconds: 300,
  });
  const pid = kept.child?.pid;
  kept.child?.kill('SIGSTOP');
  stopped.add(pid);
  await untilOther(kept, pid);
  expect(isAlive(kept)).toBe(true);
  await kept.stop();
});

test('a child that ends by itself again and again is told from one that is killed again and again', async () => {
  let starts = 0;
  const failing = keep(() => spawn('sh', ['-c', 'exit 1']));
  const killed = keep(() => {
    starts += 1;
    return spawn('sh', ['-c', 'kill -9 $$']);
  });
  await expect.poll(() => failing.keepsEnding, { timeout: 5_000 }).toBe(true);
  await expect.poll(() => starts, { timeout: 5_000 }).toBe(4);
  await expect.poll(() => isAlive(killed)).toBe(false);
  expect(killed.keepsEnding).toBe(false);
  await Promise.all([failing.stop(), killed.stop()]);
});
