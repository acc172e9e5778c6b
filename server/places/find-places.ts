// Runs the queries that a plan asks for, in as few round trips as it can.

import { labelStreet } from '../../geo/addresses/parse-alley-name.ts';
import type { Database } from '../../sql/pool.ts';
import type { OtherNameHit } from './find-other-names.ts';
import { pathAndParents, type Wanted } from './plan-search.ts';
import {
  type AlleyRow,
  findAlleys,
  findHouseNumbers,
  findNumbers,
  findStreets,
  type NumberRow,
  type StreetRow,
} from './queries.ts';
import {
  type Candidate,
  makeCandidate,
  type OtherName,
  scoreNumber,
  scoreStreet,
} from './score-places.ts';

const mostPerPrefix = 12;
const mostPerNumber = 10;
const mostStreetsPerReading = 12;
const mostWithoutStreet = 200;
/** A house that has the number now goes before one that had it on the map. */
const formerWeight = 0.95;

export type StreetHit = { street: StreetRow; likeness: number };

/** The streets of each reading, best first; `findNear` gives names one slip away for those not found. */
export async function findWantedStreets(
  database: Database,
  wishes: Wanted[],
  findNear: (key: string, unfinished: boolean) => string[],
): Promise<StreetHit[][]> {
  const keys = [...new Set(wishes.flatMap(({ streetKey }) => streetKey ?? []))];
  const prefixes = wishes.flatMap((w) => (w.unfinished && w.streetKey ? w.streetKey : []));
  if (keys.length === 0) return wishes.map(() => []);
  const rows = await findStreets(database, [keys, [...new Set(prefixes)], mostPerPrefix]);
  const near = new Map(
    wishes
      .filter((w) => w.streetKey && !rows.some((row) => isHit(w, row)))
      .map((w) => [w.streetKey, findNear(w.streetKey ?? '', w.unfinished)]),
  );
  const nearKeys = [...near.values()].flat();
  const nearRows = nearKeys.length > 0 ? await findStreets(database, [nearKeys, [], 0]) : [];
  return wishes.map((wanted) =>
    [
      ...rows.filter((row) => isHit(wanted, row)),
      ...nearRows.filter((row) => near.get(wanted.streetKey)?.includes(row.name_key)),
    ]
      .map((street) => ({ street, likeness: scoreStreet(wanted, street) }))
      .toSorted((one, other) => other.likeness - one.likeness)
      .slice(0, mostStreetsPerReading),
  );
}

function isHit({ streetKey, unfinished }: Wanted, row: StreetRow): boolean {
  if (streetKey === null) return false;
  return row.name_key === streetKey || (unfinished && row.name_key.startsWith(streetKey));
}

export type AlleyHit = { alley: AlleyRow; likeness: number };

/** The alleys of each reading: the wanted path first, then the wider alleys it leads through. */
export async function findWantedAlleys(
  database: Database,
  wishes: Wanted[],
  streets: StreetHit[][],
): Promise<AlleyHit[][]> {
  const paths = [...new Set(wishes.flatMap(({ pathKey }) => pathAndParents(pathKey)))];
  if (paths.length === 0) return wishes.map(() => []);
  const streetIds = [...new Set(streets.flat().map(({ street }) => street.id))];
  const withoutStreet = wishes.flatMap((w) => (w.streetKey === null && w.pathKey ? w.pathKey : []));
  const rows = await findAlleys(database, [
    streetIds,
    paths,
    [...new Set(withoutStreet)],
    mostPerPrefix,
  ]);
  return wishes.map((wanted, index) =>
    rows
      .flatMap((alley) => ({ alley, likeness: scoreAlley(wanted, alley, streets[index] ?? []) }))
      .filter(({ likeness }) => likeness > 0)
      .toSorted((one, other) => other.likeness - one.likeness),
  );
}

function scoreAlley(wanted: Wanted, alley: AlleyRow, streets: StreetHit[]): number {
  if (wanted.pathKey === '') return 0;
  if (wanted.streetKey === null) {
    if (alley.path_key === wanted.pathKey) return 0.7;
    return wanted.house === null && alley.path_key.startsWith(wanted.pathKey) ? 0.55 : 0;
  }
  const street = streets.find((hit) => hit.street.id === alley.street_id);
  if (!street) return 0;
  if (alley.path_key === wanted.pathKey) return street.likeness;
  const parents = pathAndParents(wanted.pathKey);
  return parents.includes(alley.path_key) ? street.likeness * 0.6 : 0;
}

type Target = {
  kind: 'street' | 'alley';
  id: number;
  likeness: number;
  wanted: Wanted;
  otherName: OtherName | null;
};

/** What was found of each reading, in the order of the readings. */
export type FoundWays = {
  streets: StreetHit[][];
  alleys: AlleyHit[][];
  others: OtherNameHit[][];
};

function targetsOf(wanted: Wanted, index: number, found: FoundWays): Target[] {
  if (wanted.house === null) return [];
  const named = { wanted, otherName: null };
  const streets = wanted.pathKey === '' ? (found.streets[index] ?? []) : [];
  const alleys = (found.alleys[index] ?? []).filter(
    ({ alley }) => wanted.pathKey !== '' && alley.path_key === wanted.pathKey,
  );
  return [
    ...streets.map(({ street, likeness }): Target => ({
      ...named,
      kind: 'street',
      id: street.id,
      likeness,
    })),
    ...alleys.map(({ alley, likeness }): Target => ({
      ...named,
      kind: 'alley',
      id: alley.id,
      likeness,
    })),
    ...(found.others[index] ?? []).map(({ row, likeness, otherName }): Target => ({
      kind: row.kind,
      id: row.id,
      likeness,
      wanted,
      otherName,
    })),
  ];
}

/** Houses of each reading: the very number, or its neighbours where that is missing. */
export async function findWantedHouses(
  database: Database,
  wishes: Wanted[],
  ways: FoundWays,
): Promise<Candidate[][]> {
  const targets = wishes.flatMap((wanted, index) => targetsOf(wanted, index, ways));
  const rows =
    targets.length === 0
      ? []
      : await findNumbers(database, [
          targets.map(({ kind }) => kind),
          targets.map(({ id }) => id),
          targets.map(({ wanted }) => wanted.house?.value ?? null),
          targets.map(({ wanted }) => wanted.house?.text ?? ''),
          mostPerNumber,
        ]);
  const found = new Map(wishes.map((wanted): [Wanted, Candidate[]] => [wanted, []]));
  for (const [index, target] of targets.entries()) {
    const own = rows.filter((row) => row.target === index + 1);
    found.get(target.wanted)?.push(...candidatesOf(target, own));
  }
  return wishes.map((wanted) => found.get(wanted) ?? []);
}

function candidatesOf({ wanted, likeness, otherName }: Target, rows: NumberRow[]): Candidate[] {
  const { house } = wanted;
  if (house === null) return [];
  const scored = rows.map((row) => {
    const asked = row.former_number === null ? row : { ...row, house_number: row.former_number };
    return { row, score: scoreNumber(house, asked) };
  });
  const exact = scored.filter(({ score }) => score === 1);
  return (exact.length > 0 ? exact : scored).flatMap(({ row, score }) =>
    makeCandidate('address', row, row.label, {
      match: score === 1 && !wanted.relative ? 'exact' : 'nearest-number',
      confidence:
        wanted.confidence *
        likeness *
        score *
        (wanted.relative ? 0.7 : 1) *
        (row.former_number === null ? 1 : formerWeight),
      otherName,
    }),
  );
}

/** A bare house number while no street is typed yet. */
export async function findBareNumber(database: Database, wanted: Wanted): Promise<Candidate[]> {
  if (wanted.house === null || wanted.streetKey !== null || wanted.pathKey !== '') return [];
  const rows = await findHouseNumbers(database, [wanted.house.text, mostWithoutStreet]);
  return rows.flatMap((row) =>
    makeCandidate('address', row, row.label, { match: 'number-only', confidence: 0.3 }),
  );
}

export function alleyCandidates(wanted: Wanted, alleys: AlleyHit[]): Candidate[] {
  const weight = wanted.house === null ? 1 : 0.45;
  return alleys.flatMap(({ alley, likeness }) =>
    makeCandidate('alley', alley, alley.label, {
      match: 'alley',
      confidence: wanted.confidence * likeness * weight,
    }),
  );
}

export function streetCandidates(wanted: Wanted, streets: StreetHit[]): Candidate[] {
  const asked = wanted.house !== null || wanted.pathKey !== '';
  return streets.flatMap(({ street, likeness }) =>
    makeCandidate('street', street, labelStreet(street), {
      match: 'street',
      confidence: wanted.confidence * likeness * (asked ? 0.2 : 1),
    }),
  );
}
