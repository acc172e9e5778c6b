import { afterAll, beforeAll, expect, test } from 'vitest';
import { roadLimits } from '../registers/road-limits.ts';
import { stations } from '../registers/stations.ts';
import type { ChangeReport } from './change-report.ts';
import { dumpServed, house, openTown, type Town } from './town-for-test.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 60_000);
afterAll(() => town.bench.close());

const change = {
  nodes: {
    h2: house('2A', [10, 8]),
    h4: null,
    h8: house('8', [91, 9]),
    h10: house('10', [95, 8]),
    h12: house('12', [97, 8]),
    hydrant: null,
  },
};

function countsOf({ wards }: ChangeReport, table: string): Record<string, number[]> {
  const own = wards.filter((row) => row.table === table);
  return Object.fromEntries(
    own.map(({ ward, added, changed, retired }) => [ward ?? '-', [added, changed, retired]]),
  );
}

test('what an import would change is said per kind and per ward, before anything is', async () => {
  await town.load();
  const before = await dumpServed(town);
  const asked: string[][] = [];
  const { status, report } = await town.load(change, {
    confirm: async () => {
      asked.push([...town.bench.said]);
      expect(await dumpServed(town)).toEqual(before);
      return false;
    },
  });
  expect(status).toBe('declined');
  expect(await dumpServed(town)).toEqual(before);
  expect(report.merges['addresses']).toEqual({ added: 2, changed: 2, retired: 1, unchanged: 1 });
  // 2 and 4 stand in the west; the hydrant, 8 and the new houses in the east.
  expect(countsOf(report, 'addresses')).toEqual({
    'Phường Tây': [0, 1, 1],
    'Phường Đông': [2, 1, 0],
  });
  expect(countsOf(report, 'water_points')).toEqual({ 'Phường Đông': [0, 0, 1] });
  const said = asked[0]!.join('\n');
  expect(said).toMatch(/addresses +2 new +2 changed +1 gone +1 unchanged/);
  expect(said).toMatch(/Phường Đông .*addresses 2 new, 1 changed; water_points 1 gone/);
  expect(said).toContain('Gone from addresses: Số 4, phố Thử');
  expect(said).toContain('Số 2, phố Thử (house_number, label)');
});

test('what was reported is what is applied', async () => {
  const { status, report } = await town.load(change, { confirm: async () => true });
  expect(status).toBe('applied');
  expect(Object.keys(await town.houses()).toSorted()).toEqual(['10', '12', '2A', '6', '8']);
  const [kept] = await town.bench.rows<{ report: ChangeReport }>(
    `select report from import_batches where status = 'applied' order by id desc limit 1`,
  );
  expect(kept?.report.merges).toEqual(report.merges);
});

test('a register is counted by the wards that are loaded', async () => {
  await town.loadRegister(stations, 'id,name,lon,lat\ns1,Đội 1,105.8,21\n');
  const { report } = await town.loadRegister(
    stations,
    'id,name,lon,lat\ns1,Đội 1,105.8,21\ns2,Đội 2,105.801,21\ns3,Đội 3,106.5,21\n',
  );
  expect(countsOf(report, 'stations')).toEqual({ 'Phường Đông': [1, 0, 0], '-': [1, 0, 0] });
});

test('a survey of roads is counted by the wards that its roads lie in', async () => {
  await town.loadRegister(roadLimits, 'way_id,width_m\n10,8\n');
  const { report } = await town.loadRegister(roadLimits, 'way_id,width_m\n11,2.3\n');
  expect(report.wards).toEqual([
    { ward: 'Phường Tây', table: 'corrections', added: 1, changed: 0, retired: 0 },
    { ward: 'Phường Tây', table: 'roads', added: 0, changed: 1, retired: 0 },
  ]);
});
