// Mini-worlds with gates and the like on foot, and how much later a unit is in one than in another.

import { at } from '../../geo/graph/graph-for-test.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import { cityForTest, type MiniCity } from './city-for-test.ts';
import { comeTo } from './come-for-test.ts';
import type { StopsRequest } from './door-plan.ts';
import { alley, street } from './mini-roads-for-test.ts';

export type Meters = [east: number, north: number];

/** Stands on an alley, and lets everybody through. */
export function obstacle(
  kind: string,
  meters: Meters,
  more: Partial<RoadObstacle> = {},
): RoadObstacle {
  const passed = { motor: true, footways: true, foot: true, hours: null };
  return { id: 7, roadIds: [29], at: at(...meters), kind, delaySeconds: 0, ...passed, ...more };
}

/** What it costs who walks, and who lays hose; the same for both where one is given. */
export const onFoot = (footDelaySeconds: number, hoseDelaySeconds = footDelaySeconds) => ({
  footDelaySeconds,
  hoseDelaySeconds,
});

export const lockedGate = (meters: Meters, more: Partial<RoadObstacle> = {}) =>
  obstacle('locked_gate', meters, { delaySeconds: 90, ...onFoot(90), ...more });

export const main = street(1, [
  [1, [0, 0]],
  [2, [300, 0]],
  [3, [600, 0]],
]);
export const narrow = alley(29, 1.5, [
  [2, [300, 0]],
  [4, [300, 100]],
]);
/** The alley and where the engine stops: at its mouth, 80 m from the door. */
export const deep: MiniCity = { station: [0, 0], roads: [main, narrow] };

type Asked = Partial<StopsRequest> & { house?: Meters; unit?: string };

export function first(
  city: MiniCity,
  { house = [300, 80], unit = 'large 1', ...request }: Asked = {},
) {
  return comeTo(cityForTest(city), house, [unit], request).come[0]!.choice!;
}

/** How much later the second world is than the first, by both clocks, and with how much more hose. */
export function later(before: ReturnType<typeof first>, after: ReturnType<typeof first>) {
  return {
    crew: round(after.clocks.secondsToCrew - before.clocks.secondsToCrew),
    water: round(after.clocks.secondsToWater! - before.clocks.secondsToWater!),
    drive: round(after.driveSeconds - before.driveSeconds),
    meters: round(after.stop.hoseMeters - before.stop.hoseMeters),
  };
}

/** No -0. */
const round = (value: number) => Math.round(value) + 0;

export const none = { crew: 0, water: 0, drive: 0, meters: 0 };

/** Beside the alley another one, that leaves it at its mouth and comes back to it at 100 m. */
export function withRound(bulgeMeters: number, obstacles: RoadObstacle[]): MiniCity {
  const round = alley(31, 1.5, [
    [2, [300, 0]],
    [5, [300 - bulgeMeters, 50]],
    [4, [300, 100]],
  ]);
  return { station: [0, 0], roads: [main, narrow, round], obstacles };
}

/** Two alleys, one of them 200 m long, with a hydrant. */
export function twoAlleys(hydrant: Meters, obstacles: RoadObstacle[] = []): MiniCity {
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
