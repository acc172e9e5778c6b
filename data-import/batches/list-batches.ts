import type { Database } from '../../sql/pool.ts';
import type { MergeCounts } from './merge.ts';

const shownBatches = 20;

type Row = {
  id: number;
  kind: string;
  file_name: string;
  status: string;
  undoes: number | null;
  started_at: Date;
  report: { merges?: Record<string, MergeCounts>; ended?: string };
};

function sumCounts(merges: Record<string, MergeCounts>): string {
  const sum = { added: 0, changed: 0, retired: 0 };
  for (const { added, changed, retired } of Object.values(merges)) {
    sum.added += added;
    sum.changed += changed;
    sum.retired += retired;
  }
  return `${sum.added} new, ${sum.changed} changed, ${sum.retired} gone`;
}

function describeBatch({ id, kind, file_name: file, status, undoes, ...rest }: Row): string {
  const { merges, ended } = rest.report;
  const when = rest.started_at.toISOString().replace('T', ' ').slice(0, 16);
  const what = undoes === null ? file : `undo of ${undoes}: ${file}`;
  const counts = status !== 'failed' && merges !== undefined ? sumCounts(merges) : '';
  const why = ended === undefined ? '' : ended.split('\n', 1)[0];
  const outcome = [counts, why].filter((text) => text !== '').join('; ');
  return `${String(id).padStart(6)}  ${when}  ${kind.padEnd(12)}  ${status.padEnd(9)}  ${what}${outcome === '' ? '' : ` (${outcome})`}`;
}

/** The last batches in words, the newest first; times are UTC. */
export async function listBatches(database: Database): Promise<string[]> {
  const { rows } = await database.query<Row>(
    `select id, kind, file_name, status, undoes, started_at, report from import_batches order by id desc limit $1`,
    [shownBatches],
  );
  if (rows.length === 0) return ['Nothing was imported yet.'];
  return [
    '    id  when (UTC)        kind          status     file (rows)',
    ...rows.map(describeBatch),
  ];
}
