import type pg from 'pg';
import type { MergeCounts } from '../batches/merge-rows.ts';

const same = `m.alley_id = n.alley_id and m.osm_node_id = n.osm_node_id
  and row(m.onto_street_id, m.onto_alley_id, m.geom) is not distinct from row(n.onto_street_id, n.onto_alley_id, n.geom)`;

/** Mouths belong to their alley and carry no history: what differs is replaced. */
export async function mergeMouths(client: pg.PoolClient): Promise<MergeCounts> {
  const { rowCount: removed } = await client.query(
    `delete from alley_mouths m where not exists (select 1 from staging.new_mouths n where ${same})`,
  );
  const { rowCount: added } = await client.query(
    `insert into alley_mouths (alley_id, onto_street_id, onto_alley_id, osm_node_id, geom)
     select alley_id, onto_street_id, onto_alley_id, osm_node_id, geom from staging.new_mouths n
     where not exists (select 1 from alley_mouths m where ${same}) order by alley_id, osm_node_id`,
  );
  const { rows } = await client.query<{ staged: number }>(
    'select count(*)::integer as staged from staging.new_mouths',
  );
  const staged = rows[0]?.staged ?? 0;
  return {
    added: added ?? 0,
    changed: 0,
    retired: removed ?? 0,
    unchanged: staged - (added ?? 0),
  };
}
