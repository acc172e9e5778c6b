type Steps<T> = {
  read: () => Promise<T>;
  /** What was read last, as it is so many milliseconds later. */
  after: (last: T, sinceMillis: number) => T;
  /** Answers after how many milliseconds to look again. */
  use: (found: T) => Promise<number>;
};

/** A look for `followInTurn`: where reading fails, what was read last is used as it is by then, and it fails after that. */
export function lookWithMemory<T>({ read, after, use }: Steps<T>): () => Promise<number> {
  let last: { found: T; readAt: number } | undefined;
  return async () => {
    try {
      last = { found: await read(), readAt: performance.now() };
    } catch (error) {
      if (last) await use(after(last.found, performance.now() - last.readAt));
      throw error;
    }
    return use(last.found);
  };
}
