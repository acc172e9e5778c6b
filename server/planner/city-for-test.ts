// A whole mini-city for the planner, with the shipped values and nothing from a database.

import { at } from '../../geo/graph/graph-for-test.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import type { RoadBarrier, RoadLine } from '../../geo/graph/road.ts';
import { buildCityGraph, type CityGraph } from './city-graph.ts';
import type { RouterFacts } from './router-facts.ts';
import type { WaterPoint } from './find-water.ts';
import { shippedClass, shippedParameters } from './settings-for-test.ts';

type Meters = [east: number, north: number];

export type MiniCityRoad = Partial<RoadLine> & {
  id: number;
  through: [node: number, at: Meters][];
};

export type MiniWater = Partial<WaterPoint> & { id: string; at: Meters };

export type MiniCity = {
  /** Of the only station. */
  station?: Meters;
  /** Several of them, numbered from 1. */
  stations?: Meters[];
  roads: MiniCityRoad[];
  waters?: MiniWater[];
  obstacles?: RoadObstacle[];
  barriers?: RoadBarrier[];
  changedRoads?: number[];
  routerFacts?: RouterFacts;
};

export function cityForTest(mini: MiniCity): CityGraph {
  return buildCityGraph({
    version: '1',
    validOn: '2026-03-31',
    roads: mini.roads.map(({ through, ...road }) => ({
      class: 'residential',
      name: `Phố ${road.id}`,
      streetId: null,
      alleyId: null,
      alleyLevel: 0,
      oneway: 0,
      motor: true,
      foot: true,
      widthMeters: 9,
      possibleWidthMeters: road.widthMeters ?? 9,
      widthProvenance: 'tagged',
      maxHeightMeters: null,
      maxWeightTonnes: null,
      speedKmh: 30,
      nodeIds: through.map(([node]) => node),
      coordinates: through.flatMap(([, meters]) => at(...meters)),
      ...road,
    })),
    barriers: mini.barriers ?? [],
    obstacles: mini.obstacles ?? [],
    changedRoads: new Set(mini.changedRoads),
    routerFacts: mini.routerFacts ?? null,
    waters: (mini.waters ?? []).map(({ at: meters, ...water }) => ({
      kind: 'hydrant',
      name: null,
      status: 'usable',
      litersPerSecond: 15,
      pressureBar: null,
      volumeM3: null,
      liftMeters: null,
      main: null,
      testedOn: null,
      position: at(...meters),
      ...water,
    })),
    hasWater: (mini.waters ?? []).length > 0,
    stations: (mini.stations ?? [mini.station ?? [0, 0]]).map((meters, index) => ({
      id: index + 1,
      position: at(...meters),
    })),
    settings: {
      parameters: shippedParameters,
      needRules: { groups: new Map(), rows: [] },
      runCards: [],
      classes: ['large', 'small', 'motorbike', 'ladder', 'tanker', 'portable_pump'].map(
        shippedClass,
      ),
    },
  });
}
