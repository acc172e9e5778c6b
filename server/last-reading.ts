export type Reading<T> = { found: T; error?: unknown };

/**
 * Reads, and where that fails gives what was read last, as it is after so many milliseconds, and why it failed.
 * Throws where nothing was read yet.
 */
export function rememberReading<T>(
  read: () => Promise<T>,
  after: (last: T, sinceMillis: number) => T,
): () => Promise<Reading<T>> {
  let last: { found: T; readAt: number } | undefined;
  return async () => {
    try {
      last = { found: await read(), readAt: performance.now() };
      return { found: last.found };
    } catch (error) {
      if (!last) throw error;
      return { found: after(last.found, performance.now() - last.readAt), error };
    }
  };
}
