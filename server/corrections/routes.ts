import { createRoute, z } from '@hono/zod-openapi';
import type pg from 'pg';
import { newRoutes } from '../validate.ts';
import { enterCorrection, withdrawCorrection } from './enter-correction.ts';
import { listCorrections } from './queries.ts';
import {
  correction,
  corrections,
  correctionState,
  newCorrection,
  target,
  withdrawal,
} from './schema.ts';
import { writeCorrectionsCsv } from './write-csv.ts';

export type CorrectionsServices = { database: pg.Pool };

const state = z
  .enum([...correctionState.options, 'current', 'to-check', 'all'])
  .default('current')
  .openapi({
    description:
      '`current`: applied, or waiting for its house or road to come back; `to-check`: those of them that wait, or hold on a part of their road only or on more than it, with the `reason`',
  });

const mostInCsv = 100_000;

const one = (description: string) => ({
  description,
  content: { 'application/json': { schema: correction } },
});

const listRoute = createRoute({
  method: 'get',
  path: '/corrections',
  summary: 'What people corrected, the newest first',
  request: {
    query: z.object({
      state,
      target: target.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().openapi({
        description: 'Only those with a lower id: the next page',
      }),
    }),
  },
  responses: {
    200: {
      description: 'Corrections, and how many there are in that state',
      content: { 'application/json': { schema: corrections } },
    },
  },
});

const enterRoute = createRoute({
  method: 'post',
  path: '/corrections',
  summary:
    'Corrects a house number, a door, a width or limit of a road, or says what stands in its way; survives every import',
  request: { body: { required: true, content: { 'application/json': { schema: newCorrection } } } },
  responses: { 201: one('Entered and in force'), 404: { description: 'No such house or road' } },
});

const withdrawRoute = createRoute({
  method: 'post',
  path: '/corrections/{id}/withdraw',
  summary: 'Takes a correction back: what the map says holds again',
  request: {
    params: z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    body: { required: true, content: { 'application/json': { schema: withdrawal } } },
  },
  responses: { 200: one('Withdrawn'), 404: { description: 'No such correction' } },
});

const csvRoute = createRoute({
  method: 'get',
  path: '/corrections.csv',
  summary: 'The corrections for a spreadsheet',
  request: { query: z.object({ state }) },
  responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } },
});

export function correctionsRoutes({ database }: CorrectionsServices) {
  return newRoutes()
    .openapi(listRoute, async (context) => {
      const { limit, ...wanted } = context.req.valid('query');
      return context.json(await listCorrections(database, { ...wanted, most: limit }), 200);
    })
    .openapi(enterRoute, async (context) =>
      context.json(await enterCorrection(database, context.req.valid('json')), 201),
    )
    .openapi(withdrawRoute, async (context) => {
      const { id } = context.req.valid('param');
      return context.json(await withdrawCorrection(database, id, context.req.valid('json')), 200);
    })
    .openapi(csvRoute, async (context) => {
      const wanted = { state: context.req.valid('query').state, most: mostInCsv };
      const { corrections: all } = await listCorrections(database, wanted);
      context.header('Content-Disposition', 'attachment; filename="corrections.csv"');
      return context.body(writeCorrectionsCsv(all), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
      });
    });
}
