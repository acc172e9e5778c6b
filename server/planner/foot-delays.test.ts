import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import { cityForTest, type MiniCity } from './city-for-test.ts';
import { buildCityGraph } from './city-graph.ts';
import { comeTo } from './come-for-test.ts';
import type { PlannedStop, StopsRequest } from './door-plan.ts';
import { findCloser } from './find-closer.ts';
import { alley, street } from './mini-roads-for-test.ts';
import { listWater } from './plan-door.ts';
import { renewCity } from './renew-city.ts';
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

/** A long alley with water deep in it, or where that is said. */
function pumpAt(obstacles: RoadObstacle[], water: Meters = [303, 320]) {
  const long = alley(29, 1.5, [
    [2, [300, 0]],
    [4, [300, 360]],
  ]);
  const around = alley(32, 1.5, [
    [3, [600, 0]],
    [5, [600, 300]],
    [4, [300, 360]],
  ]);
  const waters = [{ id: 'water:1', kind: 'pond' as const, at: water }];
  const town = cityForTest({ station: [0, 0], roads: [main, long, around], waters, obstacles });
  const { plan, come } = comeTo(town, [300, 340], ['large 1'], { stop: at(300, 0) });
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
});
