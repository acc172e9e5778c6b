import { z } from '@hono/zod-openapi';

const first = Date.UTC(1970, 0);
const end = Date.UTC(10_000, 0);

/**
 * A moment from 1970 to 9999, given back in UTC: PostgreSQL has no year 0 and no zone that is 16 hours off, and
 * nothing that we are told of is older.
 */
export const typedMoment = () =>
  z.iso
    .datetime({
      offset: true,
      error: 'must be a moment such as 2026-03-31T08:15:00Z',
      abort: true,
    })
    .refine(
      (text) => Date.parse(text) >= first && Date.parse(text) < end,
      'must be a moment from 1970 on',
    )
    .transform((text) => new Date(text).toISOString());
