import { basename } from 'node:path';
import type pg from 'pg';
import { ImportError } from '../batches/import-error.ts';

export type Place = {
  /** Nothing live is kept: another city takes its place. */
  replace: boolean;
  /** Registers of the old place go too; a real city that replaces the demo keeps real ones. */
  dropRegisters: boolean;
};

type LoadedCity = { name: string; synthetic: boolean; overlap: number; needed: number };

/**
 * One installation holds one city: a file of the same place merges, the first real one replaces the demo city,
 * and anything else needs `allowReplace`. Reads `staging.extent`.
 */
export async function settlePlace(
  client: pg.PoolClient,
  { file, synthetic, allowReplace }: { file: string; synthetic: boolean; allowReplace: boolean },
): Promise<Place> {
  const { rows } = await client.query<LoadedCity>(
    `select c.name, c.synthetic, staging.parameter('same_place_overlap') as needed,
       st_area(st_intersection(c.extent, e.geom)) / least(st_area(c.extent), st_area(e.geom)) as overlap
     from cities c, staging.extent e`,
  );
  const [city] = rows;
  if (city === undefined) return { replace: false, dropRegisters: false };
  if (city.synthetic && !synthetic) return { replace: true, dropRegisters: false };
  const isSamePlace = city.synthetic === synthetic && city.overlap >= city.needed;
  if (isSamePlace) return { replace: false, dropRegisters: false };
  if (!allowReplace)
    throw new ImportError(
      synthetic
        ? `The city "${city.name}" is loaded; the demo city would replace it. Add --replace if that is meant.`
        : `${basename(file)} is of another place than the loaded city "${city.name}". Add --replace to replace it.`,
    );
  return { replace: true, dropRegisters: true };
}
