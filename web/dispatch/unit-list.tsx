import { type JSX, useEffect, useRef } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import type { ListedUnit, StopOfTimes } from '../stop/listed-units.ts';
import { NotRanked } from './not-ranked.tsx';
import { wordObstacleShort } from './note-words.ts';
import { roadInSentence, widthText } from './road-words.ts';
import { isFarFromDoor, obstacleOnItsRoad } from './stop-words.ts';
import { TimeBar } from './time-bar.tsx';
import { type BarScale, isRough, secondsShown } from './time-bar-parts.ts';
import { positionText } from '../units/position-words.ts';
import { driveBy } from './drive-by.ts';
import { unitClass } from './unit-answer.tsx';

type UnitListProps = {
  units: ListedUnit[];
  notRanked: ResponseResult['notRanked'];
  chosenId: string | null;
  /** Those of the recommended set. */
  inSet: ReadonlySet<string>;
  /** Already. */
  isSent: (unitId: string) => boolean;
  /** To another fire, in words; '' where nobody marked that. */
  sentElsewhere: (unitId: string) => string;
  scale: BarScale;
  onChoose: (id: string) => void;
};

/** All units on one scale, so that the eye sees what makes the fourth better than the first. */
export function UnitList({
  units,
  notRanked,
  chosenId,
  inSet,
  isSent,
  sentElsewhere,
  scale,
  onChoose,
}: UnitListProps): JSX.Element {
  const { t, format } = useWords();
  return (
    <section className="units">
      <div className="unit-head">
        <h3 id="units-title">{t('answer.units')}</h3>
        <div className="unit-axis" aria-hidden="true">
          {scale.ticks.map((tick) => (
            <span key={tick} style={{ left: `${(100 * tick) / scale.seconds}%` }}>
              {format.number(tick / 60)}
            </span>
          ))}
        </div>
        <span className="secondary" aria-hidden="true">
          {t('answer.minutes')}
        </span>
      </div>
      <div className="unit-rows">
        <div role="radiogroup" aria-labelledby="units-title">
          {units.map(({ unit, stop }) => (
            <UnitRow
              key={unit.unitId}
              unit={unit}
              stop={stop}
              isChosen={unit.unitId === chosenId}
              isInSet={inSet.has(unit.unitId)}
              isSent={isSent(unit.unitId)}
              sentElsewhere={sentElsewhere(unit.unitId)}
              scale={scale}
              onChoose={() => onChoose(unit.unitId)}
            />
          ))}
        </div>
        <NotRanked units={notRanked} />
      </div>
    </section>
  );
}

type UnitRowProps = ListedUnit & {
  isChosen: boolean;
  isInSet: boolean;
  isSent: boolean;
  sentElsewhere: string;
  scale: BarScale;
  onChoose: () => void;
};

function UnitRow(props: UnitRowProps): JSX.Element {
  const { unit, stop, isChosen, isInSet, isSent, sentElsewhere, scale, onChoose } = props;
  const words = useWords();
  const row = useRef<HTMLButtonElement>(null);
  const seconds = secondsShown(unit);
  useEffect(() => {
    if (!isChosen || !row.current) return;
    scrollWithin(row.current);
    // The arrow keys move the choice: the keyboard follows it within the list.
    if (document.activeElement?.getAttribute('role') === 'radio') row.current.focus();
  }, [isChosen]);
  return (
    <button
      ref={row}
      type="button"
      role="radio"
      aria-checked={isChosen}
      tabIndex={isChosen ? 0 : -1}
      className="unit-row"
      onClick={onChoose}
      data-testid="unit"
      data-unit={unit.unitId}
      data-role={unit.role}
      data-sent={isInSet}
      data-under-way={isSent}
      data-stop={stop}
    >
      <span className="unit-minutes">{seconds === null ? '–' : words.format.clock(seconds)}</span>
      <span className="unit-sign">{unit.callSign}</span>
      {(isInSet || isSent) && (
        <span className="fp-unseen">{words.t(isSent ? 'set.areSent.row' : 'set.sent')}</span>
      )}
      <span className="unit-bar">
        <TimeBar unit={unit} scale={scale} />
      </span>
      <span className="unit-crew secondary">{crewText(unit, words)}</span>
      <span className="unit-limit secondary">
        {[
          isSent && words.t('set.areSent.row'),
          movedStopText(stop, words),
          unitClass(unit, words),
          limitText(unit, words),
          routerText(unit, words),
          positionText(unit, words),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {sentElsewhere !== '' && (
        <span className="unit-elsewhere" data-testid="sent-elsewhere">
          {sentElsewhere}
        </span>
      )}
    </button>
  );
}

function crewText(unit: UnitResponse, words: Words): string {
  if (unit.role === 'first-attack') return words.t('unit.firstAttack.short');
  if (unit.role === 'support') return words.t('unit.support');
  if (isRough(unit)) return words.t('unit.rough.short');
  if (unit.secondsToCrew === null) return '–';
  if (unit.rankedBy === 'crew')
    return unit.secondsToWater === null
      ? words.t('answer.noWater')
      : words.t('unit.water', { minutes: words.format.clock(unit.secondsToWater) });
  return words.t('unit.crew', { minutes: words.format.clock(unit.secondsToCrew) });
}

/** Scrolls the list only: the answer above it stays where it is. */
function scrollWithin(row: HTMLElement): void {
  const list = row.closest('.unit-rows');
  if (!(list instanceof HTMLElement)) return;
  const top = row.offsetTop - list.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + row.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + row.offsetHeight - list.clientHeight;
}

/** That the stop was moved by hand, and whether the times are for that. */
export function movedStopText(stop: StopOfTimes, words: Words): string {
  return stop === 'planned' ? '' : words.t(`unit.stop.${stop}`);
}

/** What its drive time is from, when it is not from the best router; nothing when it is. */
export function routerText({ drive }: UnitResponse, words: Words): string {
  return drive ? (words.maybe(`unit.router.${driveBy(drive)}`) ?? '') : '';
}

/** What keeps this unit from being faster, in a few words. */
export function limitText(unit: UnitResponse, words: Words): string {
  const { stop, hose } = unit;
  if (unit.status === 'unreachable') return words.t('unit.limit.unreachable');
  if (hose && hose.missingLengths > 0) return words.t('hose.missing', { n: hose.missingLengths });
  const obstacle = stop && obstacleOnItsRoad(stop, words);
  if (obstacle) return words.t('unit.limit.obstacle', { obstacle });
  if (stop?.blockedBy) {
    const width = widthText(stop.blockedBy, words);
    const held = wordObstacleShort(stop.reason, width, words);
    return words.t('unit.limit.narrow', {
      road: `${roadInSentence(stop.blockedBy, words)} ${held === width ? width : `(${held})`}`,
    });
  }
  if (stop?.reason.code === 'at-door' && !isFarFromDoor(unit)) return words.t('unit.limit.atDoor');
  return hose ? words.t('unit.limit.hose', { meters: words.format.number(hose.meters) }) : '';
}
