// What the database decided about roads and barriers, written out for truck.lua.

import { createWriteStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { widthToTurn } from '../../geo/graph/corners.ts';
import type { Corner } from '../../geo/graph/road.ts';
import type { Database } from '../../sql/pool.ts';

export type VehicleClass = {
  code: string;
  neededWidthMeters: number;
  neededHeightMeters: number;
  weightTonnes: number;
  speedFactor: number;
  footways: boolean;
  widthMeters: number;
  turning: { radiusMeters: number; frontToAxleMeters: number } | null;
};

/** Vehicle classes valid today that have routing data of their own, the most capable first. */
export async function readVehicleClasses(database: Database): Promise<VehicleClass[]> {
  const { rows } = await database.query<VehicleClass>(
    `select code, width_m + width_margin_m as "neededWidthMeters",
       height_m + height_margin_m as "neededHeightMeters", weight_t as "weightTonnes",
       speed_factor as "speedFactor", footways, width_m as "widthMeters",
       case when turning_radius_m is not null then json_build_object('radiusMeters', turning_radius_m,
         'frontToAxleMeters', coalesce(front_to_axle_m, length_m)) end as turning
     from vehicle_classes
     where valid_from <= current_date and (valid_to is null or valid_to > current_date)
       and coalesce(nullif(routing_profile, ''), code) = code
     order by rank`,
  );
  return rows;
}

export type TurnDelays = { turnSeconds: number; uTurnSeconds: number };

export async function readTurnDelays(database: Database): Promise<TurnDelays> {
  const { rows } = await database.query<{ parameter: string; value: string }>(
    `select parameter, value from parameters where parameter in ('turn_delay', 'u_turn_delay')
       and valid_from <= current_date and (valid_to is null or valid_to > current_date)`,
  );
  const read = (name: string): number => {
    const value = Number(rows.find(({ parameter }) => parameter === name)?.value);
    if (!Number.isFinite(value)) throw new Error(`The table parameters has no number for ${name}`);
    return value;
  };
  return { turnSeconds: read('turn_delay'), uTurnSeconds: read('u_turn_delay') };
}

async function copyToFile(client: PoolClient, query: string, path: string): Promise<number> {
  const copy = client.query(copyTo(`copy (${query}) to stdout (format text, null '-')`));
  await pipeline(copy, createWriteStream(path));
  return copy.rowCount;
}

/** Columns as the head of truck.lua lists them. An alley goes by its full label. */
export async function writeRoadFacts(client: PoolClient, path: string): Promise<number> {
  return copyToFile(
    client,
    `select r.osm_way_id, r.motor::int, r.foot::int, r.oneway, r.width_m, r.max_height_m,
       r.max_weight_t, r.speed_kmh, r.class,
       regexp_replace(coalesce(a.label, r.name, ''), '[[:cntrl:]\\\\]+', ' ', 'g')
     from roads r left join alleys a on a.id = r.alley_id
     where r.retired_at is null order by r.osm_way_id`,
    path,
  );
}

/**
 * Node id and seconds of delay, or `-` where this class does not get past: at barriers, and in sharp
 * bends. Of two lines for one node the later holds.
 */
export async function writeBarrierFacts(
  client: PoolClient,
  { vehicleClass, corners }: { vehicleClass: VehicleClass; corners: Map<number, Corner> },
  path: string,
): Promise<void> {
  await copyToFile(
    client,
    `select b.osm_node_id,
       case when k.motor or (k.footways and ${vehicleClass.footways}) then k.delay_s end
     from barriers b cross join lateral (
       select * from barrier_kinds where kind in (b.kind, 'other')
         and valid_from <= current_date and (valid_to is null or valid_to > current_date)
       order by kind = 'other' limit 1) k
     where b.retired_at is null order by b.osm_node_id`,
    path,
  );
  const tight = [...corners].filter(([, { degrees, widthMeters }]) => {
    const needed = widthToTurn(vehicleClass, degrees);
    return needed !== null && widthMeters < needed;
  });
  await appendFile(path, tight.map(([nodeId]) => `${nodeId}\t-\n`).join(''));
}
