import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readObstacles } from '../../server/road-graph/queries.ts';
import { roadLimits } from '../registers/road-limits.ts';
import {
  alley,
  openCorrectedWorld,
  street,
  type CorrectedWorld,
} from './corrected-world-for-test.ts';
import { listUnmatched } from './list-unmatched.ts';

let world: CorrectedWorld;
beforeEach(async () => {
  world = await openCorrectedWorld({});
}, 60_000);
afterEach(() => world.bench.close());

const load = (text: string, options?: { isComplete?: boolean; skipRejected?: boolean }) =>
  world.loadRegister(roadLimits, text, options);

const file =
  'way_id,street,lon,lat,obstacle,clear_m,from_time,to_time,width_m\n' +
  '11,,105.80029,21.0002,bollard,,,,2.3\n' +
  '11,,105.80029,21.0004,low_cable,"2,6",,,\n' +
  ',Phố Thử,,,market,,5:00,08:00,\n';

describe('a survey of obstacles', () => {
  test('is in force at once beside widths, and loading it again changes nothing', async () => {
    expect(await load(file)).toBe('applied');
    expect(await world.standing()).toEqual(['bollard 11', 'low_cable 11', 'market 300 10']);
    expect(await readObstacles(world.bench.pool)).toMatchObject([
      { kind: 'bollard', at: [105.80029, 21.0002] },
      { kind: 'low_cable', maxHeightMeters: 2.6 },
      { kind: 'market', at: null, hours: { fromMinute: 300, toMinute: 480 } },
    ]);
    expect(await world.widths()).toMatchObject({ 11: '2.3 measured' });
    expect(await load(file)).toBe('unchanged');
  });

  test('knows a market of the morning from one of the evening, and each line once', async () => {
    const evening = `${file},Phố Thử,,,market,,16:00,19:00,\n`;
    expect(await load(file)).toBe('applied');
    expect(await load(evening)).toBe('applied');
    const both = ['bollard 11', 'low_cable 11', 'market 300 10', 'market 960 10'];
    expect(await world.standing()).toEqual(both);
    expect(await load(evening)).toBe('unchanged');
    await expect(load(`${evening},Phố Thử,,,market,,5:00,08:00,\n`)).rejects.toThrow(
      'way 10 has its obstacle:market 05:00-08:00 on line 4 already',
    );
    await world.load({ nodes: { a: [-2, 0] } });
    expect(await world.standing()).toEqual(both);
    await load(file, { isComplete: true });
    expect(await world.standing()).toEqual(['bollard 11', 'low_cable 11', 'market 300 10']);
    await world.undo();
    expect(await world.standing()).toEqual(both);
  });

  test('survives a newer map and a split of the road, and waits when the road is gone', async () => {
    await load(file);
    const parts = [
      { ...alley, nodes: ['c', 'd'] },
      { ...alley, id: 12, nodes: ['d', 'e'] },
    ];
    await world.load({ ways: [street, ...parts] });
    expect(await world.standing()).toEqual(['bollard 11 12', 'low_cable 11 12', 'market 300 10']);
    await world.load({ ways: [street] });
    expect(await world.standing()).toEqual(['market 300 10']);
    expect((await listUnmatched(world.bench.pool)).join('\n')).toMatch(/way:11.*bollard/);
    await world.load();
    expect(await world.standing()).toEqual(['bollard 11', 'low_cable 11', 'market 300 10']);
  }, 60_000);

  test('leaves a bollard where it stands when longer roads are joined to its way', async () => {
    await load(file);
    const joined = { ...alley, nodes: ['c', 'd', 'e', 'f'] };
    await world.load({ ways: [street, joined], nodes: { f: [30, 280] } });
    expect(await world.standing()).toEqual(['bollard 11', 'low_cable 11', 'market 300 10']);
  });

  test('is undone whole, and the whole register takes back what it no longer lists', async () => {
    await load(file);
    await load(file.split('\n').slice(0, 2).join('\n'), { isComplete: true });
    expect(await world.standing()).toEqual(['bollard 11']);
    await world.undo();
    expect(await world.standing()).toEqual(['bollard 11', 'low_cable 11', 'market 300 10']);
    await world.undo();
    expect(await world.standing()).toEqual(['bollard 11']);
  });

  test('hands back rows that will not do', async () => {
    const rows = [
      ['11,,105.80029,21.0002,bollard,,,,', null],
      ['11,,105.80029,21.0002,bollard,,,,', /way 11 has its obstacle:bollard@.* on line 2 already/],
      ['11,,105.80029,21.0002,dragon,,,,', /obstacle "dragon" is none of .*bollard/],
      ['11,,,,bollard,,,,', /stands at a point/],
      ['11,,105.80029,21.0002,low_cable,,,,', /clear height/],
      ['11,,105.80029,21.0002,bollard,2,,,', /no clear_m/],
      ['11,,,,market,,5:00,,', /not both/],
      ['11,,,,market,,25:00,8:00,', /no time of day/],
      ['11,,,,market,,5:00,5:00,', /the same/],
      ['11,,105.80029,21.0002,gate,,5:00,8:00,', /all day/],
      ['11,,,,,,5:00,8:00,2', /belong to an obstacle/],
      ['11,,105.9,21.0002,bollard,,,,', /\d+ m from way 11/],
    ] as const;
    const header = file.split('\n', 1)[0]!;
    await expect(load([header, ...rows.map(([row]) => row)].join('\n'))).rejects.toThrow(
      /11 of 12 rows/,
    );
    await load([header, ...rows.map(([row]) => row)].join('\n'), { skipRejected: true });
    expect(await world.standing()).toEqual(['bollard 11']);
    const lines = rejected();
    const given = rows.map((_, index) => {
      const line = lines.find((each) => each.startsWith(`${index + 2},`));
      return line ?? 'accepted';
    });
    expect(given).toEqual(rows.map(([, reason]) => expect.stringMatching(reason ?? /^accepted$/)));
  });
});

function rejected(): string[] {
  const path = join(world.bench.folder, 'data/rejected/road-limits-rejected.csv');
  return readFileSync(path, 'utf8').replaceAll('""', '"').split('\n');
}
