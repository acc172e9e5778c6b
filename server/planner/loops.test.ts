import { expect, it } from 'vitest';
import { lineMeters } from '../../geo/distance.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { Search } from '../../geo/graph/search.ts';
import type { RoadBarrier } from '../../geo/graph/road.ts';
import type { Position } from '../../geo/position.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import { closeCity } from './close-city.ts';
import { drawHose, findWater } from './find-water.ts';
import { layingPace } from './paces.ts';
import { planDoor } from './plan-door.ts';
import { shippedParameters } from './settings-for-test.ts';

/** A street from the west to the mouth of a loop of 600 m, which is one edge: both its ends are the mouth. */
function loopCity(loop: Partial<MiniCityRoad>) {
  return cityForTest({
    station: [-200, 0],
    waters: [{ id: 'water:1', at: [90, -4] }],
    roads: [
      {
        id: 1,
        through: [
          [1, [-200, 0]],
          [2, [0, 0]],
        ],
      },
      {
        id: 2,
        name: 'Ngõ Vòng',
        through: [
          [2, [0, 0]],
          [3, [100, 0]],
          [4, [100, 200]],
          [5, [0, 200]],
          [2, [0, 0]],
        ],
        ...loop,
      },
    ],
  });
}

/** Closed on foot as well, between its mouth and the house at 90 m. */
function closedLoop() {
  const closure = {
    id: 1,
    shape: { type: 'LineString' as const, coordinates: [at(45, 0), at(55, 0)] },
    effect: 'impassable' as const,
    vehicleClasses: null,
    onFoot: true,
    reason: 'cây đổ',
    by: 'Lan',
  };
  return closeCity(loopCity({ widthMeters: 1.2 }), [closure]).city;
}

function expectToPass(line: Position[], [east, north]: [number, number]): void {
  expect(line).toContainEqual(at(east, north).map((degrees) => expect.closeTo(degrees, 6)));
}

it('draws the hose of a house on a loop on the side that is open on foot', () => {
  const asked = { door: at(90, 4), roadId: 2, classes: ['large'] };
  const [stop] = planDoor(closedLoop(), asked).byClass[0]!.stops;
  expect(stop!.point[0]).toBeCloseTo(at(0, 0)[0], 6);
  expect(stop!.hoseMeters).toBeCloseTo(510 + 4, -1);
  expect(lineMeters(stop!.line)).toBeCloseTo(stop!.hoseMeters, -1);
  expectToPass(stop!.line, [100, 200]);
});

it('draws the line to the water of a loop on the side that is open on foot', () => {
  const { graph, watersNear } = closedLoop();
  const search = new Search(graph);
  const from = findNearestEdge(graph, at(-10, 0), { maxMeters: 5, accepts: () => true })!;
  const pace = layingPace(shippedParameters);
  const reach = { reachMeters: 800, heldUpMeters: 0 };
  const [hit] = findWater(graph, search, { from, watersNear, ...reach, pace });
  const { hoseMeters, line } = drawHose(graph, search, { from, pace }, hit!);
  expect(hoseMeters).toBeCloseTo(10 + 510 + 4, 0);
  expect(lineMeters(line)).toBeCloseTo(hoseMeters, 0);
  expectToPass(line, [100, 200]);
});

it('enters a one-way loop by its end where the house lies near that', () => {
  const asked = { door: at(-4, 60), roadId: 2, classes: ['large'] };
  const { stops } = planDoor(loopCity({ oneway: 1 }), asked).byClass[0]!;
  const { contraflow } = stops.find((stop) => stop.contraflow)!;
  expect(contraflow!.meters).toBeCloseTo(60, 0);
  expect(contraflow!.seconds).toBeCloseTo(60 / (15 / 3.6) + 20, 0);
  expect(lineMeters(contraflow!.line)).toBeCloseTo(4 + 60, 0);
});

/** A street 250 m deep that comes back to the main street 60 m on: one edge, with a house and a hydrant near its mouths. */
const bendWith = (barriers: RoadBarrier[] = []) =>
  cityForTest({
    barriers,
    station: [0, 0],
    waters: [{ id: 'water:1', at: [110, 12] }],
    roads: [
      {
        id: 1,
        through: [
          [1, [0, 0]],
          [2, [50, 0]],
          [3, [110, 0]],
          [4, [160, 0]],
        ],
      },
      {
        id: 2,
        widthMeters: 4,
        through: [
          [2, [50, 0]],
          [5, [50, 250]],
          [6, [110, 250]],
          [3, [110, 0]],
        ],
      },
    ],
  });

const hoseOnBend = (city: ReturnType<typeof bendWith>) =>
  planDoor(city, { door: at(50, 120), roadId: 2, classes: ['large'], stop: at(110, 120) })
    .byClass[0]!.stops[0]!.hoseMeters;

it('hose between two places of one road goes round by its ends where that is less', () => {
  const plan = planDoor(bendWith(), {
    door: at(50, 10),
    roadId: 2,
    classes: ['large'],
    stop: at(110, 20),
  });
  expect(plan.water.usable.map(({ hoseMeters }) => Math.round(hoseMeters))).toEqual([10 + 60 + 12]);
  const [stop] = plan.byClass[0]!.stops;
  expect(Math.round(stop!.hoseMeters)).toBe(20 + 60 + 10);
  expect(Math.round(lineMeters(stop!.line))).toBe(90);
});

it('hose goes along a road where a gate holds it up for longer on the shorter way round by its ends', () => {
  const gate = {
    nodeId: 2,
    kind: 'gate',
    motor: true,
    footways: true,
    foot: true,
    delaySeconds: 90,
    footDelaySeconds: 90,
    hoseDelaySeconds: 90,
  };
  expect(hoseOnBend(bendWith())).toBeCloseTo(120 + 60 + 120, 0);
  expect(hoseOnBend(bendWith([gate]))).toBeCloseTo(130 + 60 + 130, 0);
});
