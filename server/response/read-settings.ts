// The numbers of the response formulas, as they are valid on a day.

import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Database } from '../../sql/pool.ts';
import type { NeedRow } from '../hydraulics/need.ts';
import type { Parameters, ResponseSettings, VehicleClass } from '../planner/settings.ts';
import { readRunCards } from '../run-cards/queries.ts';

/** The tables that the settings come from. */
export const settingsTables = [
  'parameters',
  'vehicle_classes',
  'building_uses',
  'water_needs',
  'run_cards',
];

/** Throws when a needed value is missing: a formula never runs on a guess. */
export async function readSettings(
  database: Database,
  day: string | null = null,
): Promise<ResponseSettings> {
  const on = 'coalesce($1::date, current_date)';
  const valid = `valid_from <= ${on} and (valid_to is null or valid_to > ${on})`;
  const parameters = await database.query<ParameterRow>(
    `select parameter, class, value from parameters where ${valid}`,
    [day],
  );
  const classes = await database.query<VehicleClass>(
    `select code, rank, name_vi as "nameVi", name_en as "nameEn", width_m as "widthMeters",
       height_m as "heightMeters", length_m as "lengthMeters", weight_t as "weightTonnes",
       width_margin_m as "widthMarginMeters", height_margin_m as "heightMarginMeters",
       speed_factor as "speedFactor", footways, held_by_traffic as "heldByTraffic", crew,
       case when turning_radius_m is not null then json_build_object('radiusMeters', turning_radius_m,
         'frontToAxleMeters', coalesce(front_to_axle_m, length_m)) end as turning,
       ladder_m as "ladderMeters", draft_lift_m as "draftLiftMeters",
       jack_width_m as "jackWidthMeters", jack_length_m as "jackLengthMeters",
       set_up_s as "setUpSeconds", coalesce(nullif(routing_profile, ''), code) as "routingProfile", tank_l as "tankLiters",
       pump_lps as "pumpLitersPerSecond", hose_m as "hoseMeters",
       sustained_flow as "sustainedFlow", ladder_m as "ladderMeters",
       coalesce(portable_pumps, 0) as "portablePumps",
       case when sustained_flow then 'first-water' else 'after-water' end as "ranksBy",
       coalesce(rescue_tools, false) as "rescueTools"
     from vehicle_classes where ${valid} order by rank`,
    [day],
  );
  const groups = await database.query<{ use: string; fire_group: string }>(
    `select use, fire_group from building_uses where ${valid}`,
    [day],
  );
  const needs = await database.query<NeedRow>(
    `select fire_group as "fireGroup", floors_max as "floorsMax", volume_max_m3 as "volumeMaxM3",
       lps as "litersPerSecond", mark, source_vi as "sourceVi", source_en as "sourceEn"
     from water_needs where ${valid}`,
    [day],
  );
  return {
    classes: classes.rows,
    needRules: {
      groups: new Map(groups.rows.map((row) => [row.use, row.fire_group])),
      rows: needs.rows,
    },
    runCards: await readRunCards(database, day),
    parameters: parametersOf(parameters.rows),
  };
}

type ParameterRow = { parameter: string; class: string; value: string };

// An answer looks up thousands: none of them puts a key together for it.
function parametersOf(rows: ParameterRow[]): Parameters {
  const texts = new Map<string, string>();
  const numbers = new Map<string, Map<string, number>>();
  for (const { parameter, class: vehicleClass, value } of rows) {
    if (vehicleClass === '') texts.set(parameter, value);
    const ofClasses = numbers.get(parameter) ?? new Map<string, number>();
    numbers.set(parameter, ofClasses.set(vehicleClass, Number(value)));
  }
  return {
    number(parameter, vehicleClass = '') {
      const value = numbers.get(parameter)?.get(vehicleClass);
      if (value === undefined || Number.isNaN(value))
        throw new Error(`parameters has no valid number for ${parameter} ${vehicleClass}`);
      return value;
    },
    text(parameter) {
      const value = texts.get(parameter);
      if (value === undefined) throw new Error(`parameters has no valid ${parameter}`);
      return value;
    },
  };
}

/** Settings as valid on a day (2026-03-31), today by the city's clock when not given. */
export type SettingsReader = (day?: string) => Promise<ResponseSettings>;

/** The database says which day that is. */
const today = 'today';

/** Settings kept for half a minute, or until they are forgotten because their tables changed. */
export function createSettingsReader(database: pg.Pool): {
  readSettings: SettingsReader;
  forgetSettings: () => void;
} {
  const cache = new LRUCache<string, ResponseSettings>({
    max: 10,
    ttl: 30_000,
    fetchMethod: (day) => readSettings(database, day === today ? null : day),
    // Who asked before they were forgotten gets what was read then; who asks later has it read anew.
    ignoreFetchAbort: true,
  });
  return {
    readSettings: async (day = today) => {
      const settings = await cache.fetch(day);
      if (!settings) throw new Error('parameters could not be read');
      return settings;
    },
    forgetSettings: () => cache.clear(),
  };
}
