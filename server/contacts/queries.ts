import { z } from 'zod';
import type { Position } from '../../geo/position.ts';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';

const findOnFoot = defineQuery(
  new URL('./find-on-foot.sql', import.meta.url),
  z.object({
    id: z.number(),
    kind: z.enum(['public-fire-point', 'inter-family-team', 'facility-team']),
    name: z.string(),
    phone: z.string().nullable(),
    equipment: z.string().nullable(),
    lon: z.number(),
    lat: z.number(),
    straight_meters: z.number(),
  }),
);

/** More than these nobody calls. */
const mostOnFoot = 60;
const hospitals = 2;

export function readOnFoot(database: Database, [lon, lat]: Position, meters: number) {
  return findOnFoot(database, [lon, lat, meters, mostOnFoot]);
}

const findOnDuty = defineQuery(
  new URL('./find-on-duty.sql', import.meta.url),
  z.object({
    id: z.number().nullable(),
    kind: z.enum(['power', 'hospital', 'ward']).nullable(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    meters: z.number().nullable(),
    has_register: z.boolean(),
  }),
);

export function readOnDuty(database: Database, [lon, lat]: Position) {
  return findOnDuty(database, [lon, lat, hospitals]);
}
