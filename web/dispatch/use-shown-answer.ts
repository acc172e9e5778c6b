import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Position } from '../../geo/position.ts';
import type { PlaceCard } from '../../server/places/schema.ts';
import type { Support } from '../../server/response/choices-schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { ApiError, Target } from '../api.ts';
import { type ByHand, byHandOf } from '../choices/by-hand-words.ts';
import { stopOf } from '../choices/choices-in-address.ts';
import { supportBehind, taskIn, unitAtTask, type UnitTask } from '../choices/unit-task.ts';
import { type MovedUnit, useMovedUnit } from '../stop/use-moved-unit.ts';
import { type DispatchSearch, sentOf, targetOf } from './dispatch-search.ts';
import { type AskedResponse, usePlaceCard, useResponse, useUnitInFull } from './use-answers.ts';
import { withComing } from './ranking.ts';
import type { Listing } from './use-last-answer.ts';
import { type NamedUnit, useNamedUnit } from './use-named-unit.ts';
import { type Plan, usePlan } from './use-plan.ts';
import { useRanking } from './use-ranking.ts';

export type ShownAnswer = {
  target: Target | null;
  /** The same as it is asked about one unit: with who comes behind it, and without who was replaced. */
  asking: Target | null;
  /** Who that is, soonest first; null while nobody knows. */
  ranking: string[] | null;
  /** Who was sent already. */
  sentIds: string[];
  card: UseQueryResult<PlaceCard, ApiError>;
  response: AskedResponse;
  /** As it stands in the list. */
  chosen: UnitResponse | null;
  /** The unit of the address where the list lacks it, as one that drives already; else null. */
  named: NamedUnit | null;
  /** The same with its road, as soon as that is there. */
  planned: UnitResponse | null;
  /** On paper, what it does for the unit that comes first; null for that one, and on the screen. */
  task: UnitTask | null;
  /** The plan that says so, of the unit that comes first; null while it is not there. */
  plan: ResponseResult | null;
  /** It is still being asked for. */
  isPlanning: boolean;
  /** The stop point of the dispatcher's own for that very unit, else the place of its task. */
  stop: { lon: number; lat: number } | undefined;
  /** The same with that stop point. */
  moved: MovedUnit;
  /** The unit to be shown: moved where it is, else as planned. */
  unit: UnitResponse | null;
  /** What of it the dispatcher chose; null where nothing. */
  byHand: ByHand | null;
  /** The answer that the unit is of, which may be about it alone. */
  answer: ResponseResult | null;
  /** Where the engines behind that very unit stand; null also where it comes behind another itself. */
  support: Support | null;
};

type Shown = Pick<
  DispatchSearch,
  | 'place'
  | 'at'
  | 'incident'
  | 'alarm'
  | 'unit'
  | 'first'
  | 'also'
  | 'sent'
  | 'lead'
  | 'with'
  | 'instead'
  | 'stop'
  | 'door'
  | 'why'
>;

/**
 * What the address bar asks for: the same answer on the screen and on paper. Where the server has no plan for the unit,
 * only the screen, which says so, `fallsBack` to the fastest: paper in the cab of one engine must not be of another.
 */
export function useShownAnswer(search: Shown, { fallsBack = false } = {}): ShownAnswer {
  const { target, ofSent, sentIds } = useTarget(search);
  const card = usePlaceCard(search.place);
  const response = useResponse(target);
  const own = chooseListed(response.data, search.unit);
  const isUnlisted = response.data !== undefined && !own;
  const listed = useLastListing(target, response, own?.unitId === search.unit);
  const ranking = useRanking(target, response);
  const plan = usePlan(ofSent, {
    // The plan of a sheet is no choice of the screen that one comes back to.
    search: fallsBack ? { unit: search.unit, first: search.first } : search,
    response: response.data,
    // Of a unit that drives, a sheet keeps the plan that it was in.
    listed: fallsBack ? response.data : listed?.response,
    ranking,
  });
  const onScreen = useMemo(() => withComing(ofSent, ranking), [ofSent, ranking]);
  const asking = fallsBack ? onScreen : plan.target;
  const named = useNamedUnit(asking, (isUnlisted && search.unit) || null, listed);
  const fallback = fallsBack && hasNoPlan(named) ? fastestOf(response.data) : null;
  const chosen = own ?? fallback;
  const leads = chosen !== null && chosen.unitId === plan.firstId;
  const inFull = useUnitInFull(asking, chosen, leads ? plan.answer : response.data);
  const byName = named && !chosen ? named : null;
  const planned = byName ? byName.unit : inFull.unit;
  const {
    task,
    stop,
    unit: found,
    moved,
  } = useTask(asking, search, {
    planned,
    plan: fallsBack ? null : plan,
    isUnlisted,
  });
  const unit = useMemo(() => standsFirst(found, search.first), [found, search.first]);
  const { answer } = moved.unit ? moved : (byName ?? inFull);
  return {
    target,
    asking,
    ranking,
    sentIds,
    card,
    response,
    chosen,
    named,
    planned,
    task,
    plan: plan.answer,
    isPlanning: plan.isAsking,
    stop,
    moved,
    unit,
    byHand: byHandOf(search, response.data, unit),
    answer,
    // Of who comes behind another, its own answer is as if it came first.
    support: task ? null : supportBehind(unit, answer),
  };
}

/** The place that the address names, and the same without who was replaced: that one does not come behind others either. */
function useTarget({ place, at, door, incident, alarm, sent, also, instead }: Shown): {
  target: Target | null;
  ofSent: Target | null;
  sentIds: string[];
} {
  const target = useMemo(
    () =>
      targetOf({
        ...(place && { place }),
        ...(at && { at }),
        ...(door && { door }),
        ...(incident && { incident }),
        ...(alarm !== undefined && { alarm }),
        ...(sent && { sent }),
        ...(also && { also }),
        ...(instead && { instead }),
      }),
    [place, at, door, incident, alarm, sent, also, instead],
  );
  const ofSent = useMemo(
    () => (target && instead ? { ...target, withoutUnitIds: [instead.of] } : target),
    [target, instead],
  );
  const sentIds = useMemo(() => sentOf({ sent, instead }), [sent, instead]);
  return { target, ofSent, sentIds };
}

/** The unit at the place of its task, unless the dispatcher put it elsewhere; without plan as if it came first. */
function useTask(
  target: Target | null,
  search: Pick<Shown, 'unit' | 'stop'>,
  {
    planned,
    plan,
    isUnlisted,
  }: { planned: UnitResponse | null; plan: Plan | null; isUnlisted: boolean },
): Pick<ShownAnswer, 'task' | 'stop' | 'unit' | 'moved'> {
  const byHand = stopOf(search, planned?.unitId ?? null);
  const { answer = null, firstId = null } = plan ?? {};
  const isOnPaper = plan !== null;
  const task = useMemo(() => {
    const found = isOnPaper ? taskIn({ answer, firstId }, planned, isUnlisted) : null;
    return found && byHand ? { ...found, stand: null } : found;
  }, [planned, answer, firstId, isOnPaper, isUnlisted, byHand]);
  const stand = task?.stand;
  const stop = useMemo(
    () => byHand ?? (stand ? { lon: stand.lon, lat: stand.lat } : undefined),
    [byHand, stand],
  );
  const moved = useMovedUnit(target, planned?.unitId ?? null, stop);
  const unit = useMemo(() => {
    const led = moved.unit ?? planned;
    return planned && led && task ? unitAtTask(stand ? planned : led, task, moved.unit) : led;
  }, [planned, moved.unit, task, stand]);
  return { task, stop, unit, moved };
}

/** The last answer to that question that listed the unit of the address. */
function useLastListing(
  target: Target | null,
  { data: response, dataUpdatedAt: at }: AskedResponse,
  isListed: boolean,
): Listing | null {
  const [last, setLast] = useState<(Listing & { target: Target | null }) | null>(null);
  if (isListed && response && (last?.response !== response || last.at !== at))
    setLast({ target, response, at });
  return last?.target === target ? last : null;
}

function chooseListed(
  response: ResponseResult | undefined,
  unitId: string | undefined,
): UnitResponse | null {
  if (unitId === undefined) return fastestOf(response);
  return response?.units.find((unit) => unit.unitId === unitId) ?? null;
}

function fastestOf(response: ResponseResult | undefined): UnitResponse | null {
  return response?.units[0] ?? null;
}

/** The list that the unit is of has it behind others; who is sent first stands first. */
function standsFirst(unit: UnitResponse | null, first: string | undefined): UnitResponse | null {
  if (!unit || unit.unitId !== first) return unit;
  return { ...unit, notes: unit.notes.filter(({ code }) => code !== 'stand-behind') };
}

/** Not while it is asked for: the unit chosen must not give way to another and come back. */
function hasNoPlan(named: NamedUnit | null): boolean {
  return named !== null && !named.unit && !named.isAsking;
}

export function routeOf(unit: UnitResponse | null): Position[] {
  return (unit?.drive?.geometry?.coordinates ?? []) as Position[];
}
