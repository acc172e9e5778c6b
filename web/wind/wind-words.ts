import type { Wind } from '../../server/wind/schema.ts';
import type { Words } from '../i18n/words.ts';
import { windIndex } from './read-wind.ts';

/** As the address bar holds it; `typedAt` in seconds since 1970. */
export type SetWind = { fromDegrees: number; speedMps: number | null; typedAt: number };

export type ShownWind = {
  fromDegrees: number;
  speedMps: number | null;
  ageSeconds: number;
  isStale: boolean;
  /** null: the dispatcher typed it. */
  source: string | null;
};

export type WindChoice = {
  shown: ShownWind | null;
  set: SetWind | undefined;
  choose: (wind: SetWind | null) => void;
};

/** What was typed holds, else what the feed says. */
export function windShown(
  set: SetWind | undefined,
  fed: Wind | null,
  now: number,
): ShownWind | null {
  if (!set) return fed;
  const { fromDegrees, speedMps, typedAt } = set;
  const ageSeconds = Math.max(0, now / 1_000 - typedAt);
  return {
    fromDegrees,
    speedMps,
    ageSeconds,
    isStale: ageSeconds > typedStaleSeconds,
    source: null,
  };
}

/** A typed wind is called old sooner than it is wrong: nobody looks at it again by himself. */
const typedStaleSeconds = 3_600;

/** "Đông Bắc"; degrees clockwise from north. */
export function directionText(degrees: number, { maybe }: Words): string {
  return maybe(`wind.dir.${windIndex(degrees)}`) ?? String(degrees);
}

/** "gió từ Đông Bắc, 3 m/s". */
export function windText(
  { fromDegrees, speedMps }: { fromDegrees: number; speedMps: number | null },
  words: Words,
): string {
  const { t, format } = words;
  const direction = directionText(fromDegrees, words);
  if (speedMps === null) return t('wind.from', { direction });
  return t('wind.fromSpeed', { direction, speed: format.number(speedMps, 1) });
}

/** Who says so, and how long ago. */
export function windOrigin({ source, ageSeconds, isStale }: ShownWind, { t }: Words): string {
  const minutes = Math.floor(ageSeconds / 60);
  const age =
    minutes < 120
      ? t('wind.minutes', { n: minutes })
      : t('wind.hours', { n: Math.floor(minutes / 60) });
  const text = source === null ? t('wind.typed', { age }) : t('wind.fed', { source, age });
  return isStale ? `${text} (${t('wind.stale')})` : text;
}
