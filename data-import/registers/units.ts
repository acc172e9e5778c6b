import { z } from 'zod';
import { unitStatuses } from '../../sql/unit-statuses.ts';
import { optionalOneOf, requiredText } from './fields.ts';
import { findRegisterIds } from './register-ids.ts';
import type { Register } from './register.ts';

const stationOfRow = `
  select s.id from stations s where s.retired_at is null
    and (s.register_id = r.station_id or (s.source = 'osm' and s.osm_type || s.osm_id = r.station_id))
  order by (s.register_id is null), s.id limit 1`;

export const units: Register = {
  kind: 'units',
  about: 'vehicles with their crew',
  key: 'id',
  columns: [
    { name: 'id', isRequired: true, help: 'your own key' },
    { name: 'call_sign', isRequired: true, help: 'as spoken on the radio' },
    {
      name: 'station_id',
      isRequired: true,
      help: 'id of a station in the register, or its OSM id such as w35266543',
    },
    {
      name: 'vehicle_class',
      isRequired: true,
      help: 'a code of the vehicle classes, such as large, small or ladder',
    },
    {
      name: 'status',
      isRequired: false,
      help: `${unitStatuses.join(', ')}; as it was when empty, a new one available. Only available units rank`,
    },
  ],
  row: z.object({
    id: requiredText,
    call_sign: requiredText,
    station_id: requiredText,
    vehicle_class: requiredText,
    status: optionalOneOf(unitStatuses),
  }),
  staged: {
    id: 'text',
    call_sign: 'text',
    station_id: 'text',
    vehicle_class: 'text',
    status: 'text',
  },
  check: async (client) => {
    await client.query(`insert into staging.row_errors
      select r.line, format('station_id "%s" is no station of the register', r.station_id)
      from staging.rows r where not exists (${stationOfRow})`);
    await client.query(`insert into staging.row_errors
      select r.line, format('vehicle_class "%s" is none of %s', r.vehicle_class,
        (select string_agg(code, ', ' order by rank) from vehicle_classes
         where valid_from <= current_date and (valid_to is null or valid_to > current_date)))
      from staging.rows r where not exists (
        select 1 from vehicle_classes c where c.code = r.vehicle_class
          and c.valid_from <= current_date and (c.valid_to is null or c.valid_to > current_date))`);
  },
  stage: async (client) => {
    await findRegisterIds(client, 'units');
    await client.query(`create table staging.new_units as
      select coalesce(l.id, nextval(pg_get_serial_sequence('units', 'id'))) as id,
        r.id as register_id, r.call_sign, (${stationOfRow}) as station_id, r.vehicle_class,
        s.status, 'register'::text as source, r.notes,
        -- What says of the status what it said before is no news of it: what was reported since holds.
        case when s.status = live.status then live.status_since else now() end as status_since
      from staging.rows r left join staging.register_ids l on l.register_id = r.id
      left join units live on live.id = l.id
      cross join lateral (select coalesce(r.status, live.status, 'available') as status) s
      order by r.line`);
  },
  merges: [
    {
      table: 'units',
      staged: 'staging.new_units',
      columns: [
        'register_id',
        'call_sign',
        'station_id',
        'vehicle_class',
        'status',
        'status_since',
        'source',
        'notes',
      ],
      retiresWhenComplete: "live.source = 'register'",
    },
  ],
};
