import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { house, openTown, street, type Town } from '../batches/town-for-test.ts';
import { addresses } from '../registers/addresses.ts';

let town: Town;
beforeEach(async () => {
  town = await openTown();
}, 60_000);
afterEach(() => town.bench.close());

const header = 'id,house_number,street,lon,lat\n';
// House 6 of the town, at 60 m east and 8 m north of the origin.
const houseSix = `${header}r1,6,Phố Thử,105.80058,21.00007\n`;

async function readRetired(): Promise<{ id: number; house_number: string; by: number }[]> {
  return town.bench.rows(
    `select id, house_number, retired_by_batch::integer as by from addresses
     where retired_at between now() - interval '1 minute' and now() order by id`,
  );
}

describe('a house in a newer extract is the same one', () => {
  test('when it was moved, or got another number', async () => {
    await town.load();
    const before = await town.houses();
    await town.load({ nodes: { h2: house('2', [14, 12]), h4: house('4B', [20, 8]) } });
    const { '4': four, ...others } = before;
    expect(await town.houses()).toEqual({ ...others, '4B': four });
    expect(await readRetired()).toEqual([]);
  });

  test('when it lies close by under another OSM id, but not at the other end of the street', async () => {
    await town.load();
    const before = await town.houses();
    const { report } = await town.load({
      nodes: { h2: null, h8: null, near: house('2', [16, 8]), far: house('8', [25, 8]) },
    });
    const after = await town.houses();
    expect(after['2']).toBe(before['2']);
    expect(Object.values(before)).not.toContain(after['8']);
    expect(report.merges['addresses']).toMatchObject({ added: 1, changed: 1, retired: 1 });
  });

  test('when it was gone for a while; in between it is retired by date and batch', async () => {
    await town.load();
    const before = await town.houses();
    await town.load({ nodes: { h6: null } });
    const { '6': six, ...others } = before;
    expect(await town.houses()).toEqual(others);
    expect(await readRetired()).toEqual([{ id: six, house_number: '6', by: 2 }]);
    // What comes meanwhile never gets the id that is free.
    await town.load({ nodes: { h6: null, h10: house('10', [95, 8]) } });
    expect(Object.values(before)).not.toContain((await town.houses())['10']);
    const { report } = await town.load();
    expect(await town.houses()).toEqual(before);
    expect(report.merges['addresses']).toMatchObject({ added: 1, returned: 1, retired: 1 });
    expect(town.bench.said.join('\n')).toContain('1 of the new were here before');
  });
});

test('an address that lists several numbers gives one row for each', async () => {
  await town.load({ nodes: { h2: house('2;2A', [10, 8]), h4: house('10-14', [20, 8]) } });
  const before = await town.houses();
  expect(Object.keys(before).toSorted()).toEqual(['10-14', '2', '2A', '6', '8']);
  await town.load({ nodes: { h2: house('2, 2A, 2B', [10, 8]), h4: house('10-14', [20, 8]) } });
  expect(await town.houses()).toEqual({ ...before, '2B': expect.any(Number) });
});

test('other ways to write an address are found in the map and go with it', async () => {
  const named = house('2', [10, 8], {
    'addr:housename': 'Nhà Gỗ',
    'old_addr:housenumber': '17',
  });
  await town.load({ nodes: { h2: named, h4: house('4;4A', [20, 8]) } });
  const { '2': two, '4': four } = await town.houses();
  const read = 'select address_id, text from address_aliases order by address_id, text';
  expect(await town.bench.rows(read)).toEqual([
    { address_id: two, text: '17 Phố Thử' },
    { address_id: two, text: 'Nhà Gỗ' },
    { address_id: four, text: '4;4A Phố Thử' },
  ]);
  await town.load({ nodes: { h2: named } });
  expect(await town.bench.rows(read)).toHaveLength(2);
});

const square = (west: number): [number, number][] => [
  [west, 10],
  [west + 8, 10],
  [west + 8, 18],
  [west, 18],
];

describe('a footprint that was drawn anew', () => {
  const tags = { building: 'yes' };

  test('is the same building where it covers most of the old one, else another', async () => {
    await town.load({ areas: [{ corners: square(0), tags }] });
    const [before] = await town.bench.rows('select id, osm_id from buildings');
    await town.load({
      // A way with a higher id shifts those of the areas.
      moreWays: [{ id: 40, nodes: ['a', 'd'], tags: {} }],
      areas: [
        { corners: square(4), tags },
        { corners: square(0.5), tags },
      ],
    });
    const after = await town.bench.rows(
      'select id, osm_id, st_x(st_centroid(geom)) < 105.80005 as is_old from buildings where retired_at is null',
    );
    const same = after.find(({ is_old: isOld }) => isOld);
    expect(same?.['id']).toBe(before?.['id']);
    expect(same?.['osm_id']).not.toBe(before?.['osm_id']);
    expect(after).toHaveLength(2);
  });
});

test('a street keeps its row when its way is drawn anew, and a new one gets its own', async () => {
  await town.load();
  const [before] = await town.bench.rows(`select id from streets where name = 'Thử'`);
  await town.load({
    streets: [
      { ...street, id: 12 },
      { id: 13, nodes: ['b', 'd'], tags: { highway: 'residential', name: 'Phố Mới' } },
    ],
  });
  const streets = await town.bench.rows(
    'select id, name from streets where retired_at is null order by id',
  );
  expect(streets).toEqual([
    { id: before?.['id'], name: 'Thử' },
    { id: expect.any(Number), name: 'Mới' },
  ]);
  const [alley] = await town.bench.rows('select retired_at is not null as retired from alleys');
  expect(alley).toEqual({ retired: true });
});

test('a street whose line is gone stays the same one as long as houses name it', async () => {
  await town.load();
  const read = `select id, geom is null as is_bare from streets where name = 'Thử' and retired_at is null`;
  const [before] = await town.bench.rows(read);
  const houses = await town.houses();
  const other = { id: 13, nodes: ['b', 'd'], tags: { highway: 'residential', name: 'Phố Mới' } };
  await town.load({ streets: [other, { ...other, id: 14, nodes: ['a', 'b'] }] });
  expect(await town.bench.rows(read)).toEqual([{ id: before?.['id'], is_bare: true }]);
  expect(await town.houses()).toEqual(houses);
  await town.load();
  expect(await town.bench.rows(read)).toEqual([{ id: before?.['id'], is_bare: false }]);
});

describe('a house that stands in a register and in the map is one row', () => {
  test('whichever came first, and it keeps its id', async () => {
    await town.load();
    const before = await town.houses();
    await town.loadRegister(addresses, houseSix);
    expect(await town.houses()).toEqual(before);
    const sources = 'select source, register_id, osm_type from addresses where id = $1';
    expect(await town.bench.rows(sources, [before['6']])).toEqual([
      { source: 'register', register_id: 'r1', osm_type: 'n' },
    ]);
    expect((await town.load()).status).toBe('unchanged');
    await town.load({ nodes: { h6: null } });
    expect(await town.houses()).toEqual(before);
    await town.load();
    expect(await town.houses()).toEqual(before);
  });

  test('also when the register came before the map had it', async () => {
    await town.load({ nodes: { h6: null } });
    await town.loadRegister(addresses, houseSix);
    const before = await town.houses();
    const { report } = await town.load();
    expect(await town.houses()).toEqual(before);
    expect(report.merges['addresses']).toMatchObject({ added: 0, changed: 1, retired: 0 });
  });

  test('and goes on as the one of the map when the whole register lacks it', async () => {
    await town.load();
    const before = await town.houses();
    await town.loadRegister(addresses, `${houseSix}r2,12,Phố Thử,105.80099,21.00007\n`);
    await town.loadRegister(addresses, `${header}r2,12,Phố Thử,105.80099,21.00007\n`, {
      isComplete: true,
    });
    expect(await town.houses()).toMatchObject(before);
    // The map puts it back where it has it.
    const { report } = await town.load();
    expect(report.merges['addresses']).toMatchObject({ added: 0, changed: 1, retired: 0 });
    expect(await town.houses()).toMatchObject(before);
  });
});
