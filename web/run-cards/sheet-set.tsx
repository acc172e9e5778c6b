import { Fragment, type JSX } from 'react';
import type { RecommendedSet } from '../../server/run-cards/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { setByHandText, setSummary, splitSet, timedByText } from './set-words.ts';
import type { ShownSet } from './use-set.ts';

/** The set on paper: what happens, who was sent and who is to be, and whom to call for what others bring. */
export function SheetSet({ shown }: { shown: ShownSet }): JSX.Element {
  const { set, byHand, sentIds } = shown;
  const words = useWords();
  const { t } = words;
  const { incidentType, alarmLevel } = set;
  const { sent, toSend } = splitSet(set, sentIds);
  const byHandTexts = byHand.map((each) => setByHandText(each, words)).filter(Boolean);
  return (
    <p className="sheet-set" data-testid="sheet-set">
      <b>
        {t(`set.type.${incidentType}`)}, {t('set.level.n', { level: alarmLevel })}
      </b>
      . {setSummary(set, sentIds, words)}
      {sent.length > 0 && (
        <>
          . {t('set.paper.sent')} <Vehicles vehicles={sent} />
        </>
      )}
      {toSend.length > 0 && (
        <>
          {sent.length > 0 ? `. ${t('set.paper.more')} ` : ': '}
          <Vehicles vehicles={toSend} />
        </>
      )}
      {byHandTexts.length > 0 && `. ${byHandTexts.join(' ')}`}
    </p>
  );
}

/** Each with when it is there. */
function Vehicles({ vehicles }: { vehicles: RecommendedSet['vehicles'] }): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  return (
    <>
      {vehicles.map(({ vehicleId, callSign, seconds, mobilised }, index) => (
        <Fragment key={vehicleId}>
          {index > 0 && ' '}
          {/* With its comma: that must not begin a line. */}
          <span className="sheet-name">
            {callSign} {format.clock(seconds)}
            {!mobilised && index < vehicles.length - 1 && ','}
          </span>
          {mobilised &&
            ` (${[mobilised.owner, mobilised.phone ?? t('contacts.noPhone'), ...timedByText(mobilised, words)].join(', ')})`}
          {mobilised && index < vehicles.length - 1 && ','}
        </Fragment>
      ))}
    </>
  );
}
