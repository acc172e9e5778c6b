import { z } from 'zod';
import { runSqlFile } from '../batches/sql-file.ts';
import { optionalDate, optionalText, requiredText } from './fields.ts';
import type { Register } from './register.ts';

export const boundaries: Register = {
  kind: 'boundaries',
  about: 'wards and communes as polygons (GeoJSON)',
  key: 'code',
  columns: [
    { name: 'code', isRequired: true, help: 'official code' },
    { name: 'name', isRequired: true, help: 'without its type: Ba Đình' },
    {
      name: 'type',
      isRequired: false,
      help: 'phuong, xa, thi-tran, dac-khu …; read from fullName (Phường Ba Đình) when empty',
    },
    { name: 'fullname', isRequired: false, help: 'type and name' },
    { name: 'valid_from', isRequired: false, help: 'first day of validity, 2025-07-01' },
    { name: 'valid_to', isRequired: false, help: 'first day on which it is no longer valid' },
    { name: 'geometry', isRequired: true, help: 'Polygon or MultiPolygon of the feature' },
  ],
  row: z.object({
    code: requiredText,
    name: requiredText,
    type: optionalText,
    fullname: optionalText,
    valid_from: optionalDate,
    valid_to: optionalDate,
    geometry: z
      .string('is missing')
      .regex(/"type":"(Multi)?Polygon"/, 'is no Polygon or MultiPolygon'),
  }),
  staged: {
    code: 'text',
    name: 'text',
    type: 'text',
    fullname: 'text',
    valid_from: 'date',
    valid_to: 'date',
    geometry: 'text',
  },
  check: async (client) => {
    // st_geomfromgeojson fails on a broken geometry, and with it the whole file instead of one row.
    await client.query(`create function staging.read_geojson(json text) returns geometry language plpgsql as $$
      begin
        return st_setsrid(st_geomfromgeojson(json), 4326);
      exception when others then
        return null;
      end $$`);
    await client.query(`insert into staging.row_errors
      select line, case when geom is null then 'geometry cannot be read'
          when not st_isvalid(geom) then 'geometry is not valid: ' || st_isvalidreason(geom)
          else 'geometry is empty or lies outside the world' end
      from (select line, staging.read_geojson(geometry) as geom from staging.rows) read
      where geom is null or not st_isvalid(geom)
        or not st_within(geom, st_makeenvelope(-180, -90, 180, 90, 4326))`);
  },
  stage: async (client, { isComplete }) => {
    await runSqlFile(client, new URL('stage-boundaries.sql', import.meta.url));
    await client.query('insert into staging.is_complete values ($1)', [isComplete]);
    await runSqlFile(client, new URL('stage-wards.sql', import.meta.url));
  },
  merges: [
    {
      table: 'admin_units',
      staged: 'staging.new_admin_units',
      columns: ['code', 'type', 'name', 'valid_from', 'valid_to', 'source', 'geom'],
      retiresWhenComplete: "live.source = 'register'",
    },
    { table: 'addresses', staged: 'staging.address_wards', columns: ['ward_id'], keepsBatch: true },
  ],
};
