import type { Words } from '../i18n/words.ts';

/** To the metre below a kilometre, then to ten metres: what was measured is not rounded away. */
export function metersText(meters: number, { format }: Words): string {
  return meters < 999.5 ? `${format.number(meters)} m` : `${format.number(meters / 1_000, 2)} km`;
}
