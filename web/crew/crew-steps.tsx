import type { JSX } from 'react';
import type { Step, UnitResponse } from '../../server/response/schema.ts';
import { wordStep } from '../i18n/steps.ts';
import { useWords } from '../i18n/use-words.ts';

type CrewStepsProps = { steps: Step[]; drive: UnitResponse['drive'] };

/** Turn by turn, with the landmarks beside the turns. */
export function CrewSteps({ steps, drive }: CrewStepsProps): JSX.Element {
  const { t, format, language } = useWords();
  return (
    <section className="crew-steps" data-testid="crew-steps">
      <h2>
        {t('crew.steps')}
        {drive && drive.meters !== null && (
          <span>
            {format.distance(drive.meters)} · {format.clock(drive.seconds)}
          </span>
        )}
      </h2>
      {steps.length === 0 && <p>{t(drive ? 'crew.stepsNone' : 'crew.noWay')}</p>}
      <ol>
        {steps.map((step, index) => (
          <li key={index}>
            <span>{wordStep(step, language)}</span>
            {step.meters >= 5 && <span>{format.distance(step.meters)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
