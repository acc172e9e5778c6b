import { availableParallelism } from 'node:os';
import { z } from 'zod';

const urlPerClass = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      context.addIssue(`not JSON (${String(error)}); write {"large":"http://…"}`);
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.url()));

const environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'postgres://user:password@host:port/name'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  OSRM_URLS: urlPerClass.default({}),
  /** Where OSRM's supervisor looks for closures; without it they are not written. */
  FIREPOINT_DATA: z.string().min(1).optional(),
  TILE_CACHE_MEGABYTES: z.coerce.number().int().min(1).max(16_384).default(256),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6_000),
  DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(4)
    .max(200)
    .default(Math.max(16, 4 * availableParallelism())),
});

/** Every setting of the server, by name. */
export const settingNames = Object.keys(environment.shape);

export type Config = z.infer<typeof environment>;

/** Reads every setting of the server; throws one sentence that names each wrong one. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Settings are wrong. ${faults.join('; ')}`);
}
