import type { JSX } from 'react';
import type { ResponseResult } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { Fold } from '../ui/fold.tsx';
import { wordNote } from './note-words.ts';

/** Units that are not ranked, each with why: some of them may be sent all the same. */
export function NotRanked({ units }: { units: ResponseResult['notRanked'] }): JSX.Element | null {
  const words = useWords();
  if (units.length === 0) return null;
  return (
    <Fold testId="not-ranked" title={words.t('notRanked.title', { n: units.length })}>
      <ul className="not-ranked">
        {units.map((unit) => (
          <li key={unit.unitId}>
            <strong>{unit.callSign}</strong> · {unit.station}
            <span className="secondary"> {wordNote(unit.why, words)}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
