import { OpenAPIHono } from '@hono/zod-openapi';
import type { z } from 'zod';
import { RequestError } from './errors.ts';

/** A feature's routes: input that does not fit the schema is answered 400 with what, where and how. */
export function newRoutes(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw badInput(result.error.issues);
    },
  });
}

/** The same check of what no route declares. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(input);
  if (!result.success) throw badInput(result.error.issues);
  return result.data;
}

function badInput(issues: z.core.$ZodIssue[]): RequestError {
  const details = issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
    // So that a screen can say the bound in its own language.
    ...('minimum' in issue && { minimum: Number(issue.minimum) }),
    ...('maximum' in issue && { maximum: Number(issue.maximum) }),
  }));
  const first = details[0];
  return new RequestError(
    400,
    'invalid-input',
    first ? `${first.path || 'request'}: ${first.message}` : 'The request does not fit',
    { details },
  );
}
