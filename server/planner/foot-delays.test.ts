import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import { cityForTest, type MiniCity } from './city-for-test.ts';
import { comeTo } from './come-for-test.ts';
import type { PlannedStop } from './door-plan.ts';
import { findCloser } from './find-closer.ts';
import {
  obstacle,
  onFoot,
  lockedGate,
  main,
  narrow,
  deep,
  first,
  later,
  none,
  withRound,
  type Meters,
} from './gates-for-test.ts';
import { alley, street } from './mini-roads-for-test.ts';
import { listWater } from './list-water.ts';
import { shippedParameters as parameters } from './settings-for-test.ts';

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

const on = (road: typeof narrow, obstacles: RoadObstacle[]) =>
  first({ ...deep, roads: [main, road], obstacles });

it('stairs that people reported on a way which the map draws as stairs count once', () => {
  const steps = { ...narrow, class: 'steps', motor: false };
  const reported = obstacle('stairs', [300, 30], {
    motor: false,
    footways: false,
    ...onFoot(4, 15),
  });
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
  return findCloser(
    come[0]!,
    { ranked: come, atDoor: plan.water, beyondRoadMeters: plan.beyondRoadMeters, atStop },
    parameters,
  ).pump!;
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
