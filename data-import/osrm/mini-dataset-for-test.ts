// An invented world as both things a routing build reads: an OSM file and rows of `roads` and `barriers`.

import { join } from 'node:path';
import type pg from 'pg';
import type { Position } from '../../geo/position.ts';
import { localMeters, type Meters } from '../osm/local-meters.ts';
import { writeMiniWorld } from '../osm/mini-world.ts';

export type MiniRoad = {
  nodes: string[];
  highway: string;
  name?: string;
  tags?: Record<string, string>;
  width?: number;
  speed?: number;
  motor?: boolean;
  foot?: boolean;
  oneway?: -1 | 0 | 1;
  maxHeight?: number;
  maxWeight?: number;
  /** Stands in the OSM file only. */
  isUnknown?: boolean;
};

export type MiniRoads = {
  nodes: Record<string, Meters>;
  /** Kind of barrier by node name. */
  barriers?: Record<string, string>;
  roads: MiniRoad[];
};

export const miniOrigin = { lon: 105.82, lat: 21 };
const plane = localMeters(miniOrigin);

export function positionAt(meters: Meters): Position {
  const { lon, lat } = plane.toLonLat(meters);
  return [lon, lat];
}

/** Replaces all roads of the database by these and writes them as `folder/world.osm`, whose path is returned. */
export async function layOutRoads(
  pool: pg.Pool,
  folder: string,
  world: MiniRoads,
): Promise<string> {
  const path = join(folder, 'world.osm');
  const nodes = Object.entries(world.nodes).map(([name, at]) => {
    const barrier = world.barriers?.[name];
    return [name, barrier ? { at, tags: { barrier } } : at] as const;
  });
  const ids = writeMiniWorld(path, {
    origin: miniOrigin,
    nodes: Object.fromEntries(nodes),
    ways: world.roads.map(({ nodes: along, highway, name, tags }) => ({
      nodes: along,
      tags: { highway, name, ...tags },
    })),
  });
  await pool.query('truncate roads, barriers cascade');
  for (const [index, road] of world.roads.entries())
    if (!road.isUnknown) await insertRoad(pool, ids.ways[index]!, road, { ids: ids.nodes, world });
  for (const [name, kind] of Object.entries(world.barriers ?? {})) {
    const [lon, lat] = positionAt(world.nodes[name]!);
    await pool.query(
      `insert into barriers (osm_node_id, kind, geom)
       values ($1, $2, st_setsrid(st_makepoint($3, $4), 4326))`,
      [ids.nodes[name], kind, lon, lat],
    );
  }
  return path;
}

async function insertRoad(
  pool: pg.Pool,
  wayId: number,
  road: MiniRoad,
  { ids, world }: { ids: Record<string, number>; world: MiniRoads },
): Promise<void> {
  const coordinates = road.nodes.map((name) => positionAt(world.nodes[name]!));
  await pool.query(
    `insert into roads (osm_way_id, class, name, oneway, motor, foot, width_m, width_provenance,
       max_height_m, max_weight_t, speed_kmh, node_ids, geom)
     values ($1, $2, $3, $4, $5, $6, $7, 'tagged', $8, $9, $10, $11,
       st_setsrid(st_geomfromgeojson($12), 4326))`,
    [
      wayId,
      road.highway,
      road.name ?? null,
      road.oneway ?? 0,
      road.motor ?? true,
      road.foot ?? true,
      road.width ?? 6,
      road.maxHeight ?? null,
      road.maxWeight ?? null,
      road.speed ?? 30,
      road.nodes.map((name) => ids[name]),
      JSON.stringify({ type: 'LineString', coordinates }),
    ],
  );
}
