import type { ClosureMark } from '../../geo/graph/road-conditions.ts';
import type { Held } from '../../geo/graph/traffic.ts';
import { findSharpTurns } from '../../geo/graph/tight-turns.ts';
import type { Position } from '../../geo/position.ts';
import { toLineString } from '../../geo/position.ts';
import type { ClosuresInForce } from '../closures/closures-in-force.ts';
import type { TrafficInForce } from '../traffic/traffic-in-force.ts';
import { tooLate, within } from '../within.ts';
import { routedTo, type PlannedStop } from '../planner/door-plan.ts';
import { cutAtRoundabouts, tellExits } from './count-exits.ts';
import { isAtItsBest, type DriveSources, type RouterName, type Station } from './drive-times.ts';
import { doubtSteps, mendSteps } from './mend-steps.ts';
import { driveOn } from './drive-contraflow.ts';
import { writeGraphSteps } from './graph-steps.ts';
import type { UnitResponse } from './schema.ts';
import { arrivalAt, tellGoal } from './tell-goal.ts';
import { tellTightTurns } from './tell-tight-turns.ts';

/** The router has a deadline of its own; these hold when little is left of the whole. */
const routeMillis = 500;
const graphMillis = 300;

/** Ways are drawn without a plan for so many. */
export const mostRough = 3;

export type Drive = NonNullable<UnitResponse['drive']>;

export type DrawingSources = DriveSources & {
  closures: Pick<ClosuresInForce, 'affects' | 'crossedBy'>;
  traffic: Pick<TrafficInForce, 'affects' | 'heldOn'>;
};

const nothingCrossed = { impassable: [], avoided: [] };

export type DriveRequest = {
  vehicleClass: string;
  station: Station;
  stop: PlannedStop;
  /** Of the house. */
  door: Position;
  /** Which one knew the time, and so knows the way. */
  router: RouterName;
  /** The router's map may be older than what is known of the roads: its way must be checked. */
  isUnsettled: boolean;
};

/** What was drawn, the closures on it that should have been avoided, and what traffic costs it. */
export type Drawn =
  | { kind: 'drive'; drive: Drive; crosses: ClosureMark[]; held: Held | null }
  | NotDrawn;

type NotDrawn =
  | { kind: 'no-way' }
  /** The router's only way leads across what is impassable, and the road graph knows no other. */
  | { kind: 'closed' }
  /** The router's way must not be given, and the road graph did not say in time whether there is another. */
  | { kind: 'unchecked' };

/**
 * The way itself: the router's, or the road graph's where the router is away, crosses what is closed,
 * or leads through a road that the class does not fit.
 */
export async function drawDrive(sources: DrawingSources, request: DriveRequest): Promise<Drawn> {
  const drawn = await drawRouted(sources, request);
  if (drawn.kind !== 'drive') return drawn;
  const counted = await countExits(sources, drawn.drive);
  const mended = await mendTurns(sources, request, counted);
  const drive = await tellTight(sources, request, driveOn(mended, request.stop));
  const { parameters } = sources;
  const arrival = arrivalAt(request.stop, request.door, parameters);
  return { ...drawn, drive: tellGoal(drive, arrival, parameters) };
}

/** As the router tells it where the road graph does not answer. */
async function mendTurns(
  { roadGraph, deadline, minute }: DrawingSources,
  { vehicleClass, stop }: DriveRequest,
  drive: Drive,
): Promise<Drive> {
  if (drive.router !== 'osrm' || !drive.geometry) return drive;
  const line = drive.geometry.coordinates as Position[];
  const doubt = doubtSteps(drive.steps, line);
  if (doubt.contrary.length === 0 && doubt.untold.length === 0) return drive;
  const answer = await roadGraph.ask(
    'stretchesAlong',
    { vehicleClass, minute, line, seconds: drive.seconds },
    deadline.left(graphMillis),
  );
  if (answer.kind !== 'answer' || !answer.output) return drive;
  const others = writeGraphSteps(answer.output, routedTo(stop).point);
  return { ...drive, steps: mendSteps(drive.steps, doubt, { line, others }) };
}

/** As the router counts them where the road graph does not answer. */
async function countExits({ roadGraph, deadline }: DrawingSources, drive: Drive): Promise<Drive> {
  if (drive.router !== 'osrm' || !drive.geometry) return drive;
  const cuts = cutAtRoundabouts(drive.steps, drive.geometry.coordinates as Position[]);
  if (cuts.length === 0) return drive;
  const lines = cuts.map(({ line }) => line);
  const answer = await roadGraph.ask('exits', lines, deadline.left(graphMillis));
  if (answer.kind !== 'answer') return drive;
  return { ...drive, steps: tellExits(drive.steps, cuts, answer.output) };
}

/** As it is where the road graph does not answer. */
async function tellTight(
  { roadGraph, deadline, parameters }: DrawingSources,
  { vehicleClass }: DriveRequest,
  drive: Drive,
): Promise<Drive> {
  if (!drive.geometry) return drive;
  const line = drive.geometry.coordinates as Position[];
  const turns = findSharpTurns(line, parameters.number('corner_angle_min'));
  if (turns.length === 0) return drive;
  const answer = await roadGraph.ask(
    'tightTurns',
    { vehicleClass, turns },
    deadline.left(graphMillis),
  );
  if (answer.kind !== 'answer') return drive;
  return { ...drive, steps: tellTightTurns(drive.steps, line, answer.output) };
}

async function drawRouted(sources: DrawingSources, request: DriveRequest): Promise<Drawn> {
  const { routers, closures, traffic, deadline } = sources;
  const { vehicleClass, station, stop, router } = request;
  // Who could not even tell the time cannot tell the way.
  if (router === 'table' || router === 'straight-line') return { kind: 'no-way' };
  if (!isAtItsBest(router)) return drawOnGraph(sources, request);
  const asked = routers.route(sources.profileOf(vehicleClass), {
    from: station.start,
    to: routedTo(stop).point,
    withNodes: closures.affects(vehicleClass) || traffic.affects(vehicleClass),
  });
  const route = await within(asked, deadline.left(routeMillis));
  if (route === tooLate || route.kind !== 'route') return drawOnGraph(sources, request);
  // Its map does not know the road of the start, or of the stop.
  const snapMeters = Math.max(route.fromSnapMeters, route.toSnapMeters);
  if (snapMeters > sources.parameters.number('stop_snap_max')) return drawOnGraph(sources, request);
  const crossed = route.passed ? closures.crossedBy(vehicleClass, route.passed) : nothingCrossed;
  if (crossed.impassable.length > 0)
    return drawOnGraph(sources, request, { none: { kind: 'closed' }, late: { kind: 'unchecked' } });
  const { seconds, meters, geometry, steps } = route;
  if (!(await keepsToOpenRoads(sources, request, geometry.coordinates)))
    return drawOnGraph(sources, request, { none: { kind: 'no-way' }, late: { kind: 'unchecked' } });
  const drive = { router: 'osrm' as const, seconds, meters, geometry, steps };
  const held = route.passed ? traffic.heldOn(vehicleClass, route.passed) : null;
  return { kind: 'drive', drive, crosses: crossed.avoided, held };
}

/** Whether the class fits along all of the router's way; a way that nobody could check is not given. */
async function keepsToOpenRoads(
  { roadGraph, deadline, minute }: DrawingSources,
  { vehicleClass, isUnsettled }: DriveRequest,
  line: Position[],
): Promise<boolean> {
  if (!isUnsettled) return true;
  const answer = await roadGraph.ask(
    'keepsToOpenRoads',
    { vehicleClass, minute, line },
    deadline.left(graphMillis),
  );
  return answer.kind === 'answer' && answer.output;
}

/** What it comes to where the road graph knows no way, and where it does not say in time. */
type Otherwise = Record<'none' | 'late', NotDrawn>;

async function drawOnGraph(
  { roadGraph, deadline, minute }: DrawingSources,
  { vehicleClass, station, stop }: DriveRequest,
  { none, late }: Otherwise = { none: { kind: 'no-way' }, late: { kind: 'no-way' } },
): Promise<Drawn> {
  const answer = await roadGraph.ask(
    'drives',
    [{ vehicleClass, minute, stationId: station.id, to: routedTo(stop) }],
    deadline.left(graphMillis),
  );
  if (answer.kind === 'away') return late;
  const [found] = answer.output;
  if (!found) return none;
  const { crosses, held, ...drive } = found;
  const drawn = {
    router: 'graph' as const,
    seconds: drive.seconds,
    meters: drive.meters,
    geometry: toLineString(twoAtLeast(drive.line)),
    steps: writeGraphSteps(drive.stretches, routedTo(stop).point),
  };
  return { kind: 'drive', drive: drawn, crosses, held };
}

/** A line of one position, as at a station's own door, is no GeoJSON line. */
export function twoAtLeast(line: Position[]): Position[] {
  return line.length === 1 ? [line[0]!, line[0]!] : line;
}
