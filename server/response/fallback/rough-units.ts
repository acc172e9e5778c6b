// The answer when the road graph cannot plan: the soonest units to where the door meets its road, as
// the register knows it. Where each can stop, with how much hose and to which water, is not known,
// and each answer says so.

import { metersBetween } from '../../../geo/distance.ts';
import type { ClosureMark } from '../../../geo/graph/road-conditions.ts';
import type { Position } from '../../../geo/position.ts';
import type { VehicleClass } from '../../planner/settings.ts';
import { tooLate, within } from '../../within.ts';
import { describeBase } from '../describe-unit.ts';
import { mostRough, type Drive, type DrawingSources } from '../draw-drives.ts';
import {
  askRouter,
  knowsClosures,
  undrawnDrive,
  type DriveTimes,
  type Station,
} from '../drive-times.ts';
import { noteCrossed, noteNoWay, noteOf, notePosition } from '../notes.ts';
import { startAtStation, startOf, type UnitRow } from '../queries.ts';
import type { Note, UnitResponse } from '../schema.ts';
import { tellGoal } from '../tell-goal.ts';
import type { Access } from './queries.ts';
import { timeWithoutRoads } from './without-roads.ts';

export type RoughGoal = {
  door: Position;
  access: Access;
  /** The stop that the dispatcher chose. */
  chosen: Position | null;
};

type Timed = {
  unit: UnitRow;
  vehicle: VehicleClass;
  router: DriveTimes['router'];
  driveSeconds: number | null;
  why: Note | null;
};

const routeMillis = 450;
/**
 * Longer than the other sources say by so much no way round a closure is: part of a closed stretch is counted at the one
 * or the other end, perhaps not the part that is closed.
 */
const mostAroundSeconds = 3_600;

/** Soonest first; `notRanked` are those that nobody knows a time of. */
export async function answerRoughly(
  sources: DrawingSources,
  { units, classes }: { units: UnitRow[]; classes: VehicleClass[] },
  goal: RoughGoal,
): Promise<{ units: UnitResponse[]; notRanked: { unit: UnitRow; why: Note }[] }> {
  const timed = await Promise.all(
    classes.map((vehicle) => {
      const ofClass = units.filter(({ vehicle_class: code }) => code === vehicle.code);
      return timeClass(sources, vehicle, ofClass, goal);
    }),
  );
  const known = timed
    .flat()
    .filter(({ driveSeconds }) => driveSeconds !== null)
    .toSorted(compareTimed);
  const drawn = await Promise.all(
    known.slice(0, mostRough).map((each) => drawByRouter(sources, each, goal)),
  );
  return {
    units: known.map((each, index) =>
      describeRoughly(sources, each, goal, drawn[index] ?? undrawn(sources, each)),
    ),
    notRanked: timed
      .flat()
      .filter(({ driveSeconds }) => driveSeconds === null)
      .map(({ unit, why }) => ({ unit, why: why ?? noteOf('no-drive-time') })),
  };
}

/** First attack brings no water that lasts, and so comes after the others, as in the full answer. */
function compareTimed(a: Timed, b: Timed): number {
  const [isAfter, isOtherAfter] = [a, b].map(({ vehicle }) => vehicle.ranksBy === 'after-water');
  if (isAfter !== isOtherAfter) return isAfter ? 1 : -1;
  return (
    a.driveSeconds! - b.driveSeconds! || a.unit.call_sign.localeCompare(b.unit.call_sign, 'vi')
  );
}

function stopOf({ access, chosen }: RoughGoal): Position {
  return chosen ?? access.point;
}

/** Of those on the road their stations too, where the position turns out to be near no road. */
function listStarts(units: UnitRow[]): Station[] {
  const starts = units.flatMap((unit): [number, Position][] => [
    [unit.start_id, startOf(unit)],
    [unit.station_id, [unit.lon, unit.lat]],
  ]);
  return [...new Map(starts)].map(([id, start]) => ({ id, start }));
}

async function timeClass(
  sources: DrawingSources,
  vehicle: VehicleClass,
  units: UnitRow[],
  goal: RoughGoal,
): Promise<Timed[]> {
  const stations = listStarts(units);
  if (stations.length === 0) return [];
  const stop = stopOf(goal);
  // The router's own nearest road stands for the one that our graph would have found.
  const snapMaxMeters = sources.parameters.number('station_snap_max');
  const table = await askRouter(sources, vehicle.code, {
    sources: stations.map(({ start }) => ({ position: start, snapMaxMeters })),
    destinations: [{ position: stop, snapMaxMeters }],
  });
  const byRouter = stations.map((_, row) => table?.durations[row]![0] ?? null);
  // A router that says there is no way obeys closures: neither a straight line nor the table, which knows none, overrules it.
  const isCutOff = (row: number) =>
    table?.isSourceOnMap[row] && table.isDestinationOnMap[0] && !table.isPartlyClosed[row]![0];
  const isClosable = sources.closures.affects(sources.profileOf(vehicle.code));
  const isSure = (seconds: number | null) =>
    seconds !== null && !(isClosable && seconds > mostAroundSeconds);
  const missing = stations.filter((_, row) => !isSure(byRouter[row]!));
  const others = await timeWithoutRoads(sources, vehicle, {
    stations: missing,
    stops: [stop],
    door: goal.door,
  });
  const isOffMap = ({ start_id: start }: UnitRow) =>
    start < 0 && table?.isSourceOnMap[stations.findIndex(({ id }) => id === start)] === false;
  const placed = units.map((unit) => (isOffMap(unit) ? startAtStation(unit) : unit));
  return placed.map((unit) => {
    const row = stations.findIndex(({ id }) => id === unit.start_id);
    const routed = byRouter[row]!;
    const other = others[missing.indexOf(stations[row]!)];
    const elsewhere = other?.seconds[0] ?? null;
    // Where nobody else knows a time, the router's stands, however long it is.
    const stands = elsewhere === null || (routed ?? 0) - elsewhere <= mostAroundSeconds;
    if (!other || (routed !== null && stands))
      return { unit, vehicle, router: 'osrm', driveSeconds: routed, why: null };
    const { router, seconds, why } = other;
    if (routed === null && isCutOff(row))
      return { unit, vehicle, router, driveSeconds: null, why: noteNoWay(unit) };
    return { unit, vehicle, router, driveSeconds: seconds[0]!, why };
  });
}

/** A way, null where none is drawn, and the closures on it that should have been avoided. */
type RoughWay = { drive: Drive | null; crosses: ClosureMark[]; keepsToClosures: boolean };

/** The router keeps to what is closed to the class whose data it has; of what is to another class alone it does not know. */
function undrawn(sources: DrawingSources, { vehicle, router }: Timed): RoughWay {
  const keepsToClosures = knowsClosures(router) && hasOwnRouter(sources, vehicle);
  return { drive: null, crosses: [], keepsToClosures };
}

function hasOwnRouter({ profileOf }: DrawingSources, { code }: VehicleClass): boolean {
  return profileOf(code) === code;
}

async function drawByRouter(
  sources: DrawingSources,
  timed: Timed,
  goal: RoughGoal,
): Promise<RoughWay> {
  const { routers, deadline, closures } = sources;
  const { unit, vehicle, router } = timed;
  // A way of another class may lead where this one does not fit, and nobody can look.
  if (router !== 'osrm' || !hasOwnRouter(sources, vehicle)) return undrawn(sources, timed);
  const from = startOf(unit);
  const withNodes = closures.affects(vehicle.code);
  const asked = routers.route(vehicle.code, { from, to: stopOf(goal), withNodes });
  const route = await within(asked, deadline.left(routeMillis));
  if (route === tooLate || route.kind !== 'route') return undrawn(sources, timed);
  // A way across what is impassable is never given; the note says that closures were not kept to.
  const crossed = route.passed && closures.crossedBy(vehicle.code, route.passed);
  if (crossed && crossed.impassable.length > 0)
    return { drive: null, crosses: [], keepsToClosures: false };
  const { seconds, meters, geometry, steps } = route;
  const drawn = { router, seconds, meters, geometry, steps };
  const arrival = { point: stopOf(goal), door: goal.door, onFoot: null };
  // From a stop of the dispatcher's nobody knows the way on while the road graph is away.
  const drive = goal.chosen ? drawn : tellGoal(drawn, arrival, sources.parameters);
  return { drive, crosses: crossed?.avoided ?? [], keepsToClosures: true };
}

function describeRoughly(
  { parameters, closures }: DrawingSources,
  { unit, vehicle, router, driveSeconds }: Timed,
  goal: RoughGoal,
  { drive, crosses, keepsToClosures }: RoughWay,
): UnitResponse {
  const { access, chosen, door } = goal;
  const [lon, lat] = stopOf(goal);
  const seconds = drive?.seconds ?? driveSeconds!;
  const turnout = parameters.number('turnout');
  const walking = metersBetween([lon, lat], door) / parameters.number('walk_speed_in_gear');
  return {
    ...describeBase(unit, vehicle),
    status: 'reachable',
    drive: drive ?? undrawnDrive(router, seconds),
    stop: {
      lon,
      lat,
      reason: noteOf(chosen ? 'chosen' : 'known-access'),
      road: chosen ? null : access.road,
      room: null,
      blockedBy: null,
    },
    hose: null,
    water: null,
    ownTank: null,
    parts: { turnout, drive: seconds, setUp: 0, laying: 0, filling: 0, walking },
    secondsToCrew: turnout + seconds + walking,
    secondsToWater: null,
    secondsOfAgent: null,
    alternatives: [],
    closer: [],
    notes: [
      ...crosses.map(noteCrossed),
      notePosition(unit),
      noteOf('not-planned'),
      noteIfNarrow(goal, vehicle),
      closures.affects(vehicle.code) && !keepsToClosures ? noteOf('closures-not-kept') : null,
      // Nobody looked at it with what people know more than the router.
      router === 'osrm' ? noteOf('way-not-checked') : null,
    ].filter((note) => note !== null),
  };
}

/** The road of the door may be too narrow, and nobody has looked where the engine would stop then. */
function noteIfNarrow({ access: { road }, chosen }: RoughGoal, vehicle: VehicleClass): Note | null {
  const neededMeters = vehicle.widthMeters + vehicle.widthMarginMeters;
  if (chosen || !road || road.widthMeters >= neededMeters) return null;
  const { name, class: roadClass, widthMeters, provenance } = road;
  return noteOf('may-not-fit', {
    name,
    class: roadClass,
    widthMeters,
    provenance,
    neededMeters: Math.round(neededMeters * 100) / 100,
  });
}
