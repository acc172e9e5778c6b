import { z } from 'zod';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';
import {
  issueState,
  subjectKind,
  type DataIssue,
  type DataIssues,
  type EnteredDataIssue,
} from './schema.ts';

const selectDataIssues = defineQuery(
  new URL('./select-data-issues.sql', import.meta.url),
  z.object({
    id: z.number(),
    state: issueState,
    state_since: z.date(),
    state_by: z.string().nullable(),
    subject_kind: subjectKind,
    subject_id: z.string().nullable(),
    subject_label: z.string().nullable(),
    place_id: z.string().nullable(),
    place_label: z.string().nullable(),
    lon: z.number(),
    lat: z.number(),
    note: z.string().nullable(),
    author: z.string().nullable(),
    verified: z.boolean(),
    data_version: z.string(),
    synthetic: z.boolean(),
    seen_at: z.date(),
    received_at: z.date(),
    total: z.number(),
  }),
);

export type IssuesWanted = {
  id?: number;
  state: DataIssue['state'] | 'all';
  most: number;
  /** Only those that came before this one. */
  before?: number | undefined;
};

export async function listDataIssues(
  database: Database,
  { id, state, most, before }: IssuesWanted,
): Promise<DataIssues> {
  const rows = await selectDataIssues(database, [id ?? null, state, most, before ?? null]);
  const issues = rows.map((row) => ({
    id: row.id,
    state: row.state,
    stateSince: row.state_since.toISOString(),
    stateBy: row.state_by,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectLabel: row.subject_label,
    placeId: row.place_id,
    placeLabel: row.place_label,
    lon: row.lon,
    lat: row.lat,
    note: row.note,
    by: row.author,
    verified: row.verified,
    dataVersion: row.data_version,
    synthetic: row.synthetic,
    seenAt: row.seen_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
  }));
  return { total: rows[0]?.total ?? 0, issues };
}

/** Keeps a report once: one that was sent before is the one it was then. */
export async function insertDataIssue(
  database: Database,
  entered: EnteredDataIssue,
): Promise<{ id: number; isNew: boolean }> {
  const { subject, place } = entered;
  const { rows } = await database.query<{ id: number }>(
    `insert into data_issues (client_key, subject_kind, subject_id, subject_label, place_id, place_label, point,
       note, author, data_version, synthetic, seen_at)
     values ($1, $2, $3, $4, $5, $6, st_point($7, $8, 4326), $9, $10, $11,
       coalesce($12, (select bool_or(c.synthetic) from cities c), false), least(coalesce($13, now()), now()))
     on conflict (client_key) do nothing
     returning id`,
    [
      entered.clientKey,
      subject.kind,
      subject.id,
      subject.label,
      place?.id ?? null,
      place?.label ?? null,
      entered.lon,
      entered.lat,
      entered.note,
      entered.by,
      entered.dataVersion,
      entered.synthetic ?? null,
      entered.seenAt ?? null,
    ],
  );
  if (rows[0]) return { id: rows[0].id, isNew: true };
  const known = await database.query<{ id: number }>(
    'select id from data_issues where client_key = $1',
    [entered.clientKey],
  );
  return { id: known.rows[0]!.id, isNew: false };
}

/** Whoever comes second changes nothing: it stays with the first. */
export async function setIssueState(
  database: Database,
  id: number,
  { state, by }: { state: DataIssue['state']; by: string },
): Promise<void> {
  await database.query(
    `update data_issues set state = $2, state_since = now(), state_by = $3 where id = $1 and state <> $2`,
    [id, state, by],
  );
}
