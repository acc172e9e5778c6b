import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { Hono, type Context } from 'hono';
import type pg from 'pg';
import { buildStyle } from '../../tiles/build-style.ts';
import { palettes } from '../../tiles/palettes/by-name.ts';
import { RequestError } from '../errors.ts';
import { readFont, readSpriteFile } from './assets.ts';
import { buildTileJson, readCatalog, type Catalog, type TilesetInfo } from './catalog.ts';
import { readTile, type TileAddress } from './queries.ts';
import { answerRepresentation, represent } from './representation.ts';
import { parseTileAddress } from './tile-address.ts';
import type { TileCache } from './tile-cache.ts';

export type TileServices = { database: pg.Pool; tileCache: TileCache };

const mvt = 'application/vnd.mapbox-vector-tile';
// Dispatch shares the pool: a burst of cold tiles waits in line and leaves connections free.
const tilesAtOnce = 4;
const tilesWaiting = 1_000;

function notFound(what: string): RequestError {
  return new RequestError(404, 'not-found', `There is no ${what}`);
}

/** Scheme and host that the client used, also behind a proxy that ends TLS. */
function readOrigin(context: Context): string {
  const url = new URL(context.req.url);
  const forwarded = context.req.header('X-Forwarded-Proto')?.split(',', 1)[0]?.trim();
  const scheme = forwarded === 'https' || forwarded === 'http' ? `${forwarded}:` : url.protocol;
  return `${scheme}//${url.host}`;
}

async function learnCatalog(database: pg.Pool, tileCache: TileCache): Promise<Catalog> {
  const catalog = await readCatalog(database);
  for (const [theme, { reads }] of catalog.tilesets) tileCache.setReads(theme, reads);
  return catalog;
}

/** Keeps the catalog until city or themes may be others, and tells the cache what each theme reads. */
function rememberCatalog({ database, tileCache }: TileServices): () => Promise<Catalog> {
  let kept: { generation: number; catalog: Promise<Catalog> } | undefined;
  return () => {
    const generation = tileCache.generation();
    if (kept?.generation === generation) return kept.catalog;
    const entry = { generation, catalog: learnCatalog(database, tileCache) };
    kept = entry;
    entry.catalog.catch(() => {
      // Asked again next time; whoever waits for this one gets the error.
      if (kept === entry) kept = undefined;
    });
    return entry.catalog;
  };
}

function findTileset(catalog: Catalog, theme: string): TilesetInfo {
  const found = catalog.tilesets.get(theme);
  if (!found)
    throw notFound(`map theme "${theme}"; there are ${[...catalog.tilesets.keys()].join(', ')}`);
  return found;
}

function keyOf({ tileset }: TilesetInfo, { z, x, y }: TileAddress): string {
  return `${tileset.name}/${z}/${x}/${y}`;
}

function createTileReader({ database, tileCache }: TileServices) {
  const line = bulkhead(tilesAtOnce, tilesWaiting);
  return async (info: TilesetInfo, at: TileAddress) => {
    const { tileset, minzoom } = info;
    if (at.z < minzoom) return represent(mvt, '');
    try {
      return await tileCache.read(keyOf(info, at), async () =>
        represent(mvt, await line.execute(() => readTile(database, tileset, at))),
      );
    } catch (error) {
      if (isBulkheadRejectedError(error))
        throw new RequestError(503, 'busy', 'Too many map tiles are being made', { cause: error });
      throw error;
    }
  };
}

/** Tiles, TileJSON, styles, fonts and icons: all that a map client needs, under `/tiles`. */
export function tilesRoutes(services: TileServices) {
  const readTileset = rememberCatalog(services);
  const readTileAt = createTileReader(services);
  return new Hono()
    .get('/style/:file', async (context) => {
      const file = context.req.param('file');
      const palette = file.endsWith('.json') ? palettes.get(file.slice(0, -5)) : undefined;
      if (!palette) throw notFound(`map style "${file}"`);
      const { city } = await readTileset();
      const style = buildStyle({
        palette,
        language: context.req.query('lang') === 'en' ? 'en' : 'vi',
        origin: readOrigin(context),
        ...(city && { latitude: (city.bounds[1] + city.bounds[3]) / 2 }),
      });
      return answerRepresentation(
        context,
        await represent('application/json', JSON.stringify(style)),
      );
    })
    .get('/sprites/:file', async (context) => {
      const sprite = await readSpriteFile(context.req.param('file'));
      if (!sprite) throw notFound('such sprite');
      return answerRepresentation(context, sprite);
    })
    .get('/fonts/:file', async (context) => {
      const font = await readFont(context.req.param('file'));
      if (!font) throw notFound('such font');
      context.header('Content-Type', 'font/woff2');
      context.header('Cache-Control', 'public, max-age=31536000, immutable');
      return context.body(font);
    })
    .get('/:file{[^/]+\\.json}', async (context) => {
      const catalog = await readTileset();
      const tileset = findTileset(catalog, context.req.param('file').slice(0, -5));
      const tileJson = buildTileJson(tileset, catalog.city, readOrigin(context));
      return answerRepresentation(
        context,
        await represent('application/json', JSON.stringify(tileJson)),
      );
    })
    .get('/:theme/:z/:x/:y', async (context) => {
      const { theme, z, x, y } = context.req.param();
      const tileset = findTileset(await readTileset(), theme);
      const at = parseTileAddress(z, x, y);
      const isKept = services.tileCache.peek(keyOf(tileset, at)) !== undefined;
      context.header('X-Cache', isKept ? 'HIT' : 'MISS');
      return answerRepresentation(context, await readTileAt(tileset, at));
    });
}
