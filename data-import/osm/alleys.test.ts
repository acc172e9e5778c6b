import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openImportBench, type ImportBench } from './import-for-test.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
  // A street along the south, another along the north; everything else hangs between them.
  await bench.importWorld({
    nodes: {
      west: [0, 0],
      mouth: [50, 0],
      mouth2: [150, 0],
      east: [300, 0],
      northWest: [0, 200],
      northMouth: [50, 200],
      northEast: [300, 200],
      inner: [50, 60],
      inner2: [50, 100],
      ngachEnd: [90, 60],
      hemEnd: [90, 80],
      lone: [90, 100],
      off: [150, 30],
      off2: [170, 30],
      named: [250, 40],
      named2: [250, 80],
      offNamed: [270, 40],
    },
    ways: [
      {
        nodes: ['west', 'mouth', 'mouth2', 'east'],
        tags: { highway: 'tertiary', name: 'Phố Nam' },
      },
      {
        nodes: ['northWest', 'northMouth', 'northEast'],
        tags: { highway: 'tertiary', name: 'Phố Bắc' },
      },
      {
        nodes: ['mouth', 'inner', 'inner2', 'northMouth'],
        tags: { highway: 'service', name: 'Ngõ 43 Phố Nam' },
      },
      { nodes: ['inner', 'ngachEnd'], tags: { highway: 'service', name: 'Ngách 98 Ngõ 43 Nam' } },
      { nodes: ['ngachEnd', 'hemEnd'], tags: { highway: 'footway', name: 'Hẻm 43/98/31' } },
      { nodes: ['inner2', 'lone'], tags: { highway: 'service', name: 'Ngách 12' } },
      { nodes: ['mouth2', 'off'], tags: { highway: 'service', service: 'alley' } },
      { nodes: ['off', 'off2'], tags: { highway: 'service', service: 'alley' } },
      {
        nodes: ['east', 'named', 'named2'],
        tags: { highway: 'residential', name: 'Ngõ Thổ Quan' },
      },
      { nodes: ['named', 'offNamed'], tags: { highway: 'service', name: 'Ngách 7 Ngõ Thổ Quan' } },
    ],
  });
}, 60_000);
afterAll(() => bench.close());

type Alley = {
  label: string;
  level: number;
  path_key: string;
  link: string;
  parent: string | null;
};

async function readAlley(pathKey: string): Promise<Alley | undefined> {
  const rows = await bench.rows<Alley>(
    `select a.label, a.level, a.path_key, a.link, p.path_key as parent
     from alleys a left join alleys p on p.id = a.parent_id where a.path_key = $1`,
    [pathKey],
  );
  return rows[0];
}

describe('alleys form a tree', () => {
  test('from names that say their parents', async () => {
    expect(await readAlley('43')).toMatchObject({
      label: 'Ngõ 43 phố Nam',
      level: 1,
      parent: null,
    });
    expect(await readAlley('43/98')).toMatchObject({
      label: 'Ngách 43/98 phố Nam',
      level: 2,
      link: 'name',
      parent: '43',
    });
  });

  test('from what a nameless parent opens onto: Ngách 12 and Hẻm 43/98/31 say no street', async () => {
    expect(await readAlley('43/12')).toMatchObject({
      label: 'Ngách 43/12 phố Nam',
      link: 'topology',
      parent: '43',
    });
    expect(await readAlley('43/98/31')).toMatchObject({
      level: 3,
      link: 'topology',
      parent: '43/98',
    });
  });

  test('below a named alley, which acts as a street', async () => {
    expect(await readAlley('7')).toMatchObject({
      label: 'Ngách 7 ngõ Thổ Quan',
      level: 2,
      parent: null,
    });
    const [street] = await bench.rows(
      `select s.type, s.name, r.alley_level, r.width_m from streets s join roads r on r.street_id = s.id
       where s.name_key = 'tho quan'`,
    );
    expect(street).toMatchObject({ type: 'ngo', name: 'Thổ Quan', alley_level: 1, width_m: 2.5 });
  });

  test('with every mouth of an alley that runs through', async () => {
    const mouths = await bench.rows(
      `select s.name from alley_mouths m join alleys a on a.id = m.alley_id
       left join streets s on s.id = m.onto_street_id where a.path_key = '43' order by 1`,
    );
    expect(mouths.map(({ name }) => name)).toEqual(['Bắc', 'Nam']);
  });

  test('nameless alleys count by what they branch from, and are assumed narrower the deeper they lie', async () => {
    const rows = await bench.rows(
      `select alley_level, width_m, width_provenance from roads where name is null order by osm_way_id`,
    );
    expect(rows).toEqual([
      { alley_level: 1, width_m: 2.5, width_provenance: 'assumed' },
      { alley_level: 2, width_m: 1.8, width_provenance: 'assumed' },
    ]);
  });
});

describe('streets of one name', () => {
  test('are one where they lie together and two where they lie far apart', async () => {
    await bench.importWorld({
      nodes: {
        a: [0, 0],
        b: [100, 0],
        b2: [120, 0],
        c: [200, 0],
        d: [3000, 0],
        e: [3100, 0],
        alley: [3050, 40],
        mouth: [3050, 0],
      },
      ways: [
        { nodes: ['a', 'b'], tags: { highway: 'residential', name: 'Phố Minh Khai' } },
        { nodes: ['b2', 'c'], tags: { highway: 'residential', name: 'Minh Khai' } },
        { nodes: ['d', 'mouth', 'e'], tags: { highway: 'residential', name: 'Đường Minh Khai' } },
        { nodes: ['mouth', 'alley'], tags: { highway: 'service', name: 'Ngõ 9 Minh Khai' } },
      ],
    });
    const streets = await bench.rows(
      `select type, st_numgeometries(geom) as parts from streets where retired_at is null order by type`,
    );
    expect(streets).toEqual([
      { type: 'duong', parts: 1 },
      { type: 'pho', parts: 2 },
    ]);
    const [alley] = await bench.rows(
      `select s.type from alleys a join streets s on s.id = a.street_id where a.retired_at is null`,
    );
    expect(alley).toEqual({ type: 'duong' });
  });
});
