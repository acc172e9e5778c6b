// Address search: read the text every way it can be read, look all of them up, rank what was found.

import type { AddressReading } from '../../geo/addresses/address-reading.ts';
import { findNearNames } from '../../geo/addresses/near-names.ts';
import { parseAddress } from '../../geo/addresses/parse-address.ts';
import type { Database } from '../../sql/pool.ts';
import { describePlaces } from './describe-places.ts';
import {
  alleyCandidates,
  findBareNumber,
  findWantedAlleys,
  findWantedHouses,
  findWantedStreets,
  streetCandidates,
} from './find-places.ts';
import { findWantedOtherNames, otherNameCandidates } from './find-other-names.ts';
import { findAlikeNames, findByName } from './find-named-places.ts';
import { listNearby } from './nearby.ts';
import { describeReading, planSearch, type Wanted } from './plan-search.ts';
import { type CityNames, readCityNames } from './read-gazetteer.ts';
import { readPlaceCard } from './read-place-card.ts';
import type { NearbyPlaces, PlaceCard, PlaceResults } from './schema.ts';
import { type Candidate, type Near, rankCandidates } from './score-places.ts';

export type SearchOptions = { near: Near | null; limit: number };

export type PlaceSearch = {
  search: (q: string, options: SearchOptions) => Promise<PlaceResults>;
  readings: (q: string) => Promise<AddressReading[]>;
  /** Null when no such place was ever known; a retired one still has its card. */
  card: (id: string) => Promise<PlaceCard | null>;
  nearby: (at: Near, circle: { meters: number; limit: number }) => Promise<NearbyPlaces>;
  /** Reads the city's names again: after every change of its data. */
  reload: () => Promise<void>;
};

function isExact({ match }: Candidate): boolean {
  return match === 'exact';
}

/** Houses, alleys and streets of every reading; a later reading falls back only while nothing is exact. */
async function findAddresses(
  database: Database,
  wishes: Wanted[],
  streetKeys: string[],
): Promise<Candidate[]> {
  const streets = await findWantedStreets(database, wishes, (key, unfinished) =>
    findNearNames(streetKeys, key, unfinished),
  );
  const [alleys, others] = await Promise.all([
    findWantedAlleys(database, wishes, streets),
    findWantedOtherNames(database, wishes),
  ]);
  const houses = await findWantedHouses(database, wishes, { streets, alleys, others });
  const someExact = houses.flat().some(isExact);
  return wishes.flatMap((wanted, index) => {
    const own = houses[index] ?? [];
    if (own.some(isExact)) return own.filter(isExact);
    if (index > 0 && someExact) return [];
    const inAlleys = alleys[index] ?? [];
    const byOtherName = others[index] ?? [];
    const wholePath =
      inAlleys.some(({ alley }) => alley.path_key === wanted.pathKey) ||
      (wanted.pathKey !== '' && byOtherName.length > 0);
    return [
      ...own,
      ...alleyCandidates(wanted, inAlleys),
      ...otherNameCandidates(wanted, byOtherName),
      ...(wholePath ? [] : streetCandidates(wanted, streets[index] ?? [])),
    ];
  });
}

export function createPlaceSearch(database: Database): PlaceSearch {
  let names: Promise<CityNames> | null = null;
  const currentNames = async (): Promise<CityNames> => {
    names ??= readCityNames(database);
    try {
      return await names;
    } catch (error) {
      // The next search tries again.
      names = null;
      throw error;
    }
  };

  async function search(q: string, { near, limit }: SearchOptions): Promise<PlaceResults> {
    const { gazetteer, streetKeys } = await currentNames();
    const readings = parseAddress(q, gazetteer);
    const [first] = readings;
    if (!first) return { q, understood: null, results: [] };
    const wishes = planSearch(q, readings);
    const [addresses, named, bare] = await Promise.all([
      findAddresses(database, wishes, streetKeys),
      findByName(database, q, readings),
      wishes[0] ? findBareNumber(database, wishes[0]) : [],
    ]);
    const found = [...addresses, ...named, ...bare];
    const ranked = rankCandidates(
      found.length > 0 ? found : await findAlikeNames(database, q, first),
      near,
    );
    const results = await describePlaces(database, ranked, { limit, reading: first, near });
    return { q, understood: describeReading(first), results };
  }

  return {
    search,
    readings: async (q) => parseAddress(q, (await currentNames()).gazetteer),
    card: (id) => readPlaceCard(database, id),
    nearby: (at, circle) => listNearby(database, at, circle),
    reload: async () => {
      const fresh = readCityNames(database);
      await fresh;
      names = fresh;
    },
  };
}
