import { z } from '@hono/zod-openapi';
import { defineQuery } from '../../sql/query-file.ts';
import { placeKind } from './schema.ts';

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

/** A house whose number people corrected is found by the map's number too: then that stands here. */
const houseRow = addressRow.extend({ former_number: z.string().nullable() });

const numberRow = houseRow.extend({ target: z.number() });

const otherNameRow = z.object({
  wish: z.number(),
  kind: z.enum(['street', 'alley']),
  id: z.number(),
  label: z.string(),
  other_kind: z.enum(['alt', 'old']),
  other_name: z.string(),
  said_key: z.string(),
  said_type: z.string().nullable(),
  source: z.string(),
  ...point,
});

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
  gone_batch_id: z.number().nullable(),
  gone_batch_kind: z.string().nullable(),
  gone_batch_file: z.string().nullable(),
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
export type OtherNameRow = z.infer<typeof otherNameRow>;
export type NamedRow = z.infer<typeof namedRow>;
export type ContextRow = z.infer<typeof contextRow>;
export type CardRow = z.infer<typeof cardRow>;

export const findStreets = defineQuery(new URL('find-streets.sql', import.meta.url), streetRow);
export const findAlleys = defineQuery(new URL('find-alleys.sql', import.meta.url), alleyRow);
export const findOtherNames = defineQuery(
  new URL('find-other-names.sql', import.meta.url),
  otherNameRow,
);
export const findNumbers = defineQuery(new URL('find-numbers.sql', import.meta.url), numberRow);
export const findHouseNumbers = defineQuery(
  new URL('find-house-numbers.sql', import.meta.url),
  houseRow,
);
export const findNamed = defineQuery(new URL('find-named.sql', import.meta.url), namedRow);
export const findAlike = defineQuery(new URL('find-alike.sql', import.meta.url), namedRow);
export const findAliases = defineQuery(new URL('find-aliases.sql', import.meta.url), addressRow);
export const findContexts = defineQuery(new URL('find-contexts.sql', import.meta.url), contextRow);
export const readCard = defineQuery(new URL('read-card.sql', import.meta.url), cardRow);

const nameRow = z.object({
  level: z.enum(['street', 'city', 'district', 'ward', 'complex']),
  type: z.string().nullable(),
  name: z.string(),
  district: z.string(),
  former: z.boolean(),
  unmapped: z.boolean(),
});

export type NameRow = z.infer<typeof nameRow>;

export const readNames = defineQuery(new URL('read-names.sql', import.meta.url), nameRow);

const neighbourRow = z.object({ id: z.number(), house_number: z.string() });

export const findNeighbours = defineQuery(
  new URL('find-neighbours.sql', import.meta.url),
  neighbourRow,
);

const nearbyRow = z.object({
  id: z.number(),
  label: z.string(),
  source: z.string(),
  meters: z.number(),
  lon: z.number(),
  lat: z.number(),
  total: z.number(),
});

export const findNearby = defineQuery(new URL('find-nearby.sql', import.meta.url), nearbyRow);

const replacementRow = z.object({
  kind: placeKind,
  id: z.number(),
  label: z.string(),
  meters: z.number(),
  why: z.enum(['same-address', 'same-spot']),
});

export const findReplacement = defineQuery(
  new URL('find-replacement.sql', import.meta.url),
  replacementRow,
);
