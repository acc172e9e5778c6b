// What the planner is asked about a door, and what it answers.

import type { FootDelay } from '../../geo/graph/foot-delays.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import type { Position } from '../../geo/position.ts';
import type { Contraflow } from './find-contraflow.ts';
import type { StopReason } from './find-stops.ts';
import type { TimedHoseStart, WaterInReach } from './find-water.ts';
import type { RoadRef } from './road-ref.ts';
import type { Standing } from './room-to-stand.ts';
import type { Supply } from './times.ts';

export type StartPlace = { id: number; position: Position };

export type DoorRequest = {
  door: Position;
  /** Row id of the road that the address names; null to take the nearest way. */
  roadId: number | null;
  /** Further doors that the register knows, each with the road that it opens onto. */
  otherDoors?: { position: Position; roadId: number }[];
  /** Where the house opens onto a road, as the dispatcher knows; in place of both. */
  doorAt?: Position;
  /** Minute of the day in the city's own time: some roads are closed at some hours. */
  minute?: number | null;
  /** A rescue: ways and stops are where the crew is at the door soonest, whatever the water. */
  firstCrew?: boolean;
};

export type StopsRequest = DoorRequest & {
  /** Vehicle classes to plan for. */
  classes: string[];
  /** Where the vehicles are to stop, instead of where it would be best. */
  stop?: Position;
  /** Places of units that are not at a station, each with an id below 0 of its own. */
  starts?: StartPlace[];
};

export type PlannedStop = Standing & {
  point: Position;
  /** The same place for driving to it on the graph. */
  at: EdgePoint;
  hoseStart: TimedHoseStart;
  hoseMeters: number;
  effortMeters: number;
  /** At gates and the like on the way of the hose, each once. */
  footDelays: FootDelay[];
  line: Position[];
  reason: StopReason;
  road: RoadRef;
  blockedBy: RoadRef | null;
  /** It has jacks, and they find no ground there that is near enough to work from. */
  lacksGround?: boolean;
  /** The alley of assumed width in which the vehicle stands, or through which alone it gets there. */
  assumedRoad: RoadRef | null;
  /** The road it stands on is closed elsewhere: how far one may drive along it only the road graph knows. */
  isClosedFurtherOn: boolean;
  /** The usable water to which hose is laid soonest past the gates that are shut; null when none is in reach. */
  supply: Supply | null;
  /** It drives the last metres against a one-way street. */
  contraflow?: Contraflow;
  /** What it would save if the road that stops it were wider than assumed; null: only then it gives water at all. */
  ifWider?: { savedSeconds: number | null; hoseMeters: number };
};

/** Where a router brings the unit: the stop, or where it turns in against the traffic. */
export function routedTo({ at, contraflow }: PlannedStop): EdgePoint {
  return contraflow?.entry ?? at;
}

/** The same stop for others than its crew: what that opens is shut. */
export function asIfShut(stop: PlannedStop): PlannedStop {
  const { opened, ...hoseStart } = stop.hoseStart;
  return opened ? { ...stop, hoseStart } : stop;
}

export type ClassPlan = {
  vehicleClass: string;
  /** Where the vehicles of each station enter the road, by the station's row id. */
  starts: Map<number, Position>;
  /** Those of them whose road is closed, or to be avoided, further on: how far one may drive along it only the road graph knows. */
  closedStarts: Set<number>;
  stops: PlannedStop[];
  /** Where it would stop if every assumed alley width were too little. */
  certainStops: PlannedStop[];
  /** Seconds to each of `stops`, by `nameStation` or `namePlace`; of those whose tree has grown (station-trees.ts). */
  told: Map<string, number[]>;
  /** Some road may be other than the router thinks, or closed in part: its times must be settled. */
  isUnsettled: boolean;
};

export type WaterList = {
  usable: WaterInReach[];
  unverified: WaterInReach[];
  /** All that may feed the fire, the soonest laid first, with what is too deep for any pump. */
  sources: WaterInReach[];
};

export type DoorPlan = {
  version: string;
  /** null: no way people can walk is near. */
  access: { point: Position; gapMeters: number; road: RoadRef } | null;
  /** From there to a house far behind its road; 0 to one at its road. */
  beyondRoadMeters: number;
  alternatives: { point: Position; road: RoadRef }[];
  water: WaterList;
  hasWater: boolean;
};
