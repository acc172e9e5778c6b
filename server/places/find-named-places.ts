// Places that a text names without a house number: landmarks, buildings, and known other names.

import type { AddressReading } from '../../geo/addresses/address-reading.ts';
import { foldText } from '../../geo/addresses/normalise-text.ts';
import type { Database } from '../../sql/pool.ts';
import { landmarkKeys } from './plan-search.ts';
import { findAliases, findAlike, findNamed, type NamedRow } from './queries.ts';
import { type Candidate, makeCandidate, scoreNamed } from './score-places.ts';

const mostNamed = 10;
const mostAliases = 20;
const leastAlike = 0.4;

function namedCandidates(rows: NamedRow[], weight: (row: NamedRow) => number): Candidate[] {
  return rows.flatMap((row) =>
    makeCandidate(row.kind, row, row.name, {
      match: row.kind,
      confidence: scoreNamed(row) * weight(row),
    }),
  );
}

/** Whose name holds the text or the name inside it; behind a house number only the whole text counts. */
export async function findByName(
  database: Database,
  q: string,
  readings: AddressReading[],
): Promise<Candidate[]> {
  const [whole] = landmarkKeys(q, []);
  const [first] = readings;
  const asksHouse = first && (first.house_number !== null || first.alley_path.length > 0);
  const keys = landmarkKeys(q, asksHouse ? [] : readings);
  if (keys.length === 0) return [];
  const [named, aliases] = await Promise.all([
    findNamed(database, [keys, mostNamed]),
    findAliases(database, [keys, mostAliases]),
  ]);
  return [
    ...namedCandidates(named, ({ key }) => (key === whole ? 1 : 0.85)),
    ...aliases.flatMap((row) =>
      makeCandidate('address', row, row.label, { match: 'exact', confidence: 0.9 }),
    ),
  ];
}

/** Whose name only resembles the text: for when nothing else was found. */
export async function findAlikeNames(
  database: Database,
  q: string,
  reading: AddressReading,
): Promise<Candidate[]> {
  const key = foldText(reading.street?.name ?? q);
  if (key.length < 4) return [];
  const rows = await findAlike(database, [key, mostNamed]);
  const alike = rows.filter(({ likeness }) => likeness >= leastAlike);
  return namedCandidates(alike, () => (reading.house_number === null ? 1 : 0.5));
}
