// What one unit does in the plan that all share: who comes first in it, and whether another one waits or pumps for that one.
// Pure.

import type { Support } from '../../server/response/choices-schema.ts';
import type { RoadRef } from '../../server/response/road-schema.ts';
import type { ResponseResult, Step, UnitResponse } from '../../server/response/schema.ts';
import type { RelayPlan, ShuttlePlan } from '../../server/response/water-schema.ts';
import { mostComing, rankedIds } from '../dispatch/ranking.ts';

/** Whose first unit nobody knows any more. */
export const unknownTask: UnitTask = {
  first: null,
  stand: null,
  carried: [],
  fetched: null,
  hoseLengths: 0,
  isStuck: false,
};

/** `waterId` of the line that it stands on; null on the one from the engine to the door. */
export type Pump = RelayPlan['pumpPlaces'][number] & { waterId: string | null };

export type TaskPlace = { lon: number; lat: number; road: RoadRef | null };

export type UnitTask = {
  /** Whom all others come after; null: nobody knows any more who that is. */
  first: UnitResponse | null;
  /** Where it stands for that; null where the plan gives it no place but its own stop. */
  stand:
    | (TaskPlace & {
        kind: 'wait' | 'pump';
        meters: number;
        waterId: string | null;
        /** It waits, and cannot drive to where the first one stops. */
        isApart?: boolean;
      })
    | null;
  /** Portable pumps that its crew sets down. */
  carried: Pump[];
  /** The water that it fetches in its tank. */
  fetched: ShuttlePlan | null;
  /** Of the hose that the first lacks: so many lengths are its own. */
  hoseLengths: number;
  /** It gets to no stop: there is nobody to report to. */
  isStuck: boolean;
};

/** Who comes first with water in an answer: whose supply and staging it plans. */
export function firstOf(answer: ResponseResult | undefined): UnitResponse | null {
  const { units = [], support } = answer ?? {};
  const planned = units.find(({ unitId }) => unitId === support?.unitId);
  return planned ?? units.find(isWaterComing) ?? null;
}

/** null for all but the one that the others come behind: in a rescue, who is there soonest may bring no water. */
export function supportBehind(
  unit: UnitResponse | null,
  answer: ResponseResult | null,
): Support | null {
  const support = answer?.support ?? null;
  return support?.unitId === unit?.unitId ? support : null;
}

function isWaterComing({ role, status }: UnitResponse): boolean {
  return role === 'water' && status === 'reachable';
}

/** null for the unit that comes first, and for one that brings no water: it goes in by itself. */
export function taskOf(plan: ResponseResult, unit: UnitResponse): UnitTask | null {
  if (unit.role !== 'water') return null;
  const first = firstOf(plan);
  if (!first || first.unitId === unit.unitId) return null;
  const pumps = pumpsOf(first).filter(({ broughtBy }) => broughtBy?.unitId === unit.unitId);
  const { shuttle = null } = first.water?.supply ?? {};
  const driven = pumps.find(({ broughtBy }) => broughtBy?.means === 'engine');
  return {
    first,
    stand: driven ? standToPump(driven, plan.support) : standToWait(plan.support, unit.unitId),
    carried: pumps.filter(({ broughtBy }) => broughtBy?.means === 'portable'),
    fetched: shuttle?.tankers.some(({ unitId }) => unitId === unit.unitId) ? shuttle : null,
    hoseLengths: spareHoseOf(first).find(({ unitId }) => unitId === unit.unitId)?.lengths ?? 0,
    isStuck: unit.status === 'unreachable',
  };
}

/**
 * What a unit does in the plan of whoever goes first (`firstId`), which everybody may have lost: that one may get to no
 * stop any more, or be no unit any more. An unlisted unit, one that drives, is in a plan even where nobody says which.
 */
export function taskIn(
  { answer, firstId }: { answer: ResponseResult | null; firstId: string | null },
  unit: UnitResponse | null,
  isUnlisted: boolean,
): UnitTask | null {
  if (unit?.role !== 'water' || unit.unitId === firstId) return null;
  if (answer && firstOf(answer)) return taskOf(answer, unit);
  return firstId !== null || isUnlisted ? unknownTask : null;
}

function spareHoseOf({ hose }: UnitResponse): NonNullable<UnitResponse['hose']>['broughtBy'] {
  return hose?.broughtBy ?? [];
}

function pumpsOf({ water, hose }: UnitResponse): Pump[] {
  const feeds = water?.supply?.feeds ?? [];
  return [
    ...feeds.flatMap(({ waterId, relay }) =>
      relay.pumpPlaces.map((place) => ({ ...place, waterId })),
    ),
    ...(hose?.relay?.pumpPlaces ?? []).map((place) => ({ ...place, waterId: null })),
  ];
}

/** Beside the water where it does not stand in the way, else at the water. */
function standToPump({ lon, lat, waterId }: Pump, support: Support | null): UnitTask['stand'] {
  const supply = support?.supply?.waterId === waterId ? support?.supply : null;
  if (!supply) return { kind: 'pump', lon, lat, road: null, meters: 0, waterId };
  const { lon: x, lat: y, road, hoseMeters } = supply;
  return { kind: 'pump', lon: x, lat: y, road, meters: hoseMeters, waterId };
}

function standToWait(support: Support | null, unitId: string): UnitTask['stand'] {
  const { staging } = support ?? {};
  if (staging?.unit.unitId !== unitId) return null;
  const { lon, lat, road, metersFromStop: meters, isApart } = staging;
  return { kind: 'wait', lon, lat, road, meters, waterId: null, isApart };
}

/** Enough of a plan to find it again once those who drive are no longer available. */
export type PlanPins = { lead: string; with: string[] };

/**
 * The first unit, and in the order in which the plan was made all up to the last who has something to do for it, and up to
 * the one that is looked at: fewer would be reckoned in another order. Of an answer about all units that order is its own.
 */
export function pinsOf(
  plan: ResponseResult | undefined,
  shownId: string | null,
  ranking: string[] | null = plan ? rankedIds(plan) : null,
): PlanPins | null {
  const first = firstOf(plan);
  if (!plan || !first) return null;
  const named = [
    ...pumpsOf(first).map(({ broughtBy }) => broughtBy?.unitId),
    ...spareHoseOf(first).map(({ unitId }) => unitId),
    ...(first.water?.supply?.shuttle?.tankers ?? []).map(({ unitId }) => unitId),
    plan.support?.staging?.unit.unitId,
    shownId,
  ].filter((id) => typeof id === 'string' && id !== first.unitId);
  return pinThrough(first.unitId, new Set(named as string[]), ranking ?? []);
}

/** All of the ranking up to the last of `named`, then those of them that it lacks; where that is too many, without others. */
function pinThrough(lead: string, named: Set<string>, ranking: string[]): PlanPins {
  const last = ranking.findLastIndex((id) => named.has(id));
  const ids = [...new Set([...ranking.slice(0, last + 1), ...named])].filter((id) => id !== lead);
  const room = mostComing - named.size;
  return { lead, with: ids.filter((id, rank) => rank < room || named.has(id)) };
}

type OnScreen = {
  plan: ResponseResult | null;
  response: ResponseResult;
  shownId: string;
  /** Whom the plan of a unit sent first by hand was asked with; null while nobody knows. */
  ranking: string[] | null;
};

/** What the link of a sheet says of the plan on the screen; `first` where the dispatcher sends another one first. */
export function pinsOfSheet(
  first: string | undefined,
  { plan, response, shownId, ranking }: OnScreen,
): PlanPins | null {
  const pins = plan && pinsOf(plan, shownId, plan === response ? undefined : ranking);
  if (pins) return pins;
  if (first === undefined) return null;
  // Before the plan is there nobody knows who has something to do: who is looked at must not be taken before the others.
  const named = new Set(first === shownId ? [] : [shownId]);
  return pinThrough(first, named, [...new Set([...(ranking ?? []), shownId])]);
}

/** Whether an answer about all units is still that plan: the same comes first, and nobody of it was sent since. */
export function isPinned(answer: ResponseResult | undefined, pins: PlanPins): boolean {
  if (firstOf(answer)?.unitId !== pins.lead) return false;
  return pins.with.every((id) => answer?.units.some(({ unitId }) => unitId === id));
}

/** Of hose to the door and what fills it: it lays none unless it comes first. */
const notesOnHose = new Set([
  'hose-short',
  'tank-cannot-fill-hose',
  'supply-flow-unknown',
  'no-supply-in-reach',
]);

/** Of its own stop, which is not where it waits or pumps. */
const notesOnStop = new Set(['stand-behind', 'stop-snapped']);

/**
 * The unit as its own sheet shows it: at the place of its task, with the water of the plan that all share. `led` is it
 * on the way to that place; null while nobody has reckoned that, and then no turns lead it elsewhere.
 */
export function unitAtTask(
  unit: UnitResponse,
  { first, stand }: UnitTask,
  led: UnitResponse | null,
): UnitResponse {
  if (!first) return unit;
  const water = { water: first.water, ownTank: null };
  if (!stand) {
    const hose = unit.hose && { ...unit.hose, relay: null, missingLengths: 0, broughtBy: [] };
    const notes = unit.notes.filter(({ code }) => !notesOnHose.has(code));
    return { ...unit, ...water, hose, notes };
  }
  const { lon, lat, road, kind } = stand;
  const known = led?.status === 'reachable' ? led : null;
  const base = known ?? unit;
  const { room } = base.stop ?? {};
  return {
    ...base,
    ...water,
    drive: known?.drive ? { ...known.drive, steps: withoutGoal(known.drive.steps) } : null,
    stop: room
      ? { lon, lat, road, room, blockedBy: null, reason: wordStand(kind, first.callSign) }
      : null,
    hose: null,
    parts: base.parts && { ...base.parts, setUp: 0, laying: 0, filling: 0, walking: 0 },
    secondsToCrew: known?.drive ? (known.parts?.turnout ?? 0) + known.drive.seconds : null,
    secondsToWater: null,
    notes: base.notes.filter(({ code }) => !notesOnHose.has(code) && !notesOnStop.has(code)),
    alternatives: [],
    closer: [],
  };
}

/** Who waits or pumps arrives at no goal: the side of the house, or of the way to it, would lead astray. */
export function withoutGoal(steps: Step[]): Step[] {
  return steps.map(({ goal: _goal, ...step }) => step);
}

function wordStand(kind: 'wait' | 'pump', first: string) {
  return { code: `task-${kind}`, params: { first } };
}

/** Whether a unit is shown at the place of its task, and which that is. */
export function standOf({ stop }: Pick<UnitResponse, 'stop'>): 'wait' | 'pump' | null {
  if (stop?.reason.code === 'task-wait') return 'wait';
  return stop?.reason.code === 'task-pump' ? 'pump' : null;
}
