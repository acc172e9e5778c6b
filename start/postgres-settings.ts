// How a cluster of our own is set up: for a product that loses nothing, or for tests.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PostgresPrograms } from './postgres-programs.ts';

/** Databases by the hundred, which nobody needs after a crash. */
function forTests(bin: string): Record<string, string> {
  const isInLibraries = existsSync(join(dirname(bin), 'lib', 'postgis-3.so'));
  return {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_wal_size: '256MB',
    // Each connection would load it and the hundred libraries below it anew. A product lets each do that: loaded
    // before, PostGIS does not hear of a statement that is cancelled.
    ...(isInLibraries && { shared_preload_libraries: 'postgis-3' }),
  };
}

/** The words of PostgreSQL's command line. */
export function listClusterArguments(
  { bin }: PostgresPrograms,
  port: number,
  durable: boolean,
): string[] {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // Socket paths end at 107 bytes, which a checkout's path may exceed.
    unix_socket_directories: '',
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    // We read what it says.
    lc_messages: 'C',
    // Compiling a tile query takes longer than running it.
    jit: 'off',
    ...(durable ? {} : forTests(bin)),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
