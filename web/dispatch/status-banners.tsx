import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import { driveBy } from './drive-by.ts';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { Health } from '../../server/health/schema.ts';
import type { ApiError } from '../api.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';

type StatusBannersProps = {
  health: UseQueryResult<Health, ApiError>;
  response: ResponseResult | null;
};

/** What is not as it should be, said plainly; nothing when all is well. */
export function StatusBanners({ health, response }: StatusBannersProps): JSX.Element {
  const words = useWords();
  const isLost = health.isError;
  const isDegraded = !isLost && (health.data?.status === 'degraded' || response?.degraded);
  return (
    <div role="status" className="banners">
      {isLost && (
        <p className="banner" data-testid="banner-unreachable">
          {health.dataUpdatedAt === 0
            ? words.t('banner.never-reached')
            : words.t('banner.unreachable', {
                time: words.format.time(new Date(health.dataUpdatedAt)),
              })}
        </p>
      )}
      {isDegraded && (
        <p className="banner" data-testid="banner-degraded">
          {words.t('banner.degraded', { why: degradedWhy(health.data, response, words) })}
        </p>
      )}
    </div>
  );
}

/** Which router answers in place of the best one. */
export function degradedWhy(
  health: Health | undefined,
  response: Pick<ResponseResult, 'units' | 'notes'> | null,
  words: Words,
): string {
  const routers = new Set([
    ...Object.values(health?.routers ?? {}),
    ...(response?.units ?? []).flatMap(({ drive }) => (drive ? driveBy(drive) : [])),
  ]);
  routers.delete('osrm');
  const texts = [...routers].flatMap((router) => words.maybe(`banner.router.${router}`) ?? []);
  if (response?.notes.some(({ code }) => code === 'graph-away'))
    texts.unshift(words.t('banner.no-plan'));
  if (health?.database === 'down') texts.unshift(words.t('banner.database'));
  if (health?.roadGraph === 'loading') texts.unshift(words.t('banner.loading'));
  return texts.length > 0 ? texts.join(', ') : words.t('banner.some');
}

type SyntheticBadgeProps = { health: Health | undefined; response: ResponseResult | undefined };

/** Nobody may ever take the demo city for a real one. */
export function SyntheticBadge({ health, response }: SyntheticBadgeProps): JSX.Element | null {
  const { t } = useWords();
  if (!(response?.synthetic ?? health?.city?.synthetic)) return null;
  return (
    <p className="synthetic card" data-testid="synthetic">
      {t('badge.synthetic')}
    </p>
  );
}
