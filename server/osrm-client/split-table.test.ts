import { expect, test } from 'vitest';
import type { Position } from '../../geo/position.ts';
import type { Table, TableRequest } from './client.ts';
import { joinTables, splitTable } from './split-table.ts';

/** What OSRM would say: seconds are how far east one place is of the other. */
function answer({ sources, destinations }: TableRequest): Table {
  return {
    kind: 'table',
    durations: sources.map(([from]) => destinations.map(([to]) => to - from)),
    sourceSnapMeters: sources.map(([from]) => from),
    destinationSnapMeters: destinations.map(([to]) => to),
  };
}

const places = (count: number, from: number): Position[] =>
  Array.from({ length: count }, (_, index) => [from + index, 0]);

const shapes = [1, 2, 3, 4, 7].flatMap((sources) =>
  [1, 2, 3, 4, 7].map((destinations) => ({ sources, destinations })),
);

test.each(shapes)(
  '$sources to $destinations places: asked in parts, it is the same table',
  (shape) => {
    const whole = {
      sources: places(shape.sources, 100),
      destinations: places(shape.destinations, 200),
    };
    expect(joinTables(whole, splitTable(whole).map(answer))).toEqual(answer(whole));
  },
);

test('a table without places on one side is not asked for', () => {
  expect(joinTables({ sources: places(3, 0), destinations: [] }, []).durations).toEqual([
    [],
    [],
    [],
  ]);
  expect(joinTables({ sources: [], destinations: places(3, 0) }, []).durations).toEqual([]);
});

const count = (sources: number, destinations: number): number =>
  splitTable({ sources: places(sources, 0), destinations: places(destinations, 50) }).length;

test('each part has one search to do, unless both sides have many', () => {
  expect([count(26, 1), count(26, 2), count(26, 3), count(26, 4)]).toEqual([1, 2, 3, 1]);
  expect([count(1, 200), count(2, 200), count(0, 5)]).toEqual([1, 2, 0]);
});

test('where one stop has no road near, how far the stations are from theirs is still known', () => {
  const whole = { sources: places(5, 1), destinations: places(2, 10) };
  const [first, second] = splitTable(whole);
  const none: Table = {
    kind: 'table',
    durations: first!.sources.map(() => [null]),
    sourceSnapMeters: first!.sources.map(() => Infinity),
    destinationSnapMeters: [Infinity],
  };
  const { sourceSnapMeters, destinationSnapMeters } = joinTables(whole, [none, answer(second!)]);
  expect(sourceSnapMeters).toEqual([1, 2, 3, 4, 5]);
  expect(destinationSnapMeters).toEqual([Infinity, 11]);
});
