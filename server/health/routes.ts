import { createRoute } from '@hono/zod-openapi';
import type pg from 'pg';
import type { ClosuresInForce } from '../closures/closures-in-force.ts';
import type { Routers } from '../osrm-client/routers.ts';
import { nameFilledHours } from '../planner/filled-hours.ts';
import type { VehicleClass } from '../planner/settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { TrafficInForce } from '../traffic/traffic-in-force.ts';
import { newRoutes } from '../validate.ts';
import { readCityState } from './queries.ts';
import { health, type Health } from './schema.ts';

export type HealthServices = {
  database: pg.Pool;
  routers: Routers;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  closures: Pick<ClosuresInForce, 'key'>;
  traffic: Pick<TrafficInForce, 'key' | 'speeds' | 'newestAt'>;
  version: string;
  /** The newest change that this server follows already; null or left out where it follows none. */
  changeVersion?: () => string | null;
};

export function healthRoutes({
  database,
  routers,
  roadGraph,
  readSettings,
  closures,
  traffic,
  version,
  changeVersion = () => null,
}: HealthServices) {
  return newRoutes().openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'What works and what is being done without',
      responses: {
        200: {
          description: 'State of the server',
          content: { 'application/json': { schema: health } },
        },
      },
    }),
    async (context) => {
      const city = await readCityState(database);
      const settings = city.database === 'ok' ? await readSettings() : null;
      const classes = settings?.classes ?? [];
      const byClass = describeRouters(routers.status(), classes);
      const graph = roadGraph.status();
      const allWell =
        city.database === 'ok' &&
        graph &&
        Object.values(byClass).every((router) => router === 'osrm');
      return context.json(
        {
          status: allWell ? ('ok' as const) : ('degraded' as const),
          database: city.database,
          routers: byClass,
          vehicleClasses: classes.map(({ code, nameVi, nameEn }) => ({ code, nameVi, nameEn })),
          roadGraph: graph ? ('ready' as const) : ('loading' as const),
          // A page that hears of a change asks at once, and must not be given what stood before it.
          dataVersion: changeVersion() ?? city.dataVersion ?? graph?.version ?? '0',
          graphVersion: graph?.version ?? null,
          closures: closures.key(),
          filledHours: graph ? nameFilledHours(graph.filled, new Date()) : '',
          timeZone: settings?.parameters.text('city_time_zone') ?? null,
          traffic: describeTraffic(traffic),
          version,
          dataChangedAt: city.dataChangedAt,
          lastImport: city.lastImport,
          city: city.city,
        },
        200,
      );
    },
  );
}

function describeTraffic({ key, speeds, newestAt }: HealthServices['traffic']): Health['traffic'] {
  return { key: key(), segments: speeds().length, newestAt: newestAt() };
}

function describeRouters(
  answering: Health['routers'],
  classes: Pick<VehicleClass, 'routingProfile'>[],
): Health['routers'] {
  // Classes that drive by the data of another one have no router of their own.
  const needed = classes.map(({ routingProfile: code }) => [code, answering[code] ?? 'graph']);
  return { ...answering, ...(Object.fromEntries(needed) as Health['routers']) };
}
