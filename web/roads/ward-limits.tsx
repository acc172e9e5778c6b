import type { JSX } from 'react';
import type { AssumedLimit } from '../../server/roads/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { assumedLimitText } from './correction-words.ts';
import type { Roads } from './use-roads.ts';

type WardLimitsProps = { limits: AssumedLimit[]; mostListed: number; roads: Roads };

/** What of limits and clearances was only judged by eye in a ward; each opens on the map. */
export function WardLimits({ limits, mostListed, roads }: WardLimitsProps): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  if (limits.length === 0) return null;
  return (
    <section aria-label={t('survey.limits-title')} data-testid="survey-ward-limits">
      <h3>{t('survey.limits-title')}</h3>
      <ul className="survey-limits">
        {limits.map((limit) => {
          const { target, name, field, kind, lon, lat } = limit;
          return (
            <li key={`${target} ${field} ${kind} ${lon} ${lat}`}>
              <button
                type="button"
                className="survey-row"
                onClick={() => roads.show({ lon, lat })}
                data-testid="survey-limit"
              >
                {assumedLimitText(limit, words)}
              </button>
              <span className="secondary">{name ?? t('road.unnamed')}</span>
            </li>
          );
        })}
      </ul>
      {limits.length === mostListed && (
        <p className="secondary">{t('survey.limits-more', { n: mostListed })}</p>
      )}
    </section>
  );
}
