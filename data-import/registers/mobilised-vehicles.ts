import { z } from 'zod';
import {
  latitude,
  longitude,
  oneOf,
  optionalNumber,
  optionalPhone,
  optionalText,
  requiredNumber,
  requiredText,
} from './fields.ts';
import { findRegisterIds } from './register-ids.ts';
import type { Register } from './register.ts';

const kinds = ['tanker', 'crane', 'excavator', 'ladder'] as const;

export const mobilisedVehicles: Register = {
  kind: 'mobilised-vehicles',
  about: 'vehicles of others that may be mobilised (form PC10)',
  key: 'id',
  columns: [
    { name: 'id', isRequired: true, help: 'your own key' },
    { name: 'kind', isRequired: true, help: kinds.join(', ') },
    { name: 'name', isRequired: true, help: 'as spoken, such as its number plate' },
    { name: 'owner', isRequired: true, help: 'whom it belongs to' },
    { name: 'lon', isRequired: true, help: 'where it stands: degrees, WGS 84' },
    { name: 'lat', isRequired: true, help: 'degrees, WGS 84' },
    { name: 'call_out_min', isRequired: true, help: 'minutes from the call until it leaves' },
    { name: 'phone', isRequired: false, help: 'answered day and night' },
    { name: 'tank_l', isRequired: false, help: 'litres; a tanker needs it' },
    { name: 'ladder_m', isRequired: false, help: 'height it reaches; a ladder needs it' },
    {
      name: 'vehicle_class',
      isRequired: false,
      help: 'the class whose roads it can take; when empty that of its kind, else the heaviest',
    },
    { name: 'status', isRequired: false, help: 'available (when empty) or unavailable' },
  ],
  row: z.object({
    id: requiredText,
    kind: oneOf(kinds),
    name: requiredText,
    owner: requiredText,
    lon: longitude,
    lat: latitude,
    call_out_min: requiredNumber(0, 1_440),
    phone: optionalPhone,
    tank_l: optionalNumber(1, 100_000),
    ladder_m: optionalNumber(1, 200),
    vehicle_class: optionalText,
    status: oneOf(['available', 'unavailable'], 'available'),
  }),
  staged: {
    id: 'text',
    kind: 'text',
    name: 'text',
    owner: 'text',
    lon: 'float8',
    lat: 'float8',
    call_out_min: 'real',
    phone: 'text',
    tank_l: 'real',
    ladder_m: 'real',
    vehicle_class: 'text',
    status: 'text',
  },
  check: async (client) => {
    await client.query(`insert into staging.row_errors
      select line, 'tank_l is missing' from staging.rows where kind = 'tanker' and tank_l is null
      union all
      select line, 'ladder_m is missing' from staging.rows where kind = 'ladder' and ladder_m is null
      union all
      select r.line, format('vehicle_class "%s" is none of %s', r.vehicle_class,
        (select string_agg(code, ', ' order by rank) from vehicle_classes
         where valid_from <= current_date and (valid_to is null or valid_to > current_date)))
      from staging.rows r where r.vehicle_class is not null and not exists (
        select 1 from vehicle_classes c where c.code = r.vehicle_class
          and c.valid_from <= current_date and (c.valid_to is null or c.valid_to > current_date))`);
  },
  stage: async (client) => {
    await findRegisterIds(client, 'mobilised_vehicles');
    await client.query(`create table staging.new_mobilised_vehicles as
      select coalesce(l.id, nextval(pg_get_serial_sequence('mobilised_vehicles', 'id'))) as id,
        r.id as register_id, r.kind, r.name, r.owner, r.phone, r.call_out_min, r.tank_l, r.ladder_m,
        r.vehicle_class, r.status, 'register'::text as source, r.notes,
        st_setsrid(st_makepoint(r.lon, r.lat), 4326) as geom
      from staging.rows r left join staging.register_ids l on l.register_id = r.id
      order by r.line`);
  },
  merges: [
    {
      table: 'mobilised_vehicles',
      staged: 'staging.new_mobilised_vehicles',
      columns: (
        'register_id kind name owner phone call_out_min tank_l ladder_m vehicle_class status ' +
        'source notes geom'
      ).split(' '),
      retiresWhenComplete: "live.source = 'register'",
    },
  ],
};
