// Makes the tables in a thread of its own, with a graph of its own: the one that answers the
// dispatcher is not held up. Ends when the stored tables are those of the roads in force.

import { parentPort, workerData } from 'node:worker_threads';
import { inTransaction, openPool } from '../../sql/pool.ts';
import { loadCityGraph } from '../road-graph/load-city.ts';
import { fillTables } from './fill-cells.ts';
import { clearTables, readRoadsKey, readTablesKey, writeTable } from './queries.ts';

/** One of several servers makes them; the others read what it made. */
const advisoryLock = 7_301_405;

const { databaseUrl } = workerData as { databaseUrl: string };
const pool = openPool(databaseUrl, { max: 3, statementSeconds: 120 });

async function makeTables(): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_xact_lock($1) as mine',
      [advisoryLock],
    );
    if (!rows[0]!.mine) return 0;
    // The key first: a road that changes while we read makes another key, and so new tables.
    const key = await readRoadsKey(pool);
    if (key === (await readTablesKey(client))) return 0;
    const city = await loadCityGraph(pool);
    await clearTables(client);
    let made = 0;
    for (const table of fillTables(city)) {
      await writeTable(client, key, table);
      made += 1;
    }
    return made;
  });
}

try {
  parentPort?.postMessage(await makeTables());
} finally {
  await pool.end();
}
