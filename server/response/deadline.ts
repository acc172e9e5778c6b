// A dispatcher waits for nobody: what is late is done without.

export type Deadline = {
  /** Milliseconds that a part may take: so many at most, and never more than are left. */
  left: (mostMillis: number) => number;
};

export function startDeadline(millis: number): Deadline {
  const end = performance.now() + millis;
  return { left: (mostMillis) => Math.max(0, Math.min(mostMillis, end - performance.now())) };
}
