import { z } from 'zod';
import { latitude, longitude, optionalText, requiredText } from './fields.ts';
import { findRegisterIds } from './register-ids.ts';
import type { Register } from './register.ts';

export const stations: Register = {
  kind: 'stations',
  about: 'fire stations, where units start from',
  key: 'id',
  columns: [
    { name: 'id', isRequired: true, help: 'your own key; units name it' },
    { name: 'name', isRequired: true, help: 'as shown to dispatchers' },
    { name: 'lon', isRequired: true, help: 'degrees, WGS 84' },
    { name: 'lat', isRequired: true, help: 'degrees, WGS 84' },
    { name: 'phone', isRequired: false, help: '' },
  ],
  row: z.object({
    id: requiredText,
    name: requiredText,
    lon: longitude,
    lat: latitude,
    phone: optionalText,
  }),
  staged: { id: 'text', name: 'text', lon: 'float8', lat: 'float8', phone: 'text' },
  stage: async (client) => {
    await findRegisterIds(client, 'stations');
    await client.query(`create table staging.new_stations as
      select coalesce(l.id, nextval(pg_get_serial_sequence('stations', 'id'))) as id,
        r.id as register_id, r.name, r.phone, 'register'::text as source, r.notes,
        st_setsrid(st_makepoint(r.lon, r.lat), 4326) as geom
      from staging.rows r left join staging.register_ids l on l.register_id = r.id
      order by r.line`);
  },
  merges: [
    {
      table: 'stations',
      staged: 'staging.new_stations',
      columns: ['register_id', 'name', 'phone', 'source', 'notes', 'geom'],
      retiresWhenComplete: "live.source = 'register'",
    },
  ],
};
