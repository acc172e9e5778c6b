import { describe, expect, it } from 'vitest';
import { driveSeconds } from './drive.ts';
import { findWithin, type KnownWays } from './drive-within.ts';
import { at, largePumper, miniGraph, motorbike } from './graph-for-test.ts';
import { findNearestEdge } from './locate.ts';
import { Search } from './search.ts';
import { accessFor, type Vehicle } from './vehicle-access.ts';

const places = { a: [0, 0], b: [100, 0], c: [200, 0], d: [200, 100], e: [0, 100] } satisfies Record<
  string,
  [number, number]
>;

/** 36 km/h all along: 10 m in a second. */
const street = { through: ['a', 'b', 'c'], speedKmh: 36 };
const round = { through: ['c', 'd', 'e', 'a'], speedKmh: 36 };

function setUp(
  ...[roads, barriers]: [Parameters<typeof miniGraph>[1], Parameters<typeof miniGraph>[2]?]
) {
  const graph = miniGraph(places, roads, barriers);
  const search = new Search(graph);
  const near = (east: number, north: number) =>
    findNearestEdge(graph, at(east, north), { maxMeters: 30, accepts: () => true })!;
  const known: KnownWays = new Map();
  const to = near(180, 0);
  const start = near(20, 0);
  const ask = (vehicle: Vehicle, limit: number) => {
    const driver = { vehicle, access: accessFor(graph, vehicle).stated };
    const searched = { starts: [start], to };
    const [seconds] = driveSeconds(graph, new Search(graph), driver, searched);
    const [isWithin] = findWithin(graph, search, driver, {
      starts: [{ at: start, limit }],
      to,
      known,
    });
    return { isWithin, seconds };
  };
  return { ask, search, known };
}

const truck: Vehicle = { ...largePumper, code: 'truck' };
const wider: Vehicle = { ...largePumper, code: 'wider', widthMeters: 3.2 };
const slower: Vehicle = { ...largePumper, code: 'slower', speedFactor: 0.5 };

describe('who gets to a place within some seconds', () => {
  it('is known of a second vehicle by the way of the first, without a search', () => {
    const { ask, search, known } = setUp([street, round]);
    expect(ask(largePumper, 20)).toMatchObject({ isWithin: true });
    expect(known.size).toBe(1);
    search.run([], { arcCost: () => 1 });
    expect(ask(truck, 20)).toMatchObject({ isWithin: true });
    expect(search.settled).toEqual([]);
  });

  it('is no vehicle that has another way only, or is slower, unless that way is short enough as well', () => {
    const narrow = { ...street, widthMeters: 3.5 };
    const { ask } = setUp([narrow, round]);
    expect(ask(largePumper, 20)).toMatchObject({ isWithin: true });
    expect(ask(wider, 20).isWithin).toBe(false);
    expect(ask(slower, 20).isWithin).toBe(false);
    const { seconds } = ask(slower, 100);
    expect(ask(slower, seconds! + 0.01).isWithin).toBe(true);
    expect(ask(slower, seconds! - 0.01).isWithin).toBe(false);
  });

  it('is no vehicle that a barrier on the way stops, and it loses the seconds of one that it opens', () => {
    const { ask } = setUp([street], {
      b: { kind: 'gate', motor: false, footways: true, delaySeconds: 7 },
    });
    const { seconds } = ask(motorbike, 100);
    expect(seconds).toBeGreaterThan(7);
    expect(ask(motorbike, seconds! - 0.01).isWithin).toBe(false);
    expect(ask(motorbike, seconds! + 0.01).isWithin).toBe(true);
    expect(ask(largePumper, 100)).toEqual({ isWithin: false, seconds: null });
  });
});
