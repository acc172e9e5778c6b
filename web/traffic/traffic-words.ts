import type { Health } from '../../server/health/schema.ts';
import type { Words } from '../i18n/words.ts';

/** How much is known of the traffic, and how old the newest of it is. */
export function wordTraffic(
  { segments, newestAt }: Health['traffic'],
  now: Date,
  { t, format }: Pick<Words, 't' | 'format'>,
): string {
  if (newestAt === null) return t('layers.traffic.none');
  const ago = format.ago(new Date(newestAt), now) || t('status.now');
  return t('layers.traffic.seen', { n: segments, ago });
}
