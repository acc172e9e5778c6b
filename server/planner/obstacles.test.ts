import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import { market, round, street } from './block-for-test.ts';
import { keepsToOpenRoads } from './check-route.ts';
import { cityForTest, type MiniCity, type MiniCityRoad } from './city-for-test.ts';
import { classAt } from './city-graph.ts';
import { planDoor } from './plan-door.ts';
import { growForTest } from './grow-for-test.ts';
import { nextSettlingTree, settleDrives } from './unsettled-roads.ts';

// Of 4 m, to the north of (200, 0).
const alley: MiniCityRoad = {
  id: 2,
  alleyLevel: 1,
  widthMeters: 4,
  name: 'Ngõ 5',
  through: [
    [2, [200, 0]],
    [4, [200, 100]],
  ],
};
const obstacle: RoadObstacle = { ...market, at: at(200, 30), kind: 'bollard', hours: null };

function plan(change: Partial<MiniCity>, code = 'small', minute: number | null = null) {
  const city = cityForTest({ station: [10, 0], roads: [street, alley], ...change });
  const asked = { door: at(200, 90), roadId: null, classes: [code], minute };
  return { city, stop: planDoor(city, asked).byClass[0]!.stops[0]! };
}

const ofCable = (more: Partial<RoadObstacle>) =>
  plan({ obstacles: [{ ...obstacle, kind: 'low_cable', motor: true, ...more }] }).stop.reason;
const ofAlley = (more: Partial<MiniCityRoad>) =>
  plan({ roads: [street, { ...alley, ...more }] }).stop.reason;

describe('a stop', () => {
  it('is before a bollard that people reported, and a motorbike goes on', () => {
    const { stop } = plan({ obstacles: [obstacle] });
    expect(stop.reason).toEqual({ code: 'barrier', kind: 'bollard' });
    expect(stop.hoseMeters).toBeCloseTo(60, 0);
    expect(plan({ obstacles: [obstacle] }, 'motorbike').stop.reason.code).toBe('at-door');
  });

  it('is before a low cable for the vehicles that are too high', () => {
    const cable = { ...obstacle, kind: 'low_cable', motor: true, maxHeightMeters: 2.7 };
    expect(plan({ obstacles: [cable] }).stop.reason).toMatchObject({
      code: 'low-spot',
      clearMeters: 2.7,
      neededMeters: 2.8,
    });
    const higher = { ...cable, maxHeightMeters: 2.9 };
    expect(plan({ obstacles: [higher] }).stop.reason.code).toBe('at-door');
    expect(plan({ obstacles: [higher] }, 'large').stop.reason.code).toBe('low-spot');
  });

  it('says of what is too low, weak or narrow how that is known', () => {
    const guessed = { limitProvenance: 'assumed' };
    expect(ofCable({ maxHeightMeters: 2.7, clearProvenance: 'assumed' })).toMatchObject(guessed);
    expect(ofCable({ maxWidthMeters: 2, clearProvenance: 'assumed' })).toMatchObject(guessed);
    expect(ofCable({ maxHeightMeters: 2.7, clearProvenance: 'measured' })).toMatchObject({
      limitProvenance: 'measured',
    });
    const low = { maxHeightMeters: 2.5, heightProvenance: 'assumed' } as const;
    expect(ofAlley(low)).toMatchObject({ code: 'too-low', ...guessed });
    const weak = { maxWeightTonnes: 2, weightProvenance: 'assumed' } as const;
    expect(ofAlley(weak)).toMatchObject({ code: 'too-weak', ...guessed });
    expect(ofAlley({ maxHeightMeters: 2.5 })).toMatchObject({ limitProvenance: 'tagged' });
  });

  it('is before a bollard of the map also where a cable that it fits under was reported behind it', () => {
    const split: MiniCityRoad = {
      ...alley,
      through: [
        [2, [200, 0]],
        [6, [200, 24]],
        [4, [200, 100]],
      ],
    };
    const barriers = [
      {
        nodeId: 6,
        kind: 'bollard',
        family: 'passage',
        motor: false,
        footways: true,
        foot: true,
        delaySeconds: 0,
      },
    ];
    const cable = { ...obstacle, kind: 'low_cable', motor: true, maxHeightMeters: 4.2 };
    const bollard = { code: 'barrier', kind: 'bollard' };
    const stopWith = (reported: RoadObstacle) =>
      plan({ roads: [street, split], barriers, obstacles: [reported] }).stop;
    expect(stopWith(cable).reason).toEqual(bollard);
    const removable = { ...obstacle, kind: 'removable_bollard', family: 'passage', motor: true };
    expect(stopWith(removable).reason.code).toBe('at-door');
  });

  it('is before a pole that leaves too little width', () => {
    const pole = { ...obstacle, kind: 'narrow_spot', motor: true, maxWidthMeters: 2.4 };
    expect(plan({ obstacles: [pole] }).stop.reason).toMatchObject({
      code: 'narrow-spot',
      clearMeters: 2.4,
    });
  });

  it('is outside a market while it is held, and in it at other hours, saying so', () => {
    const held = plan({ obstacles: [market] }, 'small', 360).stop;
    expect(held.reason).toEqual({ code: 'closed-hours', kind: 'market', from: '5:00', to: '8:00' });
    expect(held.hoseMeters).toBeCloseTo(90, 0);
    const later = plan({ obstacles: [market] }, 'small', 480).stop;
    expect(later.reason.code).toBe('at-door');
    expect(later.closedLater).toEqual({ kind: 'market', hours: '5:00–8:00' });
  });

  it('is outside a market in each of its hours, and says all of them at others', () => {
    const evening = { ...market, id: 2, hours: { fromMinute: 960, toMinute: 1_140 } };
    const both = { obstacles: [evening, market] };
    const reasonAt = (minute: number) => plan(both, 'small', minute).stop.reason;
    expect(reasonAt(360)).toMatchObject({ code: 'closed-hours', from: '5:00', to: '8:00' });
    expect(reasonAt(1_000)).toMatchObject({ code: 'closed-hours', from: '16:00', to: '19:00' });
    expect(plan(both, 'small', 600).stop).toMatchObject({
      reason: { code: 'at-door' },
      closedLater: { kind: 'market', hours: '5:00–8:00, 16:00–19:00' },
    });
  });

  it('is before a bend that is too sharp for its breadth', () => {
    const bent: MiniCityRoad = {
      ...alley,
      through: [
        [2, [200, 0]],
        [8, [200, 50]],
        [4, [260, 50]],
      ],
    };
    const { city } = plan({ roads: [street, bent] });
    const ask = (code: string) =>
      planDoor(city, { door: at(250, 52), roadId: null, classes: [code] }).byClass[0]!.stops[0]!;
    expect(ask('small').reason).toMatchObject({ code: 'tight-corner', degrees: 90 });
    expect(ask('small').hoseMeters).toBeCloseTo(50, 0);
    expect(ask('motorbike').reason.code).toBe('at-door');
  });
});

const to = (city: ReturnType<typeof cityForTest>, door: [number, number]) =>
  planDoor(city, { door: at(...door), roadId: null, classes: ['small'] }).byClass[0]!.stops[0]!.at;

describe.each(['a search', 'the tree of the station'])(
  'a router that knows less than people do, by %s',
  (by) => {
    const ways = [street, alley, round];
    const settle = (
      change: Partial<MiniCity>,
      door: [number, number],
      minute: number | null = null,
    ) => {
      const city = cityForTest({ station: [10, 0], roads: ways, ...change });
      const onGraph = classAt(city, 'small', minute)!;
      const stops = [to(city, door)];
      const hasGrown = by !== 'a search' && growForTest(city, nextSettlingTree(city, onGraph));
      // One station, one tree.
      if (hasGrown && nextSettlingTree(city, onGraph)) throw new Error('it grew twice');
      return settleDrives(city, onGraph, { stationIds: [1], stops })[0]![0];
    };

    it('is right where nobody corrected anything, and where what was corrected is not on the way', () => {
      expect(settle({}, [300, 102])).toBeUndefined();
      expect(settle({ changedRoads: [2] }, [100, 5])).toBeUndefined();
    });

    it('is overruled where its way may lead through a road that was corrected', () => {
      // 390 + 100 + 100 m round at 30 km/h with the small engine’s 1.1.
      const narrow = { ...alley, widthMeters: 1.5 };
      const seconds = settle({ roads: [street, narrow, round], changedRoads: [2] }, [300, 102]);
      expect(seconds).toBeCloseTo(590 / ((30 / 3.6) * 1.1), 0);
    });

    it('is overruled by a bollard, and by a market only while it is held', () => {
      const seconds = 590 / ((30 / 3.6) * 1.1);
      expect(settle({ obstacles: [obstacle] }, [300, 102])).toBeCloseTo(seconds, 0);
      expect(settle({ obstacles: [market] }, [300, 102], 360)).toBeCloseTo(seconds, 0);
      // Held or not, the router does not know it: the graph decides.
      expect(settle({ obstacles: [market] }, [300, 102], 600)).toBeLessThan(seconds);
    });

    it('never gives a way through a road that the vehicle does not fit into', () => {
      const narrow = { ...alley, widthMeters: 1.5 };
      const city = cityForTest({ station: [10, 0], roads: [street, narrow, round] });
      const small = classAt(city, 'small', null)!;
      const through = [at(100, 0), at(200, 0), at(200, 100), at(300, 100)];
      expect(keepsToOpenRoads(city, small, through)).toBe(false);
      expect(keepsToOpenRoads(city, classAt(city, 'motorbike', null)!, through)).toBe(true);
      const about = [at(100, 0), at(200, 0), at(400, 0), at(400, 100), at(300, 100)];
      expect(keepsToOpenRoads(city, small, about)).toBe(true);
    });

    it('nor past a bollard on the way, but up to it', () => {
      const city = cityForTest({ station: [10, 0], roads: ways, obstacles: [obstacle] });
      const small = classAt(city, 'small', null)!;
      const past = [at(100, 0), at(200, 0), at(200, 100), at(300, 100)];
      expect(keepsToOpenRoads(city, small, past)).toBe(false);
      expect(keepsToOpenRoads(city, small, [at(100, 0), at(200, 0), at(200, 30)])).toBe(true);
    });
  },
);

describe('a ladder truck, which drives by the data of the large engine', () => {
  it('is settled where only the large engine may go', () => {
    const weak = { ...alley, widthMeters: 6, maxWeightTonnes: 17 };
    const city = cityForTest({ station: [10, 0], roads: [street, weak, round] });
    const settle = (code: string) => {
      const stop = planDoor(city, { door: at(300, 102), roadId: null, classes: [code] }).byClass[0]!
        .stops[0]!;
      const onGraph = classAt(city, code, null)!;
      return settleDrives(city, onGraph, {
        stationIds: [1],
        timedIds: [],
        stops: [stop.at],
      })[0]![0];
    };
    expect(settle('large')).toBeUndefined();
    expect(settle('ladder')).toBeCloseTo(590 / (30 / 3.6), 0);
    expect(settle('tanker')).toBeCloseTo(590 / (30 / 3.6), 0);
  });
});
