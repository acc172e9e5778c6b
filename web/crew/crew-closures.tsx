import type { JSX } from 'react';
import type { ClosureOnWay } from '../closures/closures-on-way.ts';
import { closureOnWayText } from '../closures/closure-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { ClosureSign } from '../print/paper-signs.tsx';

/** Closed roads that the way crosses or that are in sight of it, by the letters of the maps. */
export function CrewClosures({
  closures,
}: {
  /** null while nobody knows which there are. */
  closures: ClosureOnWay[] | null;
}): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  if (closures === null) return <p className="sheet-note">{t('closures.unknown')}</p>;
  if (closures.length === 0) return null;
  const listed = closures.filter(({ letter }) => letter !== '');
  const further = closures.length - listed.length;
  return (
    <section className="crew-closures" data-testid="crew-closures">
      <h2>
        {t(
          closures.some(({ isFromFire }) => isFromFire) ? 'closures.aroundFire' : 'closures.onWay',
        )}
      </h2>
      <ul>
        {listed.map((each) => {
          const { what, about } = closureOnWayText(each, words);
          return (
            <li key={each.closure.id} data-crossed={each.isCrossed}>
              <svg className="paper-scene" viewBox="-16 -11 32 22" aria-hidden="true">
                <ClosureSign effect={each.closure.effect} letter={each.letter} />
              </svg>
              <p>
                <span className="fp-unseen">{each.letter}. </span>
                <b>{what}</b> <span>· {about}</span>
              </p>
            </li>
          );
        })}
      </ul>
      {further > 0 && (
        <p className="sheet-note">{t('closures.further', { n: further, count: further })}</p>
      )}
    </section>
  );
}
