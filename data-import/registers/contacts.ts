import { z } from 'zod';
import { oneOf, optionalNumber, optionalPhone, optionalText, requiredText } from './fields.ts';
import { findRegisterIds } from './register-ids.ts';
import type { Register } from './register.ts';

const kinds = [
  'public-fire-point',
  'inter-family-team',
  'facility-team',
  'power',
  'hospital',
  'ward',
] as const;

export const contacts: Register = {
  kind: 'contacts',
  about: 'whom to call: people with means near a fire, the power cut-off, hospitals, wards on duty',
  key: 'id',
  columns: [
    { name: 'id', isRequired: true, help: 'your own key' },
    { name: 'kind', isRequired: true, help: kinds.join(', ') },
    { name: 'name', isRequired: true, help: 'as shown to dispatchers' },
    { name: 'phone', isRequired: false, help: 'answered day and night' },
    { name: 'lon', isRequired: false, help: 'degrees, WGS 84; power and ward need none' },
    { name: 'lat', isRequired: false, help: 'degrees, WGS 84' },
    {
      name: 'ward',
      isRequired: false,
      help: 'name or code of the ward that it answers for; empty for the whole city',
    },
    { name: 'equipment', isRequired: false, help: 'what is kept there' },
  ],
  row: z.object({
    id: requiredText,
    kind: oneOf(kinds),
    name: requiredText,
    phone: optionalPhone,
    lon: optionalNumber(-180, 180),
    lat: optionalNumber(-90, 90),
    ward: optionalText,
    equipment: optionalText,
  }),
  staged: {
    id: 'text',
    kind: 'text',
    name: 'text',
    phone: 'text',
    lon: 'float8',
    lat: 'float8',
    ward: 'text',
    equipment: 'text',
  },
  check: async (client) => {
    await client.query(`insert into staging.row_errors
      select line, format('lon and lat are missing; a %s has a place', kind) from staging.rows
      where (lon is null or lat is null) and kind not in ('power', 'ward')
      union all
      select line, 'lon without lat, or lat without lon' from staging.rows
      where (lon is null) <> (lat is null) and kind in ('power', 'ward')
      union all
      select line, 'ward is missing' from staging.rows where kind = 'ward' and ward is null
      union all
      select line, format('ward "%s" is none of this city; its name or code as in the boundaries', ward)
      from staging.rows r
      where ward is not null
        -- Before any boundaries are loaded nobody can say.
        and exists (select from admin_units where retired_at is null)
        and not exists (
          select from admin_units u
          where u.retired_at is null
            and (r.ward = u.code
              or fold_text(r.ward) in (fold_text(u.name), fold_text(full_name(u.type, u.name))))
        )`);
  },
  stage: async (client) => {
    await findRegisterIds(client, 'contacts');
    await client.query(`create table staging.new_contacts as
      select coalesce(l.id, nextval(pg_get_serial_sequence('contacts', 'id'))) as id,
        r.id as register_id, r.kind, r.name, r.phone, r.ward, r.equipment,
        'register'::text as source, r.notes,
        case when r.lon is not null then st_setsrid(st_makepoint(r.lon, r.lat), 4326) end as geom
      from staging.rows r left join staging.register_ids l on l.register_id = r.id
      order by r.line`);
  },
  merges: [
    {
      table: 'contacts',
      staged: 'staging.new_contacts',
      columns: 'register_id kind name phone ward equipment source notes geom'.split(' '),
      retiresWhenComplete: "live.source = 'register'",
    },
  ],
};
