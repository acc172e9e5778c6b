import { afterAll, beforeAll, expect, test } from 'vitest';
import { stations } from '../registers/stations.ts';
import { units } from '../registers/units.ts';
import { openTown, type Town } from './town-for-test.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
  await town.load();
}, 60_000);
afterAll(() => town.bench.close());

const one = 'id,name,lon,lat\ns1,Đội 1,105.8,21\n';
const two = `${one}s2,Đội 2,105.801,21\n`;
const whole = { isComplete: true };

async function strandedBy(...file: Parameters<Town['loadRegister']>): Promise<string[]> {
  return (await town.loadRegister(...file)).report.strandedUnits;
}

function unitsAt(station: string): string {
  return `id,call_sign,station_id,vehicle_class\nu1,XE 01,s1,large\nu2,XE 02,${station},large\n`;
}

test('units that an import leaves without a station are named, until they have another', async () => {
  await town.loadRegister(stations, two);
  expect(await strandedBy(units, unitsAt('s2'))).toEqual([]);
  expect(await strandedBy(stations, one, { ...whole, dryRun: true })).toEqual(['XE 02 (Đội 2)']);
  expect(town.bench.said.join('\n')).toMatch(/no station any more.*: XE 02 \(Đội 2\)/);
  await town.loadRegister(stations, one, whole);
  expect(await strandedBy(stations, one)).toEqual(['XE 02 (Đội 2)']);
  expect(await strandedBy(units, unitsAt('s1'))).toEqual([]);
});

test('units whose station comes back, or goes with them, are not named', async () => {
  await town.loadRegister(stations, two);
  await town.loadRegister(units, unitsAt('s2'));
  expect(await strandedBy(stations, one, whole)).toEqual(['XE 02 (Đội 2)']);
  expect(await strandedBy(stations, two, whole)).toEqual([]);
  await town.loadRegister(units, unitsAt('s2').replace(/u2.*\n/, ''), whole);
  expect(await strandedBy(stations, one, whole)).toEqual([]);
});

test('a call sign that several units bear is named with their stations, as long as they do', async () => {
  await town.loadRegister(stations, two);
  const rows = unitsAt('s2').replace('XE 02', 'XE 01');
  const { report } = await town.loadRegister(units, rows, whole);
  expect(report.sharedCallSigns).toEqual(['XE 01 (Đội 1, Đội 2)']);
  expect(town.bench.said.join('\n')).toMatch(/several units share.*: XE 01 \(Đội 1, Đội 2\)/);
  const later = await town.loadRegister(units, unitsAt('s2'), whole);
  expect(later.report.sharedCallSigns).toEqual([]);
});
