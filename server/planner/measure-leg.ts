// How far it is along the streets from one point to another, for the dispatcher's ruler.

import { findDrive } from '../../geo/graph/drive.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { findWalk } from '../../geo/graph/walk.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph } from './city-graph.ts';
import { meetRoad } from './meet-road.ts';

export type LegRequest = { from: Position; to: Position } & (
  | { by: 'foot' }
  /** As a vehicle of that class drives; the first class when null. */
  | { by: 'drive'; vehicleClass: string | null }
);

export type MeasuredLeg = {
  meters: number;
  line: Position[];
  /** From the points asked for to where they meet the network. */
  fromMeters: number;
  toMeters: number;
};

/** null: a point is too far from every way, or no way leads from one to the other. */
export function measureLeg(city: CityGraph, request: LegRequest): MeasuredLeg | null {
  const { graph, search, settings } = city;
  const driving = request.by === 'drive' ? findClass(city, request.vehicleClass) : null;
  if (request.by === 'drive' && !driving) return null;
  const maxMeters = settings.parameters.number('door_snap_max');
  const locate = (place: Position) =>
    driving
      ? findNearestEdge(graph, place, { maxMeters, accepts: (edge) => driving.network[edge] === 1 })
      : meetRoad(city, place, maxMeters);
  const [from, to] = [locate(request.from), locate(request.to)];
  if (!from || !to) return null;
  const way = driving
    ? findDrive(
        graph,
        search,
        { vehicle: driving.vehicle, access: driving.reach.stated.access },
        { start: from, to },
      )
    : findWalk(graph, search, { from, to });
  if (!way) return null;
  return { meters: way.meters, line: way.line, fromMeters: from.meters, toMeters: to.meters };
}

function findClass({ classes }: CityGraph, code: string | null) {
  return code === null ? [...classes.values()][0] : classes.get(code);
}
