import pg from 'pg';
import type { Database } from '../../sql/pool.ts';

export type Tileset = { name: string; comment: string };

/** The tile functions of the database with the TileJSON in their comments. */
export async function listTilesets(database: Database): Promise<Tileset[]> {
  const { rows } = await database.query<Tileset>(
    `select p.proname as name, coalesce(obj_description(p.oid, 'pg_proc'), '{}') as comment
     from pg_proc p
     where p.pronamespace = 'tiles'::regnamespace
       and p.oid::regprocedure::text like '%(integer,integer,integer,jsonb)'
       and p.prorettype = 'bytea'::regtype
     order by 1`,
  );
  return rows;
}

export type MappedCity = {
  name: string;
  synthetic: boolean;
  bounds: [number, number, number, number];
};

/** The city of this installation; undefined before the first import. */
export async function readCity(database: Database): Promise<MappedCity | undefined> {
  const { rows } = await database.query<MappedCity>(
    `select name, synthetic, array[st_xmin(extent), st_ymin(extent), st_xmax(extent), st_ymax(extent)] as bounds
     from cities`,
  );
  return rows[0];
}

export type TileAddress = { z: number; x: number; y: number };

/** Runs one tile function. `tileset` must come from `listTilesets`, never from a request. */
export async function readTile(
  database: Database,
  tileset: Tileset,
  { z, x, y }: TileAddress,
): Promise<Buffer> {
  const { rows } = await database.query<{ tile: Buffer }>(
    `select tiles.${pg.escapeIdentifier(tileset.name)}($1, $2, $3, '{}') as tile`,
    [z, x, y],
  );
  return rows[0]?.tile ?? Buffer.alloc(0);
}
