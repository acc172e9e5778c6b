import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { RoadBarrier } from '../../geo/graph/road.ts';
import { round, street } from './block-for-test.ts';
import { cityForTest, type MiniCity, type MiniCityRoad } from './city-for-test.ts';
import { classAt } from './city-graph.ts';
import { planDoor } from './plan-door.ts';
import type { RouterFacts } from './router-facts.ts';
import { shippedClass } from './settings-for-test.ts';
import { findUnsettled, settleDrives } from './unsettled-roads.ts';

/** As the large engine is now, but for what is said. */
function builtFor(more: Partial<RouterFacts['classes'][string]>): RouterFacts {
  const { widthMeters, widthMarginMeters, heightMeters, heightMarginMeters, ...large } =
    shippedClass('large');
  const { weightTonnes, footways, turning } = large;
  const measures = { widthMeters, widthMarginMeters, heightMeters, heightMarginMeters };
  return {
    classes: { large: { ...measures, weightTonnes, footways, turning, ...more } },
    barriers: { other: { motor: false, footways: true }, gate: { motor: true, footways: true } },
    cornerDegrees: 45,
  };
}

/** The short way to (300, 102); the other is the round. */
const alley = (widthMeters: number): MiniCityRoad => ({
  id: 2,
  widthMeters,
  through: [
    [2, [200, 0]],
    [6, [200, 50]],
    [4, [200, 100]],
  ],
});

/** Seconds by the road graph, where it decides. */
function settle(mini: Partial<MiniCity>, code = 'large') {
  const city = cityForTest({ station: [10, 0], roads: [street, alley(3), round], ...mini });
  const asked = { door: at(300, 102), roadId: null, classes: [code] };
  const stop = planDoor(city, asked).byClass[0]!.stops[0]!;
  const onGraph = classAt(city, code, null)!;
  return settleDrives(city, onGraph, { stationIds: [1], stops: [stop.at] })[0]![0];
}

const roundSeconds = 590 / (30 / 3.6);

describe('a router whose data were built for other measures', () => {
  it('is right where they are the same as now, and where nobody wrote them down', () => {
    expect(settle({})).toBeUndefined();
    expect(settle({ routerFacts: builtFor({}) })).toBeUndefined();
    const city = cityForTest({ roads: [street, alley(3), round], routerFacts: builtFor({}) });
    expect(findUnsettled(city, classAt(city, 'large', null)!)).toBeNull();
  });

  it('is overruled where the class was narrower, or lighter, and now does not fit', () => {
    const routerFacts = builtFor({ widthMeters: 2.2 });
    expect(settle({ routerFacts })).toBeCloseTo(roundSeconds, 0);
    const weak = { ...alley(9), maxWeightTonnes: 15 };
    const lighter = { routerFacts: builtFor({ weightTonnes: 14 }), roads: [street, weak, round] };
    expect(settle(lighter)).toBeCloseTo(roundSeconds, 0);
  });

  it('is overruled for the classes that drive by its data as well', () => {
    expect(settle({ routerFacts: builtFor({ widthMeters: 2.2 }) }, 'tanker')).toBeGreaterThan(0);
  });

  it('is overruled where the class was broader, and now fits into a shorter way', () => {
    const mini = {
      roads: [street, alley(3.2), round],
      routerFacts: builtFor({ widthMeters: 2.8 }),
    };
    expect(settle(mini)).toBeLessThan(roundSeconds - 5);
  });

  it('is right where only roads on no way of the class are others to it', () => {
    const apart: MiniCityRoad = {
      id: 9,
      widthMeters: 3,
      through: [
        [1, [0, 0]],
        [9, [0, -100]],
      ],
    };
    const roads = [street, alley(1.5), round, apart];
    expect(settle({ roads, routerFacts: builtFor({ widthMeters: 2.2 }) })).toBeUndefined();
  });
});

const standing = (kind: string, motor: boolean): RoadBarrier => ({
  nodeId: 6,
  kind,
  motor,
  footways: true,
  foot: true,
  delaySeconds: 0,
});

describe('a router whose data were built with other barrier kinds', () => {
  const roads = [street, alley(9), round];

  it('is overruled where its data let through what is stopped now', () => {
    const barriers = [standing('gate', false)];
    expect(settle({ roads, barriers, routerFacts: builtFor({}) })).toBeCloseTo(roundSeconds, 0);
  });

  it('is right where the kind does what it did, also one that is not listed', () => {
    for (const barriers of [[standing('gate', true)], [standing('log', false)]])
      expect(settle({ roads, barriers, routerFacts: builtFor({}) })).toBeUndefined();
  });

  it('is overruled at a bend that was none to it', () => {
    const bent: MiniCityRoad = {
      id: 2,
      alleyLevel: 1,
      widthMeters: 3.2,
      through: [
        [2, [200, 0]],
        [6, [200, 60]],
        [7, [260, 60]],
        [4, [260, 100]],
        [8, [200, 100]],
      ],
    };
    const about: MiniCityRoad = {
      ...round,
      through: [...round.through.slice(0, 2), [8, [200, 100]]],
    };
    const facts = builtFor({});
    const bend = { roads: [street, bent, about] };
    expect(settle({ ...bend, routerFacts: facts })).toBeUndefined();
    expect(settle({ ...bend, routerFacts: { ...facts, cornerDegrees: 120 } })).toBeGreaterThan(0);
  });
});
