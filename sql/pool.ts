import pg from 'pg';

/** A pool or one client inside a transaction: what every query function takes. */
export type Database = pg.Pool | pg.ClientBase;

// Ids stay below 2^53 in any city; doubles are what JSON carries.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// Dates are calendar days, not moments: keep them as text.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export type PoolOptions = {
  max?: number;
  statementSeconds?: number;
  /** So long a query waits for a connection. */
  connectMillis?: number;
  onIdleError?: (error: Error) => void;
};

// An idle client that loses its server must not end the process; the next query meets it again.
function reportIdleError(error: Error): void {
  console.error(`database connection lost: ${error.message}`);
}

/** Opens a bounded pool. `statementSeconds` stops runaway queries; 0 means no limit (imports). */
export function openPool(
  databaseUrl: string,
  {
    max = 10,
    statementSeconds = 10,
    connectMillis = 5_000,
    onIdleError = reportIdleError,
  }: PoolOptions = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: connectMillis,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementSeconds * 1_000,
    // A server that vanishes without a word would hold the connection for many minutes.
    keepAlive: true,
    ...(statementSeconds > 0 && { query_timeout: (statementSeconds + 2) * 1_000 }),
    application_name: 'firepoint',
  });
  pool.on('error', onIdleError);
  return pool;
}

/** Runs `work` in one transaction: commits its result, or rolls back and passes its error on. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that dies between two statements says so only here; unheard, it would end the process.
  const hearBreak = (error: Error): void => {
    broken = error;
  };
  client.on('error', hearBreak);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.off('error', hearBreak);
    client.release(broken);
  }
}
