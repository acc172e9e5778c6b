import { afterAll, beforeAll, expect, test } from 'vitest';
import { openImportBench, type ImportBench } from '../../data-import/osm/import-for-test.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { readReadBack } from './queries.ts';

// Phố Huế runs east; Phố Một crosses it at 200 m, Phố Hai passes over it at 120 m without a junction.
const street = { highway: 'residential' };
let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
  await bench.importWorld({
    nodes: {
      west: [0, 0],
      crossing: [200, 0],
      east: [400, 0],
      north: [200, 300],
      southOfBridge: [120, -100],
      northOfBridge: [120, 100],
    },
    ways: [
      { nodes: ['west', 'crossing', 'east'], tags: { ...street, name: 'Phố Huế' } },
      { nodes: ['crossing', 'north'], tags: { ...street, name: 'Phố Một' } },
      {
        nodes: ['southOfBridge', 'northOfBridge'],
        tags: { ...street, name: 'Phố Hai', bridge: 'yes', layer: '1' },
      },
    ],
  });
}, 60_000);
afterAll(() => bench.close());

async function nearOf(east: number, north: number, name: string | null, label = '') {
  const [row] = await bench.rows<{ id: number }>('select id from streets where name = $1', [name]);
  const [lon, lat] = at(east, north);
  const spot = { lon, lat, alley_id: null, street_id: row?.id ?? null, label };
  return (await readReadBack(bench.pool, spot, { approach: [lon, lat], nearMeters: 150 })).near;
}

test('the crossing told to the caller is one, with another street, however near a bridge is', async () => {
  const near = await nearOf(110, 8, 'Huế');
  expect(near).toMatchObject({ kind: 'crossing', name: 'Phố Một' });
  expect(near!.meters).toBeGreaterThan(85);
  expect(near!.meters).toBeLessThan(95);
});

test('a point on the map is told its crossing too, never with the street it lies on', async () => {
  expect(await nearOf(300, 5, null)).toMatchObject({ kind: 'crossing', name: 'Phố Một' });
  expect(await nearOf(205, 90, null)).toMatchObject({ kind: 'crossing', name: 'Phố Huế' });
  expect(await nearOf(20, 5, null)).toBeNull();
});

test('a landmark is never told to be near itself, nor near its double', async () => {
  await bench.rows(
    `insert into landmarks (kind, name, name_key, geom)
     select 'market', name, '', st_setsrid(st_makepoint($1, $2), 4326)
     from unnest(array['Chợ Hôm', 'CHỢ HÔM']) name`,
    at(80, 30),
  );
  expect(await nearOf(80, 28, null, 'Chợ Hôm')).toMatchObject({ name: 'Phố Một' });
  expect(await nearOf(80, 28, null, '12 phố Huế')).toMatchObject({ kind: 'market', meters: 2 });
});
