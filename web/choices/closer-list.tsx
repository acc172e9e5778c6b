import type { JSX } from 'react';
import type { Closer } from '../../server/response/choices-schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { closerText } from './closer-words.ts';

type CloserListProps = { closer: Closer[]; shownId: string; onUnit: (id: string) => void };

/** What gets closer than the unit shown; pressing one shows its way, and sends nobody. */
export function CloserList({ closer, shownId, onUnit }: CloserListProps): JSX.Element | null {
  const { t } = useWords();
  if (closer.length === 0) return null;
  return (
    <section aria-labelledby="closer-title" data-testid="closer">
      <h3 id="closer-title">{t('closer.title')}</h3>
      <ul>
        {closer.map((each) => (
          <li key={each.kind + each.unitId} data-closer={each.kind}>
            {each.unitId === shownId ? (
              <p className="choice-row">
                <CloserRow closer={each} />
              </p>
            ) : (
              <button type="button" className="choice-row" onClick={() => onUnit(each.unitId)}>
                <CloserRow closer={each} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CloserRow({ closer }: { closer: Closer }): JSX.Element {
  const { who, left, clocks } = closerText(closer, useWords());
  return (
    <>
      <b className="choice-sign">{closer.callSign}</b>
      <span>{who}</span>
      <span className="choice-clock">{clocks[0]}</span>
      <span className="choice-left secondary">{left}</span>
      <span className="choice-clock secondary">{clocks[1]}</span>
    </>
  );
}
