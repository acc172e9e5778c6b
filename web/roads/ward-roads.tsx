import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { AssumedAlleys, AssumedWidths } from '../../server/roads/schema.ts';
import { type ApiError, fetchAssumedAlleys } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';
import { failureText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { metersText } from '../tools/meters-text.ts';
import { LateSkeleton } from '../ui/late-skeleton.tsx';
import type { Roads } from './use-roads.ts';
import { WardLimits } from './ward-limits.tsx';

/** More than a crew surveys in a day; the file holds the counts of all. */
const mostListed = 100;

type WardRoadsProps = { ward: AssumedWidths['wards'][number]; roads: Roads };

/** The roads of one ward to be measured, those with the most houses first; each opens on the map. */
export function WardRoads({ ward, roads }: WardRoadsProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const { wardId } = ward;
  const name = ward.ward ?? t('survey.no-ward');
  const list = useQuery<AssumedAlleys, ApiError>({
    queryKey: ['assumed-alleys', wardId],
    queryFn: ({ signal }) => fetchAssumedAlleys(wardId ?? 'none', mostListed, signal),
    refetchInterval: afterFailure,
    staleTime: 30_000,
  });
  const failure = failureText(list, 'survey.failed', words);
  const alleys = list.data?.alleys ?? [];
  return (
    <section aria-label={name} className="survey-ward">
      <button
        type="button"
        autoFocus
        className="plain-button"
        onClick={() => roads.setWard(null)}
        data-testid="survey-back"
      >
        ← {t('survey.back')}
      </button>
      <h3>{name}</h3>
      {failure !== null && (
        <p className="doubt" role="alert">
          {failure}
        </p>
      )}
      {list.isPending && <LateSkeleton lines={4} />}
      <WardLimits limits={list.data?.limits ?? []} mostListed={mostListed} roads={roads} />
      <table className="survey" data-testid="survey-roads">
        <thead>
          <tr>
            <th scope="col">{t('survey.road')}</th>
            <th scope="col">{t('survey.houses')}</th>
            <th scope="col">{t('survey.width')}</th>
            <th scope="col">{t('survey.length')}</th>
          </tr>
        </thead>
        <tbody>
          {alleys.map(({ target, name, houses, widthMeters, meters, lon, lat }) => (
            <tr key={target}>
              <th scope="row">
                <button
                  type="button"
                  className="survey-row"
                  onClick={() => roads.show({ lon, lat })}
                  data-testid="survey-road"
                >
                  {name ?? t('road.alley')}
                </button>
              </th>
              <td>{format.number(houses)}</td>
              <td>{t('width.meters', { meters: format.limit(widthMeters) })}*</td>
              <td>{metersText(meters, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {alleys.length === mostListed && (
        <p className="secondary">{t('survey.more', { n: mostListed })}</p>
      )}
    </section>
  );
}
