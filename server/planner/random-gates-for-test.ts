// Worlds of chance with gates: a grid of streets and alleys, water here and there, and a house so deep in alleys that no
// small engine's tank fills the hose. And what is right there by going through all stops, waters and ways, on a graph of
// their own.

import type { MiniCity, MiniWater } from './city-for-test.ts';
import { lockedGate, type Meters } from './gates-for-test.ts';
import { alley, street } from './mini-roads-for-test.ts';

type Link = { from: string; to: string; meters: number; isWide: boolean };
type Gate = { at: string; seconds: number };

export type RandomWorld = {
  mini: MiniCity;
  house: Meters;
  /** By the name of each place. */
  places: Map<string, Meters>;
  links: Link[];
  gates: Gate[];
  /** Metres of hose from the places beside them. */
  waters: { id: string; ends: Map<string, number> }[];
};

const side = 5;
const offRoadMeters = 3;

/** The same numbers below 1 for the same seed. */
function chance(seed: number): () => number {
  let state = seed * 7_919 + 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export function randomWorld(seed: number): RandomWorld {
  const next = chance(seed);
  const places = new Map<string, Meters>([['station', [-200, 0]]]);
  for (let east = 0; east < side; east++)
    for (let north = 0; north < side; north++)
      places.set(`${east}.${north}`, [50 * east + 16 * next(), 50 * north + 16 * next()]);
  const world: RandomWorld = {
    mini: { station: [-200, 0], roads: [], waters: [], obstacles: [] },
    house: [0, 0],
    places,
    links: [],
    gates: [],
    waters: [],
  };
  addRoad(world, ['station', '0.0'], { isWide: true, gateSeconds: null, hasWater: false });
  // Streets as a tree, so that there is mostly one way in; between them alleys, and now and then a street.
  for (let east = 0; east < side; east++)
    for (let north = 0; north < side; north++) {
      const before = [`${east - 1}.${north}`, `${east}.${north - 1}`].filter((to) =>
        places.has(to),
      );
      const isFirst = next() < 0.5;
      for (const [index, from] of (isFirst ? before : before.toReversed()).entries()) {
        const [isThere, isWide] = [index === 0 || next() < 0.5, index === 0 || next() < 0.2];
        const [isGated, seconds] = [next() < 0.4, next() < 0.6 ? 90 : 10];
        const hasWater = next() < 0.3;
        if (!isThere) continue;
        const more = { isWide, gateSeconds: isGated ? seconds : null, hasWater };
        addRoad(world, [from, `${east}.${north}`], more);
      }
    }
  const mouth = `${side - 1}.${Math.floor(side * next())}`;
  const [east, north] = places.get(mouth)!;
  places.set('bend', [east + 60, north]);
  places.set('end', [east + 300, north]);
  // Named from within: its water lies behind its gate.
  const alleyToo = { gateSeconds: next() < 0.6 ? 90 : null, hasWater: next() < 0.6 };
  addRoad(world, ['bend', mouth], { isWide: false, ...alleyToo });
  addRoad(world, ['bend', 'end'], { isWide: false, gateSeconds: null, hasWater: false });
  world.house = [east + 170, north];
  return world;
}

function addRoad(
  { mini, places, links, gates, waters }: RandomWorld,
  [from, to]: [string, string],
  {
    isWide,
    gateSeconds,
    hasWater,
  }: { isWide: boolean; gateSeconds: number | null; hasWater: boolean },
): void {
  const id = mini.roads.length + 1;
  const [a, b] = [places.get(from)!, places.get(to)!];
  const [east, north] = [b[0] - a[0], b[1] - a[1]];
  const meters = Math.hypot(east, north);
  const along = (share: number): Meters => [a[0] + share * east, a[1] + share * north];
  const [nodeA, nodeB] = [from, to].map((name) => [...places.keys()].indexOf(name) + 1);
  const through: MiniCity['roads'][0]['through'] = [
    [nodeA!, a],
    [nodeB!, b],
  ];
  mini.roads.push(isWide ? street(id, through) : alley(id, 1.5, through));
  const gate = `gate ${id}`;
  if (gateSeconds === null) links.push({ from, to, meters, isWide });
  else {
    const onFoot = { hoseDelaySeconds: gateSeconds, footDelaySeconds: gateSeconds };
    mini.obstacles!.push(
      lockedGate(along(0.5), { id, roadIds: [id], delaySeconds: gateSeconds, ...onFoot }),
    );
    places.set(gate, along(0.5));
    gates.push({ at: gate, seconds: gateSeconds });
    links.push({ from, to: gate, meters: meters / 2, isWide });
    links.push({ from: gate, to, meters: meters / 2, isWide });
  }
  if (!hasWater) return;
  const [x, y] = along(0.25);
  const aside: Meters = [x + (offRoadMeters * north) / meters, y - (offRoadMeters * east) / meters];
  const water: MiniWater = { id: `water:${id}`, at: aside };
  mini.waters!.push(water);
  const onward = gateSeconds === null ? to : gate;
  const rest = gateSeconds === null ? 0.75 : 0.25;
  const ends = new Map([
    [from, 0.25 * meters + offRoadMeters],
    [onward, rest * meters + offRoadMeters],
  ]);
  waters.push({ id: water.id, ends });
}

type Reached = Map<string, { effort: number; meters: number; gates: string[] }>;

/** What hose takes from a place to each other one, as metres, with the gates it passes: those it comes to, not its own. */
function layFrom(
  { links, gates }: RandomWorld,
  start: string,
  { metersPerSecond, open }: { metersPerSecond: number; open: ReadonlySet<string> },
): Reached {
  const reached: Reached = new Map([[start, { effort: 0, meters: 0, gates: [] }]]);
  const shutAt = new Map(gates.map(({ at, seconds }) => [at, seconds * metersPerSecond]));
  for (let isSooner = true; isSooner;) {
    isSooner = false;
    for (const { from, to, meters } of links)
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const before = reached.get(one);
        if (!before) continue;
        const effort = before.effort + meters + (open.has(other) ? 0 : (shutAt.get(other) ?? 0));
        if (effort >= (reached.get(other)?.effort ?? Infinity) - 1e-9) continue;
        const passed = shutAt.has(other) ? [...before.gates, other] : before.gates;
        reached.set(other, { effort, meters: before.meters + meters, gates: passed });
        isSooner = true;
      }
  }
  return reached;
}

/** On the way by which hose is laid soonest from a place to the house. */
export function gatesOnLeg(world: RandomWorld, place: string, metersPerSecond: number): string[] {
  return layFrom(world, 'end', { metersPerSecond, open: new Set() }).get(place)?.gates ?? [];
}

/** Gates without which no engine gets from the station to the place; null where none gets there by any. */
export function drivenPast(world: RandomWorld, place: string): string[] | null {
  if (!isDrivable(world, place, null)) return null;
  return world.gates.map(({ at }) => at).filter((gate) => !isDrivable(world, place, gate));
}

function isDrivable({ links }: RandomWorld, place: string, without: string | null): boolean {
  const seen = new Set(['station']);
  // What is added meanwhile is come to as well.
  for (const at of seen)
    for (const { from, to, isWide } of links)
      for (const next of from === at ? [to] : to === at ? [from] : [])
        if (isWide && next !== without) seen.add(next);
  return seen.has(place);
}

/** To which hose is laid soonest. */
export function nearestWater(
  world: RandomWorld,
  from: string,
  laying: { metersPerSecond: number; open: ReadonlySet<string> },
): { id: string; meters: number; effort: number } | null {
  const reached = layFrom(world, from, laying);
  const all = world.waters.flatMap(({ id, ends }) =>
    [...ends].flatMap(([end, meters]) => {
      const way = reached.get(end);
      return way ? [{ id, effort: way.effort + meters, meters: way.meters + meters }] : [];
    }),
  );
  return all.toSorted((a, b) => a.effort - b.effort)[0] ?? null;
}
