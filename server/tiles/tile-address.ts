import { RequestError } from '../errors.ts';
import type { TileAddress } from './queries.ts';

export const deepestZoom = 22;

/** Reads `z/x/y`, the last with or without `.mvt` or `.pbf`. Throws 400 for a tile that does not exist. */
export function parseTileAddress(z: string, x: string, y: string): TileAddress {
  const parts = [z, x, y.replace(/\.(?:mvt|pbf)$/, '')];
  const [zoom = NaN, column = NaN, row = NaN] = parts.map((part) =>
    /^\d{1,8}$/.test(part) ? Number(part) : NaN,
  );
  const across = 2 ** zoom;
  if (zoom <= deepestZoom && column < across && row < across) return { z: zoom, x: column, y: row };
  throw new RequestError(
    400,
    'no-such-tile',
    `There is no tile ${parts.join('/')}: z is 0 to ${deepestZoom}, x and y are 0 to 2^z - 1`,
  );
}
