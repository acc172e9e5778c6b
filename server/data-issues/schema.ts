import { z } from '@hono/zod-openapi';
import { typedMoment } from '../typed-moment.ts';
import { lineOfText, linesOfText } from '../typed-text.ts';

export const subjectKind = z.enum(['place', 'door', 'stop', 'route', 'water', 'map']);
export const issueState = z.enum(['open', 'closed']);

const thing = {
  /** Its id in the data, such as `address:12`, where it has one. */
  id: lineOfText(80).nullable().default(null),
  /** As the screen called it. */
  label: lineOfText(300).nullable().default(null),
};

export const newDataIssue = z
  .object({
    /** Made where the report is written; sending it again with the same key makes no second one. */
    clientKey: z
      .string()
      .regex(/^[\w-]{16,64}$/, '16 to 64 letters, digits, - or _, made at random')
      .openapi({ example: '9b2f6c1e-4d0a-4c57-9f43-6a1a5e0c2b11' }),
    /** What is wrong; `map`: something at that position. */
    subject: z.object({ kind: subjectKind, ...thing }),
    lon: z.number().min(-180).max(180),
    lat: z.number().min(-85).max(85),
    /** The address that was on the screen. */
    place: z.object(thing).nullable().default(null),
    note: linesOfText(2000).nullable().default(null),
    /** A typed name: there are no accounts yet, so it counts as unverified. */
    by: lineOfText(80).nullable().default(null),
    /** Of the data that was on the screen. */
    dataVersion: z.string().regex(/^\d{1,18}$/, 'dataVersion of GET /api/health'),
    /** Whether what was on the screen was invented; when left out, whether the loaded city is. */
    synthetic: z.boolean().optional(),
    /** When it was written; a clock that is ahead of the server's is not believed. */
    seenAt: typedMoment().optional(),
  })
  .openapi('NewDataIssue');

export const dataIssue = z
  .object({
    id: z.number().int(),
    state: issueState,
    stateSince: z.string(),
    /** Who closed or reopened it last; null when it is as it came. */
    stateBy: z.string().nullable(),
    subjectKind,
    subjectId: z.string().nullable(),
    subjectLabel: z.string().nullable(),
    placeId: z.string().nullable(),
    placeLabel: z.string().nullable(),
    lon: z.number(),
    lat: z.number(),
    note: z.string().nullable(),
    by: z.string().nullable(),
    verified: z.boolean(),
    dataVersion: z.string(),
    synthetic: z.boolean(),
    seenAt: z.string(),
    receivedAt: z.string(),
  })
  .openapi('DataIssue');

export const dataIssues = z
  .object({ total: z.number().int(), issues: z.array(dataIssue) })
  .openapi('DataIssues');

export const stateChange = z.object({ by: lineOfText(80) });

export type NewDataIssue = z.input<typeof newDataIssue>;
export type EnteredDataIssue = z.infer<typeof newDataIssue>;
export type DataIssue = z.infer<typeof dataIssue>;
export type DataIssues = z.infer<typeof dataIssues>;
