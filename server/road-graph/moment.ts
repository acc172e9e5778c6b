/** Milliseconds that all threads count alike, also when the clock is set. */
export function moment(): number {
  return performance.timeOrigin + performance.now();
}
