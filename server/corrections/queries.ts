import pg from 'pg';
import { z } from 'zod';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';
import { RequestError } from '../errors.ts';
import {
  correctionField,
  correctionState,
  correctionValue,
  roadProvenance,
  type Correction,
  type NewCorrection,
} from './schema.ts';

const selectCorrections = defineQuery(
  new URL('./select-corrections.sql', import.meta.url),
  z.object({
    id: z.number(),
    target_kind: z.enum(['address', 'road']),
    target_id: z.number(),
    label: z.string(),
    lon: z.number(),
    lat: z.number(),
    field: correctionField,
    value: correctionValue,
    imported: correctionValue.nullable(),
    provenance: roadProvenance.nullable(),
    state: correctionState,
    state_since: z.date(),
    reason: z.string().nullable(),
    author: z.string(),
    verified: z.boolean(),
    entered_at: z.date(),
    observed_on: z.string().nullable(),
    note: z.string().nullable(),
    source: z.string(),
    synthetic: z.boolean(),
    superseded_by: z.number().nullable(),
    withdrawn_by: z.string().nullable(),
    withdraw_note: z.string().nullable(),
    carried_by: z.array(z.string()),
    total: z.number(),
  }),
);

const selectTarget = defineQuery(
  new URL('./select-target.sql', import.meta.url),
  z.object({
    row_id: z.number(),
    label: z.string(),
    house_number: z.string().nullable(),
    osm_type: z.enum(['n', 'w', 'r']).nullable(),
    osm_id: z.number().nullable(),
    wkt: z.string(),
    synthetic: z.boolean(),
    retired_at: z.date().nullable(),
  }),
);

export type TargetKind = 'address' | 'road';
export type TargetRow = Awaited<ReturnType<typeof selectTarget>>[number];

export type CorrectionsWanted = {
  id?: number;
  state: Correction['state'] | 'current' | 'to-check' | 'all';
  most: number;
  /** Only those that were entered before this one. */
  before?: number | undefined;
  /** Only those of this house or road, `address:12` or `way:4711`. */
  target?: string | undefined;
};

export async function listCorrections(
  database: Database,
  { id, state, most, before, target }: CorrectionsWanted,
): Promise<{ total: number; corrections: Correction[] }> {
  const [word, number] = target?.split(':') ?? [];
  const about = word === undefined ? [null, null] : [word === 'way' ? 'road' : 'address', number];
  const rows = await selectCorrections(database, [
    id ?? null,
    state,
    most,
    before ?? null,
    ...about,
  ]);
  const corrections = rows.map((row) => ({
    id: row.id,
    target: `${row.target_kind === 'road' ? 'way' : 'address'}:${row.target_id}`,
    label: row.label,
    lon: row.lon,
    lat: row.lat,
    field: row.field,
    value: row.value,
    imported: row.imported,
    provenance: row.provenance,
    state: row.state,
    stateSince: row.state_since.toISOString(),
    reason: row.reason,
    by: row.author,
    verified: row.verified,
    enteredAt: row.entered_at.toISOString(),
    observedOn: row.observed_on,
    note: row.note,
    source: row.source,
    synthetic: row.synthetic,
    supersededBy: row.superseded_by,
    withdrawnBy: row.withdrawn_by,
    withdrawNote: row.withdraw_note,
    carriedBy: row.carried_by,
  }));
  return { total: rows[0]?.total ?? 0, corrections };
}

/** The live row, or the one retired last; undefined when there never was such a one. */
export async function findTarget(
  database: Database,
  kind: TargetKind,
  id: number,
): Promise<TargetRow | undefined> {
  return (await selectTarget(database, [kind, id]))[0];
}

const lockNotAvailable = '55P03';

/**
 * Imports and corrections of one moment would overwrite each other; reading goes on meanwhile.
 * Throws a RequestError when an import holds the table for longer than a person waits.
 */
export async function waitForTurn(client: Database): Promise<void> {
  try {
    await client.query(`set local lock_timeout = '4s'`);
    await client.query('lock table corrections in share row exclusive mode');
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError) || cause.code !== lockNotAvailable) throw cause;
    throw new RequestError(
      503,
      'import-running',
      'An import is writing just now; nothing was kept, try again in a minute',
      { cause },
    );
  }
}

/** An obstacle is known by its kind and place (1 m) or hours: the same one is said once. */
function storedField(entered: NewCorrection): string {
  if (entered.field !== 'obstacle') return entered.field;
  const { kind, lon, lat, from, to } = entered.value;
  if (lon !== undefined && lat !== undefined)
    return `obstacle:${kind}@${lon.toFixed(5)},${lat.toFixed(5)}`;
  return from === undefined ? `obstacle:${kind}` : `obstacle:${kind} ${from}-${to}`;
}

export async function insertCorrection(
  client: Database,
  entered: NewCorrection,
  target: TargetRow & { kind: TargetKind; id: number },
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into corrections (target_kind, target_id, label, osm_type, osm_id, geom, synthetic, field, value, provenance,
       imported, author, observed_on, note, source)
     values ($1, $2, $3, $4, $5, st_geomfromtext($6, 4326), $7, $8, $9, $10, '{}', $11, $12, $13, 'api') returning id`,
    [
      target.kind,
      target.id,
      target.label,
      target.osm_type,
      target.osm_id,
      target.wkt,
      target.synthetic,
      storedField(entered),
      JSON.stringify(entered.value),
      'provenance' in entered ? entered.provenance : null,
      entered.by,
      entered.observedOn ?? null,
      entered.note ?? null,
    ],
  );
  return rows[0]!.id;
}

/** What was said of other roads, or of this one as a part of others, stays in force on those. */
export async function partCarriers(
  client: Database,
  entered: NewCorrection,
  { kind, id }: { kind: TargetKind; id: number },
): Promise<void> {
  if (kind !== 'road') return;
  await client.query('select part_carriers($1, $2)', [id, storedField(entered)]);
}

/** What was said of the same field of the same target before gives way; a thing at a point on each road that has it. */
export async function supersedeOthers(client: Database, id: number): Promise<void> {
  await client.query(
    `update corrected_rows w set correction_id = n.id
     from corrections n join corrections o on o.target_kind = n.target_kind and o.target_id = n.target_id
       and o.field = n.field and o.id <> n.id
     where n.id = $1 and n.field like '%@%' and w.correction_id = o.id`,
    [id],
  );
  await client.query(
    `update corrections o set state = 'superseded', state_since = now(), superseded_by = n.id, reason = null
     from corrections n
     where n.id = $1 and o.id <> n.id and o.target_kind = n.target_kind and o.target_id = n.target_id
       and o.field = n.field and o.state in ('applied', 'unmatched') and o.retired_at is null`,
    [id],
  );
}

export async function applyToRow(client: Database, id: number, rowId: number): Promise<void> {
  await client.query('select apply_correction($1, $2)', [id, rowId]);
}

/** Takes a correction back: the rows say again what the import says, or what the correction before it said. */
export async function withdrawRow(
  client: Database,
  id: number,
  { by, note }: { by: string; note?: string | undefined },
): Promise<void> {
  await client.query(
    `update corrections set state = 'withdrawn', state_since = now(), reason = null, withdrawn_by = $2, withdraw_note = $3
     where id = $1`,
    [id, by, note ?? null],
  );
  await client.query('select give_way($1)', [id]);
}

// Servers reload graph, names and tiles.
export async function announceChange(client: Database): Promise<void> {
  await client.query(`insert into data_versions (kind) values ('corrections')`);
}
