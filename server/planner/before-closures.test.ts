import { describe, expect, it } from 'vitest';
import type { ClosureShape } from '../../geo/closures/closed-segments.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { Position } from '../../geo/position.ts';
import { market } from './block-for-test.ts';
import { cityForTest, type MiniCity, type MiniCityRoad } from './city-for-test.ts';
import { classAt, type CityGraph } from './city-graph.ts';
import { closeCity, type CityClosure } from './close-city.ts';
import type { PlannedStop } from './door-plan.ts';
import { planDoor } from './plan-door.ts';
import { settleDrives } from './unsettled-roads.ts';

// A bridge of 600 m to the north of (0, 0), with the houses beyond it.
const south: MiniCityRoad = {
  id: 1,
  through: [
    [1, [-200, 0]],
    [2, [0, 0]],
    [3, [200, 0]],
  ],
};
const bridge: MiniCityRoad = {
  id: 2,
  name: 'Cầu Gần',
  through: [
    [2, [0, 0]],
    [4, [0, 250]],
    [5, [0, 350]],
    [6, [0, 600]],
  ],
};
const north: MiniCityRoad = {
  id: 3,
  name: 'Phố Bắc',
  through: [
    [6, [0, 600]],
    [7, [900, 600]],
  ],
};

const closure: CityClosure = {
  id: 1,
  shape: { type: 'Point', coordinates: at(0, 300) },
  effect: 'impassable',
  vehicleClasses: null,
  onFoot: false,
  reason: 'cây đổ',
  by: 'Lan',
};

type Town = {
  closed?: Partial<CityClosure>[];
  bridge?: Partial<MiniCityRoad>;
} & Pick<MiniCity, 'station' | 'waters' | 'obstacles'>;

function closedTown({ closed = [{}], bridge: change, ...town }: Town = {}): CityGraph {
  const roads = [south, { ...bridge, ...change }, north];
  const city = cityForTest({ station: [-200, 0], roads, ...town });
  return closeCity(
    city,
    closed.map((each) => ({ ...closure, ...each })),
  ).city;
}

function plan(city: CityGraph, east: number, stop?: Position) {
  const asked = { door: at(east, 605), roadId: 3, classes: ['large'], ...(stop && { stop }) };
  return planDoor(city, asked).byClass[0]!;
}

const stopsOf = (city: CityGraph, east = 100): PlannedStop[] => plan(city, east).stops;

/** By an engine that stands at its southern end, on its way to the street there. */
function leaveBridge(town: Town) {
  const city = closedTown({ ...town, station: [4, 10] });
  const asked = { door: at(150, 4), roadId: 1, classes: ['large'] };
  const { stops, isUnsettled, closedStarts } = planDoor(city, asked).byClass[0]!;
  const large = classAt(city, 'large', null)!;
  const from = { stationIds: [1], stops: stops.map((stop) => stop.at) };
  return {
    isUnsettled,
    closedStarts: [...closedStarts],
    seconds: settleDrives(city, large, from),
  };
}

/** North of the origin, in metres. */
function northOf({ point: [, lat] }: PlannedStop): number {
  return Math.round((600 * (lat - at(0, 0)[1])) / (at(0, 600)[1] - at(0, 0)[1]));
}

describe('a road that is closed in its middle', () => {
  it('is driven up to just before that, and the hose goes on through it', () => {
    const [stop, ...others] = stopsOf(closedTown());
    expect(others).toEqual([]);
    expect(northOf(stop!)).toBe(299);
    expect(stop!.hoseMeters).toBeCloseTo(301 + 100, 0);
    expect(stop).toMatchObject({
      reason: { code: 'closed', closureId: 1, why: 'cây đổ', by: 'Lan' },
      road: { name: 'Cầu Gần' },
      blockedBy: { name: 'Cầu Gần' },
    });
    expect(stop!.line.length).toBe(5);
  });

  it('still has a stop where the junction before it lies too far for any hose', () => {
    const [stop] = stopsOf(closedTown(), 650);
    expect(northOf(stop!)).toBe(299);
    expect(stopsOf(closedTown(), 720)).toEqual([]);
  });

  it('has the water of where the engine stands', () => {
    const waters = [{ id: 'water:1', at: [6, 100] as [number, number] }];
    const [stop] = stopsOf(closedTown({ waters }));
    expect(stop!.supply!.meters).toBeCloseTo(199 + 6, 0);
    const onStreet = [{ id: 'water:1', at: [-80, 6] as [number, number] }];
    const [other] = stopsOf(closedTown({ waters: onStreet }));
    expect(other!.supply!.meters).toBeCloseTo(299 + 80 + 6, 0);
  });

  it('is no place to stop where nobody walks on, or where one would come against the traffic', () => {
    expect(stopsOf(closedTown({ closed: [{ onFoot: true }] }))).toEqual([]);
    const against = stopsOf(closedTown({ bridge: { oneway: -1 } }));
    expect(against.filter(({ contraflow }) => !contraflow).map(northOf)).toEqual([0]);
  });

  it('has the door before the closure driven to, and stops on either side of the door', () => {
    const door = { door: at(4, 200), roadId: 2, classes: ['large'] };
    const [stop] = planDoor(closedTown(), door).byClass[0]!.stops;
    expect(stop!.reason.code).toBe('at-door');
    const lines: ClosureShape = { type: 'LineString', coordinates: [at(0, 120), at(0, 240)] };
    const [before] = planDoor(closedTown({ closed: [{ shape: lines }] }), door).byClass[0]!.stops;
    expect(northOf(before!)).toBeLessThan(121);
    expect(before!.hoseMeters).toBeCloseTo(200 - northOf(before!), 0);
  });

  it('is timed by the road graph, for a router closes it from vertex to vertex', () => {
    const city = closedTown();
    const { stops, isUnsettled } = plan(city, 100);
    expect(isUnsettled).toBe(true);
    const large = classAt(city, 'large', null)!;
    const asked = { stationIds: [1], stops: stops.map((stop) => stop.at) };
    const [[seconds]] = settleDrives(city, large, asked) as [[number]];
    expect(seconds).toBeCloseTo(499 / (30 / 3.6), 0);
    expect(plan(closedTown({ closed: [] }), 100).isUnsettled).toBe(false);
  });

  it('is left by an engine that stands on it in the time of its own way, not of a router’s', () => {
    const { isUnsettled, closedStarts, seconds } = leaveBridge({});
    expect([isUnsettled, closedStarts]).toEqual([true, [1]]);
    expect(seconds[0]![0]).toBeCloseTo(160 / (30 / 3.6), 0);
    const open = { isUnsettled: false, closedStarts: [], seconds: [[undefined]] };
    expect(leaveBridge({ closed: [] })).toEqual(open);
  });

  it('is closed to a router up to the next node that it knows, past what people reported there', () => {
    const post = { ...market, hours: null, roadIds: [2], kind: 'narrow_spot', motor: true };
    const obstacles = [1, 2].map((id) => ({ ...post, id, at: at(0, 100 * id - 50) }));
    const isClosedFurtherOn = (shape: ClosureShape): boolean => {
      const city = closedTown({ obstacles, closed: [{ shape }] });
      const door = { door: at(4, 30), roadId: 2, classes: ['large'] };
      return planDoor(city, door).byClass[0]!.stops[0]!.isClosedFurtherOn;
    };
    expect(isClosedFurtherOn({ type: 'Point', coordinates: at(0, 200) })).toBe(true);
    expect(isClosedFurtherOn({ type: 'Point', coordinates: at(800, 600) })).toBe(false);
  });
});

/** To a house on the northern street, where the road graph decides. */
function secondsTo(city: CityGraph, east: number) {
  const { stops, isUnsettled } = plan(city, east);
  const asked = { stationIds: [1], stops: stops.map((stop) => stop.at) };
  const [row] = settleDrives(city, classAt(city, 'large', null)!, asked);
  return { isUnsettled, seconds: row![0] };
}

describe('a road of which only a part is to be avoided', () => {
  const beyond: MiniCityRoad = {
    id: 4,
    through: [
      [1, [-200, 0]],
      [7, [900, 600]],
    ],
  };
  /** Phố Bắc has no vertex between its ends: a router slows all of it. */
  function avoidedTown(shape: ClosureShape): CityGraph {
    const city = cityForTest({ station: [-200, 0], roads: [south, bridge, north, beyond] });
    return closeCity(city, [{ ...closure, effect: 'avoid', shape }]).city;
  }

  it('is come along from its free end, in the road graph’s time, though a router slows all of it', () => {
    // The house is nearer to the end that is not free.
    const found = secondsTo(avoidedTown({ type: 'Point', coordinates: at(890, 600) }), 700);
    expect(found.isUnsettled).toBe(true);
    expect(found.seconds).toBeCloseTo((200 + 600 + 700) / (30 / 3.6), 0);
  });

  it('is left to a router where all of it is to be avoided', () => {
    const shape: ClosureShape = { type: 'LineString', coordinates: [at(0, 600), at(900, 600)] };
    const { isUnsettled, seconds } = secondsTo(avoidedTown(shape), 700);
    expect([isUnsettled, seconds]).toEqual([false, undefined]);
  });

  it('is such a road also where what people reported cuts it in two', () => {
    const post = { ...market, id: 1, hours: null, roadIds: [2], kind: 'narrow_spot', motor: true };
    const shape: ClosureShape = { type: 'LineString', coordinates: [at(0, 250), at(0, 300)] };
    const obstacles = [{ ...post, at: at(0, 300) }];
    const city = closedTown({ obstacles, closed: [{ effect: 'avoid', shape }] });
    const door = { door: at(4, 330), roadId: 2, classes: ['large'] };
    expect(planDoor(city, door).byClass[0]!.stops[0]!.isClosedFurtherOn).toBe(true);
  });
});

describe('a stop that the dispatcher chose on such a road', () => {
  it('is taken on its open part', () => {
    const [stop] = plan(closedTown(), 100, at(3, 270)).stops;
    expect(northOf(stop!)).toBe(270);
    expect(stop!.reason).toEqual({ code: 'chosen', snapMeters: 3 });
    expect(stop!.hoseMeters).toBeCloseTo(330 + 100, 0);
  });

  it('is just before the closure where it was put beyond that', () => {
    const [stop] = plan(closedTown(), 100, at(3, 304)).stops;
    expect(northOf(stop!)).toBe(299);
  });
});
