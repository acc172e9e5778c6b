// What a register says of a unit's status, beside what was reported of it.

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readUnits } from '../../server/response/queries.ts';
import { findUnits, keepStatus } from '../../server/units/queries.ts';
import { openTown, type Town } from '../batches/town-for-test.ts';
import { stations } from './stations.ts';
import { units } from './units.ts';

let town: Town;
beforeEach(async () => {
  town = await openTown({});
  await town.loadRegister(stations, 'id,name,lon,lat\nA,Đội 1,105.8,21\n');
}, 60_000);
afterEach(() => town.bench.close());

const fleet = (status: string, km = '100') =>
  town.loadRegister(
    units,
    `id,call_sign,station_id,vehicle_class,status,km\nU5,XE 05,A,large,${status},${km}\n`,
  );

/** As a fleet list has it that knows of no status. */
const fleetWithoutStatus = (km: string) =>
  town.loadRegister(
    units,
    `id,call_sign,station_id,vehicle_class,km\nU5,XE 05,A,large,${km}\nU6,XE 06,A,large,5\n`,
  );

async function report(status: string, at = new Date()) {
  const { pool } = town.bench;
  const [unit] = await findUnits(pool, 'U5');
  const unitId = unit!.id;
  await keepStatus(pool, { unitId, status, at, author: 'Lan', atStation: false });
}

async function statuses() {
  const rows = await readUnits(town.bench.pool);
  return Object.fromEntries(rows.map((unit) => [unit.call_sign, unit.status]));
}

test('a reported unit stays out of service though a register changes something else of it', async () => {
  await fleet('available');
  await report('out-of-service');
  expect((await fleet('available', '120')).status).toBe('applied');
  expect(await statuses()).toEqual({ 'XE 05': 'out-of-service' });
  await fleet('', '130');
  expect(await statuses()).toEqual({ 'XE 05': 'out-of-service' });
});

test('a register without statuses leaves them as they are; a new unit is available', async () => {
  await fleet('maintenance');
  await fleetWithoutStatus('140');
  expect(await statuses()).toEqual({ 'XE 05': 'maintenance', 'XE 06': 'available' });
});

test('a register that says another status than before is newer than what was reported before', async () => {
  await fleet('available');
  await report('out-of-service');
  await fleet('maintenance');
  expect(await statuses()).toEqual({ 'XE 05': 'maintenance' });
  await report('busy');
  await fleet('maintenance', '150');
  expect(await statuses()).toEqual({ 'XE 05': 'busy' });
  await fleet('available', '150');
  expect(await statuses()).toEqual({ 'XE 05': 'available' });
});

test('what was reported holds again when the register that said something else is undone', async () => {
  await fleet('available');
  await report('out-of-service');
  const { report: told } = await fleet('maintenance');
  expect(told.examples).toMatchObject([{ changed: [{ label: 'XE 05', columns: ['status'] }] }]);
  await town.undo();
  expect(await statuses()).toEqual({ 'XE 05': 'out-of-service' });
});

test('a unit that comes back into the register is as it was reported last', async () => {
  await fleet('available');
  await report('out-of-service');
  const others = 'id,call_sign,station_id,vehicle_class\nU6,XE 06,A,large\n';
  await town.loadRegister(units, others, { isComplete: true });
  expect(await statuses()).toEqual({ 'XE 06': 'available' });
  await fleet('');
  expect(await statuses()).toEqual({ 'XE 05': 'out-of-service', 'XE 06': 'available' });
});

test('a unit whose status is another word is handed back with the words there are', async () => {
  await expect(fleet('sẵn sàng')).rejects.toThrow(
    'line 2: status "sẵn sàng" is none of available, busy, out-of-service, maintenance, on-call',
  );
  expect(await town.bench.rows('select id from units')).toEqual([]);
});

test('a status that an older Firepoint took in capitals counts after an upgrade, another word stays', async () => {
  await town.bench.rows(
    `with s as (insert into stations (name, source, geom) values ('S', 'test', st_point(0, 0, 4326)) returning id)
     insert into units (call_sign, station_id, vehicle_class, status, source)
     select word, s.id, 'large', word, 'register' from s, unnest(array['Available', ' BUSY ', 'Sẵn sàng']) word`,
  );
  const upgrade = new URL('../../sql/migrations/0027_unit_status_words.sql', import.meta.url);
  await town.bench.rows(readFileSync(upgrade, 'utf8'));
  expect(await town.bench.rows('select status from units order by id')).toEqual([
    { status: 'available' },
    { status: 'busy' },
    { status: 'Sẵn sàng' },
  ]);
});
