// The set of a fire to which some drive already.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MiniCity } from '../response/mini-city-for-test.ts';
import { askSet, idOf, openSetCity, requirement, signs } from './set-city-for-test.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openSetCity();
}, 120_000);
afterAll(() => city.close());

const askFor = (text: string, incident = {}) => askSet(city, text, incident);

async function setStatus(status: string): Promise<void> {
  const sql = `update units set status = $1 where call_sign like 'XE 0%'`;
  await city.database.pool.query(sql, [status]);
}

const busy = (unitId: string) => ({ code: 'sent-status', params: { unitId, status: 'busy' } });

async function setOfOthers(name: string, status: string): Promise<void> {
  const sql = 'update mobilised_vehicles set status = $2 where name = $1';
  await city.database.pool.query(sql, [name, status]);
}

it('counts those sent already first, whatever their status: the same set again, and at a higher alarm what is missing beside them', async () => {
  const computed = await askFor('11 Khương Hạ');
  const sent = ['XE 01', 'XE 02'].map((sign) => idOf(computed, sign));
  await setStatus('busy');
  expect(requirement(await askFor('11 Khương Hạ'), 'pump')).toMatchObject({ have: 0 });
  const again = await askFor('11 Khương Hạ', { withUnitIds: sent });
  expect(signs(again)).toEqual(['XE 01', 'XE 02']);
  expect(again.set!.total).toMatchObject({ vehicles: 2, isComplete: true });
  expect(again.notes).toMatchObject(sent.map(busy));
  const higher = await askFor('11 Khương Hạ', { withUnitIds: sent, alarmLevel: 2 });
  expect(signs(higher)).toEqual(expect.arrayContaining(['XE 01', 'XE 02', 'TÉC 3']));
  expect(requirement(higher, 'pump')).toMatchObject({ have: 2, why: { code: 'all-sent' } });
  expect(requirement(higher, 'water_l')).toMatchObject({ have: 8_000 });
  await setStatus('available');
});

it('counts a vehicle of others that was called already, also for an alarm that would do without', async () => {
  const { set } = await askFor('11 Khương Hạ', { alarmLevel: 2 });
  const { vehicleId } = set!.vehicles.find(({ callSign }) => callSign === 'TÉC 3')!;
  const answer = await askFor('11 Khương Hạ', { withUnitIds: [vehicleId] });
  expect(signs(answer)).toContain('TÉC 3');
  expect(answer.notes).toEqual([]);
});

it('counts a vehicle of others that was called already, also where the card asks for no such kind, and when its owner lends no more', async () => {
  const rescue = await askFor('11 Khương Hạ', { incidentType: 'rescue', alarmLevel: 2 });
  const crane = rescue.set!.vehicles.find(({ callSign }) => callSign === 'CẨU 1')!;
  const fire = await askFor('11 Khương Hạ', { withUnitIds: [crane.vehicleId] });
  expect(fire.set!.vehicles.find(({ callSign }) => callSign === 'CẨU 1')).toMatchObject({
    fills: [],
    mobilised: { owner: 'Công ty A' },
  });
  await setOfOthers('CẨU 1', 'unavailable');
  const lent = { incidentType: 'rescue', alarmLevel: 2, withUnitIds: [crane.vehicleId] };
  const again = await askFor('11 Khương Hạ', lent);
  await setOfOthers('CẨU 1', 'available');
  expect(signs(again)).toContain('CẨU 1');
  expect(requirement(again, 'crane')).toMatchObject({ have: 1, why: null });
  expect(again.set!.othersNotCounted).toEqual([]);
});

it('counts one that was called from further away than the six soonest', async () => {
  const { pool } = city.database;
  const { set } = await askFor('11 Khương Hạ', { alarmLevel: 2 });
  const { vehicleId } = set!.vehicles.find(({ callSign }) => callSign === 'TÉC 3')!;
  await pool.query(
    `insert into mobilised_vehicles (kind, name, owner, geom, call_out_min, tank_l, source)
     select 'tanker', 'GẦN ' || n, 'Công ty C', geom, 1, 9000, 'test'
     from generate_series(1, 7) n, mobilised_vehicles where name = 'TÉC 3'`,
  );
  const move = `update mobilised_vehicles set geom = st_translate(geom, $1, 0) where name = 'TÉC 3'`;
  await pool.query(move, [0.01]);
  const answer = await askFor('11 Khương Hạ', { withUnitIds: [vehicleId] });
  await pool.query(move, [-0.01]);
  await pool.query(`delete from mobilised_vehicles where name like 'GẦN %'`);
  expect(signs(answer)).toContain('TÉC 3');
});

it('names a vehicle of others that was called already and is of no use here', async () => {
  const { pool } = city.database;
  const { rows } = await pool.query<{ id: string }>(
    `insert into mobilised_vehicles (kind, name, owner, geom, call_out_min, ladder_m, source)
     select 'ladder', 'THANG XA', owner, st_translate(geom, 1, 0), 1, 33, 'test'
     from mobilised_vehicles where name = 'TÉC 3'
     returning 'mobilised:' || id as id`,
  );
  const vehicleId = rows[0]!.id;
  const answer = await askFor('15 Khương Hạ', { withUnitIds: [vehicleId] });
  await pool.query(`delete from mobilised_vehicles where name = 'THANG XA'`);
  expect(answer.set!.othersNotCounted).toMatchObject([
    {
      vehicleId,
      callSign: 'THANG XA',
      why: { code: expect.stringMatching(/unreachable|no-drive-time/) },
    },
  ]);
});

it('has in the set a ladder truck of others that was called already and is too short, and says what it is', async () => {
  const { pool } = city.database;
  const { rows } = await pool.query<{ id: string }>(
    `insert into mobilised_vehicles (kind, name, owner, geom, call_out_min, ladder_m, source)
     select 'ladder', 'THANG NGẮN', owner, geom, 1, 15, 'test' from mobilised_vehicles where name = 'TÉC 3'
     returning 'mobilised:' || id as id`,
  );
  const vehicleId = rows[0]!.id;
  const answer = await askFor('15 Khương Hạ', { withUnitIds: [vehicleId] });
  await pool.query(`delete from mobilised_vehicles where name = 'THANG NGẮN'`);
  expect(answer.set!.othersNotCounted).toEqual([]);
  expect(answer.set!.vehicles).toContainEqual(
    expect.objectContaining({ vehicleId, seconds: expect.any(Number), fills: ['ladder'] }),
  );
  expect(requirement(answer, 'ladder')).toMatchObject({
    have: 0,
    why: { code: 'ladder-too-short-sent', params: { meters: 15 } },
  });
});

it('has a unit that replaces one sent already, which then does not count', async () => {
  const computed = await askFor('11 Khương Hạ');
  const sent = ['XE 01', 'XE 02'].map((sign) => idOf(computed, sign));
  const chosen = { unitId: idOf(computed, 'MÔ TÔ 3'), insteadOf: sent[0] };
  const answer = await askFor('11 Khương Hạ', { withUnitIds: sent, chosen });
  expect(signs(answer)).toEqual(expect.arrayContaining(['MÔ TÔ 3', 'XE 02']));
  expect(signs(answer)).not.toContain('XE 01');
});
