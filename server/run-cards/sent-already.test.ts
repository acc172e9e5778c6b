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

it('has a unit that replaces one sent already, which then does not count', async () => {
  const computed = await askFor('11 Khương Hạ');
  const sent = ['XE 01', 'XE 02'].map((sign) => idOf(computed, sign));
  const chosen = { unitId: idOf(computed, 'MÔ TÔ 3'), insteadOf: sent[0] };
  const answer = await askFor('11 Khương Hạ', { withUnitIds: sent, chosen });
  expect(signs(answer)).toEqual(expect.arrayContaining(['MÔ TÔ 3', 'XE 02']));
  expect(signs(answer)).not.toContain('XE 01');
});
