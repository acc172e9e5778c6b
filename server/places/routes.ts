import { createRoute, z } from '@hono/zod-openapi';
import { RequestError } from '../errors.ts';
import { inTime } from '../in-time.ts';
import { newRoutes } from '../validate.ts';
import { addressReading, nearbyPlaces, placeCard, placeId, placeResults } from './schema.ts';
import type { PlaceSearch } from './search.ts';

export type PlacesServices = { placeSearch: PlaceSearch };

const typedText = z
  .string()
  .max(200)
  .refine((text) => text.trim() !== '', 'must not be empty')
  // PostgreSQL stores no text with it.
  .refine((text) => !text.includes('\0'), 'must not hold a NUL character')
  .openapi({ example: 'so 5 ngach 29/70 khuong ha' });

const nearPoint = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,15})?,-?\d{1,2}(\.\d{1,15})?$/, 'lon,lat such as 105.82,21.03')
  .transform((text) => {
    const [lon = 0, lat = 0] = text.split(',').map(Number);
    return { lon, lat };
  })
  .refine(({ lon, lat }) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90, 'outside the world');

const searchRoute = createRoute({
  method: 'get',
  path: '/',
  summary: 'Places that a typed or spoken address can mean, best first',
  request: {
    query: z.object({
      q: typedText,
      near: nearPoint.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
  },
  responses: {
    200: {
      description: 'Ranked places; anything but `exact` is only near',
      content: { 'application/json': { schema: placeResults } },
    },
  },
});

const readingsRoute = createRoute({
  method: 'get',
  path: '/readings',
  summary: 'The ways a text can be read as an address, best first',
  request: { query: z.object({ q: typedText }) },
  responses: {
    200: {
      description: 'Ranked readings',
      content: { 'application/json': { schema: z.object({ readings: z.array(addressReading) }) } },
    },
  },
});

const nearbyRoute = createRoute({
  method: 'get',
  path: '/nearby',
  summary: 'House numbers around a point, such as the position of a caller, nearest first',
  request: {
    query: z.object({
      at: nearPoint,
      meters: z.coerce.number().min(1).max(2_000).default(100),
      limit: z.coerce.number().int().min(1).max(50).default(8),
    }),
  },
  responses: {
    200: {
      description: 'The nearest house numbers, and how many the circle holds',
      content: { 'application/json': { schema: nearbyPlaces } },
    },
  },
});

const cardRoute = createRoute({
  method: 'get',
  path: '/{id}',
  summary: 'The card of one place; a retired place still answers, with its date',
  request: { params: z.object({ id: placeId }) },
  responses: {
    200: {
      description: 'The place',
      content: { 'application/json': { schema: placeCard } },
    },
  },
});

/** `/api/places`: search, readings and cards. */
export function placesRoutes({ placeSearch }: PlacesServices) {
  return newRoutes()
    .openapi(searchRoute, async (context) => {
      const { q, near, limit } = context.req.valid('query');
      const found = placeSearch.search(q, { near: near ?? null, limit });
      return context.json(await inTime(found), 200);
    })
    .openapi(readingsRoute, async (context) => {
      const { q } = context.req.valid('query');
      return context.json({ readings: await inTime(placeSearch.readings(q)) }, 200);
    })
    .openapi(nearbyRoute, async (context) => {
      const { at, meters, limit } = context.req.valid('query');
      return context.json(await inTime(placeSearch.nearby(at, { meters, limit })), 200);
    })
    .openapi(cardRoute, async (context) => {
      const { id } = context.req.valid('param');
      const card = await inTime(placeSearch.card(id));
      if (!card) throw new RequestError(404, 'no-such-place', `There is no place ${id}`);
      return context.json(card, 200);
    });
}
