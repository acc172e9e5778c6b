import type { Database } from './pool.ts';

/** The newest change of the city's map; '0' before the first. Registers do not count. */
export async function readCityVersion(database: Database): Promise<string> {
  const { rows } = await database.query<{ version: string }>(
    `select coalesce(max(id), 0)::text as version from data_versions where kind = 'city'`,
  );
  return rows[0]?.version ?? '0';
}
