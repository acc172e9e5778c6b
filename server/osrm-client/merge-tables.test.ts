import { expect, test } from 'vitest';
import type { TableEnd, TableRequest } from './client.ts';
import { mergeTables } from './merge-tables.ts';
import type { Routers } from './routers.ts';

/** In place of OSRM: seconds are how far east one place is of the other. */
function watchTables(): { asked: [string, TableRequest][]; table: Routers['table'] } {
  const asked: [string, TableRequest][] = [];
  return {
    asked,
    table: (vehicleClass, request) => {
      asked.push([vehicleClass, request]);
      if (vehicleClass === 'away') return Promise.resolve({ kind: 'unavailable', why: 'timeout' });
      return Promise.resolve({
        kind: 'table',
        durations: request.sources.map(({ position: [from] }) =>
          request.destinations.map(({ position: [to] }) => (to === 0 ? null : to - from)),
        ),
        isPartlyClosed: request.sources.map(() =>
          request.destinations.map(({ position: [to] }) => to === 20),
        ),
        isSourceOnMap: request.sources.map(({ position: [from] }) => from < 2),
        isDestinationOnMap: request.destinations.map(({ position: [to] }) => to > 0),
      });
    },
  };
}

const place = (east: number): TableEnd => ({ position: [east, 0], snapMaxMeters: 20 });

test('tables of one moment are one request, and each asker gets its own part', async () => {
  const { asked, table } = watchTables();
  const merged = mergeTables({ table });
  const first = merged('large', { sources: [place(1), place(2)], destinations: [place(10)] });
  const second = merged('large', {
    sources: [place(2)],
    destinations: [place(0), place(20), place(10)],
  });
  const other = merged('small', { sources: [place(3)], destinations: [place(9)] });
  expect(await first).toMatchObject({ durations: [[9], [8]], isSourceOnMap: [true, false] });
  expect(await second).toMatchObject({
    durations: [[null, 18, 8]],
    isPartlyClosed: [[false, true, false]],
    isDestinationOnMap: [false, true, true],
  });
  expect(await other).toMatchObject({ durations: [[6]] });
  expect(asked).toEqual([
    ['large', { sources: [place(1), place(2)], destinations: [place(10), place(0), place(20)] }],
    ['small', { sources: [place(3)], destinations: [place(9)] }],
  ]);
});

test('what is asked later is a request of its own', async () => {
  const { asked, table } = watchTables();
  const merged = mergeTables({ table });
  const request = { sources: [place(1)], destinations: [place(2)] };
  await merged('large', request);
  await merged('large', request);
  expect(asked).toHaveLength(2);
});

test('all of them hear that OSRM is away, or that it failed', async () => {
  const { table } = watchTables();
  const merged = mergeTables({ table });
  const request = { sources: [place(1)], destinations: [place(2)] };
  const away = await Promise.all([merged('away', request), merged('away', request)]);
  expect(away).toEqual(Array.from({ length: 2 }, () => ({ kind: 'unavailable', why: 'timeout' })));
  const failing = mergeTables({ table: () => Promise.reject(new Error('no')) });
  const failed = await Promise.allSettled([failing('large', request), failing('large', request)]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
