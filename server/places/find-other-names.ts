// Streets and alleys that are called by another name than the one on the map: a former one, one used beside it.

import type { Database } from '../../sql/pool.ts';
import type { Wanted } from './plan-search.ts';
import { findOtherNames, type OtherNameRow } from './queries.ts';
import { type Candidate, makeCandidate, type OtherName, scoreStreet } from './score-places.ts';

const mostPerWish = 6;
/** What bears the name now goes before what bore it once, or bears it beside another. */
const otherWeight = { alt: 0.97, old: 0.93 };

export type OtherNameHit = { row: OtherNameRow; likeness: number; otherName: OtherName };

/** What each reading may mean by another name, the best first. */
export async function findWantedOtherNames(
  database: Database,
  wishes: Wanted[],
): Promise<OtherNameHit[][]> {
  const asked = wishes.filter(({ streetKey }) => streetKey !== null);
  if (asked.length === 0) return wishes.map(() => []);
  const rows = await findOtherNames(database, [
    asked.map(({ streetKey }) => streetKey),
    asked.map(({ pathKey }) => pathKey),
    asked.map(({ unfinished }) => unfinished),
    mostPerWish,
  ]);
  return wishes.map((wanted) =>
    rows
      .filter(({ wish }) => asked[wish - 1] === wanted)
      .map((row) => ({
        row,
        likeness:
          scoreStreet(wanted, { type: row.said_type, name_key: row.said_key }) *
          otherWeight[row.other_kind],
        otherName: {
          code: row.other_kind === 'old' ? ('old-name' as const) : ('other-name' as const),
          name: row.other_name,
        },
      }))
      .toSorted((one, other) => other.likeness - one.likeness),
  );
}

/** The street or alley itself; less of an answer where a house was asked for. */
export function otherNameCandidates(wanted: Wanted, hits: OtherNameHit[]): Candidate[] {
  const weight = wanted.house === null ? 1 : 0.45;
  return hits.flatMap(({ row, likeness, otherName }) =>
    makeCandidate(row.kind, row, row.label, {
      match: row.kind,
      confidence: wanted.confidence * likeness * weight,
      otherName,
    }),
  );
}
