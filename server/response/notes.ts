// What is worth saying of a unit, as codes with parameters; the client words them.

import { metersBetween } from '../../geo/distance.ts';
import { secondsHeldUp } from '../../geo/graph/foot-delays.ts';
import type { ClosureMark } from '../../geo/graph/road-conditions.ts';
import type { Held } from '../../geo/graph/traffic.ts';
import type { PlannedStop } from '../planner/door-plan.ts';
import type { Choice } from '../planner/choose-stop.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { UnitRow } from './queries.ts';
import type { Note, ResponseResult } from './schema.ts';

export function noteOf(code: string, params: Note['params'] = {}): Note {
  return { code, params };
}

/** Nobody knows when it would be there, which is not the same as that it cannot get there. */
export function leavesTimeOpen({ code }: Note): boolean {
  return ['across-river', 'across-nameless-river', 'no-drive-time', 'station-gone'].includes(code);
}

/** Its way leads along what should be avoided, because there is no other. */
export function noteCrossed({ id, reason, by }: ClosureMark): Note {
  return noteOf('crosses-closure', { closureId: id, why: reason, by });
}

/** Traffic slows it, by what was seen at the latest so long ago; less than a second is not worth saying. */
export function noteHeld(held: Held | null, now: number): Note | null {
  if (!held || held.seconds < 1) return null;
  return noteOf('held-by-traffic', {
    seconds: Math.round(held.seconds),
    meters: Math.round(held.meters),
    sources: held.sources.toSorted().join(', '),
    ageSeconds: Math.max(0, Math.round((now - held.oldestAt) / 1_000)),
  });
}

/** It starts where it was last seen, and not at its station; or would, were there a road. */
export function notePosition(unit: UnitRow): Note | null {
  const { start_id: id, position_age: age, position_lon: lon, position_lat: lat } = unit;
  if (age === null || lon === null || lat === null) return null;
  const ageSeconds = Math.round(age);
  if (unit.isOffRoad) {
    const meters = Math.round(metersBetween([lon, lat], [unit.lon, unit.lat]));
    return noteOf('position-off-road', { ageSeconds, meters });
  }
  if (id >= 0) return null;
  return noteOf(unit.position_is_stale ? 'from-old-position' : 'from-position', { ageSeconds });
}

/** From where it starts. */
export function noteNoWay({ start_id: id }: UnitRow): Note {
  return noteOf(id < 0 ? 'no-way-from-position' : 'no-way-from-station');
}

/** Why the unit stops where it stops. */
export function wordReason({ reason, blockedBy }: PlannedStop): Note {
  const { code, ...values } = reason;
  return noteOf(code, {
    ...values,
    ...(blockedBy && {
      name: blockedBy.name,
      class: blockedBy.class,
      widthMeters: blockedBy.widthMeters,
      provenance: blockedBy.provenance,
    }),
  });
}

/** Near the stop it drives against one-way streets: which, how far, and who reckoned the last part of its way. */
export function noteContraflow({ stop: { contraflow } }: Choice): Note | null {
  const road = contraflow?.roads[0];
  if (!contraflow || !road) return null;
  const names = contraflow.roads.map(({ name }) => name).filter((name) => name !== null);
  return noteOf('contraflow', {
    name: names.join(', ') || null,
    class: road.class,
    meters: Math.round(contraflow.againstMeters),
    allMeters: Math.round(contraflow.meters),
    seconds: Math.round(contraflow.seconds),
    router: 'graph',
  });
}

/** A chosen stop that no road of the class is near to. */
export function noteSnap({ stop: { reason } }: Choice, parameters: Parameters): Note | null {
  if (reason.code !== 'chosen') return null;
  if (reason.snapMeters <= parameters.number('stop_snap_max')) return null;
  return noteOf('stop-snapped', { meters: reason.snapMeters });
}

/** If the assumed width is wrong: where it stops then, and how much later water comes, or its crew where it has none. */
export function noteIfNarrower(
  choice: Choice,
  otherwise: Choice | null | undefined,
  seconds: (choice: Choice) => number,
): Note | null {
  const { assumedRoad } = choice.stop;
  if (otherwise === undefined || !assumedRoad) return null;
  const { name, widthMeters } = assumedRoad;
  if (!otherwise) return noteOf('if-narrower-unreachable', { name, widthMeters });
  const [before, after] = [seconds(choice), seconds(otherwise)];
  const later = Number.isFinite(before)
    ? after - before
    : crewSeconds(otherwise) - crewSeconds(choice);
  const { stop } = otherwise;
  // Of who has water now and none there, nobody can say how much later it comes.
  return noteOf(Number.isFinite(later) ? 'if-narrower' : 'if-narrower-dry', {
    name,
    widthMeters,
    ...(Number.isFinite(later) && { extraSeconds: Math.round(later) }),
    hoseMeters: Math.round(stop.hoseMeters),
    stopName: stop.road.name,
    lon: stop.point[0],
    lat: stop.point[1],
  });
}

function crewSeconds({ clocks }: Choice): number {
  return clocks.secondsToCrew;
}

/** If the alley that stops it is wider than assumed: how much hose and time that would save. */
export function noteIfWider({ stop: { ifWider, blockedBy, reason } }: Choice): Note | null {
  if (!ifWider || !blockedBy || reason.code !== 'too-narrow') return null;
  return noteOf('if-wider', {
    name: blockedBy.name,
    class: blockedBy.class,
    widthMeters: blockedBy.widthMeters,
    provenance: blockedBy.provenance,
    neededMeters: reason.neededMeters,
    savedSeconds: ifWider.savedSeconds === null ? null : Math.round(ifWider.savedSeconds),
    hoseMeters: Math.round(ifWider.hoseMeters),
  });
}

/** `supplyLengths` of hose lead to the water where the tank does not fill the hose to the door. */
export function noteSupply(choice: Choice, vehicle: VehicleClass, supplyLengths: number): Note[] {
  const { supply, secondsOfAgent } = choice.clocks;
  const { tankLiters } = vehicle;
  if (!vehicle.sustainedFlow && tankLiters === 0) return [noteOf('no-water-aboard')];
  if (!vehicle.sustainedFlow)
    return [noteOf('first-attack', { seconds: Math.floor(secondsOfAgent), tankLiters })];
  if (supply === 'own-tank') return [];
  const needed = { tankLiters, hoseMeters: Math.round(choice.stop.hoseMeters) };
  const water = choice.stop.supply;
  if (supply === null || !water) return [noteOf('no-supply-in-reach', needed)];
  const supplyMeters = Math.round(water.meters);
  return [
    noteOf('tank-cannot-fill-hose', { ...needed, supplyMeters, supplyLengths }),
    ...(water.isFlowKnown ? [] : [noteOf('supply-flow-unknown')]),
  ];
}

/**
 * Locked gates, stairs and the like on its way: what they are, and what they cost until the crew and until the water is at
 * the door; null for water of which nobody knows when it comes.
 */
export function noteHeldUp({ stop, clocks }: Choice, parameters: Parameters): Note | null {
  const { supply, secondsToWater } = clocks;
  const toCrew = stop.footDelays.filter(({ walking }) => walking > 0);
  const toWater =
    secondsToWater === null
      ? []
      : [
          ...stop.footDelays,
          ...(supply === 'water-point' ? (stop.supply?.footDelays ?? []) : []),
        ].filter(({ laying }) => laying > 0);
  const crewSeconds = Math.round(secondsHeldUp('walking', toCrew));
  const laySeconds = Math.round(secondsHeldUp('laying', toWater));
  if (Math.max(crewSeconds, laySeconds) < parameters.number('held_up_told_min')) return null;
  const kinds = new Set([...toCrew, ...toWater].map(({ kind }) => kind));
  return noteOf('held-up-on-foot', {
    kinds: [...kinds].join(', '),
    crewSeconds,
    waterSeconds: secondsToWater === null ? null : laySeconds,
  });
}

/** Where it stands: in the way of others, at the end of a road, on a road that closes at other hours. */
export function noteStanding({ room, road, closedLater }: PlannedStop): Note[] {
  const notes: Note[] = [];
  if (room.blocksRoad)
    notes.push(
      noteOf('blocks-road', {
        name: road.name,
        class: road.class,
        widthMeters: road.widthMeters,
        provenance: road.provenance,
        neededMeters: room.neededWidthMeters,
      }),
    );
  if (room.reverseMeters !== null)
    notes.push(noteOf('must-reverse', { meters: Math.round(room.reverseMeters) }));
  if (closedLater) notes.push(noteOf('closed-at-hours', { name: road.name, ...closedLater }));
  return notes;
}

/** What is known was read once, and may have changed since. */
export function noteAge(result: ResponseResult, ageMillis: number): ResponseResult {
  if (ageMillis === 0) return result;
  const note = noteOf('last-known', { ageSeconds: Math.round(ageMillis / 1_000) });
  return { ...result, degraded: true, notes: [...result.notes, note] };
}
