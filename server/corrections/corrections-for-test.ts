// A small invented city with one road, behind the routes of corrections.

import { OpenAPIHono } from '@hono/zod-openapi';
import pino from 'pino';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { answerError } from '../errors.ts';
import { inventCity, type InventedCity } from '../places/invented-city-for-test.ts';
import { correctionsRoutes } from './routes.ts';
import type { Correction } from './schema.ts';

/** OpenStreetMap id of the road. */
export const way = 4711;

type Answer = {
  status: number;
  body: Correction & { error?: { code: string; message: string } };
};

export type CorrectionsBench = {
  database: TestDatabase;
  city: InventedCity;
  app: OpenAPIHono;
  post: (path: string, body: unknown) => Promise<Answer>;
  enter: (entered: object) => Promise<Correction>;
  withdraw: (id: number) => Promise<Correction>;
  readRoad: () => Promise<Record<string, unknown>>;
  countVersions: () => Promise<number>;
};

export async function openCorrectionsBench(): Promise<CorrectionsBench> {
  const database = await createTestDatabase();
  const city = await inventCity(database.pool);
  await database.pool.query(
    `insert into roads (osm_way_id, class, name, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
     values ($1, 'residential', 'ngõ 29', true, true, 2.5, 'assumed', 20, '{1,2}',
       st_makeline(st_point(105.801, 21.001, 4326), st_point(105.801, 21.003, 4326)))`,
    [way],
  );
  const app = new OpenAPIHono();
  app.route('/api', correctionsRoutes({ database: database.pool }));
  app.onError((error, context) => answerError(error, context, pino({ level: 'silent' })));
  const post = async (path: string, body: unknown): Promise<Answer> => {
    const answer = await app.request(`/api/corrections${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  };
  const succeed = async (path: string, body: object): Promise<Correction> => {
    const answer = await post(path, body);
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  return {
    database,
    city,
    app,
    post,
    enter: (entered) => succeed('', { by: 'Lan', ...entered }),
    withdraw: (id) => succeed(`/${id}/withdraw`, { by: 'Minh', note: 'a slip' }),
    readRoad: async () => {
      const { rows } = await database.pool.query<Record<string, unknown>>(
        'select width_m, width_provenance, max_height_m, max_weight_t from roads where osm_way_id = $1',
        [way],
      );
      return rows[0]!;
    },
    countVersions: async () => {
      const { rows } = await database.pool.query<{ count: number }>(
        'select count(*)::integer as count from data_versions',
      );
      return rows[0]!.count;
    },
  };
}
