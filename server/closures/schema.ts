import { z } from '@hono/zod-openapi';
import { typedMoment } from '../typed-moment.ts';
import { lineOfText } from '../typed-text.ts';

const maxPositions = 500;
/** A closure is of a street or a quarter, not of a city. */
const maxDegrees = 0.2;

export const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({
    type: z.literal('LineString'),
    coordinates: z.array(position).min(2).max(maxPositions),
  }),
  z.object({
    type: z.literal('Polygon'),
    coordinates: z.array(z.array(position).min(4).max(maxPositions)).min(1).max(1),
  }),
]);

type Shape = z.infer<typeof shape>;

export const closureGeometry = shape
  .refine((drawn) => drawn.type !== 'Polygon' || isClosed(drawn.coordinates[0]!), {
    message: 'the ring must end where it begins',
  })
  .refine((drawn) => spanDegrees(positionsOf(drawn)) <= maxDegrees, {
    message: `must not be wider than ${maxDegrees} degrees; draw several closures`,
  });

function positionsOf(drawn: Shape): [number, number][] {
  if (drawn.type === 'Point') return [drawn.coordinates];
  return drawn.type === 'Polygon' ? drawn.coordinates[0]! : drawn.coordinates;
}

function isClosed(ring: [number, number][]): boolean {
  const last = ring[ring.length - 1]!;
  return ring[0]![0] === last[0] && ring[0]![1] === last[1];
}

function spanDegrees(positions: [number, number][]): number {
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  return Math.max(Math.max(...lons) - Math.min(...lons), Math.max(...lats) - Math.min(...lats));
}

export const closureEffect = z.enum(['avoid', 'impassable']);

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 05:00');

const daily = z
  .object({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from !== to, 'must not end when it begins');

/** Where, and for whom. */
export const drawnClosure = z
  .strictObject({
    geometry: closureGeometry,
    effect: closureEffect,
    /** All classes when it is missing. */
    vehicleClasses: z.array(lineOfText(40)).min(1).max(20).optional(),
    /** People and hose cannot pass either. */
    onFoot: z.boolean().default(false),
  })
  .openapi('DrawnClosure');

export const newClosure = drawnClosure
  .extend({
    from: typedMoment().optional(),
    to: typedMoment().optional(),
    /** Only between these times of the city's day, as a market; also over midnight. */
    daily: daily.optional(),
    reason: lineOfText(200),
    /** A typed name: there are no accounts yet, so it counts as unverified. */
    by: lineOfText(80),
  })
  .refine(({ from, to }) => !to || !from || Date.parse(to) > Date.parse(from), {
    path: ['to'],
    message: 'must be later than its beginning',
  })
  .refine(({ to }) => !to || Date.parse(to) > Date.now(), {
    path: ['to'],
    message: 'is over already; the day may be wrong',
  })
  .openapi('NewClosure');

export const closure = z
  .object({
    id: z.number().int(),
    geometry: shape,
    effect: closureEffect,
    vehicleClasses: z.array(z.string()).nullable(),
    onFoot: z.boolean(),
    from: z.string(),
    to: z.string().nullable(),
    daily: z.object({ from: z.string(), to: z.string() }).nullable(),
    reason: z.string(),
    by: z.string(),
    verified: z.boolean(),
    createdAt: z.string(),
    withdrawnAt: z.string().nullable(),
    withdrawnBy: z.string().nullable(),
    /** In force at this moment. */
    active: z.boolean(),
  })
  .openapi('Closure');

export const closures = z
  .object({ total: z.number().int(), closures: z.array(closure) })
  .openapi('Closures');

export const obedience = z.object({
  /** Stretches of road that it closes, each between two neighbouring vertices; null: nobody could say yet. */
  segments: z.number().int().nullable(),
  /** What gives routes now: OSRM that obeys it, or the road graph, which does, until OSRM has followed. */
  routers: z.record(z.string(), z.enum(['osrm', 'graph'])),
});

export const closureAnswer = closure.extend({ obeyedBy: obedience }).openapi('ClosureInForce');

export const withdrawal = z.strictObject({ by: lineOfText(80) }).openapi('ClosureWithdrawal');

export type DrawnClosure = z.infer<typeof drawnClosure>;
export type NewClosure = z.infer<typeof newClosure>;
export type Closure = z.infer<typeof closure>;
export type KeptClosure = z.infer<typeof closureAnswer>;
