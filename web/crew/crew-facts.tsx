import type { JSX, ReactNode } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { standOf } from '../choices/unit-task.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { coordinatesText } from '../dispatch/place-head.tsx';
import { stopPlace, stopReason } from '../dispatch/stop-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { toWaterText } from '../water/hose-words.ts';

type CrewFactsProps = { unit: UnitResponse; door: ResponseResult['destination']['door'] };

/** The two things that a crew must not miss: where to stop, and how much hose from there. */
export function CrewFacts({ unit, door }: CrewFactsProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const { stop, hose } = unit;
  if (!stop)
    return (
      <p className="sheet-note">
        {t('crew.unreachable', { why: unit.notes.map((note) => wordNote(note, words)).join(' ') })}
      </p>
    );
  const stand = standOf(unit);
  const isOnFoot = unit.role !== 'water';
  return (
    <dl className="crew-facts">
      <Fact label={t(stand ? `task.${stand}.label` : 'crew.stop')} testId="crew-stop">
        <b>{stopPlace(stop, words)}</b>
        <span>
          {stopReason(unit, words)} · {coordinatesText(stop)}
        </span>
      </Fact>
      {hose && hose.meters >= 1 && (
        <Fact label={t(isOnFoot ? 'crew.foot' : 'crew.hose')} testId="crew-hose">
          <b>
            {t('hose.meters', { meters: format.number(hose.meters) })}
            {!isOnFoot && ` · ${t('hose.lengths', { n: hose.lengths })}${toWaterText(hose, words)}`}
          </b>
          <span>
            {!isOnFoot && hose.missingLengths > 0
              ? t('hose.missing', { n: hose.missingLengths })
              : t('print.hoseDerived')}
          </span>
        </Fact>
      )}
      <Fact label={t('crew.to')} testId="crew-door">
        <b>{coordinatesText(door)}</b>
      </Fact>
    </dl>
  );
}

function Fact(props: { label: string; testId: string; children: ReactNode }): JSX.Element {
  return (
    <div data-testid={props.testId}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
