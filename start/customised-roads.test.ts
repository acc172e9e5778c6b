import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customiseRoads, readConditions } from './customised-roads.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firepoint-conditions-'));
  mkdirSync(join(folder, 'osrm'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
  writeFileSync(join(folder, 'osrm', 'conditions.json'), text);
  return readConditions(folder, '1');
}

describe('what the server wrote for the routers', () => {
  const told = { key: 'a', closures: 'b', version: '1', speeds: {} };

  it('holds for the routing data that it was written for', () => {
    expect(read(JSON.stringify(told))).toEqual(told);
    expect(read(JSON.stringify({ ...told, version: '0' }))).toMatchObject({ key: '' });
  });

  it('counts as nothing where a power cut left no whole text, and that is told', () => {
    const none = { key: '', closures: '', version: '', speeds: {} };
    for (const torn of ['', '{"key":"a', '\0\0'])
      expect(read(torn)).toEqual({
        ...none,
        problem: expect.stringContaining('conditions.json cannot be read') as string,
      });
    expect(read('null')).toEqual(none);
  });
});

function customise(patienceMilliseconds?: number) {
  const path = join(folder, 'osrm', '1', 'large', 'city.osrm');
  mkdirSync(join(folder, 'osrm', '1', 'large'), { recursive: true });
  writeFileSync(`${path}.mldgr`, 'roads');
  const speeds = { large: 'conditions/a.csv' };
  return customiseRoads(
    {
      dataFolder: folder,
      osrmBin: join(folder, 'bin'),
      ...(patienceMilliseconds && { patienceMilliseconds }),
    },
    { version: '1', cityVersion: '1', classes: { large: path } },
    { key: 'a', closures: 'a', version: '1', speeds },
    new AbortController().signal,
  );
}

describe('customising a copy of the routing data', () => {
  it('is given up where osrm-customize stands still', async () => {
    mkdirSync(join(folder, 'bin'));
    const program = join(folder, 'bin', 'osrm-customize');
    writeFileSync(program, '#!/bin/sh\nkill -STOP $$\n', { mode: 0o755 });
    await expect(customise(300)).rejects.toThrow(
      'osrm-customize was not ready with large within 0.3 s',
    );
  }, 10_000);

  it('gives the copy its name only when the closures are in it', async () => {
    const copy = join(folder, 'osrm', '1.now', 'a');
    mkdirSync(join(folder, 'bin'));
    const program = join(folder, 'bin', 'osrm-customize');
    writeFileSync(program, `#!/bin/sh\n! test -e ${copy}\n`, { mode: 0o755 });
    expect(await customise()).toEqual({ large: join(copy, 'large', 'city.osrm') });
    expect(readdirSync(join(copy, 'large'))).toEqual(['city.osrm.mldgr']);
  });

  it('leaves a disk alone that has not the room for it', async (context) => {
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'none', folder]);
    if (status !== 0) return context.skip('this machine lets us mount no small disk');
    try {
      mkdirSync(join(folder, 'osrm', '1', 'large'), { recursive: true });
      const large = join(folder, 'osrm', '1', 'large', 'city.osrm.ebg');
      writeFileSync(large, '');
      // Takes no room itself, a copy of it would.
      truncateSync(large, 350 * 2 ** 20);
      await expect(customise()).rejects.toThrow(/^The disk has \d+ MB free; /);
      expect(readdirSync(join(folder, 'osrm'))).toEqual(['1']);
      const { bavail, blocks } = statfsSync(folder);
      expect(bavail / blocks).toBeGreaterThan(0.9);
    } finally {
      spawnSync('umount', ['--lazy', folder]);
    }
  });
});
