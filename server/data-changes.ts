import pg from 'pg';
import type { Logger } from 'pino';

export type DataChanges = { close: () => Promise<void> };

/**
 * Calls `onChange` after every applied change of data, also by another process, and once after the
 * connection was lost, because a change may have been missed.
 */
export function watchDataChanges(
  databaseUrl: string,
  onChange: () => void,
  log: Logger,
): DataChanges {
  let client: pg.Client | undefined;
  let closed = false;
  let hadConnection = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'firepoint-changes',
      keepAlive: true,
    });
    client = next;
    next.on('notification', () => onChange());
    next.on('error', (error) => log.warn({ err: error }, 'lost the change feed'));
    next.on('end', () => retry());
    await next.connect();
    await next.query('listen data_changed');
    if (hadConnection) onChange();
    hadConnection = true;
  }

  function retry(): void {
    if (closed) return;
    setTimeout(() => {
      connect().catch((error: unknown) => {
        log.warn({ err: error }, 'no change feed; trying again');
        retry();
      });
    }, 1_000).unref();
  }

  connect().catch((error: unknown) => {
    log.warn({ err: error }, 'no change feed; trying again');
    retry();
  });
  return {
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
