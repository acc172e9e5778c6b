import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RequestError } from './errors.ts';

/** The built web client: hashed assets for ever, the page itself always asked for anew. */
export function webRoutes(folder: string) {
  return new Hono()
    .use('*', compress())
    .get(
      '/assets/*',
      serveStatic({
        root: folder,
        onFound: (_path, context) =>
          context.header('Cache-Control', 'public, max-age=31536000, immutable'),
      }),
    )
    .get('*', answerPagesOnly(folder), serveStatic({ root: folder }))
    .get('*', serveStatic({ root: folder, path: 'index.html' }));
}

/** Any path without a file ending is a page of the client's own; a missing file or call is not. */
function answerPagesOnly(folder: string): MiddlewareHandler {
  return async (context, next) => {
    const isFile = /\.\w+$/.test(context.req.path);
    const isFound = existsSync(join(folder, context.req.path));
    if (/^\/(api|tiles|assets)\//.test(context.req.path) || (isFile && !isFound))
      throw new RequestError(404, 'not-found', `There is nothing at ${context.req.path}`);
    if (!existsSync(join(folder, 'index.html')))
      throw new RequestError(503, 'no-web-build', 'The web client is not built; run npm start');
    context.header('Cache-Control', 'no-cache');
    return next();
  };
}
