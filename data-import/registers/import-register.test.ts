import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openImportBench, type ImportBench } from '../osm/import-for-test.ts';
import { addresses } from './addresses.ts';
import { boundaries } from './boundaries.ts';
import { importRegister, type RegisterImport, type RegisterResult } from './import-register.ts';
import type { Register } from './register.ts';
import { stations } from './stations.ts';
import { units } from './units.ts';
import { waterPoints } from './water-points.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
  await bench.importWorld({
    nodes: { a: [0, 0], b: [100, 0], c: [30, 0], d: [30, 40] },
    ways: [
      { nodes: ['a', 'c', 'b'], tags: { highway: 'residential', name: 'Phố Thử' } },
      { nodes: ['c', 'd'], tags: { highway: 'service', name: 'Ngõ 5 Phố Thử' } },
    ],
  });
}, 60_000);
afterAll(() => bench.close());
beforeEach(() => bench.pool.query('truncate stations, units, water_points cascade'));

async function load(
  register: Register,
  content: string,
  options: Partial<RegisterImport> & { name?: string } = {},
): Promise<RegisterResult> {
  const file = join(bench.folder, options.name ?? `${register.kind}.csv`);
  writeFileSync(file, content);
  return importRegister({
    databaseUrl: bench.url,
    dataFolder: join(bench.folder, 'data'),
    file,
    register,
    log: () => undefined,
    ...options,
  });
}

const stationFile = 'id,name,lon,lat\ns1,Đội 1,105.8,21\n';

describe('a register file', () => {
  test('may come from a Vietnamese spreadsheet: semicolons, decimal commas, BOM, spare columns', async () => {
    await load(stations, '\uFEFFID;Name;Lon;Lat;Số xe\r\ns1;Đội 1;105,85;21,02;5\r\n\r\n');
    expect(
      await bench.rows(
        'select register_id, name, st_x(geom) as lon, st_y(geom) as lat, notes from stations',
      ),
    ).toEqual([
      { register_id: 's1', name: 'Đội 1', lon: 105.85, lat: 21.02, notes: { số_xe: '5' } },
    ]);
  });

  test('changes nothing when it is loaded again, and only what differs when it was edited', async () => {
    await load(stations, stationFile);
    expect((await load(stations, stationFile)).status).toBe('unchanged');
    const edited = await load(
      stations,
      `${stationFile.replace('Đội 1', 'Đội Một')}s2,Đội 2,105.801,21\n`,
    );
    expect(edited.report.merges['stations']).toEqual({
      added: 1,
      changed: 1,
      retired: 0,
      unchanged: 0,
    });
  });

  test('retires what it lacks only when it is said to be whole', async () => {
    await load(stations, `${stationFile}s2,Đội 2,105.801,21\n`);
    expect((await load(stations, stationFile)).status).toBe('unchanged');
    const whole = await load(stations, stationFile, { isComplete: true });
    expect(whole.report.merges['stations']).toMatchObject({ retired: 1 });
  });

  test('with a wrong row loads nothing, and hands the row back with line and reason', async () => {
    const content = `${stationFile}s2,,105.8,21\ns3,Đội 3,1058,21\ns1,Đội 4,105.8,21\n`;
    await expect(load(stations, content)).rejects.toThrow(
      '3 of 4 rows of stations.csv are wrong, so nothing was loaded',
    );
    expect(await bench.rows('select id from stations')).toEqual([]);
    const rejected = readFileSync(
      join(bench.folder, 'data/rejected/stations-rejected.csv'),
      'utf8',
    );
    expect(rejected.split('\n').slice(1, 4)).toEqual([
      '3,name is missing,s2,,105.8,21',
      '4,"lon ""1058"" is above 180",s3,Đội 3,1058,21',
      '5,"id ""s1"" stands on line 2 already",s1,Đội 4,105.8,21',
    ]);
    const rest = await load(stations, content, { skipRejected: true });
    expect(rest.report.merges['stations']).toMatchObject({ added: 1 });
  });

  test('can be looked at first: a preview loads nothing', async () => {
    const preview = await load(stations, stationFile, { dryRun: true });
    expect(preview).toMatchObject({
      status: 'previewed',
      report: { merges: { stations: { added: 1 } } },
    });
    expect(await bench.rows('select id from stations')).toEqual([]);
  });

  test('that is no register is refused in one sentence', async () => {
    await expect(load(stations, 'id,name\n1,a\n')).rejects.toThrow(
      'stations.csv lacks the columns lon, lat',
    );
    await expect(load(stations, 'id,name,lon,lat\n')).rejects.toThrow('has no rows');
    await expect(load(stations, 'id,name,lon,lat\n1,"a,2,3\n')).rejects.toThrow(
      'a quoted text is never closed',
    );
    await expect(load(stations, '{"type":', { name: 's.geojson' })).rejects.toThrow(
      'is not valid JSON',
    );
    await expect(load(stations, '', { file: join(bench.folder, 'gone.csv') })).rejects.toThrow(
      'gone.csv cannot be read (ENOENT).',
    );
  });

  test('may hold quotes inside a name', async () => {
    await load(stations, 'id,name,lon,lat\ns1,Trạm "Một",105.8,21\n');
    expect(await bench.rows('select name from stations')).toEqual([{ name: 'Trạm "Một"' }]);
  });

  test('hands back rows that no database can hold, one by one', async () => {
    const features = [
      {
        properties: { id: 's1', name: 'A' },
        geometry: { type: 'Point', coordinates: [105.8, 21] },
      },
      null,
      { properties: { id: 's2', name: 'A\0B', lon: 105.8, lat: 21 } },
      { properties: { id: 's3', name: 'A', lon: '0x69', lat: 21, note: '\uD800' } },
      { properties: { id: 's4', name: 'A', lon: '0x69', lat: 21 } },
    ];
    const { report } = await load(stations, JSON.stringify({ features }), {
      name: 'stations.geojson',
      skipRejected: true,
    });
    expect(report.rejected).toEqual([
      { line: 2, reason: expect.stringContaining('id is missing') },
      { line: 3, reason: 'holds a character that is none, as NUL' },
      { line: 4, reason: 'holds a character that is none, as NUL' },
      { line: 5, reason: 'lon "0x69" is not a number' },
    ]);
  });
});

describe('the registers', () => {
  test('units stand at a known station and have a known class', async () => {
    await load(stations, stationFile);
    await load(
      units,
      'id,call_sign,station_id,vehicle_class,status\nu1,X1,s1,large,\nu2,X2,s1,motorbike,Maintenance\n',
    );
    expect(await bench.rows('select call_sign, status from units order by call_sign')).toEqual([
      { call_sign: 'X1', status: 'available' },
      { call_sign: 'X2', status: 'maintenance' },
    ]);
    await expect(
      load(units, 'id,call_sign,station_id,vehicle_class\nu1,X1,s9,tank\n'),
    ).rejects.toThrow(
      'line 2: station_id "s9" is no station of the register; vehicle_class "tank" is none of large, small, motorbike',
    );
  });

  test('water points come as GeoJSON too; an empty flow stays unknown, never zero', async () => {
    const geojson = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { id: 'h1', kind: 'hydrant', status: 'working', tested_on: '2026-03-31' },
          geometry: { type: 'Point', coordinates: [105.8, 21] },
        },
      ],
    };
    await load(waterPoints, JSON.stringify(geojson), { name: 'water.geojson' });
    expect(await bench.rows('select kind, status, flow_lps, tested_on from water_points')).toEqual([
      { kind: 'hydrant', status: 'working', flow_lps: null, tested_on: '2026-03-31' },
    ]);
    await expect(
      load(waterPoints, 'id,kind,lon,lat,tested_on,flow_lps\nh2,well,105.8,21,31/3/2026,-1\n'),
    ).rejects.toThrow(
      /kind "well" is none of hydrant, .*flow_lps "-1" is below 0; tested_on "31\/3\/2026" is not a date/,
    );
  });

  test('addresses join their street, alley and door, and a later city import keeps them', async () => {
    const content =
      'id,house_number,street,lon,lat,alley_path\na1,37,phố thử,105.8005,21.0001,\na2,9,Phố Thử,105.80033,21.0002,5\n' +
      'a3,2,Phố Mới,105.8005,21.0001,12/4\n';
    const result = await load(addresses, content);
    expect(result.report.merges['addresses']).toMatchObject({ added: 3 });
    const read = 'select label, door_provenance, ward_id from addresses order by register_id';
    const before = await bench.rows(read);
    expect(before.map(({ label }) => label)).toEqual([
      'Số 37, phố Thử',
      'Số 9, ngõ 5 phố Thử',
      'Số 2, ngách 12/4 phố Mới',
    ]);
    expect(before.map(({ door_provenance: door }) => door)).toEqual([
      'named-way',
      'named-way',
      'nearest-way',
    ]);
    expect((await load(addresses, content)).status).toBe('unchanged');
    expect((await bench.importFile(join(bench.folder, 'world.osm'))).status).toBe('unchanged');
  });

  test('a water point tested in the future is a slip of the pen', async () => {
    const header = 'id,kind,lon,lat,status,tested_on';
    const { report } = await load(
      waterPoints,
      `${header}\nw1,hydrant,105.8,21,working,2126-01-01\n`,
      {
        dryRun: true,
      },
    );
    expect(report.rejected).toEqual([
      { line: 2, reason: 'tested_on "2126-01-01" lies in the future' },
    ]);
  });

  test('boundaries with a broken polygon are handed back', async () => {
    const polygons = [
      'x',
      [],
      [
        [
          [0, 0],
          [1, 1],
        ],
      ],
      [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    ];
    const features = polygons.map((coordinates, index) => ({
      properties: { code: String(index), name: 'A' },
      geometry: { type: 'Polygon', coordinates },
    }));
    const { report } = await load(boundaries, JSON.stringify({ features }), {
      name: 'wards.geojson',
      dryRun: true,
    });
    expect(report.rejected.map(({ reason }) => reason)).toEqual([
      'geometry cannot be read',
      'geometry is empty or lies outside the world',
      expect.stringContaining('geometry is not valid'),
      expect.stringContaining('geometry is not valid: Self-intersection'),
    ]);
  });

  test('boundaries give every address its ward', async () => {
    const ring = [
      [105.79, 20.99],
      [105.81, 20.99],
      [105.81, 21.01],
      [105.79, 21.01],
      [105.79, 20.99],
    ];
    const geojson = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { code: '00004', name: 'Ba Đình', fullName: 'Phường Ba Đình' },
          geometry: { type: 'Polygon', coordinates: [ring] },
        },
      ],
    };
    await load(boundaries, JSON.stringify(geojson), { name: 'wards.geojson' });
    const wards = await bench.rows(
      'select distinct u.code, u.type, u.name from addresses a left join admin_units u on u.id = a.ward_id',
    );
    expect(wards).toEqual([{ code: '00004', type: 'phuong', name: 'Ba Đình' }]);
  });
});
