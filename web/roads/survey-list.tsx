import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { AssumedWidths } from '../../server/roads/schema.ts';
import { type ApiError, assumedWidthsFile, fetchAssumedWidths } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';
import { failureText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { LateSkeleton } from '../ui/late-skeleton.tsx';
import { widthOrder } from '../map/base-signs.ts';
import { LegendSign } from '../map/legend-sign.tsx';
import { metersText } from '../tools/meters-text.ts';
import type { Roads } from './use-roads.ts';
import { WardRoads } from './ward-roads.tsx';

type SurveyListProps = { roads: Roads; showsWidths: boolean; onShowWidths: () => void };

/** What rests on assumed widths, and what was judged by eye, the worst first: where to measure next. */
export function SurveyList({ roads, showsWidths, onShowWidths }: SurveyListProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const wards = useQuery<AssumedWidths, ApiError>({
    queryKey: ['assumed-widths'],
    queryFn: ({ signal }) => fetchAssumedWidths(signal),
    refetchInterval: afterFailure,
    staleTime: 30_000,
  });
  const failure = failureText(wards, 'survey.failed', words);
  const ward = wards.data?.wards.find(({ wardId }) => (wardId ?? 'none') === roads.ward);
  return (
    <>
      <label className="road-check">
        <input
          type="checkbox"
          checked={showsWidths}
          onChange={onShowWidths}
          data-testid="survey-layer"
        />
        {t('survey.layer')}
      </label>
      {showsWidths && (
        <ul className="width-signs">
          {widthOrder.map((known) => (
            <li key={known}>
              <LegendSign name={`width-${known}`} />
              {t(`legend.width.${known}`)}
            </li>
          ))}
          <li>
            <LegendSign name="limit-assumed" />
            {t('legend.limit.assumed')}
          </li>
        </ul>
      )}
      {failure !== null && (
        <p className="doubt" role="alert">
          {failure}
        </p>
      )}
      {wards.isPending && <LateSkeleton lines={4} />}
      {ward ? (
        <WardRoads ward={ward} roads={roads} />
      ) : (
        wards.data && <Wards wards={wards.data.wards} roads={roads} />
      )}
    </>
  );
}

type WardsProps = { wards: AssumedWidths['wards']; roads: Roads };

function Wards({ wards, roads }: WardsProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  if (wards.length === 0) return <p className="secondary">{t('survey.none')}</p>;
  return (
    <>
      <p className="secondary">{t('survey.hint')}</p>
      <table className="survey" data-testid="survey-wards">
        <thead>
          <tr>
            <th scope="col">{t('survey.ward')}</th>
            <th scope="col">{t('survey.houses')}</th>
            <th scope="col">{t('survey.roads')}</th>
            <th scope="col">{t('survey.length')}</th>
          </tr>
        </thead>
        <tbody>
          {wards.map(({ wardId, ward, houses, assumedAlleys, assumedMeters, ...more }) => (
            <tr key={wardId ?? 'none'}>
              <th scope="row">
                <button
                  type="button"
                  className="survey-row"
                  onClick={() => roads.setWard(wardId ?? 'none')}
                >
                  {ward ?? t('survey.no-ward')}
                </button>
                {more.assumedStreets > 0 && (
                  <span className="secondary">
                    {t('survey.streets', {
                      n: more.assumedStreets,
                      length: metersText(more.assumedStreetMeters, words),
                    })}
                  </span>
                )}
                {more.assumedLimits > 0 && (
                  <span className="secondary" data-testid="survey-limits">
                    {t('survey.limits', { n: more.assumedLimits })}
                  </span>
                )}
              </th>
              <td>{format.number(houses)}</td>
              <td>{format.number(assumedAlleys)}</td>
              <td>{metersText(assumedMeters, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="issue-files">
        {t('issues.export')}
        <a href={assumedWidthsFile} download data-testid="survey-csv">
          CSV
        </a>
      </p>
    </>
  );
}
