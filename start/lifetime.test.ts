import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
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

/** A command that says when it works, and would work for ten seconds. */
async function beginCommand(work: string): Promise<ReturnType<typeof spawn>> {
  const source = `
    import { runCommand } from '${new URL('lifetime.ts', import.meta.url).href}';
    const work = async (life) => { console.log('at work'); await life.pause(10_000); return 7; };
    await runCommand(${work});`;
  const command = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(command.stdout, 'data');
  return command;
}

test('Ctrl-C is for the program on the terminal alone, where it has a use for it, as psql has', async () => {
  const command = await beginCommand('(life) => life.leavingInterrupts(() => work(life))');
  command.kill('SIGINT');
  await wait(1_200);
  command.kill('SIGINT');
  await wait(300);
  expect(command.exitCode).toBeNull();
  command.kill('SIGTERM');
  await once(command, 'exit');
  expect(command.exitCode).toBe(7);
});

test('Ctrl-C ends every other command', async () => {
  const command = await beginCommand('work');
  command.kill('SIGINT');
  await once(command, 'exit');
  expect(command.exitCode).toBe(7);
});
