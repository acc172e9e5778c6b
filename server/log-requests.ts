import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';

/** One structured line per request: id, method, path, status and milliseconds. Query texts stay out. */
export function logRequests(log: Logger): MiddlewareHandler<{ Variables: { requestId: string } }> {
  return async (context, next) => {
    const started = performance.now();
    await next();
    const { method, path } = context.req;
    const level = path.startsWith('/api/') ? 'info' : 'debug';
    log[level](
      {
        requestId: context.get('requestId'),
        method,
        path,
        status: context.res.status,
        milliseconds: Math.round((performance.now() - started) * 10) / 10,
      },
      'request',
    );
  };
}
