// The names of the loaded city, held in memory: what a text is read with.

import {
  buildGazetteer,
  type Gazetteer,
  type GazetteerName,
} from '../../geo/addresses/gazetteer.ts';
import { foldText } from '../../geo/addresses/normalise-text.ts';
import type { Database } from '../../sql/pool.ts';
import { type NameRow, readNames } from './queries.ts';

/** What read-names.sql reads: the names are loaded anew when one of these changes. */
export const nameTables = [
  'cities',
  'streets',
  'way_aliases',
  'admin_units',
  'admin_names',
  'street_names',
];

export type CityNames = {
  gazetteer: Gazetteer;
  /** Folded names of the streets that are loaded. */
  streetKeys: string[];
};

function toName({ type, name, district, former, unmapped }: NameRow): GazetteerName {
  return { type, name, former, unmapped, ...(district === '' ? {} : { district }) };
}

export async function readCityNames(database: Database): Promise<CityNames> {
  const rows = await readNames(database, []);
  const namesOf = (level: NameRow['level']): GazetteerName[] =>
    rows.filter((row) => row.level === level).map(toName);
  const streets = namesOf('street');
  const mapped = streets.filter(({ unmapped }) => !unmapped);
  return {
    gazetteer: buildGazetteer({
      city: namesOf('city')[0]?.name ?? null,
      streets,
      wards: namesOf('ward'),
      districts: namesOf('district'),
      complexes: namesOf('complex'),
    }),
    streetKeys: [...new Set(mapped.map(({ name }) => foldText(name)))],
  };
}
