import type { JSX, ReactNode } from 'react';
import type { Support } from '../../server/response/choices-schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { type PlanPins, standOf } from '../choices/unit-task.ts';
import { Choices } from '../choices/choices.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { CrewButton } from '../crew/crew-button.tsx';
import { MoveStop, StopChoice } from '../stop/stop-choice.tsx';
import type { StopMoving } from '../stop/use-stop-moving.ts';
import { hoseOrigin, positionOrigin, timeOrigin, widthOrigin } from '../origins/origin-words.ts';
import { OriginsButton } from '../origins/origins-button.tsx';
import { positionText } from '../units/position-words.ts';
import { isLimitAssumed } from './note-words.ts';
import { Notes } from './notes.tsx';
import { isAssumed } from './road-words.ts';
import { StepsSection } from './steps-section.tsx';
import { stopPlace, stopReason } from './stop-words.ts';
import { TimeBar, TimeBarKey } from './time-bar.tsx';
import { type BarScale, isRough, secondsShown } from './time-bar-parts.ts';
import { toWaterText } from '../water/hose-words.ts';

type UnitAnswerProps = {
  unit: UnitResponse;
  destination: ResponseResult['destination'];
  /** The same as it was planned. */
  planned: UnitResponse | null;
  support: Support | null;
  /** The plan that its sheets are of. */
  pins: PlanPins | null;
  scale: BarScale;
  stopMoving: StopMoving | null;
  onUnit: (id: string) => void;
  /** What of it was chosen by hand. */
  children: ReactNode;
};

/** One unit in full: how soon, made of what, where it stops, how much hose. */
export function UnitAnswer(props: UnitAnswerProps): JSX.Element {
  const { unit, planned, scale, stopMoving } = props;
  const words = useWords();
  const { t, format } = words;
  const { stop, hose } = unit;
  const named = stop?.blockedBy ?? stop?.road;
  const showsSign =
    (named && isAssumed(named)) ||
    (stop && isLimitAssumed(stop.reason.params)) ||
    unit.notes.some(({ code }) => code.startsWith('if-narrower'));
  return (
    <section className="unit-answer" data-testid="unit-answer" data-unit={unit.unitId}>
      <AnswerFigure unit={unit} />
      <p className="unit-name">
        <strong>{unit.callSign}</strong> · {unit.station.name}
        <span className="secondary"> · {className(unit, words)}</span>
        {unit.position && (
          <span
            className="secondary"
            title={positionOrigin(unit.position, words)}
            data-testid="position"
          >
            {' '}
            · {positionText(unit, words)}
          </span>
        )}
      </p>
      <TimeBar unit={unit} scale={scale} />
      <TimeBarKey unit={unit}>
        <OriginsButton unit={unit} destination={props.destination} />
      </TimeBarKey>
      <dl className="facts">
        {stop && (
          <Fact label={t('stop.label')} testId="stop">
            <strong title={widthOrigin(stop, words)}>{stopPlace(stop, words)}</strong>
            <span className="fact-why">{stopReason(unit, words)}</span>
            {stopMoving && <MoveStop grasp={stopMoving.grasp} />}
          </Fact>
        )}
        {hose && unit.role === 'water' && (
          <Fact label={t('hose.label')} testId="hose">
            <HoseText hose={hose} origin={hoseOrigin(props, words)} />
          </Fact>
        )}
        {hose && unit.role !== 'water' && hose.meters >= 1 && (
          <Fact label={t('foot.label')} testId="foot">
            <strong title={t('origin.walk')}>
              {t('hose.meters', { meters: format.number(hose.meters) })}
            </strong>
          </Fact>
        )}
      </dl>
      {stopMoving && <StopChoice moving={stopMoving} />}
      {props.children}
      <Notes notes={unit.notes} className="note" />
      <Choices
        unit={unit}
        planned={planned}
        support={props.support}
        stopMoving={stopMoving}
        onUnit={props.onUnit}
      />
      <div className="unit-foot">
        {unit.drive && <StepsSection unit={unit} drive={unit.drive} />}
        <CrewButton unitId={unit.unitId} pins={props.pins} />
        {showsSign && <p className="assumed">{t('assumed.sign')}</p>}
      </div>
    </section>
  );
}

function AnswerFigure({ unit }: { unit: UnitResponse }): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const seconds = secondsShown(unit);
  const isRescue = unit.role === 'water' && unit.rankedBy === 'crew';
  const other = isRescue ? unit.secondsToWater : unit.secondsToCrew;
  return (
    <p className="figure">
      {seconds !== null && (
        <span className="figure-minutes" title={timeOrigin(unit, words)} data-testid="minutes">
          {format.clock(seconds)}
        </span>
      )}
      <span className="figure-words">
        <span className={seconds === null ? 'figure-none' : ''}>
          {figureMeaning(unit, seconds, t)}
        </span>
        {unit.role === 'water' && !isRough(unit) && other !== null && (
          <span className="secondary" data-testid="crew">
            <b>{format.clock(other)}</b> {t(isRescue ? 'answer.toWater' : 'answer.toCrew')}
          </span>
        )}
      </span>
    </p>
  );
}

export function figureMeaning(unit: UnitResponse, seconds: number | null, t: Words['t']): string {
  if (unit.status === 'unreachable') return t('answer.unreachable');
  if (standOf(unit)) return t('task.arrives');
  if (isRough(unit)) return t('answer.rough');
  if (unit.role === 'first-attack') return t('answer.firstAttack');
  if (unit.role === 'support') return t('answer.support');
  if (unit.rankedBy === 'crew') return t('answer.toCrew');
  return seconds === null ? t('answer.noWater') : t('answer.toWater');
}

export function unitClass(unit: UnitResponse, words: Words): string {
  const name = className(unit, words);
  if (unit.role === 'water') return name;
  return `${name}, ${words.t(unit.role === 'support' ? 'unit.support' : 'unit.firstAttack')}`;
}

function className({ vehicleClass }: UnitResponse, words: Words): string {
  return words.maybe(`unit.class.${vehicleClass}`) ?? vehicleClass;
}

function Fact(props: { label: string; testId: string; children: React.ReactNode }): JSX.Element {
  return (
    <div className="fact" data-testid={props.testId}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

type HoseTextProps = { hose: NonNullable<UnitResponse['hose']>; origin: string };

function HoseText({ hose, origin }: HoseTextProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  return (
    <>
      <strong title={origin}>
        {t('hose.meters', { meters: format.number(hose.meters) })} ·{' '}
        {t('hose.lengths', { n: hose.lengths })}
        {toWaterText(hose, words)}
      </strong>
      {hose.missingLengths > 0 ? (
        <strong className="missing">{t('hose.missing', { n: hose.missingLengths })}</strong>
      ) : (
        <span className="fact-why">{t('hose.carried', { n: hose.carriedLengths })}</span>
      )}
    </>
  );
}
