// Files with rows that are not what they say: nothing is read shifted, and nothing is taken for gone.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTown, type Town } from '../batches/town-for-test.ts';
import type { RegisterImport, RegisterResult } from './import-register.ts';
import { stations } from './stations.ts';
import { waterPoints } from './water-points.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
  await town.load();
}, 60_000);
afterAll(() => town.bench.close());
beforeEach(() => town.bench.pool.query('truncate stations cascade'));

const load = (content: string, options?: Partial<RegisterImport>): Promise<RegisterResult> =>
  town.loadRegister(stations, content, options);

const stationFile = 'id,name,lon,lat\ns1,Đội 1,105.8,21\n';

describe('a register file', () => {
  test.each([{ skipRejected: true }, { dryRun: true }])(
    'that is said to be whole retires nothing while one of its rows is wrong (%o)',
    async (options) => {
      await load(`${stationFile}s2,Đội 2,105.801,21\n`);
      const mistyped = `${stationFile}s2,Đội 2,105.801m,21\n`;
      await expect(load(mistyped, { ...options, isComplete: true })).rejects.toThrow(
        /1 of 2 rows .*line 3: lon "105.801m" is not a number.*with --complete what they say would be taken for gone/,
      );
      expect(
        await town.bench.rows('select register_id from stations where retired_at is null'),
      ).toEqual([{ register_id: 's1' }, { register_id: 's2' }]);
    },
  );

  test('may give a pressure that is as good as none', async () => {
    const header = 'id,kind,lon,lat,pressure_bar';
    const { report } = await town.loadRegister(
      waterPoints,
      `${header}\nw1,hydrant,105.8,21,1e-46\n`,
    );
    expect(report.rejected).toEqual([]);
    expect(
      await town.bench.rows('select pressure_bar from water_points where register_id is not null'),
    ).toEqual([{ pressure_bar: 0 }]);
  });

  test('hands back a row with more cells than the header, as where a decimal comma has no quotes', async () => {
    const rows = ['s1,Đội 1,105,8,21,,', 's2,Đội 2,105.8,21,,', 's3,Đội 3,105.8'];
    const { report } = await load(`id,name,lon,lat,,\n${rows.join('\n')}\n`, {
      skipRejected: true,
    });
    expect(report.rejected).toEqual([
      {
        line: 2,
        reason: expect.stringMatching(/^has more cells than the header, 1 too many: .*"2,5"/),
      },
      { line: 4, reason: 'lat is missing' },
    ]);
    expect(await town.bench.rows('select register_id from stations')).toEqual([
      { register_id: 's2' },
    ]);
    const rejected = readFileSync(report.rejectedFile!, 'utf8').split('\n');
    expect(rejected[1]).toMatch(/,s1,Đội 1,105,8,21$/);
  });
});
