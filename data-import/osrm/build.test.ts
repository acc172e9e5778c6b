import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { osrmBinForTest } from '../../server/osrm-client/osrm-for-test.ts';
import { readRouterFacts } from '../../server/road-graph/queries.ts';
import { readRouterFactsKey } from '../../sql/router-facts.ts';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { buildOsrmData } from './build.ts';
import { layOutRoads, type MiniRoads } from './mini-dataset-for-test.ts';
import { readCurrent, type CurrentOsrm } from './versions.ts';

function street(width: number): MiniRoads {
  return {
    nodes: { a: [0, 0], b: [100, 0], c: [200, 0] },
    roads: [{ highway: 'residential', name: 'Phố\tThử \\', nodes: ['a', 'b', 'c'], width }],
  };
}

let database: TestDatabase;
let folder: string;
let lines: string[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firepoint-osrm-build-'));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(osmFile: string, osrmBin?: string): Promise<CurrentOsrm | undefined> {
  return buildOsrmData({
    database: database.pool,
    osmFile,
    dataFolder: folder,
    osrmBin,
    log: (line) => lines.push(line),
  });
}

describe('the build of routing data', () => {
  it('puts one dataset per vehicle class in force', async () => {
    const file = await layOutRoads(database.pool, folder, street(6));
    const current = await build(file, osrmBinForTest());
    expect(Object.keys(current!.classes)).toEqual(['large', 'small', 'motorbike']);
    expect(await readCurrent(folder)).toEqual(current);
    for (const dataset of Object.values(current!.classes))
      expect(() => readFileSync(join(folder, 'osrm', `${dataset}.mldgr`))).not.toThrow();
  });

  it('writes down what the data were made of beside the map', async () => {
    const file = await layOutRoads(database.pool, folder, street(6));
    const { version, factsKey } = (await build(file, osrmBinForTest()))!;
    expect(factsKey).toBe(await readRouterFactsKey(database.pool));
    const { rows } = await database.pool.query(
      'select made_of = router_facts() as "isKept" from router_builds where version = $1',
      [version],
    );
    expect(rows).toEqual([{ isKept: true }]);
    expect(await readRouterFacts(database.pool, 60)).toMatchObject({
      classes: { large: { widthMeters: 2.5, footways: false }, small: {}, motorbike: {} },
      barriers: { bollard: { motor: false, footways: true } },
    });
  });

  it('reads a compressed file', async () => {
    const file = await layOutRoads(database.pool, folder, street(6));
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
    expect(await build(`${file}.gz`, osrmBinForTest())).toBeDefined();
  });

  it('leaves out a class that no road is wide enough for, and says so', async () => {
    const file = await layOutRoads(database.pool, folder, street(1.2));
    const current = await build(file, osrmBinForTest());
    expect(Object.keys(current!.classes)).toEqual(['motorbike']);
    expect(lines.join('\n')).toContain('no road is passable for class large');
  });

  it('fails with the words of OSRM on a broken file, and leaves the old data in force', async () => {
    const file = await layOutRoads(database.pool, folder, street(6));
    const before = await build(file, osrmBinForTest());
    const broken = join(folder, 'broken.osm.pbf');
    writeFileSync(broken, 'not a PBF');
    await expect(build(broken, osrmBinForTest())).rejects.toThrow(
      /class large.*osrm-extract.*PBF/is,
    );
    expect(await readCurrent(folder)).toEqual(before);
    expect(readdirSync(join(folder, 'osrm')).toSorted()).toEqual([before!.version, 'current.json']);
  });

  it('keeps the last two versions', async () => {
    const file = await layOutRoads(database.pool, folder, street(6));
    const versions: string[] = [];
    for (let i = 0; i < 3; i++) versions.push((await build(file, osrmBinForTest()))!.version);
    expect(readdirSync(join(folder, 'osrm')).toSorted()).toEqual([
      ...versions.slice(1),
      'current.json',
    ]);
  });

  it('says that routes come from the road graph where OSRM is not installed', async () => {
    expect(await build('any.osm')).toBeUndefined();
    expect(lines.join()).toContain('road graph');
  });
});
