import type { Support } from '../../server/response/choices-schema.ts';
import type { UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';

/** In one line what else there is; empty where there is nothing. */
export function choicesSummary(
  { planned, support }: { planned: UnitResponse | null; support: Support | null },
  { t }: Words,
): string {
  const closest = planned?.closer.toSorted((a, b) => a.hoseMeters - b.hoseMeters)[0];
  const others = planned?.alternatives.length ?? 0;
  const { staging, supply } = support ?? {};
  // The first may feed itself: it is not behind.
  const feeder = supply?.unit?.unitId === support?.unitId ? null : supply?.unit;
  const behind = staging?.unit.callSign ?? feeder?.callSign;
  const parts = [
    closest && t('choices.closer', { callSign: closest.callSign }),
    others > 0 && t('choices.stops', { n: others }),
    behind ? t('choices.behind', { callSign: behind }) : support && t('support.title'),
  ].filter((part) => typeof part === 'string');
  const text = parts.join(' · ');
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
