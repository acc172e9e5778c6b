import { createRoute, z } from '@hono/zod-openapi';
import { newRoutes } from '../validate.ts';
import { contacts } from './schema.ts';
import { listContacts, type ContactsServices } from './list-contacts.ts';

export function contactsRoutes(services: ContactsServices) {
  return newRoutes().openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Whom to call about a point: teams near on foot, power cut-off, ward and hospitals',
      request: {
        query: z.object({
          lon: z.coerce.number().min(-180).max(180),
          lat: z.coerce.number().min(-85).max(85),
        }),
      },
      responses: {
        200: {
          description: 'With phones, nearest first',
          content: { 'application/json': { schema: contacts } },
        },
      },
    }),
    async (context) => {
      const { lon, lat } = context.req.valid('query');
      return context.json(await listContacts(services, [lon, lat]), 200);
    },
  );
}
