// A tile that is kept in memory is answered before everything else: no routing, no middleware, no copies.
// Whatever is not as simple as that goes the common way, and is answered with the same headers there.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { rateHeaders, type RequestCounts } from '../request-counts.ts';
import { etagOf, matchesEtag, takesGzip, type Representation } from './representation.ts';
import type { TileCache } from './tile-cache.ts';

export type KeptTileOptions = {
  tileCache: Pick<TileCache, 'peek'>;
  requestCounts: RequestCounts;
  rate: { limit: number; windowMs: number };
  /** Names and values in turn that every answer carries. */
  fixedHeaders: readonly string[];
};

const prefix = '/tiles/';
const mostEncodings = 100;

/** Reads an `Accept-Encoding` once: browsers send few different ones. */
function rememberEncodings(): (acceptEncoding: string | undefined) => boolean {
  const known = new Map<string, boolean>();
  return (acceptEncoding = '') => {
    const before = known.get(acceptEncoding);
    if (before !== undefined) return before;
    if (known.size >= mostEncodings) known.clear();
    const takes = takesGzip(acceptEncoding);
    known.set(acceptEncoding, takes);
    return takes;
  };
}

function keyOf({ method, url = '' }: IncomingMessage): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith(prefix)) return null;
  const isNamed = url.endsWith('.mvt') || url.endsWith('.pbf');
  return url.slice(prefix.length, isNamed ? -4 : undefined);
}

function send(
  { method, headers: asked }: IncomingMessage,
  response: ServerResponse,
  { tile, headers, etag }: { tile: Representation; headers: string[]; etag: string },
): void {
  if (matchesEtag(asked['if-none-match'], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  if (tile.gzipped === null) {
    response.writeHead(204, headers).end();
    return;
  }
  headers.push('Content-Type', tile.contentType, 'Content-Encoding', 'gzip');
  headers.push('Content-Length', String(tile.gzipped.byteLength));
  response.writeHead(200, headers);
  if (method === 'HEAD') response.end();
  else response.end(tile.gzipped);
}

/** Answers a request when its tile is kept; false, and nothing done, when it has to go the common way. */
export function createKeptTileAnswers({
  tileCache,
  requestCounts,
  rate,
  fixedHeaders,
}: KeptTileOptions): (request: IncomingMessage, response: ServerResponse) => boolean {
  const takesGzipOnce = rememberEncodings();

  function headersOf(client: string, etag: string): string[] {
    const headers = fixedHeaders.concat(rateHeaders(requestCounts.count(client), rate));
    headers.push('ETag', etag, 'Cache-Control', 'no-cache', 'Vary', 'Accept-Encoding');
    headers.push('X-Cache', 'HIT');
    return headers;
  }

  return (request, response) => {
    const key = keyOf(request);
    const tile = key === null ? undefined : tileCache.peek(key);
    const client = request.socket.remoteAddress;
    if (tile === undefined || client === undefined) return false;
    const asGzip = takesGzipOnce(request.headers['accept-encoding']);
    if (!asGzip && tile.gzipped !== null) return false;
    if (requestCounts.peek(client) >= rate.limit) return false;
    const etag = etagOf(tile, asGzip);
    send(request, response, { tile, headers: headersOf(client, etag), etag });
    return true;
  };
}
