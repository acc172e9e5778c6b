import type { WaterInReach } from '../../server/response/water-schema.ts';
import type { Words } from '../i18n/words.ts';

type Water = Pick<WaterInReach['points'][number], 'kind' | 'liftMeters'>;

/** Water flows into it, so that it gives what the pump draws. */
export function isOpenWater({ kind }: Pick<Water, 'kind'>): boolean {
  return kind === 'pond' || kind === 'lake' || kind === 'river';
}

/** That nobody knows whether a pump draws it up; null where that is known, or no question. */
export function liftText(water: Water, { t }: Words): string | null {
  return isOpenWater(water) && water.liftMeters === null ? t('water.liftUnknown') : null;
}
