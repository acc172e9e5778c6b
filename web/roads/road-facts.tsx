import type { JSX } from 'react';
import type { NearRoad } from '../../server/roads/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { barrierName } from './barrier-name.ts';
import { roadFacts, roadKind } from './fact-words.ts';

/** The name of the road, its width and limits, and where each of them comes from. */
export function RoadFacts({ road }: { road: NearRoad }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { name, barriers, synthetic } = road;
  return (
    <section className="road-facts" aria-label={t('roads.known')}>
      <h3 data-testid="road-name">{name ?? t('road.unnamed')}</h3>
      <p className="secondary">{roadKind(road, words)}</p>
      <dl>
        {roadFacts(road, words).map(({ what, value, why, isAssumed }) => (
          <div key={what} data-testid={`road-${what}`} data-assumed={isAssumed}>
            <dt>{t(`roads.${what}`)}</dt>
            <dd>
              <b className={isAssumed ? 'is-assumed' : ''}>{value}</b>
              {why !== '' && <span className="secondary">{why}</span>}
            </dd>
          </div>
        ))}
        {barriers.length > 0 && (
          <div data-testid="road-barriers">
            <dt>{t('roads.barriers')}</dt>
            <dd>
              {barriers.map(({ kind }) => barrierName(kind, words)).join(', ')}
              <span className="secondary">{t('roads.tagged')}</span>
            </dd>
          </div>
        )}
      </dl>
      {synthetic && <p className="secondary">{t('issues.synthetic')}</p>}
    </section>
  );
}
