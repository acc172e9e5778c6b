// Gives each result the context that tells it from others of the same name.

import type { AddressReading } from '../../geo/addresses/address-reading.ts';
import { foldText } from '../../geo/addresses/normalise-text.ts';
import type { Database } from '../../sql/pool.ts';
import { type ContextRow, findContexts, findNeighbours } from './queries.ts';
import type { PlaceResult } from './schema.ts';
import { type Candidate, type Near, rankCandidates } from './score-places.ts';

const unitWords: Record<string, string> = {
  phuong: 'Phường',
  xa: 'Xã',
  thi_tran: 'Thị trấn',
  'thi-tran': 'Thị trấn',
};
// How far a landmark may be to say "near" it.
const landmarkMeters = 300;
// Enough to let a stated ward lift a result from below the visible ones.
const spareCandidates = 20;

/** `Phường Ngọc Hà`; a name that already says its type keeps it. */
export function labelWard(type: string | null, name: string): string {
  const word = unitWords[type ?? ''];
  return word === undefined || foldText(name).startsWith(`${foldText(word)} `)
    ? name
    : `${word} ${name}`;
}

/** A result outside the ward that was named is less likely meant; former wards say nothing. */
function weighWard(candidate: Candidate, context: ContextRow, reading: AddressReading): Candidate {
  if (!reading.ward || context.ward === null) return candidate;
  const asked = foldText(reading.ward.name);
  const same = foldText(context.ward).endsWith(asked);
  return same
    ? candidate
    : { ...candidate, confidence: Number((candidate.confidence * 0.9).toFixed(3)) };
}

export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

export type DescribeOptions = { limit: number; reading: AddressReading; near: Near | null };

/** The best candidates with label and context. */
export async function describePlaces(
  database: Database,
  ranked: Candidate[],
  { limit, reading, near }: DescribeOptions,
): Promise<PlaceResult[]> {
  const best = ranked.slice(0, limit + spareCandidates);
  if (best.length === 0) return [];
  const contexts = await findContexts(database, [
    best.map(({ lon }) => lon),
    best.map(({ lat }) => lat),
    landmarkMeters,
  ]);
  const contextOf = new Map(best.map((candidate, index) => [candidate.id, contexts[index]]));
  const weighed = best.map((candidate) => {
    const context = contextOf.get(candidate.id);
    return context ? weighWard(candidate, context, reading) : candidate;
  });
  const shown = rankCandidates(weighed, near).slice(0, limit);
  const wardOf = ({ id }: Candidate): string | null => {
    const context = contextOf.get(id);
    return context?.ward ? labelWard(context.ward_type, context.ward) : null;
  };
  const nameOf = (candidate: Candidate): string => `${candidate.label}|${wardOf(candidate)}`;
  const sameName = Map.groupBy(shown, nameOf);
  const twins = shown.filter((candidate) => (sameName.get(nameOf(candidate))?.length ?? 0) > 1);
  const hints = await tellTwinsApart(database, twins, contextOf);
  return shown.map((candidate) => {
    const { id, kind, lon, lat, match, confidence, source } = candidate;
    return {
      id,
      kind,
      label: upperFirst(candidate.label),
      context: wardOf(candidate),
      hint:
        candidate.otherName ??
        (candidate.formerNumber === null
          ? (hints.get(id) ?? null)
          : { code: 'former-number', name: candidate.formerNumber }),
      lon,
      lat,
      match,
      confidence,
      source,
    };
  });
}

type Hint = NonNullable<PlaceResult['hint']>;

/** What stands beside each of several places that share name and ward. */
async function tellTwinsApart(
  database: Database,
  twins: Candidate[],
  contextOf: Map<string, ContextRow | undefined>,
): Promise<Map<string, Hint>> {
  const hints = new Map<string, Hint>();
  for (const { id, label } of twins) {
    const landmark = contextOf.get(id)?.landmark;
    if (landmark && landmark !== label) hints.set(id, { code: 'near-landmark', name: landmark });
  }
  const houses = twins.filter(({ kind }) => kind === 'address');
  if (houses.length === 0) return hints;
  const ids = houses.map(({ id }) => Number(id.split(':')[1]));
  for (const { id, house_number: number } of await findNeighbours(database, [ids]))
    hints.set(`address:${id}`, { code: 'beside-number', name: number });
  return hints;
}
