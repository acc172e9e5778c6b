// What Martin does with a tile, for machines without it: asks the tile function, keeps the plain tile, and
// compresses it for each request.

import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import pg from 'pg';

const compress = promisify(gzip);
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
const kept = new Map<string, Buffer>();

async function readTile(path: string): Promise<Buffer> {
  const before = kept.get(path);
  if (before) return before;
  const [theme = '', z, x, y] = path.split('/');
  const { rows } = await pool.query<{ tile: Buffer }>(
    `select tiles.${pg.escapeIdentifier(theme)}($1, $2, $3, '{}') as tile`,
    [z, x, y],
  );
  const tile = rows[0]?.tile ?? Buffer.alloc(0);
  kept.set(path, tile);
  return tile;
}

createServer((request, response) => {
  void readTile((request.url ?? '').slice(1))
    .then(async (tile) => {
      if (tile.length === 0) return response.writeHead(204).end();
      const body = await compress(tile);
      return response
        .writeHead(200, {
          'Content-Type': 'application/x-protobuf',
          'Content-Encoding': 'gzip',
          'Content-Length': body.length,
        })
        .end(body);
    })
    .catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(process.argv[2]), '127.0.0.1');
