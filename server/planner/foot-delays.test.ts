import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import { cityForTest, type MiniCity, type MiniWater } from './city-for-test.ts';
import { buildCityGraph } from './city-graph.ts';
import { comeTo } from './come-for-test.ts';
import type { PlannedStop, StopsRequest } from './door-plan.ts';
import { findCloser } from './find-closer.ts';
import { alley, street } from './mini-roads-for-test.ts';
import { listWater } from './plan-door.ts';
import { renewCity } from './renew-city.ts';
import { supplyOnEdge } from './supply-at.ts';
import { shippedParameters as parameters } from './settings-for-test.ts';

type Meters = [east: number, north: number];

/** Stands on an alley, and lets everybody through. */
function obstacle(kind: string, meters: Meters, more: Partial<RoadObstacle> = {}): RoadObstacle {
  const passed = { motor: true, footways: true, foot: true, hours: null };
  return { id: 7, roadIds: [29], at: at(...meters), kind, delaySeconds: 0, ...passed, ...more };
}

/** What it costs who walks, and who lays hose; the same for both where one is given. */
const onFoot = (footDelaySeconds: number, hoseDelaySeconds = footDelaySeconds) => ({
  footDelaySeconds,
  hoseDelaySeconds,
});

const lockedGate = (meters: Meters, more: Partial<RoadObstacle> = {}) =>
  obstacle('locked_gate', meters, { delaySeconds: 90, ...onFoot(90), ...more });

const main = street(1, [
  [1, [0, 0]],
  [2, [300, 0]],
  [3, [600, 0]],
]);
const narrow = alley(29, 1.5, [
  [2, [300, 0]],
  [4, [300, 100]],
]);
/** The alley and where the engine stops: at its mouth, 80 m from the door. */
const deep: MiniCity = { station: [0, 0], roads: [main, narrow] };

type Asked = Partial<StopsRequest> & { house?: Meters; unit?: string };

function first(city: MiniCity, { house = [300, 80], unit = 'large 1', ...request }: Asked = {}) {
  return comeTo(cityForTest(city), house, [unit], request).come[0]!.choice!;
}

/** How much later the second world is than the first, by both clocks, and with how much more hose. */
function later(before: ReturnType<typeof first>, after: ReturnType<typeof first>) {
  return {
    crew: round(after.clocks.secondsToCrew - before.clocks.secondsToCrew),
    water: round(after.clocks.secondsToWater! - before.clocks.secondsToWater!),
    drive: round(after.driveSeconds - before.driveSeconds),
    meters: round(after.stop.hoseMeters - before.stop.hoseMeters),
  };
}

/** No -0. */
const round = (value: number) => Math.round(value) + 0;

const none = { crew: 0, water: 0, drive: 0, meters: 0 };

/** Beside the alley another one, that leaves it at its mouth and comes back to it at 100 m. */
function withRound(bulgeMeters: number, obstacles: RoadObstacle[]): MiniCity {
  const round = alley(31, 1.5, [
    [2, [300, 0]],
    [5, [300 - bulgeMeters, 50]],
    [4, [300, 100]],
  ]);
  return { station: [0, 0], roads: [main, narrow, round], obstacles };
}

describe('what stands on the way from the stop to the door', () => {
  it('makes both clocks later by what it costs on foot: a locked gate at the mouth of an alley', () => {
    const gated = first({ ...deep, obstacles: [lockedGate([300, 2])] });
    expect(later(first(deep), gated)).toEqual({ ...none, crew: 90, water: 90 });
    expect(gated.stop.hoseMeters).toBeCloseTo(80, 0);
    const { laying, walking } = first(deep).clocks.parts;
    expect(gated.clocks.parts.laying - laying).toBeCloseTo(90, 5);
    expect(gated.clocks.parts.walking - walking).toBeCloseTo(90, 5);
  });

  it('counts also where the engine stops at it: stairs that were reported at a point of a wide alley', () => {
    const wide = { ...deep, roads: [main, { ...narrow, widthMeters: 6 }] };
    const stairs = (...seconds: [number, number]) =>
      first({
        ...wide,
        obstacles: [obstacle('stairs', [300, 30], { motor: false, ...onFoot(...seconds) })],
      });
    expect(stairs(4, 15).stop.reason).toEqual({ code: 'barrier', kind: 'stairs' });
    // Each clock with its own seconds.
    expect(later(stairs(0, 0), stairs(4, 15))).toEqual({ ...none, crew: 4, water: 15 });
  });

  it('costs an engine that drives past it its own delay, and nobody on foot anything', () => {
    const wide = { ...deep, roads: [main, { ...narrow, widthMeters: 6 }] };
    const gated = first({
      ...wide,
      obstacles: [lockedGate([300, 30], onFoot(40))],
    });
    expect(gated.stop.reason.code).toBe('at-door');
    expect(later(first(wide), gated)).toEqual({ ...none, crew: 90, water: 90, drive: 90 });
    // And the other way round: who stops before it loses what people lose there.
    const before = first({
      ...deep,
      obstacles: [lockedGate([300, 30], onFoot(40))],
    });
    expect(later(first(deep), before)).toEqual({ ...none, crew: 40, water: 40 });
  });

  it('counts from a stop that the dispatcher chose as well', () => {
    const stop = at(280, 0);
    const gated = first({ ...deep, obstacles: [lockedGate([300, 2])] }, { stop });
    expect(gated.stop.reason.code).toBe('chosen');
    expect(later(first(deep, { stop }), gated)).toEqual({ ...none, crew: 90, water: 90 });
  });

  it('is gone round on foot where that is sooner than to open it', () => {
    // 90 s are 30 m of laying: 18 m more hose are sooner, 38 m more are not.
    const house: Meters = [300, 95];
    const open = first(withRound(20, []), { house });
    const around = first(withRound(20, [lockedGate([300, 2])]), { house });
    expect(open.stop.hoseMeters).toBeCloseTo(95, 0);
    expect(around.stop.hoseMeters).toBeCloseTo(2 * Math.hypot(20, 50) + 5, 0);
    expect(around.stop.footDelays).toEqual([]);
    expect(around.clocks.secondsToWater).toBeLessThan(open.clocks.secondsToWater! + 90);
    const through = first(withRound(40, [lockedGate([300, 2])]), { house });
    expect(later(open, through)).toEqual({ ...none, crew: 90, water: 90 });
  });
});

/** Two alleys, one of them 200 m long, with a hydrant. */
function twoAlleys(hydrant: Meters, obstacles: RoadObstacle[] = []): MiniCity {
  const long = alley(29, 1.5, [
    [2, [300, 0]],
    [4, [300, 200]],
  ]);
  const short = alley(30, 1.5, [
    [2, [300, 0]],
    [5, [300, -100]],
  ]);
  const waters = [{ id: 'water:1', at: hydrant }];
  return { station: [0, 0], roads: [main, long, short], waters, obstacles };
}

describe('what stands on the way of the line to the water', () => {
  const elsewhere = lockedGate([300, -20], { roadIds: [30] });
  // A small engine's tank does not fill 180 m of hose.
  const small = { house: [300, 180] as Meters, unit: 'small 1' };

  it.each([
    ['the best stop', {}],
    ['a stop on a street', { stop: at(290, 0) }],
  ])('makes water later, and the crew not: from %s', (_name, request) => {
    const before = first(twoAlleys([303, -50]), { ...small, ...request });
    expect(before.clocks.supply).toBe('water-point');
    const gated = first(twoAlleys([303, -50], [elsewhere]), { ...small, ...request });
    expect(later(before, gated)).toEqual({ ...none, water: 90 });
  });

  it.each([
    ['the best stop', {}],
    ['a stop on a street', { stop: at(290, 0) }],
  ])('counts once where the hose to the door leads past it too: from %s', (_name, request) => {
    const before = first(twoAlleys([303, 50]), { ...small, ...request });
    expect(before.clocks.supply).toBe('water-point');
    const gated = first(twoAlleys([303, 50], [lockedGate([300, 20])]), { ...small, ...request });
    expect(later(before, gated)).toEqual({ ...none, crew: 90, water: 90 });
    expect(gated.stop.supply!.footDelays).toEqual(gated.stop.footDelays);
  });

  it('is known anew when a gate of the map turns out to be locked', () => {
    const gate = { ...lockedGate([300, -20]), nodeId: 6, kind: 'gate', ...onFoot(10) };
    const { rows } = cityForTest({
      ...twoAlleys([303, -50]),
      roads: [
        main,
        alley(30, 1.5, [
          [2, [300, 0]],
          [6, [300, -20]],
          [5, [300, -100]],
        ]),
      ],
      barriers: [{ ...gate, family: 'passage', ...onFoot(0) }],
    });
    const locked = { ...rows, obstacles: [{ ...elsewhere, family: 'passage' }] };
    const [renewed, built] = [renewCity(buildCityGraph(rows), locked)!, buildCityGraph(locked)];
    expect(renewed.supplyDelay).toEqual(built.supplyDelay);
    expect(Math.max(...built.supplyDelay)).toBeGreaterThanOrEqual(0);
  });
});

describe('the line to the water', () => {
  const small = { house: [300, 180] as Meters, unit: 'small 1' };
  const lock = lockedGate([300, -20], { roadIds: [30] });
  const behind = { id: 'water:1', at: [303, -50] as Meters };
  const beside = (meters: number) => ({ id: 'water:2', at: [300 + meters, 3] as Meters });

  it.each([
    ['the best stop', {}, 0],
    ['a stop on a street', { stop: at(290, 0) }, 10],
  ])('leads to water that is further where that is laid sooner: from %s', (_name, stop, more) => {
    const lay = (waters: MiniWater[]) =>
      first({ ...twoAlleys(behind.at, [lock]), waters }, { ...small, ...stop });
    // The lock costs as much as 30 m.
    const near = lay([behind, beside(56)]);
    expect(near.stop.supply!.meters).toBeCloseTo(59 + more, 0);
    expect(later(lay([beside(56)]), near)).toEqual(none);
    const far = lay([behind, beside(90)]);
    expect(far.stop.supply!.meters).toBeCloseTo(53 + more, 0);
    expect(later(lay([behind]), far)).toEqual(none);
  });

  it('leads from the middle of a street by that end from which it is laid sooner', () => {
    const east = alley(33, 1.5, [
      [3, [600, 0]],
      [7, [600, 100]],
    ]);
    const other = { id: 'water:2', at: [603, 50] as Meters };
    const metersIf = (obstacles: RoadObstacle[]) => {
      const { roads, ...world } = twoAlleys(behind.at, obstacles);
      const town = cityForTest({ ...world, roads: [...roads, east], waters: [behind, other] });
      const everywhere = { maxMeters: 10, accepts: () => true };
      return supplyOnEdge(town, findNearestEdge(town.graph, at(440, 0), everywhere)!)!.meters;
    };
    expect([[], [lock]].map((obstacles) => Math.round(metersIf(obstacles)))).toEqual([193, 213]);
  });

  it('lists the water to which it is laid soonest first, each with its metres', () => {
    const town = cityForTest({ ...twoAlleys(behind.at, [lock]), waters: [behind, beside(56)] });
    const { come } = comeTo(town, small.house, [small.unit]);
    const { usable } = listWater(town, come[0]!.choice!.stop.hoseStart);
    expect(usable.map(({ hoseMeters }) => Math.round(hoseMeters))).toEqual([59, 53]);
  });

  it.each([
    ['the best stop', {}],
    ['a stop on a street', { stop: at(290, 0) }],
  ])('goes round a gate where that is laid sooner: from %s', (_name, stop) => {
    const round = alley(31, 1.5, [
      [2, [300, 0]],
      [6, [310, -50]],
      [5, [300, -100]],
    ]);
    const lay = (obstacles: RoadObstacle[]) => {
      const { roads, ...world } = twoAlleys([297, -98], obstacles);
      return first({ ...world, roads: [...roads, round] }, { ...small, ...stop });
    };
    const [open, around] = [lay([]), lay([lock])];
    expect(around.stop.supply!.footDelays).toEqual([]);
    // 6 m more of it.
    expect(around.stop.supply!.meters - open.stop.supply!.meters).toBeCloseTo(6, 0);
    expect(later(open, around).water).toBeLessThan(30);
  });
});

/** A wide road with a locked gate, an alley at its end, and water before the gate. */
function gatedRoad(obstacles: RoadObstacle[], more: MiniCity['roads'] = []): MiniCity {
  const wide = street(40, [
    [2, [300, 0]],
    [4, [300, 100]],
  ]);
  const inner = alley(41, 1.5, [
    [4, [300, 100]],
    [5, [300, 300]],
  ]);
  const waters = [{ id: 'water:1', at: [303, 20] as Meters }];
  return { station: [0, 0], roads: [main, wide, inner, ...more], waters, obstacles };
}

describe('a gate that the engine drives through', () => {
  const lock = lockedGate([300, 50], { roadIds: [40] });
  const small = { house: [300, 280] as Meters, unit: 'small 1' };

  it.each([
    ['the best stop', {}],
    ['a stop on the road behind it', { stop: at(300, 90) }],
  ])('stands open when the hose goes back out to the water: from %s', (_name, stop) => {
    const before = first(gatedRoad([]), { ...small, ...stop });
    expect(before.clocks.supply).toBe('water-point');
    const gated = first(gatedRoad([lock]), { ...small, ...stop });
    expect(later(before, gated)).toEqual({ ...none, drive: 90, crew: 90, water: 90 });
    expect(gated.stop.supply!.footDelays).toEqual([]);
  });

  it('counts as shut where another way leads in', () => {
    const other = street(42, [
      [3, [600, 0]],
      [4, [300, 100]],
    ]);
    const { drive, water } = later(
      first(gatedRoad([], [other]), small),
      first(gatedRoad([lock], [other]), small),
    );
    expect(drive).toBeLessThan(90);
    expect(water - drive).toBe(90);
  });

  it('counts as shut where the engine could drive in, and does not on its way', () => {
    const yard = street(30, [
      [2, [300, 0]],
      [5, [300, -100]],
    ]);
    const town = (obstacles: RoadObstacle[]): MiniCity => {
      const { roads, ...world } = twoAlleys([303, -50], obstacles);
      return { ...world, roads: [...roads.filter(({ id }) => id !== 30), yard] };
    };
    const inYard = lockedGate([300, -20], { roadIds: [30] });
    const house: Meters = [300, 180];
    expect(
      later(first(town([]), { ...small, house }), first(town([inYard]), { ...small, house })),
    ).toEqual({
      ...none,
      water: 90,
    });
  });

  it('counts as shut for units whose station lies behind it', () => {
    const stations: Meters[] = [[300, 70]];
    const [before, gated] = [gatedRoad([]), gatedRoad([lock])].map((world) =>
      first({ ...world, stations }, small),
    );
    expect(later(before!, gated!)).toEqual({ ...none, water: 90 });
  });
});

describe('in a rescue', () => {
  const house: Meters = [300, 95];

  it('the way to the door is the one that the crew walks soonest, without hose', () => {
    const world = withRound(40, [lockedGate([300, 2])]);
    const town = cityForTest(world);
    const choose = (firstCrew: boolean) =>
      comeTo(town, house, ['large 1'], { firstCrew }).come[0]!.choice!;
    // 38 m more: hose is laid past the gate sooner, people walk round it sooner. On the same city, one after the other.
    const ways = [false, true, false].map((firstCrew) =>
      Math.round(choose(firstCrew).stop.hoseMeters),
    );
    expect(ways).toEqual([95, 133, 95]);
    expect(choose(false).clocks.secondsToCrew - choose(true).clocks.secondsToCrew).toBeCloseTo(
      90 - 38 / 1.2,
      0,
    );
  });
});

it('stairs that people reported on a way which the map draws as stairs count once', () => {
  const steps = { ...narrow, class: 'steps', motor: false };
  const reported = obstacle('stairs', [300, 30], {
    motor: false,
    footways: false,
    ...onFoot(4, 15),
  });
  const on = (road: typeof narrow, obstacles: RoadObstacle[]) =>
    first({ ...deep, roads: [main, road], obstacles });
  expect(later(on(steps, []), on(steps, [reported]))).toEqual(none);
  expect(later(on(narrow, []), on(narrow, [reported]))).toEqual({ ...none, crew: 4, water: 15 });
});

/** What a portable pump gains from 340 m away; water deep in the alley, or where that is said. */
function pumpAt(obstacles: RoadObstacle[], world: Partial<MiniCity> = {}) {
  const long = alley(29, 1.5, [
    [2, [300, 0]],
    [4, [300, 360]],
  ]);
  const waters = [{ id: 'water:1', kind: 'pond' as const, at: [303, 320] as Meters }];
  const city = { station: [0, 0] as Meters, roads: [main, long], waters, obstacles, ...world };
  const town = cityForTest(city);
  const { plan, come } = comeTo(town, [300, 340], ['large 1']);
  const atStop = ({ hoseStart }: PlannedStop) => listWater(town, hoseStart);
  return findCloser(come[0]!, { ranked: come, atDoor: plan.water, atStop }, parameters).pump!;
}

describe('a portable pump', () => {
  it('is carried past a locked gate that is opened once', () => {
    const open = pumpAt([]).secondsToWater;
    expect(pumpAt([lockedGate([300, 20])]).secondsToWater - open).toBeCloseTo(90, 0);
    // Between the water and the door.
    expect(pumpAt([lockedGate([300, 330])]).secondsToWater - open).toBeCloseTo(90, 0);
  });

  it('loses nothing at a gate on the way to the door that its own way to the water does not lead past', () => {
    const beside = alley(32, 1.5, [
      [2, [300, 0]],
      [5, [220, 180]],
      [4, [300, 360]],
    ]);
    const long = alley(29, 1.5, [
      [2, [300, 0]],
      [4, [300, 360]],
    ]);
    const world = {
      roads: [main, long, beside],
      waters: [{ id: 'water:1', kind: 'pond' as const, at: [290, 338] as Meters }],
    };
    const open = pumpAt([], world).secondsToWater;
    expect(pumpAt([lockedGate([300, 20])], world).secondsToWater).toBeCloseTo(open, 0);
  });

  it('is carried past what stands where its engine stops', () => {
    const wide = street(29, [
      [2, [300, 0]],
      [4, [300, 360]],
    ]);
    const stairs = (seconds: number) =>
      pumpAt([obstacle('stairs', [300, 2], { motor: false, ...onFoot(4, seconds) })], {
        roads: [main, wide],
      });
    expect(stairs(15).secondsToWater - stairs(0).secondsToWater).toBeCloseTo(15, 0);
  });
});
