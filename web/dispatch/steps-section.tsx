import type { JSX } from 'react';
import type { UnitResponse } from '../../server/response/schema.ts';
import { wordStep } from '../i18n/steps.ts';
import { driveBy } from './drive-by.ts';
import { useWords } from '../i18n/use-words.ts';
import { Fold } from '../ui/fold.tsx';

/** Turn by turn, folded away until the crew asks. */
export function StepsSection({
  drive,
}: {
  drive: NonNullable<UnitResponse['drive']>;
}): JSX.Element {
  const { t, format, language } = useWords();
  return (
    <Fold
      testId="steps"
      title={
        <>
          {t('steps.title')}{' '}
          <span className="secondary" title={t(`origin.drive.${driveBy(drive)}`)}>
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
