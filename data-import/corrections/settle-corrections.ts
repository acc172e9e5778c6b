// What follows an import or an undo, in its transaction: corrections of the last minutes, and the state of each.

import type pg from 'pg';
import { prepareCorrections, runCorrectionFile } from './stage-corrections.ts';

/** Nobody may enter a correction between an import's writing and its settling: it would be overwritten. */
export async function lockCorrections(transaction: pg.PoolClient): Promise<void> {
  await transaction.query('lock table corrections in share row exclusive mode');
}

async function isPrepared(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    `select to_regclass('staging.correction_rules') is not null as is`,
  );
  return rows[0]?.is ?? false;
}

/** Corrections that were entered or withdrawn while the import was being staged, which it does not know. */
async function catchUp(transaction: pg.PoolClient): Promise<void> {
  await transaction.query(`
    with late as (
      select c.id, f.row_id, f.reason
      from current_corrections v
      join corrections c on c.id = v.id
      cross join staging.correction_rules s
      cross join lateral find_live_row(c) f
      where c.id > s.newest_correction and (c.source = 'api' or c.copied_from is not null)
    ), unmatched as (
      insert into staging.unmatched_corrections select id, reason from late where row_id is null
    )
    select case when row_id is null then lift_correction(id) else apply_correction(id, row_id) end from late;
    select follow_registers();
    select lift_correction(c.id) from corrections c
    where (c.state in ('withdrawn', 'superseded') or c.retired_at is not null)
      and exists (select from corrected_rows r where r.correction_id = c.id)`);
}

/** Says of each correction whether something carries it, or why not, and what the map says there. */
async function writeStates(transaction: pg.PoolClient): Promise<void> {
  await transaction.query(`
    with now_so as (
      select c.id, coalesce(w.imported, c.imported) as imported, rival.id as superseded_by,
        case when w.correction_id is not null then 'applied' when rival.id is not null then 'superseded' else 'unmatched' end as state,
        -- A register judges no road: what the last map said of them stands.
        case when w.correction_id is not null then coalesce(d.reason, case when not s.covers_all_houses and c.state = 'applied' then c.reason end)
          when rival.id is null then coalesce(u.reason, case when c.state = 'unmatched' then c.reason end, 'gone') end as reason
      from current_corrections c
      cross join staging.correction_rules s
      left join staging.correction_doubts d on d.correction_id = c.id
      left join (
        select distinct on (correction_id) correction_id, imported from corrected_rows order by correction_id, id
      ) w on w.correction_id = c.id
      left join lateral (
        select reason from staging.unmatched_corrections u where u.correction_id = c.id order by reason limit 1
      ) u on true
      -- Its own house or road carries what another one says of it.
      left join lateral (
        select r.correction_id as id from corrected_rows r
        join corrections o on o.id = r.correction_id
        where w.correction_id is null and r.correction_id <> c.id and r.kind = c.target_kind and r.field = c.field
          and o.target_id = c.target_id
        limit 1
      ) rival on true
    )
    update corrections c set state = n.state, reason = n.reason, imported = n.imported, superseded_by = n.superseded_by,
      state_since = case when c.state = n.state then c.state_since else now() end
    from now_so n
    where n.id = c.id and (c.state, c.reason, c.imported) is distinct from (n.state, n.reason, n.imported)`);
}

/** Settles what the rows of a batch have become. Call it in the transaction, after its merges. */
export async function settleCorrections(transaction: pg.PoolClient): Promise<void> {
  if (!(await isPrepared(transaction))) return;
  await catchUp(transaction);
  await writeStates(transaction);
}

// What a former batch held of a correction that was withdrawn since: the import's own value comes back.
const liftReturned = `
  select write_correctable(c.target_kind, t.row_id, c.field, c.imported)
  from corrections c
  join import_batches b on b.id = $1 and c.entered_at < b.finished_at and c.state_since > b.finished_at
  join lateral (
    select a.id as row_id from addresses a where c.target_kind = 'address' and a.id = c.target_id and a.retired_at is null
    union all
    select r.id from roads r where c.target_kind = 'road' and r.osm_way_id = c.target_id and r.retired_at is null
  ) t on true
  join staging.changes n on n.id = t.row_id and n.table_name = case c.target_kind when 'road' then 'roads' else 'addresses' end
  where (c.state in ('withdrawn', 'superseded') or c.retired_at is not null) and c.imported <> '{}'
    and carries(c, correctable_values(c.target_kind, t.row_id, c.field))
    and not exists (select from corrected_rows w where w.row_id = t.row_id and w.kind = c.target_kind and w.field = c.field)`;

/**
 * Brings the live rows to what people know better, after an undo has put back what stood before the batch `undoneId`:
 * corrections that came since hold, those that were withdrawn since do not.
 */
export async function applyCorrectionsToLive(
  transaction: pg.PoolClient,
  undoneId: number,
): Promise<void> {
  await prepareCorrections(transaction, {
    synthetic: 'select synthetic from cities',
    isOtherCity: 'select false',
    coversAllHouses: true,
  });
  await transaction.query(`
    delete from corrected_rows w
    where not exists (select from roads r where w.kind = 'road' and r.id = w.row_id and r.retired_at is null)
      and not exists (select from addresses a where w.kind = 'address' and a.id = w.row_id and a.retired_at is null);
    select follow_registers();
    select lift_correction(c.id) from corrections c
    where (c.state in ('withdrawn', 'superseded') or c.retired_at is not null)
      and exists (select from corrected_rows r where r.correction_id = c.id)`);
  await transaction.query(liftReturned, [undoneId]);
  await transaction.query(`
    insert into staging.unmatched_corrections
    select c.id, 'other-city' from current_corrections c cross join staging.correction_rules s
    where c.synthetic is distinct from s.synthetic;
    create table staging.road_candidates as
    select r.id, r.osm_way_id, r.name, r.geom, case when n.id is null then r.geom end as former,
      coalesce((held.values ->> 'width_m')::real, r.width_m) as width_m,
      case when held.values ? 'max_height_m' then (held.values ->> 'max_height_m')::real else r.max_height_m end as max_height_m,
      case when held.values ? 'max_weight_t' then (held.values ->> 'max_weight_t')::real else r.max_weight_t end as max_weight_t
    from roads r
    -- What a row that is put back looked like before is not kept: it may be longer now.
    left join staging.changes n on n.table_name = 'roads' and n.id = r.id
    left join lateral (
      select jsonb_object_agg(w.field, w.imported -> w.field) as values from corrected_rows w
      where w.kind = 'road' and w.row_id = r.id and w.field in ('width_m', 'max_height_m', 'max_weight_t')
    ) held on true
    where r.retired_at is null and exists (
      select from current_corrections c
      where c.target_kind = 'road' and (c.target_id = r.osm_way_id or c.geom && st_expand(r.geom, 0.0005)));
    create table staging.house_candidates as
    select a.id, a.osm_type, a.osm_id from addresses a
    where a.retired_at is null and exists (
      select from current_corrections c
      where c.target_kind = 'address' and (c.target_id = a.id or (c.osm_type = a.osm_type and c.osm_id = a.osm_id)))`);
  await runCorrectionFile(transaction, 'match-roads');
  await runCorrectionFile(transaction, 'match-houses');
  // What an undo brought back knows nothing of rows that came to carry a correction since.
  await transaction.query(`
    create table staging.matches as
    select correction_id, 'road' as kind, row_id from staging.road_matches
    union all
    select correction_id, 'address', row_id from staging.house_matches;
    with stale as (
      delete from corrected_rows w where not exists (
        select from staging.matches m where (m.correction_id, m.kind, m.row_id) = (w.correction_id, w.kind, w.row_id))
      returning w.*
    )
    select write_correctable(w.kind, w.row_id, w.field, w.imported) from stale w join corrections c on c.id = w.correction_id
    where carries(c, correctable_values(w.kind, w.row_id, w.field));
    select apply_correction(correction_id, row_id) from staging.matches order by correction_id, row_id`);
}
