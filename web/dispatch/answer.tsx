import type { JSX } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { ByHandStrip, SendOffer, MovedElsewhere } from '../choices/by-hand.tsx';
import { firstOf, pinsOfSheet, type PlanPins } from '../choices/unit-task.ts';
import { takenBackBy } from '../choices/who-is-sent.ts';
import { lostUnitText, movedElsewhereText } from '../choices/by-hand-words.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { LateSkeleton } from '../ui/late-skeleton.tsx';
import { useListedUnits } from '../stop/use-listed-units.ts';
import type { StopMoving } from '../stop/use-stop-moving.ts';
import { readIncident } from '../run-cards/incident.ts';
import { wordStatusOfSent } from '../run-cards/sent-status.ts';
import { SetSection } from '../run-cards/set-section.tsx';
import { TakeBack } from '../run-cards/mark-sent.tsx';
import { useSentElsewhere, useSentMarking } from '../run-cards/use-sent-marking.ts';
import { useSet } from '../run-cards/use-set.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { ContactsSection } from '../contacts/contacts-section.tsx';
import { mayPass } from './ask-again.ts';
import { Failed, KeptAnswer } from './failed-answer.tsx';
import { Notes } from './notes.tsx';
import { PlaceHead } from './place-head.tsx';
import { barScaleOf } from './time-bar-parts.ts';
import { UnitAnswer } from './unit-answer.tsx';
import type { DispatchState } from './use-dispatch-state.ts';
import type { ShownAnswer } from './use-shown-answer.ts';
import { UnitList } from './unit-list.tsx';
import { WaterSection } from './water-section.tsx';
import { WindLine } from '../wind/wind-line.tsx';
import type { ShownWind } from '../wind/wind-words.ts';

type AnswerProps = {
  shown: ShownAnswer;
  state: DispatchState;
  /** Null while no unit has a stop. */
  stopMoving: StopMoving | null;
  /** What stands in the search box, to be searched again when its place is gone. */
  typed: string;
  onSearchAgain: () => void;
  wind: ShownWind | null;
};

/** The answer first; everything below it explains it. */
export function Answer(props: AnswerProps): JSX.Element {
  const { shown, state, typed, onSearchAgain } = props;
  const { card, response, named } = shown;
  const words = useWords();
  const result = response.data ?? null;
  const { unit, first, also, stop, door } = state.search;
  const pins = pinsOnScreen(shown, first);
  // A door that the server refuses leaves no answer that could say what was chosen.
  const isRefused = response.isError && [unit, stop, door].some((choice) => choice !== undefined);
  const isOld = result !== null && response.isError && response.error && mayPass(response.error);
  useScreenKey('r', state.dropChoices, {
    isOn:
      [unit, first, also, stop].some((choice) => choice !== undefined) ||
      shown.byHand !== null ||
      isRefused ||
      named !== null,
  });
  return (
    <article
      className="answer"
      aria-label={words.t('answer.label')}
      aria-busy={response.isKept}
      data-testid="answer"
    >
      {!(card.isError && response.isError && !card.data && !result) && (
        <PlaceHead
          card={card}
          point={state.search.at ?? null}
          response={result}
          unitId={shown.unit?.unitId ?? null}
          pins={pins}
          onDoor={state.chooseDoor}
        />
      )}
      {response.isKept || isOld ? (
        <KeptAnswer response={response} />
      ) : (
        response.isError && (
          <Failed response={response} typed={typed} onSearchAgain={onSearchAgain} />
        )
      )}
      {named?.isOld && !response.isKept && !isOld && (
        <p className="message" role="status" data-testid="named-old">
          {words.t('print.old', { time: words.format.time(new Date(named.answeredAt)) })}
        </p>
      )}
      {(response.isPending || named?.isAsking) && <LateSkeleton lines={8} />}
      {result && <Result {...props} result={result} pins={pins} />}
    </article>
  );
}

type ResultProps = Pick<AnswerProps, 'shown' | 'state' | 'stopMoving' | 'wind'> & {
  result: ResponseResult;
  pins: PlanPins | null;
};

function pinsOnScreen(
  { plan, response, unit, ranking }: ShownAnswer,
  first: string | undefined,
): PlanPins | null {
  if (!response.data || !unit) return null;
  const shownId = unit.unitId;
  return pinsOfSheet(first, { plan, response: response.data, shownId, ranking });
}

function Result({ shown, state, result, pins, stopMoving, wind }: ResultProps): JSX.Element {
  const { unit, byHand } = shown;
  const { search, chooseUnit } = state;
  const words = useWords();
  const units = useListedUnits(shown, search.stop);
  const rows = units.map((listed) => listed.unit);
  // One that the list lacks, because it drives already, is on the same scale.
  const scale = barScaleOf(unit && shown.named ? [...rows, unit] : rows);
  const set = useSet(search, shown);
  const marking = useSentMarking(state, shown, set);
  const elsewhere = useSentElsewhere(search, shown.sentIds);
  const inSet = new Set(set?.set.vehicles.map(({ vehicleId }) => vehicleId));
  const isSent = (unitId: string): boolean => shown.sentIds.includes(unitId);
  return (
    <>
      <Notes notes={wordStatusOfSent(result.notes, shown.sentIds)} className="message" />
      <LostUnit text={lostUnitText(shown.named, words)} />
      {unit && (
        <UnitAnswer
          unit={unit}
          destination={result.destination}
          planned={shown.planned}
          support={shown.support}
          pins={pins}
          scale={scale}
          stopMoving={stopMoving}
          onUnit={chooseUnit}
        >
          <SendOffer
            unit={unit}
            first={signOfFirst(search, result, { shownId: unit.unitId, words })}
            takesBack={signTakenBack(search, result, { unitId: unit.unitId, words })}
            isSent={inSet.has(unit.unitId) || (search.also?.includes(unit.unitId) ?? false)}
            onFirst={(id) => state.sendFirst(id, result)}
            onAlso={state.sendAlso}
          />
          <TakeBack unit={unit} isSent={isSent(unit.unitId)} onTakeBack={marking.takeBack} />
          {byHand && (
            <ByHandStrip
              // What is typed for one thing must not become the reason for another.
              key={byHand.reasonKey}
              byHand={byHand}
              onWhy={(why) => state.giveReason(byHand.reasonKey, why)}
              onReset={state.dropChoices}
            />
          )}
          <MovedElsewhere
            text={movedElsewhereText(search, result, { shownId: unit.unitId, words })}
            onReset={byHand ? null : state.dropChoices}
          />
        </UnitAnswer>
      )}
      {set && (
        <SetSection
          shown={set}
          incident={readIncident(search)}
          onIncident={state.chooseIncident}
          marking={marking}
          sentElsewhere={elsewhere}
          onTakeBack={marking.takeBack}
        />
      )}
      {result.units.length + result.notRanked.length > 0 && (
        <UnitList
          units={units}
          notRanked={result.notRanked}
          chosenId={unit?.unitId ?? null}
          scale={scale}
          inSet={inSet}
          isSent={isSent}
          sentElsewhere={elsewhere}
          onChoose={chooseUnit}
        />
      )}
      <WaterSection destination={result.destination} unit={unit} />
      <ContactsSection door={result.destination.door} />
      <WindLine wind={wind} />
      <p className="fp-unseen" role="status" data-testid="answer-live">
        {liveText(unit, words)}
      </p>
    </>
  );
}

/** Who goes first, by hand or as computed; null where that is the unit shown, or nobody. */
function signOfFirst(
  { first }: AnswerProps['state']['search'],
  result: ResponseResult,
  { shownId, words }: { shownId: string; words: Words },
): string | null {
  const firstId = first ?? firstOf(result)?.unitId ?? null;
  if (firstId === null || firstId === shownId) return null;
  const known = [...result.units, ...result.notRanked].find(({ unitId }) => unitId === firstId);
  return known?.callSign ?? words.t('send.another');
}

/** Who was sent and does not come if that unit is sent first. */
function signTakenBack(
  search: AnswerProps['state']['search'],
  result: ResponseResult,
  { unitId, words }: { unitId: string; words: Words },
): string | null {
  const id = takenBackBy(search, unitId, result);
  if (id === null) return null;
  const known = [...result.units, ...result.notRanked].find((each) => each.unitId === id);
  return known?.callSign ?? words.t('send.another');
}

/** A choice that cannot be kept is never silently replaced. */
function LostUnit({ text }: { text: string | null }): JSX.Element | null {
  return text === null ? null : (
    <p className="message" role="alert" data-testid="lost-unit">
      {text}
    </p>
  );
}

function liveText(unit: UnitResponse | null, words: ReturnType<typeof useWords>): string {
  if (!unit) return '';
  const { callSign } = unit;
  if (unit.rankedBy === 'water' && unit.secondsToWater !== null)
    return words.t('answer.live', { callSign, minutes: words.format.clock(unit.secondsToWater) });
  if (unit.secondsToCrew !== null)
    return words.t('answer.liveCrew', {
      callSign,
      minutes: words.format.clock(unit.secondsToCrew),
    });
  return words.t('answer.liveUnreachable', { callSign });
}
