import { z } from 'zod';
import type pg from 'pg';
import { fillNames } from '../addresses/fill-names.ts';
import { runSqlFile } from '../batches/sql-file.ts';
import { correctedColumns, prepareCorrections } from '../corrections/stage-corrections.ts';
import {
  oneOf,
  optionalAlleyPath,
  optionalClock,
  optionalDate,
  optionalNumber,
  optionalText,
} from './fields.ts';
import type { Register } from './register.ts';

const provenances = ['measured', 'tagged', 'derived', 'assumed'] as const;

async function runFile(client: pg.PoolClient, name: string): Promise<void> {
  await runSqlFile(client, new URL(name, import.meta.url));
}

/** Finds the roads of each row, and hands back the rows that mean none. */
async function findRoads(client: pg.PoolClient): Promise<void> {
  await client.query(`create function staging.way_text(street text, alley_path text) returns text language sql immutable as $$
    select case when alley_path is null then street
      else (array['Ngõ', 'Ngách', 'Hẻm'])[least(3, cardinality(string_to_array(alley_path, '/')))]
        || ' ' || alley_path || ' ' || street end $$`);
  await fillNames(
    client,
    'select staging.way_text(street, alley_path) as text from staging.rows where way_id is null',
  );
  await runFile(client, 'match-road-limits.sql');
}

export const roadLimits: Register = {
  kind: 'road-limits',
  about: 'widths, limits and obstacles of roads as surveyed; they hold against every newer map',
  columns: [
    { name: 'way_id', isRequired: false, help: 'OpenStreetMap id of the way; or street' },
    { name: 'street', isRequired: false, help: 'Phố Khương Hạ; a named alley counts as a street' },
    { name: 'alley_path', isRequired: false, help: 'from the street inwards: 29/70' },
    {
      name: 'lon',
      isRequired: false,
      help: 'where: if only one way of the street is meant, or where the obstacle stands',
    },
    { name: 'lat', isRequired: false, help: 'degrees, WGS 84' },
    { name: 'width_m', isRequired: false, help: 'clear width at its narrowest, metres' },
    { name: 'height_m', isRequired: false, help: 'clear height under gates and cables, metres' },
    { name: 'weight_t', isRequired: false, help: 'what it bears, tonnes' },
    {
      name: 'obstacle',
      isRequired: false,
      help: 'bollard, gate, low_cable, market …, no (gone): a kind of sql/codes/obstacle_kinds.csv',
    },
    { name: 'clear_m', isRequired: false, help: 'clear height or width at the obstacle, metres' },
    { name: 'from_time', isRequired: false, help: 'there from this time of day on, 05:00' },
    { name: 'to_time', isRequired: false, help: 'until this time of day, 08:00' },
    {
      name: 'provenance',
      isRequired: false,
      help: `${provenances.join(', ')}; measured when empty`,
    },
    { name: 'surveyed_on', isRequired: false, help: 'day of the survey, 2026-03-31' },
    { name: 'source', isRequired: false, help: 'who surveyed it' },
    { name: 'note', isRequired: false, help: '' },
  ],
  row: z.object({
    way_id: optionalNumber(1, Number.MAX_SAFE_INTEGER).refine(
      (id) => id === null || Number.isInteger(id),
      'is no whole number',
    ),
    street: optionalText,
    alley_path: optionalAlleyPath,
    lon: optionalNumber(-180, 180),
    lat: optionalNumber(-90, 90),
    width_m: optionalNumber(0.3, 60),
    height_m: optionalNumber(0.5, 30),
    weight_t: optionalNumber(0.1, 200),
    obstacle: optionalText,
    clear_m: optionalNumber(0.3, 60),
    from_time: optionalClock,
    to_time: optionalClock,
    provenance: oneOf(provenances, 'measured'),
    surveyed_on: optionalDate,
    source: optionalText,
    note: optionalText,
  }),
  staged: {
    way_id: 'bigint',
    street: 'text',
    alley_path: 'text',
    lon: 'float8',
    lat: 'float8',
    width_m: 'real',
    height_m: 'real',
    weight_t: 'real',
    obstacle: 'text',
    clear_m: 'float8',
    from_time: 'text',
    to_time: 'text',
    provenance: 'text',
    surveyed_on: 'date',
    source: 'text',
    note: 'text',
  },
  check: findRoads,
  stage: async (client, { isComplete }) => {
    await prepareCorrections(client, {
      synthetic: 'select synthetic from cities',
      isOtherCity: 'select false',
      coversAllHouses: false,
    });
    // Rows that were handed back mean no road.
    await client.query(`
      delete from staging.limit_roads l where not exists (select from staging.rows r where r.line = l.line);
      create table staging.whole_register as select ${isComplete} as yes`);
    await runFile(client, 'doubt-road-limits.sql');
    await runFile(client, 'stage-road-limits.sql');
    await runFile(client, 'outdone-road-limits.sql');
  },
  merges: [
    {
      table: 'corrections',
      staged: 'staging.new_corrections',
      columns: (
        'target_kind target_id label osm_type osm_id geom synthetic field value provenance imported author observed_on ' +
        'note source state superseded_by reason state_since'
      ).split(' '),
      // Copies go with what they copy (follow_registers); what was said before stays as long as the road is listed.
      retiresWhenComplete: `live.source = 'register' and live.copied_from is null and live.state <> 'withdrawn' and not exists (
        select from staging.limits l where l.way_id = live.target_id and l.field = live.field and l.line is not null)`,
    },
    {
      table: 'roads',
      staged: 'staging.limited_roads',
      columns: ['width_m', 'width_provenance', 'max_height_m', 'max_weight_t'],
    },
    {
      table: 'corrected_rows',
      staged: 'staging.new_corrected_rows',
      columns: correctedColumns,
      retires: `live.kind = 'road' and exists (
        select from staging.limit_holds h where h.road_id = live.row_id and h.field = live.field)`,
      erases: true,
    },
  ],
};
