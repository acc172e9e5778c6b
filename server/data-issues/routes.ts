import { createRoute, z } from '@hono/zod-openapi';
import type pg from 'pg';
import { RequestError } from '../errors.ts';
import { newRoutes } from '../validate.ts';
import { issuesAsGeoJson, writeIssuesCsv } from './export-issues.ts';
import { insertDataIssue, listDataIssues, setIssueState } from './queries.ts';
import {
  dataIssue,
  dataIssues,
  issueState,
  newDataIssue,
  stateChange,
  type DataIssue,
} from './schema.ts';

export type DataIssuesServices = { database: pg.Pool };

const state = z.enum([...issueState.options, 'all']).default('open');
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const mostInFile = 100_000;

const one = (description: string) => ({
  description,
  content: { 'application/json': { schema: dataIssue } },
});

const listRoute = createRoute({
  method: 'get',
  path: '/data-issues',
  summary: 'What people at the screens reported as wrong, the newest first',
  request: {
    query: z.object({
      state,
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      before: id.optional().openapi({ description: 'Only those with a lower id: the next page' }),
    }),
  },
  responses: {
    200: {
      description: 'Reports, and how many there are in that state',
      content: { 'application/json': { schema: dataIssues } },
    },
  },
});

const reportRoute = createRoute({
  method: 'post',
  path: '/data-issues',
  summary: 'Reports wrong data; the same `clientKey` again gives the report that is there',
  request: { body: { required: true, content: { 'application/json': { schema: newDataIssue } } } },
  responses: { 201: one('Kept'), 200: one('Was kept before') },
});

const changeRoute = <Name extends 'close' | 'reopen'>(name: Name, summary: string) =>
  createRoute({
    method: 'post',
    path: `/data-issues/{id}/${name}` as const,
    summary,
    request: {
      params: z.object({ id }),
      body: { required: true, content: { 'application/json': { schema: stateChange } } },
    },
    responses: { 200: one('As it is now'), 404: { description: 'No such report' } },
  });

const closeRoute = changeRoute('close', 'Closes a report: mended, or not wrong after all');
const reopenRoute = changeRoute('reopen', 'Opens a closed report again');

const fileRoute = <Path extends string>(path: Path, type: string, schema: z.ZodType) =>
  createRoute({
    method: 'get',
    path,
    summary: `The reports as a file, ${type}`,
    request: { query: z.object({ state }) },
    responses: { 200: { description: 'A file to keep', content: { [type]: { schema } } } },
  });

const csvRoute = fileRoute('/data-issues.csv', 'text/csv', z.string());
const geoJsonRoute = fileRoute(
  '/data-issues.geojson',
  'application/geo+json',
  z.object({ type: z.literal('FeatureCollection') }),
);

export function dataIssuesRoutes({ database }: DataIssuesServices) {
  const change = async (issueId: number, to: { state: DataIssue['state']; by: string }) => {
    await setIssueState(database, issueId, to);
    return readOne(database, issueId);
  };
  const allOf = async (wanted: 'open' | 'closed' | 'all') =>
    (await listDataIssues(database, { state: wanted, most: mostInFile })).issues;
  return newRoutes()
    .openapi(listRoute, async (context) => {
      const { limit, ...wanted } = context.req.valid('query');
      return context.json(await listDataIssues(database, { ...wanted, most: limit }), 200);
    })
    .openapi(reportRoute, async (context) => {
      const { id: kept, isNew } = await insertDataIssue(database, context.req.valid('json'));
      return context.json(await readOne(database, kept), isNew ? 201 : 200);
    })
    .openapi(closeRoute, async (context) => {
      const { by } = context.req.valid('json');
      return context.json(
        await change(context.req.valid('param').id, { state: 'closed', by }),
        200,
      );
    })
    .openapi(reopenRoute, async (context) => {
      const { by } = context.req.valid('json');
      return context.json(await change(context.req.valid('param').id, { state: 'open', by }), 200);
    })
    .openapi(csvRoute, async (context) => {
      const text = writeIssuesCsv(await allOf(context.req.valid('query').state));
      return context.body(text, 200, fileHeaders('text/csv; charset=utf-8', 'csv'));
    })
    .openapi(geoJsonRoute, async (context) => {
      const text = JSON.stringify(issuesAsGeoJson(await allOf(context.req.valid('query').state)));
      return context.body(text, 200, fileHeaders('application/geo+json', 'geojson'));
    });
}

function fileHeaders(type: string, ending: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="data-issues.${ending}"`,
  };
}

async function readOne(database: pg.Pool, issueId: number): Promise<DataIssue> {
  const { issues } = await listDataIssues(database, { id: issueId, state: 'all', most: 1 });
  if (!issues[0])
    throw new RequestError(
      404,
      'no-such-issue',
      `There is no report ${issueId}; GET /api/data-issues lists them`,
    );
  return issues[0];
}
