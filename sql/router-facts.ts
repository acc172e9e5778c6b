import type { Database } from './pool.ts';

/** Another one when routing data would be made otherwise, of the same map: of other measures of classes, or other barriers. */
export async function readRouterFactsKey(database: Database): Promise<string> {
  const { rows } = await database.query<{ key: string }>(`select md5(router_facts()::text) as key`);
  return rows[0]!.key;
}
