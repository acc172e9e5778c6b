// From the commit of one changed row to the answer that shows it: tiles, search and graph, on the server of the
// product and on a second one beside it on the same database.

import type pg from 'pg';
import { request } from 'undici';
import type { Health } from '../server/health/schema.ts';
import { startServerForTest } from '../server/server-for-test.ts';
import { databaseUrlOf, openDatabase } from './database.ts';
import { printRow } from './measure.ts';
import { tilePathAt, tilePathsAt } from './tile-paths.ts';
import type { World } from './world.ts';

const houseChanges = 200;
const sharesMeasured = 5;
const streetChanges = 5;
const patienceMillis = 30_000;
const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };

function at(values: number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(0);
}

function printTimes(name: string, millis: number[]): void {
  const spread = `p50 ${at(millis, 0.5)} ms   p99 ${at(millis, 0.99)} ms   most ${at(millis, 1)} ms`;
  printRow(name, `${spread}   (${millis.length} changes)`);
}

async function readTile(url: string, method: 'GET' | 'HEAD' = 'GET') {
  const answer = await request(url, { method, headers });
  await answer.body.dump();
  return { etag: answer.headers['etag'], isKept: answer.headers['x-cache'] === 'HIT' };
}

/** Milliseconds until `isThere` says so; throws when that takes too long. */
async function timeUntil(isThere: () => Promise<boolean>): Promise<number> {
  const started = performance.now();
  while (!(await isThere()))
    if (performance.now() - started > patienceMillis) throw new Error('the change never showed');
  return performance.now() - started;
}

/** Fills the cache with tiles all over the city; answers their addresses. */
async function warm({ url, points }: World): Promise<string[]> {
  const spots = points(4_000);
  const paths = [12, 13, 14, 15, 16, 17].flatMap((z) => tilePathsAt(spots, z, 600));
  const urls = paths.flatMap((path) => [
    `${url}/tiles/base/${path}`,
    `${url}/tiles/water_points/${path}`,
  ]);
  for (const tile of urls) await readTile(tile);
  return urls;
}

type House = { id: number; lon: number; lat: number };

async function changeHouse(database: pg.Pool): Promise<House> {
  const { rows } = await database.query<House>(
    `update buildings set floors = 1 + coalesce(floors, 0) % 9
     where id = (select id from buildings where retired_at is null order by random() limit 1)
     returning id, st_x(st_pointonsurface(geom)) as lon, st_y(st_pointonsurface(geom)) as lat`,
  );
  return rows[0]!;
}

/** What a tile was, what it became and how long that took, for one changed house after another. */
async function timeTiles(database: pg.Pool, url: string): Promise<number[]> {
  const times: number[] = [];
  for (let change = 0; change < houseChanges; change += 1) {
    const { rows } = await database.query<House>(
      `select id::integer, st_x(p) as lon, st_y(p) as lat
       from (select id, st_pointonsurface(geom) as p from buildings where retired_at is null order by random() limit 1) b`,
    );
    const { id, lon, lat } = rows[0]!;
    const tile = `${url}/tiles/base/${tilePathAt([lon, lat], 17)}`;
    const before = (await readTile(tile)).etag;
    await database.query(
      'update buildings set floors = 1 + coalesce(floors, 0) % 9 where id = $1',
      [id],
    );
    times.push(await timeUntil(async () => (await readTile(tile)).etag !== before));
  }
  return times;
}

async function measureKept(database: pg.Pool, urls: string[]): Promise<number[]> {
  const shares: number[] = [];
  for (let change = 0; change < sharesMeasured; change += 1) {
    for (const tile of urls) await readTile(tile);
    await changeHouse(database);
    await new Promise((resolve) => setTimeout(resolve, 500));
    let kept = 0;
    for (const tile of urls) if ((await readTile(tile, 'HEAD')).isKept) kept += 1;
    shares.push(kept / urls.length);
  }
  return shares;
}

async function readGraphVersion(url: string): Promise<string | null> {
  const { body } = await request(`${url}/api/health`);
  return ((await body.json()) as Health).graphVersion;
}

async function timeStreets(
  database: pg.Pool,
  servers: string[],
): Promise<Record<'search' | 'graph', number[]>> {
  const times: Record<'search' | 'graph', number[]> = { search: [], graph: [] };
  for (let change = 0; change < streetChanges; change += 1) {
    const name = `Đo Lường ${change} ${Date.now()}`;
    const before = await Promise.all(servers.map(readGraphVersion));
    await database.query(
      `with s as (insert into streets (type, name, name_key, geom)
         select 'pho', $1, fold_text($1), st_multi(geom) from roads where retired_at is null limit 1 returning id)
       update roads set street_id = s.id from s where roads.id = (select id from roads where retired_at is null limit 1)`,
      [name],
    );
    const q = encodeURIComponent(`phố ${name}`);
    const search = servers.map((url) =>
      timeUntil(async () =>
        (await (await request(`${url}/api/places?q=${q}`)).body.text()).includes(name),
      ),
    );
    const graph = servers.map((url, index) =>
      timeUntil(async () => {
        const version = await readGraphVersion(url);
        return version !== null && version !== before[index];
      }),
    );
    times.search.push(...(await Promise.all(search)));
    times.graph.push(...(await Promise.all(graph)));
  }
  return times;
}

export async function benchChanges(world: World): Promise<void> {
  const database = openDatabase(world.dataFolder);
  const second = await startServerForTest(databaseUrlOf(world.dataFolder));
  try {
    const urls = await warm(world);
    printTimes('changes, commit to fresh tile', await timeTiles(database, world.url));
    printTimes('changes, the same on a second server', await timeTiles(database, second.url));
    const shares = await measureKept(database, urls);
    const least = (100 * Math.min(...shares)).toFixed(2);
    printRow(
      'changes, tiles kept after one changed house',
      `at least ${least} % of ${urls.length}`,
    );
    const { search, graph } = await timeStreets(database, [world.url, second.url]);
    printTimes('changes, commit to search, both servers', search);
    printTimes('changes, commit to road graph, both servers', graph);
  } finally {
    await second.stop();
    await database.end();
  }
}
