/** A hydrant without flow, a tank or pond without water: nothing may rest on it. What nobody measured is not dry. */
export function isMeasuredDry({ kind, litersPerSecond, volumeM3 }: Measured): boolean {
  return (kind === 'hydrant' ? litersPerSecond : volumeM3) === 0;
}

type Measured = { kind: string; litersPerSecond: number | null; volumeM3: number | null };
