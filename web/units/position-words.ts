import type { UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';

/** How old its position is, and how far off where that is much; nothing while it never said one. */
export function positionText({ position }: UnitResponse, { t, format }: Words): string {
  if (!position) return '';
  const age = format.age(position.ageSeconds);
  const text = t(position.isStale ? 'unit.position.stale' : 'unit.position', { age });
  const meters = position.doubtfulMeters;
  if (meters === null) return text;
  return `${text}, ${t('unit.position.doubtful', { distance: format.distance(meters) })}`;
}
