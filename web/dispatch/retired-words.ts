import type { PlaceCard } from '../../server/places/schema.ts';
import type { Words } from '../i18n/words.ts';

export type RetiredWords = {
  /** Since when, and by which import. */
  since: string;
  /** What stands there now, ending in a colon where a link follows. */
  now: string;
  link: { id: string; label: string } | null;
};

/** What an old link says of a place that is no longer in its source; null for one that is. */
export function wordRetired(place: PlaceCard | null, words: Words): RetiredWords | null {
  if (!place?.retiredAt) return null;
  const { t, format } = words;
  const { batch = null, replacedBy = null } = place.retirement ?? {};
  const date = format.date(place.retiredAt);
  const since =
    batch === null
      ? t('place.retired', { date })
      : t('place.retired.by', { date, batch: batch.id, file: batch.fileName });
  if (replacedBy === null) return { since, now: t('place.replaced.none'), link: null };
  const { id, label, meters, why } = replacedBy;
  return {
    since,
    now: t(`place.replaced.${why}`, { meters: format.number(meters) }),
    link: { id, label },
  };
}
