import { z } from 'zod';
import {
  latitude,
  longitude,
  oneOf,
  optionalDate,
  optionalNumber,
  optionalText,
  requiredText,
} from './fields.ts';
import { findRegisterIds } from './register-ids.ts';
import type { Register } from './register.ts';

const kinds = ['hydrant', 'tank', 'cistern', 'pond', 'lake', 'river'] as const;
const statuses = ['working', 'out-of-order', 'unknown'] as const;

export const waterPoints: Register = {
  kind: 'water-points',
  about: 'hydrants, tanks, cisterns and open water with a draft point',
  key: 'id',
  columns: [
    { name: 'id', isRequired: true, help: 'your own key' },
    { name: 'kind', isRequired: true, help: kinds.join(', ') },
    { name: 'lon', isRequired: true, help: 'degrees, WGS 84' },
    { name: 'lat', isRequired: true, help: 'degrees, WGS 84' },
    { name: 'status', isRequired: false, help: `${statuses.join(', ')}; unknown when empty` },
    { name: 'flow_lps', isRequired: false, help: 'measured flow, litres per second' },
    { name: 'pressure_bar', isRequired: false, help: 'residual pressure, bar' },
    { name: 'volume_m3', isRequired: false, help: 'volume of a tank, cubic metres' },
    {
      name: 'main_id',
      isRequired: false,
      help: 'the water main; flows add only across different ones',
    },
    {
      name: 'lift_m',
      isRequired: false,
      help: 'open water: from its surface up to where a pump stands, metres',
    },
    { name: 'tested_on', isRequired: false, help: 'date of the last test, 2026-03-31' },
    { name: 'owner', isRequired: false, help: '' },
  ],
  row: z.object({
    id: requiredText,
    kind: oneOf(kinds),
    lon: longitude,
    lat: latitude,
    status: oneOf(statuses, 'unknown'),
    flow_lps: optionalNumber(0, 1_000),
    pressure_bar: optionalNumber(0, 100),
    volume_m3: optionalNumber(0, 10_000_000),
    main_id: optionalText,
    lift_m: optionalNumber(0, 100),
    tested_on: optionalDate,
    owner: optionalText,
  }),
  staged: {
    id: 'text',
    kind: 'text',
    lon: 'float8',
    lat: 'float8',
    status: 'text',
    flow_lps: 'real',
    pressure_bar: 'real',
    volume_m3: 'real',
    main_id: 'text',
    lift_m: 'real',
    tested_on: 'date',
    owner: 'text',
  },
  check: async (client) => {
    // A slip in the year would keep a hydrant usable for ever; a day ahead may be the time zone.
    await client.query(`insert into staging.row_errors
      select line, format('tested_on "%s" lies in the future', tested_on) from staging.rows
      where tested_on > current_date + 1`);
  },
  stage: async (client) => {
    await findRegisterIds(client, 'water_points');
    await client.query(`create table staging.new_water_points as
      select coalesce(l.id, nextval(pg_get_serial_sequence('water_points', 'id'))) as id, r.id as register_id,
        r.kind, r.status, r.flow_lps, r.pressure_bar, r.volume_m3, r.main_id, r.lift_m, r.tested_on, r.owner,
        'register'::text as source, r.notes, st_setsrid(st_makepoint(r.lon, r.lat), 4326) as geom
      from staging.rows r left join staging.register_ids l on l.register_id = r.id
      order by r.line`);
  },
  merges: [
    {
      table: 'water_points',
      staged: 'staging.new_water_points',
      columns:
        'register_id kind status flow_lps pressure_bar volume_m3 main_id lift_m tested_on owner source notes geom'.split(
          ' ',
        ),
      retiresWhenComplete: "live.source = 'register'",
    },
  ],
};
