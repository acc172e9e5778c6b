import type { Position } from '../position.ts';
import { buildGraph, type RoadGraph } from './build-graph.ts';
import type { Road, RoadBarrier } from './road.ts';
import type { Vehicle } from './vehicle-access.ts';
import { localScale } from '../distance.ts';

const origin: Position = [105.8, 21];
const scale = localScale(origin[1]);

/** A position so many metres east and north of the origin of mini-worlds. */
export function at(eastMeters: number, northMeters: number): Position {
  return [origin[0] + eastMeters / scale.x, origin[1] + northMeters / scale.y];
}

/** The same as a register writes it. */
export function lonLat(eastMeters: number, northMeters: number): string {
  return at(eastMeters, northMeters)
    .map((degrees) => degrees.toFixed(7))
    .join(',');
}

export type MiniRoad = Partial<Road> & { through: string[] };

/** A graph of named places (metres from the origin) and the roads through them. */
export function miniGraph(
  places: Record<string, [east: number, north: number]>,
  roads: MiniRoad[],
  barriers: Record<string, string | Partial<RoadBarrier>> = {},
): RoadGraph {
  const names = Object.keys(places);
  const lines = roads.map(({ through, ...road }, index) => ({
    ...defaultRoad,
    id: index + 1,
    possibleWidthMeters: road.widthMeters ?? defaultRoad.widthMeters,
    ...road,
    nodeIds: through.map((name) => names.indexOf(name) + 1),
    coordinates: through.flatMap((name) => at(...places[name]!)),
  }));
  const standing = Object.entries(barriers).map(([name, barrier]) => ({
    nodeId: names.indexOf(name) + 1,
    kind: 'bollard',
    motor: false,
    footways: true,
    foot: barrier !== 'wall',
    delaySeconds: 0,
    ...(typeof barrier === 'string' ? { kind: barrier } : barrier),
  }));
  return buildGraph(lines, standing);
}

const defaultRoad: Road = {
  id: 0,
  class: 'residential',
  name: null,
  streetId: null,
  alleyId: null,
  alleyLevel: 0,
  oneway: 0,
  motor: true,
  foot: true,
  widthMeters: 7,
  possibleWidthMeters: 7,
  widthProvenance: 'tagged',
  maxHeightMeters: null,
  maxWeightTonnes: null,
  speedKmh: 15,
};

export const largePumper: Vehicle = {
  code: 'large',
  widthMeters: 2.5,
  heightMeters: 3.4,
  lengthMeters: 8.5,
  weightTonnes: 16,
  turning: { radiusMeters: 8.5, frontToAxleMeters: 6.4 },
  widthMarginMeters: 0.6,
  heightMarginMeters: 0.3,
  speedFactor: 1,
  footways: false,
  heldByTraffic: true,
};

export const motorbike: Vehicle = {
  ...largePumper,
  code: 'motorbike',
  widthMeters: 0.87,
  heightMeters: 1.5,
  lengthMeters: 2.2,
  weightTonnes: 0.4,
  turning: null,
  widthMarginMeters: 0.3,
  speedFactor: 1.2,
  footways: true,
  heldByTraffic: false,
};
