import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Env } from 'hono';
import { compress } from 'hono/compress';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RequestError } from './errors.ts';

/** The built web client: hashed assets for ever, the page itself always asked for anew. */
export function webRoutes(folder: string) {
  const page = serveStatic<Env>({ root: folder, path: 'index.html' });
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
    .get('*', serveStatic({ root: folder }), (context, next) => {
      if (!existsSync(join(folder, 'index.html')))
        throw new RequestError(503, 'no-web-build', 'The web client is not built; run npm start');
      // Any other path of the client's own is its page; a missing file or call is not.
      if (/^\/(api|tiles|assets)\//.test(context.req.path) || /\.\w+$/.test(context.req.path))
        return context.notFound();
      context.header('Cache-Control', 'no-cache');
      return page(context, next);
    });
}
