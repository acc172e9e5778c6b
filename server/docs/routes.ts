import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { RequestError } from '../errors.ts';

const distribution = new URL('./', import.meta.resolve('swagger-ui-dist/package.json'));
const files = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
]);

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Firepoint API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/open.js"></script>
  </body>
</html>
`;

const opener = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true });\n`;

/** `GET /api/openapi.json` and its reader at `/api/docs`, from our own server. */
export function docsRoutes(described: OpenAPIHono, version: string) {
  return new Hono()
    .get('/openapi.json', (context) =>
      context.json(
        described.getOpenAPI31Document({
          openapi: '3.1.0',
          info: { title: 'Firepoint', version, license: { name: 'Apache-2.0' } },
        }),
      ),
    )
    .get('/docs', (context) => context.html(page))
    .get('/docs/open.js', (context) =>
      context.body(opener, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
    )
    .get('/docs/:file', async (context) => {
      const type = files.get(context.req.param('file'));
      if (!type) throw new RequestError(404, 'not-found', 'There is no such page of the docs');
      const path = fileURLToPath(new URL(context.req.param('file'), distribution));
      return context.body(await readFile(path), 200, { 'Content-Type': type });
    });
}
