// What one asks of the road graph's thread, and what it answers.

import type { Drive } from '../../geo/graph/drive.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import type { ClosureMark } from '../../geo/graph/road-conditions.ts';
import type { Exit } from '../../geo/graph/roundabouts.ts';
import type { RoadStretch } from '../../geo/graph/road-stretches.ts';
import type { Held } from '../../geo/graph/traffic.ts';
import type { SharpTurn } from '../../geo/graph/tight-turns.ts';
import type { Position } from '../../geo/position.ts';
import type { TableChange } from '../data-changes/changes.ts';
import type { CellGrid } from '../drive-table/cells.ts';
import type { NamedTightTurn } from '../planner/name-tight-turns.ts';
import type { StartsRequest } from '../planner/place-starts.ts';
import type { TimedHoseStart } from '../planner/find-water.ts';
import type { RoadRef } from '../planner/road-ref.ts';
import type { CityClosure, ClosedRoads } from '../planner/close-city.ts';
import type { ClosedStretches } from '../planner/closed-stretches.ts';
import type { GraphStatus } from './graph-status.ts';
import type { ShuttleRequest, ShuttleWay } from '../planner/find-shuttle.ts';
import type { Support, SupportRequest } from '../planner/find-support.ts';
import type { LegRequest, MeasuredLeg } from '../planner/measure-leg.ts';
import type { PackedSpeeds } from '../planner/pack-speeds.ts';
import type { WalksRequest } from '../planner/walk-to-many.ts';
import type {
  ClassPlan,
  DoorPlan,
  DoorRequest,
  StopsRequest,
  WaterList,
} from '../planner/door-plan.ts';

export type NamedStretch = Omit<RoadStretch, 'road'> & { road: RoadRef };
export type GraphDrive = Omit<Drive, 'roads' | 'passes'> & {
  stretches: NamedStretch[];
  /** What it should have avoided. */
  crosses: ClosureMark[];
  /** What traffic costs it; null for nothing. */
  held: Held | null;
};

/** What the thread does, by name: arguments and result of each call. */
export type GraphCalls = {
  load: { input: null; output: GraphStatus };
  /** Follows these changes in place; null where the city has to be loaded anew for them. */
  renew: { input: TableChange[]; output: GraphStatus | null };
  /** Closures from now on, in place of those before; also across loads. */
  close: { input: CityClosure[]; output: ClosedRoads };
  /** Traffic from now on, in place of what there was before; also across loads. */
  slow: { input: PackedSpeeds; output: Float64Array };
  /** Whether a road joins these nodes. */
  knowsPairs: { input: { from: number; to: number }[]; output: boolean[] };
  /** What these would close. */
  findClosed: { input: CityClosure[]; output: ClosedRoads };
  /** The same of one, for eyes; null where it lies over too much of the city. */
  closedStretches: { input: CityClosure; output: ClosedStretches | null };
  door: { input: DoorRequest; output: DoorPlan };
  stops: { input: StopsRequest; output: ClassPlan[] };
  water: { input: TimedHoseStart[]; output: WaterList[] };
  /** Per stop the way to the nearest water that tankers fetch; null where none is near enough. */
  shuttles: { input: ShuttleRequest[]; output: (ShuttleWay | null)[] };
  /** Where the engines behind the first one stand. */
  support: { input: SupportRequest; output: Support };
  measure: { input: LegRequest; output: MeasuredLeg | null };
  walks: { input: WalksRequest; output: (number | null)[] };
  /** Whether a vehicle of the class can enter a road from there. */
  areOnRoad: { input: { vehicleClass: string; places: Position[] }; output: boolean[] };
  driveSeconds: {
    input: StartsRequest & {
      vehicleClass: string;
      minute?: number | null;
      stops: EdgePoint[];
    };
    /** One row per start, one column per stop; null where there is no way. */
    output: (number | null)[][];
  };
  /** What the closures in force add to a prepared drive table; null where the class has no way out of the station. */
  cells: {
    input: { vehicleClass: string; stationId: number; grid: CellGrid; withinSeconds: number };
    output: Uint16Array | null;
  };
  /** Seconds where the router's map may be wrong; undefined where it is not. */
  settle: {
    /** `timedIds`: stations whose seconds are the road graph's already; null says that it decides. */
    input: GraphCalls['driveSeconds']['input'] & { timedIds: number[] };
    output: (number | null | undefined)[][];
  };
  /** Whether a route keeps to roads that the class may use. */
  keepsToOpenRoads: {
    input: { vehicleClass: string; minute?: number | null; line: Position[] };
    output: boolean;
  };
  /** What it does not get round in one sweep along its way. */
  tightTurns: {
    input: { vehicleClass: string; turns: SharpTurn[] };
    output: NamedTightTurn[];
  };
  /** The roads of a way that a router drew, as directions tell them; null where the graph does not know them all. */
  stretchesAlong: {
    input: { vehicleClass: string; minute?: number | null; line: Position[]; seconds: number };
    output: NamedStretch[] | null;
  };
  /** By which exit each line leaves the first roundabout on it; null where it is not known. */
  exits: { input: Position[][]; output: (Exit | null)[] };
  drives: {
    input: { vehicleClass: string; minute?: number | null; stationId: number; to: EdgePoint }[];
    output: (GraphDrive | null)[];
  };
};

/** Nobody waits for it after the moment `until`. */
export type GraphRequest = { id: number; call: keyof GraphCalls; input: unknown; until: number };
export type GraphReply = { id: number; output: unknown } | { id: number; error: string };
