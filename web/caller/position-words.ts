import { metersBetween } from '../../geo/distance.ts';
import { parsePosition } from '../../geo/positions/parse-position.ts';
import type { Bounds, StatedPosition } from '../../geo/positions/stated-position.ts';
import type { Words } from '../i18n/words.ts';

/** "21.00310, 105.80120 · sai số 30 m": latitude first, as maps and radios take it. */
export function positionText(at: StatedPosition, { t, format }: Words): string {
  const { lat, lon, accuracyMeters } = at;
  const accuracy =
    accuracyMeters === null
      ? t('caller.noAccuracy')
      : t('caller.accuracy', { meters: format.number(accuracyMeters) });
  return `${typedPosition({ lat, lon })} · ${accuracy}`;
}

function typedPosition({ lat, lon }: { lat: number; lon: number }): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/** The address bar keeps this much of what is typed. */
const mostTyped = 200;

/** What stands in the search box: a link too long to be kept becomes the position it holds. */
export function typedText(text: string, bounds: Bounds | null): string {
  if (text.length <= mostTyped) return text;
  const parsed = parsePosition(text, bounds);
  if (parsed?.kind !== 'position') return text.slice(0, mostTyped);
  const { accuracyMeters } = parsed;
  return typedPosition(parsed) + (accuracyMeters === null ? '' : ` ±${accuracyMeters} m`);
}

type LonLat = { lon: number; lat: number };

/** To about 10 cm: what the address bar keeps of it. */
export function isSamePoint(a: LonLat, b: LonLat | undefined): boolean {
  return b !== undefined && Math.hypot(a.lon - b.lon, a.lat - b.lat) < 2e-6;
}

/** Whole kilometres from the city's edge; 0 within it, or nearer than a kilometre. */
export function kilometersOutside(
  { lon, lat }: { lon: number; lat: number },
  [west, south, east, north]: Bounds,
): number {
  const nearest: [number, number] = [clamp(lon, west, east), clamp(lat, south, north)];
  return Math.floor(metersBetween([lon, lat], nearest) / 1_000);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
