import { Fragment, type JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { setByHandText, setSummary, timedByText } from './set-words.ts';
import type { ShownSet } from './use-set.ts';

/** The set on paper: what happens, who is sent, and whom to call for what others bring. */
export function SheetSet({ shown }: { shown: ShownSet }): JSX.Element {
  const { set, byHand } = shown;
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
      {byHand && `. ${setByHandText(byHand, words)}`}
    </p>
  );
}
