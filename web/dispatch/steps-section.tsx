import type { JSX } from 'react';
import type { UnitResponse } from '../../server/response/schema.ts';
import { wordStep } from '../i18n/steps.ts';
import { driveOrigin } from '../origins/origin-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { Fold } from '../ui/fold.tsx';

type StepsSectionProps = { unit: UnitResponse; drive: NonNullable<UnitResponse['drive']> };

/** Turn by turn, folded away until the crew asks. */
export function StepsSection({ unit, drive }: StepsSectionProps): JSX.Element {
  const words = useWords();
  const { t, format, language } = words;
  return (
    <Fold
      testId="steps"
      title={
        <>
          {t('steps.title')}{' '}
          <span className="secondary" title={driveOrigin(unit, words)}>
            {drive.meters !== null && `${format.distance(drive.meters)} · `}
            {format.clock(drive.seconds)}
          </span>
        </>
      }
    >
      {drive.steps.length === 0 && drive.geometry === null && <p>{t('steps.none')}</p>}
      <ol className="steps">
        {drive.steps.map((step, index) => (
          <li key={index}>
            <span>{wordStep(step, language)}</span>
            {step.meters >= 5 && <span className="secondary">{format.distance(step.meters)}</span>}
          </li>
        ))}
      </ol>
    </Fold>
  );
}
