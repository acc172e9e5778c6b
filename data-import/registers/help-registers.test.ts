// The registers of help from others: contacts, and vehicles that may be mobilised.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTown, type Town } from '../batches/town-for-test.ts';
import { contacts } from './contacts.ts';
import { mobilisedVehicles } from './mobilised-vehicles.ts';

let town: Town;
beforeEach(async () => {
  town = await openTown({});
}, 60_000);
afterEach(() => town.bench.close());

async function reasons(register: Parameters<Town['loadRegister']>[0], file: string) {
  const { report } = await town.loadRegister(register, file, { dryRun: true });
  return report.rejected.map(({ line, reason }) => [line, reason]);
}

describe('the register of contacts', () => {
  const file = [
    'id,kind,name,phone,lon,lat,ward',
    'A,public-fire-point,Điểm ngõ 29,024 1,105.8,21,',
    'B,power,Điện lực,024 2,,,',
  ].join('\n');

  test('loads once, changes only what differs, and is taken back', async () => {
    const first = await town.loadRegister(contacts, file);
    expect(first.report.merges['contacts']).toMatchObject({ added: 2 });
    expect((await town.loadRegister(contacts, file)).status).toBe('unchanged');
    await town.loadRegister(contacts, file.replace('024 2', '024 9'));
    const read = `select phone from contacts where register_id = 'B' and retired_at is null`;
    expect(await town.bench.rows(read)).toEqual([{ phone: '024 9' }]);
    await town.undo();
    expect(await town.bench.rows(read)).toEqual([{ phone: '024 2' }]);
    await town.loadRegister(contacts, 'id,kind,name\nB,power,Điện lực\n', { isComplete: true });
    expect(
      await town.bench.rows('select register_id from contacts where retired_at is null'),
    ).toEqual([{ register_id: 'B' }]);
  });

  test('refuses a team without a place, a ward without its name, and half a place', async () => {
    const rows = [
      'id,kind,name,lon,lat,ward',
      'A,inter-family-team,Tổ 1,,,',
      'B,ward,Phường,,,',
      'C,power,Điện lực,105.8,,',
      'D,oracle,Ai đó,105.8,21,',
    ].join('\n');
    expect(await reasons(contacts, rows)).toEqual([
      [2, 'lon and lat are missing; a inter-family-team has a place'],
      [3, 'ward is missing'],
      [4, 'lon without lat, or lat without lon'],
      [5, expect.stringContaining('kind "oracle" is none of')],
    ]);
  });
});

describe('the ward of a contact', () => {
  const file = ['id,kind,name,ward', 'A,ward,Trực ban,Phường Thử', 'B,power,Điện lực,Phường Xa']
    .join('\n')
    .concat('\n');

  test('is handed back when it is none of the city, with what to write instead', async () => {
    await town.bench.rows(
      `insert into admin_units (type, name, code, valid_from, source, geom)
       select 'phuong', 'Thử', '00001', '2025-07-01', 'test', st_multi(st_buffer(st_setsrid(st_makepoint(105.8, 21), 4326), 0.01))`,
    );
    expect(await reasons(contacts, file)).toEqual([
      [3, 'ward "Phường Xa" is none of this city; its name or code as in the boundaries'],
    ]);
    expect(await reasons(contacts, file.replace('Phường Xa', '00001'))).toEqual([]);
  });

  test('is taken as it is while no boundaries are loaded', async () => {
    await town.bench.rows('update admin_units set retired_at = now() where retired_at is null');
    expect(await reasons(contacts, file)).toEqual([]);
  });
});

describe('the register of vehicles that may be mobilised', () => {
  test('keeps owner, phone and call-out time, and is retired where a complete file lacks it', async () => {
    const file = [
      'id,kind,name,owner,lon,lat,call_out_min,phone,tank_l,status',
      'T1,tanker,29C-1,Công ty A,105.8,21,10,024 1,"9000",',
      'E1,excavator,29C-2,Công ty B,105.81,21,25,,,unavailable',
    ].join('\n');
    await town.loadRegister(mobilisedVehicles, file);
    const read = `select register_id, owner, call_out_min, tank_l, status from mobilised_vehicles
      where retired_at is null order by 1`;
    expect(await town.bench.rows(read)).toEqual([
      {
        register_id: 'E1',
        owner: 'Công ty B',
        call_out_min: 25,
        tank_l: null,
        status: 'unavailable',
      },
      {
        register_id: 'T1',
        owner: 'Công ty A',
        call_out_min: 10,
        tank_l: 9_000,
        status: 'available',
      },
    ]);
    const shorter = file.split('\n').slice(0, 2).join('\n');
    await town.loadRegister(mobilisedVehicles, shorter, { isComplete: true });
    expect(await town.bench.rows(read)).toHaveLength(1);
  });

  test('refuses a tanker without litres, a class nobody knows, and a call-out of two days', async () => {
    const rows = [
      'id,kind,name,owner,lon,lat,call_out_min,tank_l,vehicle_class',
      'A,tanker,1,X,105.8,21,10,,',
      'B,crane,2,X,105.8,21,10,,zeppelin',
      'C,crane,3,X,105.8,21,2880,,',
    ].join('\n');
    expect(await reasons(mobilisedVehicles, rows)).toEqual([
      [2, 'tank_l is missing'],
      [3, expect.stringContaining('vehicle_class "zeppelin" is none of large')],
      [4, expect.stringContaining('call_out_min "2880" is above 1440')],
    ]);
  });
});
