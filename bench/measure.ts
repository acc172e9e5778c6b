import { request } from 'undici';

export type Spread = { p50: number; p95: number; count: number };

export function spreadOf(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { p50: at(0.5), p95: at(0.95), count: sorted.length };
}

/** Milliseconds of each call, one after another. */
export async function timeEach<T>(
  items: T[],
  call: (item: T) => Promise<unknown>,
): Promise<Spread> {
  const times: number[] = [];
  for (const item of items) {
    const started = performance.now();
    await call(item);
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}

/** Calls per second with so many under way at once. */
export async function callsPerSecond(
  { calls, atOnce }: { calls: number; atOnce: number },
  call: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < calls) await call(next++);
    }),
  );
  return (1_000 * calls) / (performance.now() - started);
}

type Figures = Record<string, number>;
/** Takes down a row and says how it compares with the last time; empty when it was never measured. */
export type Recorder = (name: string, text: string, figures: Figures) => string;

let record: Recorder = () => '';

/** From now on every printed row is taken down as well. */
export function recordWith(recorder: Recorder): void {
  record = recorder;
}

function firstNumber(text: string): Figures {
  // Not the 50 of p50.
  const number = /(?<!\w)\d+(\.\d+)?/.exec(text)?.[0];
  return number === undefined ? {} : { value: Number(number) };
}

/** A figure beside what it should be at most. */
export function printTarget(name: string, value: number, most: number, unit: string): void {
  const verdict = value < most ? 'met' : 'MISSED';
  printRow(
    name,
    `${value.toFixed(unit === '×' ? 2 : 1)} ${unit}   target < ${most} ${unit}: ${verdict}`,
    { value },
  );
}

export function printRow(name: string, text: string, figures: Figures = firstNumber(text)): void {
  const ratio = record(name, text, figures);
  console.log(`${name.padEnd(44)} ${text}${ratio === '' ? '' : `   ${ratio}`}`);
}

export function printSpread(name: string, { p50, p95, count }: Spread): void {
  const text = `p50 ${p50.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms   (${count} calls)`;
  printRow(name, text, { p50, p95 });
}

type Asked = { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string };

/**
 * The whole answer as it comes over the line, compressed as for a browser: what unpacks it is another machine's work.
 * An error status throws.
 */
export async function fetchWhole(url: string, { headers, ...asked }: Asked = {}): Promise<Buffer> {
  const { statusCode, body } = await request(url, {
    ...asked,
    headers: { 'accept-encoding': 'gzip', ...headers },
  });
  const bytes = Buffer.from(await body.arrayBuffer());
  if (statusCode >= 400) throw new Error(`${url} answered ${statusCode}`);
  return bytes;
}

/** The same numbers in every run: a linear congruential generator (Numerical Recipes). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
