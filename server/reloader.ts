export type ReloaderOptions = { retryMillis?: number; onError: (error: unknown) => void };

/**
 * Runs `load` whenever the returned function is called: one run at a time, so that an older one
 * never overwrites a newer; one more when called during a run; again after a failed one.
 */
export function createReloader(
  load: () => Promise<unknown>,
  { retryMillis = 2_000, onError }: ReloaderOptions,
): () => void {
  let isRunning = false;
  let isWanted = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      try {
        await load();
      } catch (error) {
        onError(error);
        setTimeout(reload, retryMillis).unref();
      }
    }
    isRunning = false;
  }

  function reload(): void {
    isWanted = true;
    if (!isRunning) void run();
  }

  return reload;
}
