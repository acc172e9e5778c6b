import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { takesGzip } from './tiles/representation.ts';

const compress = promisify(gzip);
/** Below it a packet more or less makes no difference. */
const leastBytes = 1_024;
// Beside an answer of a few hundredths of a second the other levels take too long for what they save.
const options = { level: constants.Z_BEST_SPEED };

/** Whole answers, in one go: the streams of Hono's own middleware cost more time than the compression. */
export function compressAnswers(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { res: answer, req: request } = context;
    // Neither by the context nor looking at the body first: both make a whole answer of what is text so far.
    answer.headers.append('Vary', 'Accept-Encoding');
    if (!takesGzip(request.header('Accept-Encoding'))) return;
    if (!answer.body || answer.headers.has('Content-Encoding') || request.method === 'HEAD') return;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isWorthIt = bytes.byteLength >= leastBytes;
    const body = isWorthIt ? Uint8Array.from(await compress(bytes, options)) : bytes;
    context.res = new Response(body, answer);
    context.res.headers.delete('Content-Length');
    if (isWorthIt) context.res.headers.set('Content-Encoding', 'gzip');
  };
}

/**
 * Compressed from its text where the client takes that. For answers that are large and in a hurry: making a whole
 * answer of the text first takes as long as compressing it.
 */
export async function answerJson<Value extends object>(
  context: Context,
  value: Value,
): Promise<ReturnType<typeof context.json<Value, 200>>> {
  if (!takesGzip(context.req.header('Accept-Encoding'))) return context.json(value, 200);
  const body = Uint8Array.from(await compress(writeJson(value), options));
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
  return context.body(body, 200, headers) as never;
}

/**
 * As `JSON.stringify` writes it, but piece by piece: a text of several hundred kilobytes takes longer to write, and stays
 * in memory until all of that is looked through.
 */
function writeJson(value: object): Buffer {
  if (Array.isArray(value) || 'toJSON' in value) return Buffer.from(JSON.stringify(value));
  const pieces = Object.entries(value).flatMap(([name, member]) => {
    const [first, ...others] = writeMember(member);
    // Nothing is written of what is no JSON, as undefined is not.
    return first === undefined ? [] : [`,${JSON.stringify(name)}:${first}`, ...others];
  });
  const [first = ',', ...others] = pieces;
  return Buffer.concat([`{${first.slice(1)}`, ...others, '}'].map((piece) => Buffer.from(piece)));
}

function writeMember(member: unknown): string[] {
  if (Array.isArray(member) && member.length > 0) {
    const [first, ...others] = Array.from(member, (each) => JSON.stringify(each) ?? 'null');
    return [`[${first}`, ...others.map((each) => `,${each}`), ']'];
  }
  const text: string | undefined = JSON.stringify(member);
  return text === undefined ? [] : [text];
}
