import type pg from 'pg';

/**
 * Makes `staging.register_ids`: the row that each key of `staging.rows` has in `table`; a retired one too, so that what
 * comes back keeps its id. The name of the table is a trusted one from the source.
 */
export async function findRegisterIds(client: pg.PoolClient, table: string): Promise<void> {
  await client.query(`create table staging.register_ids as
    select distinct on (l.register_id) l.register_id, l.id
    from ${table} l join staging.rows r on r.id = l.register_id
    where l.retired_at is null or l.batch_id in (select id from staging.returnable_batches)
    order by l.register_id, l.retired_at desc nulls first, l.id`);
}
