export const tooLate = Symbol('too late');

/** What `work` gives, or `tooLate`; an error that comes later still is of no interest any more. */
export async function within<T>(work: Promise<T>, millis: number): Promise<T | typeof tooLate> {
  const { promise, resolve } = Promise.withResolvers<typeof tooLate>();
  // An answer that came while this thread itself was busy is not late: let it be read first.
  const timer = setTimeout(() => setImmediate(() => resolve(tooLate)), millis);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
