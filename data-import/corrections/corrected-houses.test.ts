import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addresses } from '../registers/addresses.ts';
import {
  house,
  openCorrectedWorld,
  street,
  type CorrectedWorld,
} from './corrected-world-for-test.ts';

let world: CorrectedWorld;
beforeEach(async () => {
  world = await openCorrectedWorld({});
}, 60_000);
afterEach(() => world.bench.close());

describe('a corrected house number survives an import', () => {
  test('and so does the house, when its node becomes a building', async () => {
    const before = await world.houses();
    const correction = await world.renumber('8', '8A');
    expect(await world.load()).toBe('unchanged');
    const corners = [
      [57, 5],
      [63, 5],
      [63, 12],
      [57, 12],
    ] as const;
    const { tags } = house('8', [0, 0]);
    await world.load({
      nodes: { h8: [60, 8] },
      areas: [{ corners, tags: { building: 'yes', ...tags } }],
    });
    expect(await world.houses()).toEqual([
      before[0],
      { id: before[1]!.id, house_number: '8A', label: 'Số 8A, phố Thử' },
    ]);
    expect(await world.stateOf(correction)).toBe('applied');
    await world.withdraw(correction.id);
    expect(await world.houses()).toEqual(before);
  });

  test('where the map has another number by now, which holds again when it is withdrawn', async () => {
    const correction = await world.renumber('8', '8A');
    await world.load({ nodes: { h8: house('10', [60, 8]) } });
    expect((await world.houses()).map((each) => each.house_number)).toEqual(['6', '8A']);
    await world.withdraw(correction.id);
    expect((await world.houses()).map((each) => each.label)).toEqual([
      'Số 6, phố Thử',
      'Số 10, phố Thử',
    ]);
  });

  test('unless the house is gone, which is said and listed', async () => {
    const correction = await world.renumber('8', '8A');
    await world.load({ nodes: { h8: [60, 8] } });
    expect(world.bench.said.join('\n')).toMatch(/address:\d+, Số 8, phố Thử: house_number 8A/);
    expect(await world.stateOf(correction)).toBe('unmatched: gone');
  });

  test('of a register of addresses too', async () => {
    const rows = 'id,house_number,street,lon,lat\nr1,20,Phố Thử,105.8008,21.0001\n';
    const register = (text: string) => world.loadRegister(addresses, text);
    await register(rows);
    const correction = await world.renumber('20', '22');
    expect(await register(rows)).toBe('unchanged');
    await register(rows.replace('105.8008', '105.80082'));
    expect((await world.houses()).map((each) => each.house_number)).toEqual(['6', '8', '22']);
    await world.load({ ways: [street] });
    expect((await world.houses()).map((each) => each.house_number)).toEqual(['6', '8', '22']);
    await world.withdraw(correction.id);
    expect((await world.houses()).map((each) => each.house_number)).toEqual(['6', '8', '20']);
  });
});

test('a surveyed door survives an import, and reaches the road as it runs then', async () => {
  const [row] = await world.houses();
  const value = { lon: 105.80048, lat: 21.00002 };
  const correction = await world.enter({ target: `address:${row!.id}`, field: 'door', value });
  await world.load({ nodes: { a: [0, -4], c: [30, -4], b: [100, -4] } });
  const read = () =>
    world.bench.rows(
      `select round(st_x(door)::numeric, 5)::float8 as lon, door_provenance as from,
         round(st_distance(access::geography, (select geom from roads where osm_way_id = 10)::geography)::numeric, 1)::float8 as off
       from addresses where id = $1`,
      [row!.id],
    );
  expect(await read()).toEqual([{ lon: 105.80048, from: 'surveyed', off: 0 }]);
  await world.withdraw(correction.id);
  expect(await read()).toMatchObject([{ from: 'named-way', off: 0 }]);
});
