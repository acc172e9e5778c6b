import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../sql/test-database.ts';
import { writeMiniWorld } from './osm/mini-world.ts';

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'firepoint-cli-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.drop());

function run(...args: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.url,
      PGPASSWORD: process.env['PGPASSWORD'],
      FIREPOINT_DATA: folder,
    },
  });
  return { status, out: stdout, error: stderr };
}

describe('npm run import', { timeout: 60_000 }, () => {
  test('loads a city, and says at the second time that nothing changed', () => {
    const file = join(folder, 'town.osm');
    writeMiniWorld(file, {
      nodes: { a: [0, 0], b: [100, 0] },
      ways: [{ nodes: ['a', 'b'], tags: { highway: 'residential', name: 'Phố Thử' } }],
    });
    const first = run(file);
    expect(first).toMatchObject({ status: 0, error: '' });
    expect(first.out).toMatch(/highway \(ways\) +1 tagged +1 stored/);
    expect(first.out).toMatch(/Done\.\n$/);
    expect(run(file).out).toMatch(/Nothing changed\.\n$/);
  });

  test('ends with exit code 1 and one sentence on a file it cannot use', () => {
    expect(run(join(folder, 'none.osm.pbf'))).toMatchObject({
      status: 1,
      error: `${join(folder, 'none.osm.pbf')} cannot be read (ENOENT).\n`,
    });
    expect(run('units')).toMatchObject({
      status: 1,
      error: 'units wants a file. See units --help.\n',
    });
    expect(run('--sideways')).toMatchObject({ status: 1 });
    expect(run('demo', '--dry-run')).toMatchObject({
      status: 1,
      error: 'There is no preview (--dry-run) of demo.\n',
    });
  });

  test('explains itself, and the columns of each register', () => {
    expect(run('--help').out).toContain('water-points');
    expect(run('water-points', '--help').out).toMatch(/flow_lps +optional +measured flow/);
  });
});
