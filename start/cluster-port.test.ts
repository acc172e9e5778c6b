import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseClusterPort, keepClusterPort } from './cluster-port.ts';
import { findFreePort } from './free-port.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-port-'));
  file = join(folder, 'postgres-port');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('every command of a data folder starts the database on the port that it had before', async () => {
  const port = await findFreePort();
  keepClusterPort(file, port);
  expect(await chooseClusterPort(file)).toBe(port);
});

test('a port that another program took meanwhile is changed for a free one', async () => {
  const other = createServer();
  const port = await findFreePort();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  keepClusterPort(file, port);
  expect(await chooseClusterPort(file)).not.toBe(port);
  other.close();
});
