import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { osrmBinForTest } from '../../server/osrm-client/osrm-for-test.ts';
import { withImportLock } from '../batches/batch.ts';
import { openImportBench, type ImportBench } from './import-for-test.ts';
import { readCityVersion } from '../../sql/city-version.ts';
import { findCityFile } from './keep-file.ts';
import { writeMiniWorld, type MiniWorld } from './mini-world.ts';

const street = { highway: 'residential', name: 'Phố Thử' };
const number = { 'addr:housenumber': '8', 'addr:street': 'Phố Thử' };
const world: MiniWorld = {
  nodes: {
    a: [0, 0],
    b: [100, 0],
    house: { at: [50, 12], tags: number },
    hydrant: { at: [20, 2], tags: { emergency: 'fire_hydrant' } },
  },
  ways: [{ id: 10, nodes: ['a', 'b'], tags: street }],
};
const elsewhere: MiniWorld = { ...world, origin: { lon: 2.35, lat: 48.85 } };
const tables = ['streets', 'roads', 'addresses', 'water_points', 'buildings'];

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
}, 60_000);
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.pool.query(
    `truncate cities, streets, alleys, roads, addresses, buildings, water_points, stations, units, import_batches, data_versions restart identity cascade`,
  );
});

async function countLive(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await bench.rows<{ count: number }>(
      `select count(*)::integer as count from ${table} where retired_at is null`,
    );
    counts[table] = row?.count ?? 0;
  }
  return counts;
}

const liveOfWorld = { streets: 1, roads: 1, addresses: 1, water_points: 1, buildings: 0 };

describe('importing the same place again', () => {
  test('changes nothing when nothing changed, and says so to no server', async () => {
    await bench.importWorld(world);
    const file = join(bench.folder, 'world.osm');
    const result = await bench.importFile(file);
    expect(result.status).toBe('unchanged');
    expect(await bench.rows('select status from import_batches order by id')).toEqual([
      { status: 'applied' },
      { status: 'unchanged' },
    ]);
    expect(await bench.rows(`select id from data_versions where kind = 'city'`)).toHaveLength(1);
    const kept = await findCityFile(bench.pool, join(bench.folder, 'data'));
    expect(readFileSync(kept, 'utf8')).toBe(readFileSync(file, 'utf8'));
  });

  test('builds the routing data that a killed import left undone', async () => {
    const osrmBin = osrmBinForTest();
    await bench.importWorld(world, { osrmBin });
    const file = join(bench.folder, 'data/osrm/current.json');
    const built = readFileSync(file, 'utf8');
    await bench.importWorld(world, { osrmBin });
    expect(readFileSync(file, 'utf8')).toBe(built);

    const left = JSON.stringify({ ...JSON.parse(built), cityVersion: '0' });
    writeFileSync(file, left);
    await bench.importWorld(world, { osrmBin });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      cityVersion: await readCityVersion(bench.pool),
    });
    rmSync(file);
  });

  test('keeps the ids of what stays, updates what changed, and retires what vanished with a date', async () => {
    await bench.importWorld(world);
    const before = await bench.rows('select id from roads');
    const { hydrant: _gone, ...nodes } = world.nodes;
    await bench.importWorld({
      ...world,
      nodes,
      ways: [{ id: 10, nodes: ['a', 'b'], tags: { ...street, width: '4' } }],
    });
    const roads = await bench.rows('select id, width_m, batch_id::integer from roads');
    expect(roads).toEqual([{ id: before[0]?.['id'], width_m: 4, batch_id: 2 }]);
    const [hydrant] = await bench.rows(
      'select retired_at is not null as retired from water_points',
    );
    expect(hydrant).toEqual({ retired: true });
  });

  test('keeps the id of a house whose node became a building', async () => {
    await bench.importWorld(world);
    const [before] = await bench.rows('select id from addresses');
    const { house: _house, ...nodes } = world.nodes;
    const corners = [
      [48, 8],
      [52, 8],
      [52, 20],
      [48, 20],
    ] as const;
    await bench.importWorld({
      ...world,
      nodes,
      areas: [{ corners, tags: { building: 'house', 'building:levels': '4', ...number } }],
    });
    const addresses = await bench.rows(
      'select id, osm_type, building_link, retired_at from addresses',
    );
    expect(addresses).toEqual([
      { id: before?.['id'], osm_type: 'w', building_link: 'contained', retired_at: null },
    ]);
    expect(await bench.rows('select use, floors from buildings')).toEqual([
      { use: 'house', floors: 4 },
    ]);
  });

  test('can be looked at first: a preview counts the changes and makes none', async () => {
    const file = join(bench.folder, 'preview.osm');
    writeMiniWorld(file, world);
    const result = await bench.importFile(file, { dryRun: true });
    expect(result.status).toBe('previewed');
    expect(result.report.merges['addresses']).toMatchObject({ added: 1 });
    expect(await countLive()).toMatchObject({ roads: 0, addresses: 0 });
  });
});

describe('one installation holds one city', () => {
  test('an extract of another place is refused, and the old one stays, unless replacing is meant', async () => {
    await bench.importWorld(world, { name: 'Thành phố Thử' });
    await expect(bench.importWorld(elsewhere)).rejects.toThrow(
      'is of another place than the loaded city "Thành phố Thử". Add --replace',
    );
    expect(await countLive()).toEqual(liveOfWorld);
    await bench.importWorld(elsewhere, { allowReplace: true, name: 'Paris' });
    expect(await countLive()).toEqual(liveOfWorld);
    expect(
      await bench.rows('select name, st_x(st_centroid(extent))::integer as lon from cities'),
    ).toEqual([{ name: 'Paris', lon: 2 }]);
  });

  test('the first real extract replaces the demo city and its registers by itself, but no real register', async () => {
    await bench.importWorld(world, { synthetic: true });
    await bench.pool.query(`
      insert into import_batches (kind, file_name, file_sha256, synthetic) values ('stations', 'demo', '', true), ('stations', 'real', '', false);
      insert into stations (name, source, register_id, batch_id, geom)
      select file_name, 'register', file_name, id, st_setsrid(st_makepoint(105.8, 21), 4326) from import_batches where kind = 'stations'`);
    await bench.importWorld(elsewhere);
    expect(await countLive()).toEqual(liveOfWorld);
    expect(await bench.rows('select synthetic from cities')).toEqual([{ synthetic: false }]);
    expect(await bench.rows('select name from stations where retired_at is null')).toEqual([
      { name: 'real' },
    ]);
  });

  test('the demo city never replaces a real one by itself', async () => {
    await bench.importWorld(world);
    await expect(bench.importWorld(world, { synthetic: true })).rejects.toThrow('--replace');
  });
});

/** Loads the world, then tries the given file; the world must stay. Returns what was said. */
async function refuse(name: string, content: string | Buffer): Promise<string> {
  await bench.importWorld(world);
  const file = join(bench.folder, name);
  writeFileSync(file, content);
  const error = await bench.importFile(file).then(
    () => new Error('was imported'),
    (reason: Error) => reason,
  );
  expect(await countLive()).toEqual(liveOfWorld);
  expect(
    await bench.rows(
      `select schema_name from information_schema.schemata where schema_name = 'staging'`,
    ),
  ).toEqual([]);
  return error.message;
}

test('a tag with an absurd value costs that value, not the import', async () => {
  const absurd = '9'.repeat(60);
  await bench.importWorld({
    nodes: {
      a: [0, 0],
      b: [100, 0],
      hydrant: {
        at: [20, 2],
        tags: { emergency: 'fire_hydrant', flow_rate: `${absurd} l/s`, pressure: absurd },
      },
      number: { at: [30, 5], tags: { 'addr:housenumber': absurd } },
    },
    ways: [
      {
        nodes: ['a', 'b'],
        tags: {
          ...street,
          width: absurd,
          maxheight: `${absurd}'`,
          maxweight: absurd,
          layer: 'nan',
        },
      },
    ],
    areas: [
      {
        corners: [
          [0, 0],
          [50, 0],
          [50, 50],
        ],
        tags: { boundary: 'administrative', admin_level: 'x', name: 'Phường ' },
      },
    ],
  });
  expect(
    await bench.rows(
      `select layer, width_provenance, max_height_m, max_weight_t, flow_lps, pressure_bar, u.type
       from roads, water_points, admin_units u`,
    ),
  ).toEqual([
    {
      layer: 0,
      width_provenance: 'assumed',
      max_height_m: null,
      max_weight_t: null,
      flow_lps: null,
      pressure_bar: null,
      type: 'unknown',
    },
  ]);
});

describe('a file that will not do leaves the old data served, with one sentence', () => {
  test('cut off in the middle', async () => {
    const whole = readFileSync(join(bench.folder, 'world.osm'), 'utf8');
    expect(await refuse('cut.osm', whole.slice(0, whole.length / 2))).toMatch(
      /^cut.osm is damaged or cut off/,
    );
  });

  test('of another format than its name says', async () => {
    expect(await refuse('text.osm.pbf', 'hello')).toMatch(
      /^text.osm.pbf is not OpenStreetMap data/,
    );
    expect(await refuse('empty.osm', '')).toBe('empty.osm is empty.');
    expect(await refuse('page.osm', '<html></html>')).toMatch(/^page.osm is damaged or cut off/);
  });

  test('without roads', async () => {
    const node =
      '<node id="1" lat="21" lon="105.8" version="1"><tag k="emergency" v="fire_hydrant"/></node>';
    expect(await refuse('roadless.osm', `<osm version="0.6">${node}</osm>`)).toMatch(
      /has no roads/,
    );
  });

  test('with coordinates outside the world', async () => {
    const nodes =
      '<node id="1" lat="21" lon="205.8" version="1"/><node id="2" lat="21" lon="105.8" version="1"/>';
    const way =
      '<way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way>';
    expect(await refuse('mars.osm', `<osm version="0.6">${nodes}${way}</osm>`)).toBe(
      'mars.osm has coordinates outside the world (node 1).',
    );
  });

  test('while another import runs', async () => {
    await bench.importWorld(world);
    await withImportLock(bench.pool, async () => {
      await expect(bench.importWorld(world)).rejects.toThrow('Another import is running');
    });
    await bench.importWorld(world);
  });
});
