// The numbers of the response formulas, as they are valid today.

import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Database } from '../../sql/pool.ts';
import type { ResponseSettings, VehicleClass } from '../planner/settings.ts';

/** Throws when a needed value is missing: a formula never runs on a guess. */
export async function readSettings(database: Database): Promise<ResponseSettings> {
  const valid = 'valid_from <= current_date and (valid_to is null or valid_to > current_date)';
  const parameters = await database.query<{ parameter: string; class: string; value: string }>(
    `select parameter, class, value from parameters where ${valid}`,
  );
  const classes = await database.query<VehicleClass>(
    `select code, rank, name_vi as "nameVi", name_en as "nameEn", width_m as "widthMeters",
       height_m as "heightMeters", weight_t as "weightTonnes",
       width_margin_m as "widthMarginMeters", height_margin_m as "heightMarginMeters",
       speed_factor as "speedFactor", footways, tank_l as "tankLiters",
       pump_lps as "pumpLitersPerSecond", hose_m as "hoseMeters",
       sustained_flow as "sustainedFlow"
     from vehicle_classes where ${valid} order by rank`,
  );
  const values = new Map(
    parameters.rows.map((row) => [`${row.parameter}/${row.class}`, Number(row.value)]),
  );
  return {
    classes: classes.rows,
    parameters: {
      number(parameter, vehicleClass = '') {
        const value = values.get(`${parameter}/${vehicleClass}`);
        if (value === undefined || Number.isNaN(value))
          throw new Error(`parameters has no valid number for ${parameter} ${vehicleClass}`);
        return value;
      },
    },
  };
}

/** Settings kept for half a minute: they change with an update of the code lists, or at midnight. */
export function createSettingsReader(database: pg.Pool): () => Promise<ResponseSettings> {
  const cache = new LRUCache<'settings', ResponseSettings>({
    max: 1,
    ttl: 30_000,
    fetchMethod: () => readSettings(database),
  });
  return async () => {
    const settings = await cache.fetch('settings');
    if (!settings) throw new Error('parameters could not be read');
    return settings;
  };
}
