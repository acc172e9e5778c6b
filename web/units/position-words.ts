import type { UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';

/** How old its position is; nothing while it never said one. */
export function positionText({ position }: UnitResponse, { t, format }: Words): string {
  if (!position) return '';
  const age = format.clock(position.ageSeconds);
  return t(position.isStale ? 'unit.position.stale' : 'unit.position', { age });
}
