const first = 500;
const most = 30_000;

/** How long to wait before the n-th restart in a row: 0.5 s, 1 s, 2 s … at most 30 s. */
export function restartDelayMilliseconds(failures: number): number {
  return Math.min(most, first * 2 ** Math.max(0, failures - 1));
}
