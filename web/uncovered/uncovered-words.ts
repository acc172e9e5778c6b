import type { UncoveredAnswer } from '../../server/uncovered/schema.ts';
import type { Words } from '../i18n/words.ts';

type Uncovered = NonNullable<UncoveredAnswer['uncovered']>;

/** How many houses are no longer within the target, and who should move up. */
export function uncoveredSummary(
  { houses, moveUp, targetSeconds, ignoresClosures }: Uncovered,
  { t, format }: Words,
): string {
  const lost = houses.before - houses.after;
  const beyond = houses.total - houses.before;
  const minutes = format.clock(targetSeconds);
  const left =
    lost > 0
      ? t('uncovered.left', { houses: format.number(lost), minutes })
      : t(beyond === 0 ? 'uncovered.all' : 'uncovered.none', {
          minutes,
          houses: format.number(beyond),
        });
  const counted = ignoresClosures ? `${left} (${t('uncovered.unclosed')})` : left;
  // Who is out since earlier may have emptied a station too.
  if (moveUp) {
    const move = t('uncovered.move', { callSign: moveUp.callSign });
    const doubt = moveUp.isUnchecked ? ` (${t('uncovered.moveUnchecked')})` : '';
    return `${counted} · ${move}${doubt}`;
  }
  return lost > 0 ? `${counted} · ${t('uncovered.noMove')}` : counted;
}

export function moveUpText(
  { callSign, from, to, driveSeconds, isUnchecked, gain }: NonNullable<Uncovered['moveUp']>,
  { t, format }: Words,
): string {
  const move = t('uncovered.moveFull', { callSign, from: from.name, to: to.name });
  const unknown = isUnchecked ? 'uncovered.wayUnchecked' : 'uncovered.driveUnknown';
  const drive =
    driveSeconds === null
      ? t(unknown)
      : t('uncovered.drive', { minutes: format.clock(driveSeconds) });
  return [move, drive, t('uncovered.gain', { houses: format.number(gain) })].join(' · ');
}

export function wardsText({ wards }: Uncovered, { t, format }: Words): string {
  const named = wards.map(
    ({ ward, houses }) => `${ward ?? t('uncovered.noWard')} (${format.number(houses)})`,
  );
  return t('uncovered.wards', { wards: named.join(', ') });
}
