import { z } from '@hono/zod-openapi';
import { type GazetteerName, type GazetteerNames, nameKey } from '../../geo/addresses/gazetteer.ts';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';

const point = { lon: z.number().nullable(), lat: z.number().nullable() };

const streetRow = z.object({
  id: z.number(),
  type: z.string().nullable(),
  name: z.string(),
  name_key: z.string(),
  source: z.string(),
  ...point,
});

const alleyRow = z.object({
  id: z.number(),
  street_id: z.number().nullable(),
  path_key: z.string(),
  label: z.string(),
  source: z.string(),
  ...point,
});

const addressRow = z.object({
  id: z.number(),
  house_number: z.string(),
  number_value: z.number().nullable(),
  label: z.string(),
  building_id: z.number().nullable(),
  source: z.string(),
  ...point,
});

const numberRow = addressRow.extend({ target: z.number() });

const namedRow = z.object({
  kind: z.enum(['landmark', 'building']),
  id: z.number(),
  name: z.string(),
  name_key: z.string(),
  key: z.string(),
  likeness: z.number(),
  source: z.string(),
  ...point,
});

const contextRow = z.object({
  place: z.number(),
  ward_type: z.string().nullable(),
  ward: z.string().nullable(),
  landmark: z.string().nullable(),
});

const cardRow = z.object({
  label: z.string().nullable(),
  ...point,
  house_number: z.string().nullable(),
  street_type: z.string().nullable(),
  street_name: z.string().nullable(),
  alley_path: z.array(z.string()).nullable(),
  link: z.enum(['contained', 'nearest', 'none']),
  link_meters: z.number().nullable(),
  lifecycle: z.string(),
  source: z.string(),
  synthetic: z.boolean(),
  retired_at: z.date().nullable(),
  building_id: z.number().nullable(),
  building_name: z.string().nullable(),
  floors: z.number().nullable(),
  use: z.string().nullable(),
  geometry: z
    .object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(z.array(z.array(z.number())))),
    })
    .nullable(),
});

export type StreetRow = z.infer<typeof streetRow>;
export type AlleyRow = z.infer<typeof alleyRow>;
export type AddressRow = z.infer<typeof addressRow>;
export type NumberRow = z.infer<typeof numberRow>;
export type NamedRow = z.infer<typeof namedRow>;
export type ContextRow = z.infer<typeof contextRow>;
export type CardRow = z.infer<typeof cardRow>;

export const findStreets = defineQuery(new URL('find-streets.sql', import.meta.url), streetRow);
export const findAlleys = defineQuery(new URL('find-alleys.sql', import.meta.url), alleyRow);
export const findNumbers = defineQuery(new URL('find-numbers.sql', import.meta.url), numberRow);
export const findHouseNumbers = defineQuery(
  new URL('find-house-numbers.sql', import.meta.url),
  addressRow,
);
export const findNamed = defineQuery(new URL('find-named.sql', import.meta.url), namedRow);
export const findAlike = defineQuery(new URL('find-alike.sql', import.meta.url), namedRow);
export const findAliases = defineQuery(new URL('find-aliases.sql', import.meta.url), addressRow);
export const findContexts = defineQuery(new URL('find-contexts.sql', import.meta.url), contextRow);
export const readCard = defineQuery(new URL('read-card.sql', import.meta.url), cardRow);

type NameRow = GazetteerName & { level: string };

function squeeze(name: string): string {
  return nameKey(name).replaceAll(' ', '');
}

/** The name people use: an extract is often called after its file (`hanoi-core`). */
function nameCity(loaded: string | null, names: NameRow[]): string | null {
  const known = names.find(
    ({ level, name }) => level === 'city' && loaded && squeeze(loaded).includes(squeeze(name)),
  );
  return known?.name ?? loaded;
}

/** All names an address of this city can hold: its streets, its wards, and those people still say. */
export async function readGazetteerNames(database: Database): Promise<GazetteerNames> {
  const [streets, units, city] = await Promise.all([
    database.query<GazetteerName>(
      'select distinct type, name from streets where retired_at is null',
    ),
    database.query<NameRow>(
      `select level, type, name, nullif(district, '') as district, valid_to is not null as former
       from admin_names
       union all
       select case when type in ('quan', 'huyen', 'thi-xa') then 'district' else 'ward' end,
         replace(type, '-', '_'), name, null, false
       from admin_units
       where retired_at is null and type not in ('thanh-pho', 'tinh')
         and (valid_to is null or valid_to > current_date)`,
    ),
    database.query<{ name: string }>('select name from cities'),
  ]);
  const namesOf = (level: string): GazetteerName[] =>
    units.rows
      .filter((row) => row.level === level)
      .map(({ type, name, district, former }) => ({
        type,
        name,
        ...(district ? { district } : {}),
        former: former ?? false,
      }));
  return {
    city: nameCity(city.rows[0]?.name ?? null, units.rows),
    streets: streets.rows,
    wards: namesOf('ward'),
    districts: namesOf('district'),
    complexes: namesOf('complex'),
  };
}
