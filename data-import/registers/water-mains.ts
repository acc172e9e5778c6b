import { z } from 'zod';
import { optionalPhone, optionalText, requiredText } from './fields.ts';
import { findRegisterIds } from './register-ids.ts';
import type { Register } from './register.ts';

export const waterMains: Register = {
  kind: 'water-mains',
  about: 'mains of the water company, and whom to call for more pressure',
  key: 'id',
  columns: [
    { name: 'id', isRequired: true, help: 'what water points name as main_id' },
    { name: 'name', isRequired: false, help: 'as the company calls it' },
    { name: 'owner', isRequired: false, help: 'the water company' },
    { name: 'duty_phone', isRequired: false, help: 'answered day and night' },
  ],
  row: z.object({
    id: requiredText,
    name: optionalText,
    owner: optionalText,
    duty_phone: optionalPhone,
  }),
  staged: { id: 'text', name: 'text', owner: 'text', duty_phone: 'text' },
  stage: async (client) => {
    await findRegisterIds(client, 'water_mains');
    await client.query(`create table staging.new_water_mains as
      select coalesce(l.id, nextval(pg_get_serial_sequence('water_mains', 'id'))) as id,
        r.id as register_id, r.name, r.owner, r.duty_phone, 'register'::text as source, r.notes
      from staging.rows r left join staging.register_ids l on l.register_id = r.id
      order by r.line`);
  },
  merges: [
    {
      table: 'water_mains',
      staged: 'staging.new_water_mains',
      columns: ['register_id', 'name', 'owner', 'duty_phone', 'source', 'notes'],
      retiresWhenComplete: "live.source = 'register'",
    },
  ],
};
