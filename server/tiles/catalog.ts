import type { Database } from '../../sql/pool.ts';
import type { ThemeReads } from './affected-tiles.ts';
import { listTilesets, readCity, type MappedCity, type Tileset } from './queries.ts';

export type TilesetInfo = {
  tileset: Tileset;
  minzoom: number;
  maxzoom: number;
  /** Which tables the theme shows, and from which zoom on; undefined where its comment does not say. */
  reads: ThemeReads | undefined;
  tileJson: Record<string, unknown>;
};

export type Catalog = { city: MappedCity | undefined; tilesets: ReadonlyMap<string, TilesetInfo> };

function readZoom(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function describe(tileset: Tileset): TilesetInfo {
  const { reads, ...tileJson } = JSON.parse(tileset.comment) as Record<string, unknown>;
  return {
    tileset,
    reads: reads as ThemeReads | undefined,
    minzoom: readZoom(tileJson['minzoom'], 0),
    maxzoom: readZoom(tileJson['maxzoom'], 22),
    tileJson,
  };
}

/** Which tilesets the database offers, and of which city. */
export async function readCatalog(database: Database): Promise<Catalog> {
  const [tilesets, city] = await Promise.all([listTilesets(database), readCity(database)]);
  return { city, tilesets: new Map(tilesets.map((tileset) => [tileset.name, describe(tileset)])) };
}

/** Who is to be credited, shown by every map client. */
export function attribute(city: MappedCity | undefined): string {
  return city?.synthetic
    ? 'Dữ liệu mẫu tổng hợp · synthetic data'
    : '<a href="https://www.openstreetmap.org/copyright">© OpenStreetMap contributors</a>';
}

/** TileJSON 3 of one tileset as served at `origin`. */
export function buildTileJson(
  { tileset, tileJson }: TilesetInfo,
  city: MappedCity | undefined,
  origin: string,
): Record<string, unknown> {
  return {
    ...tileJson,
    tilejson: '3.0.0',
    name: tileset.name,
    scheme: 'xyz',
    tiles: [`${origin}/tiles/${tileset.name}/{z}/{x}/{y}`],
    attribution: attribute(city),
    ...(city && { bounds: city.bounds }),
  };
}
