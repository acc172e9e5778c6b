import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Context } from 'hono';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** One body as it is kept: compressed once, with the hash that its ETag is made of. */
export type Representation = {
  contentType: string;
  hash: string;
  gzipped: Uint8Array<ArrayBuffer> | null;
};

/** Hashes and compresses a body. An empty body stays null and answers 204. */
export async function represent(
  contentType: string,
  body: Uint8Array | string,
): Promise<Representation> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return {
    contentType,
    hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    gzipped: bytes.length === 0 ? null : Uint8Array.from(await compress(bytes)),
  };
}

/** What names gzip itself counts before what speaks of all encodings. */
export function takesGzip(acceptEncoding = ''): boolean {
  const qualities = new Map(
    acceptEncoding.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
      return [name, quality === undefined ? 1 : Number(quality)] as const;
    }),
  );
  return (qualities.get('gzip') ?? qualities.get('*') ?? 0) > 0;
}

export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag) return true;
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');
}

/** A strong ETag names one sequence of bytes, so each encoding has its own. */
export function etagOf({ hash, gzipped }: Representation, asGzip: boolean): string {
  return asGzip && gzipped !== null ? `"${hash}-gzip"` : `"${hash}"`;
}

/** Answers 200, 204 when empty, or 304 when the client already has it. Clients keep a copy and ask each time. */
export async function answerRepresentation(
  context: Context,
  representation: Representation,
): Promise<Response> {
  const { contentType, gzipped } = representation;
  const asGzip = gzipped !== null && takesGzip(context.req.header('Accept-Encoding'));
  const etag = etagOf(representation, asGzip);
  context.header('ETag', etag);
  context.header('Cache-Control', 'no-cache');
  context.header('Vary', 'Accept-Encoding');
  if (matchesEtag(context.req.header('If-None-Match'), etag)) return context.body(null, 304);
  if (gzipped === null) return context.body(null, 204);
  context.header('Content-Type', contentType);
  if (!asGzip) return context.body(Uint8Array.from(await decompress(gzipped)));
  context.header('Content-Encoding', 'gzip');
  return context.body(gzipped);
}
