import { createInterface } from 'node:readline/promises';

const patienceMilliseconds = 10 * 60_000;

/** Asks on the terminal whether to apply; anything but yes is no, and so are ten minutes of silence. */
export async function askToApply(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const silence = AbortSignal.timeout(patienceMilliseconds);
  const ended = Promise.withResolvers<string>();
  terminal.once('close', () => ended.resolve(''));
  terminal.once('SIGINT', () => ended.resolve(''));
  silence.addEventListener('abort', () => ended.resolve(''));
  try {
    const answer = await Promise.race([terminal.question('Apply? [y/N] '), ended.promise]);
    return /^\s*(y|yes)\s*$/i.test(answer);
  } finally {
    terminal.close();
  }
}
