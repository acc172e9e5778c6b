import { Fragment, type JSX } from 'react';
import type { RecommendedSet } from '../../server/run-cards/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { setSummary, timedByText } from './set-words.ts';

/** The set on paper: what happens, who is sent, and whom to call for what others bring. */
export function SheetSet({ set }: { set: RecommendedSet }): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const { incidentType, alarmLevel, vehicles } = set;
  return (
    <p className="sheet-set" data-testid="sheet-set">
      <b>
        {t(`set.type.${incidentType}`)}, {t('set.level.n', { level: alarmLevel })}
      </b>
      . {setSummary(set, words)}
      {vehicles.length > 0 && ': '}
      {vehicles.map(({ vehicleId, callSign, seconds, mobilised }, index) => (
        <Fragment key={vehicleId}>
          {index > 0 && ', '}
          <span className="sheet-name">
            {callSign} {format.clock(seconds)}
          </span>
          {mobilised &&
            ` (${[mobilised.owner, mobilised.phone ?? t('contacts.noPhone'), ...timedByText(mobilised, words)].join(', ')})`}
        </Fragment>
      ))}
    </p>
  );
}
