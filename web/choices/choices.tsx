import './choices.css';
import { type JSX, useState } from 'react';
import type { Support } from '../../server/response/choices-schema.ts';
import type { UnitResponse } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import type { StopMoving } from '../stop/use-stop-moving.ts';
import { AlternativeList } from './alternative-list.tsx';
import { choicesSummary } from './choices-summary.ts';
import { CloserList } from './closer-list.tsx';
import { supportTexts } from './support-words.ts';

type ChoicesProps = {
  unit: UnitResponse;
  /** The same as it was planned: what else can be chosen is said of that. */
  planned: UnitResponse | null;
  support: Support | null;
  stopMoving: StopMoving | null;
  onUnit: (id: string) => void;
};

/** Where there is room for the ranking below as well. */
const roomyPixels = 880;

/** What else can be done than what was planned: one line on a small screen, all of it on a large one. */
export function Choices(props: ChoicesProps): JSX.Element | null {
  const { unit, planned, support, stopMoving, onUnit } = props;
  const words = useWords();
  const [isOpen, setIsOpen] = useState(() => window.innerHeight >= roomyPixels);
  const summary = choicesSummary({ planned, support }, words);
  if (summary === '') return null;
  return (
    <details
      className="fold choices"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      data-testid="choices"
    >
      <summary>{summary}</summary>
      {planned && <CloserList closer={planned.closer} shownId={unit.unitId} onUnit={onUnit} />}
      {planned && stopMoving && (
        <AlternativeList
          alternatives={planned.alternatives}
          shown={unit.stop}
          onChoose={stopMoving.moveTo}
        />
      )}
      {support && (
        <section aria-labelledby="support-title" data-testid="support">
          <h3 id="support-title">{words.t('support.title')}</h3>
          <ul className="support-texts">
            {supportTexts(support, words).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </details>
  );
}
