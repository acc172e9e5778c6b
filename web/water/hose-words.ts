import type { Words } from '../i18n/words.ts';

/** " + 23 to the water", behind the lengths to the door; nothing where the unit's tank fills the hose. */
export function toWaterText({ supplyLengths }: { supplyLengths: number }, { t }: Words): string {
  return supplyLengths > 0 ? ` ${t('hose.toWater', { n: supplyLengths })}` : '';
}
