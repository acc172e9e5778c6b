// Answers after roads were surveyed: limits that OSRM's data do not know yet, some in force, then taken back.

import { setTimeout as sleep } from 'node:timers/promises';
import { askResponse } from './ask-response.ts';
import { openDatabase } from './database.ts';
import { fetchWhole, printSpread, timeEach } from './measure.ts';
import type { World } from './world.ts';

const surveyed = 13;
const answers = 100;
/** Until the roads are read anew, and what is reckoned about them in idle moments is there. */
const settlingMs = 4_000;

export async function benchSurvey(world: World): Promise<void> {
  const { url } = world;
  const points = world.points(answers);
  const time = async (name: string): Promise<void> => {
    await sleep(settlingMs);
    printSpread(`response, ${name}`, await timeEach(points, (point) => askResponse(url, point)));
  };
  for (const point of points) await askResponse(url, point);
  await time('before roads are surveyed');
  const ids: number[] = [];
  try {
    for (const way of await findWays(world)) {
      ids.push(await enterWidth(url, way));
      if (ids.length === 1) await time('one surveyed road');
    }
    await time(`${ids.length} surveyed roads`);
  } finally {
    for (const id of ids) await send(`${url}/api/corrections/${id}/withdraw`, { by: 'bench' });
  }
  await time('surveys taken back');
}

/** The longest alleys in the middle of the city. */
async function findWays({ dataFolder, bounds }: World): Promise<string[]> {
  const [west, south, east, north] = bounds;
  const database = openDatabase(dataFolder);
  try {
    const { rows } = await database.query<{ way: string }>(
      `select osm_way_id as way from roads
       where retired_at is null and motor and alley_level > 0
         and st_dwithin(geom, st_setsrid(st_makepoint($1, $2), 4326), 0.02)
       order by st_length(geom::geography) desc, osm_way_id limit $3`,
      [(west + east) / 2, (south + north) / 2, surveyed],
    );
    return rows.map(({ way }) => way);
  } finally {
    await database.end();
  }
}

/** Narrower than any engine. */
async function enterWidth(url: string, way: string): Promise<number> {
  const said = await send(`${url}/api/corrections`, {
    target: `way:${way}`,
    field: 'width_m',
    value: 1.5,
    by: 'bench',
    provenance: 'measured',
  });
  return (JSON.parse(said.toString()) as { id: number }).id;
}

function send(url: string, body: object): Promise<Buffer> {
  return fetchWhole(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
