export type Log = (line: string) => void;

const quietMilliseconds = 2_000;

/** Runs a step; says what it is doing once it takes more than two seconds, and how long it took. */
export async function runStep<T>(log: Log, what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  let isSaid = false;
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    log(isSaid ? `  ${what}: ${seconds} s` : `${what} …`);
    isSaid = true;
  }, quietMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (isSaid) log(`${what}: ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  }
}
