import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roadLimits } from '../registers/road-limits.ts';
import {
  alley,
  openCorrectedWorld,
  street,
  type Change,
  type CorrectedWorld,
} from './corrected-world-for-test.ts';

let world: CorrectedWorld;
beforeEach(async () => {
  world = await openCorrectedWorld({});
}, 60_000);
afterEach(() => world.bench.close());

const load = (text: string, options?: { isComplete?: boolean; skipRejected?: boolean }) =>
  world.loadRegister(roadLimits, text, options);

const states = async (): Promise<string[]> => {
  const rows = await world.bench.rows<{ text: string }>(
    `select concat_ws(' ', source, author, field, value #>> '{}', state) as text from corrections
     where retired_at is null order by source, target_id, field, id`,
  );
  return rows.map(({ text }) => text);
};

describe('a survey of roads', () => {
  test('is in force at once, and loading it again changes nothing', async () => {
    const file =
      'way_id;width_m;height_m;weight_t;surveyed_on;source\n11;2,3;2,8;5;2026-03-01;Đội 1\n';
    expect(await load(file)).toBe('applied');
    expect(await world.widths()).toMatchObject({ 11: '2.3 measured' });
    expect(
      await world.bench.rows('select max_height_m, max_weight_t from roads where osm_way_id = 11'),
    ).toMatchObject([{ max_height_m: expect.closeTo(2.8), max_weight_t: 5 }]);
    expect(await states()).toEqual([
      'register Đội 1 max_height_m 2.8 applied',
      'register Đội 1 max_weight_t 5 applied',
      'register Đội 1 width_m 2.3 applied',
    ]);
    expect(await load(file)).toBe('unchanged');
    expect(await load(file.replace('2,3', '2,4'))).toBe('applied');
    expect(await world.widths()).toMatchObject({ 11: '2.4 measured' });
  });

  test('survives a newer map, and a split of the road', async () => {
    await load('way_id,width_m\n11,2.3\n');
    const parts = [
      { ...alley, nodes: ['c', 'd'] },
      { ...alley, id: 12, nodes: ['d', 'e'] },
    ];
    await world.load({ ways: [street, ...parts] });
    expect(await world.widths()).toMatchObject({ 11: '2.3 measured', 12: '2.3 measured' });
    await load('way_id,width_m\n11,2.1\n');
    expect(await world.widths()).toMatchObject({ 11: '2.1 measured', 12: '2.1 measured' });
  });

  test('that says the same again neither spreads over what a newer map joined to its road, nor replaces what was entered since', async () => {
    const file = 'way_id,width_m,surveyed_on\n11,3.5,2026-03-01\n10,8,2026-03-01\n';
    await load(file);
    const longer = { ...alley, nodes: ['c', 'd', 'e', 'f'] };
    await world.load({ ways: [street, longer], nodes: { f: [30, 280] } });
    const [row] = await world.bench.rows<{ id: number }>(
      'select id from corrections where target_id = 11',
    );
    for (const options of [{}, { isComplete: true }]) {
      expect(await load(file, options)).toBe('unchanged');
      expect(await world.widths()).toMatchObject({ 10: '8 measured', 11: '2.5 assumed' });
      expect(await world.stateOf(row!)).toBe('unmatched: lengthened');
    }
    const guess = { target: 'way:10', field: 'width_m', value: 3, provenance: 'assumed' };
    await world.enter(guess);
    expect(await load(file)).toBe('unchanged');
    expect(await world.widths()).toMatchObject({ 10: '3 assumed' });
    expect(await load(file.replaceAll('2026-03-01', '2026-11-01'))).toBe('applied');
    expect(await world.widths()).toMatchObject({ 10: '8 measured', 11: '3.5 measured' });
    expect(await world.stateOf(row!)).toBe('superseded');
  });

  test('that says another width does not say it of the longer road that held the old one to be safe', async () => {
    const whole = {
      nodes: { f: [30, 140] },
      ways: [street, alley, { ...alley, id: 30, nodes: ['e', 'f'] }],
    } satisfies Change;
    await world.load(whole);
    await load('way_id,width_m\n11,1.6\n');
    const [, front, other] = whole.ways;
    await world.load({
      ...whole,
      ways: [street, { ...front!, nodes: ['c', 'd'] }, { ...other!, nodes: ['d', 'e', 'f'] }],
    });
    expect(await world.widths()).toMatchObject({ 11: '1.6 measured', 30: '1.6 measured' });
    await load('way_id,width_m\n11,1.7\n');
    expect(await world.widths()).toMatchObject({ 11: '1.7 measured', 30: '1.7 measured' });
    await load('way_id,width_m\n11,3.5\n');
    expect(await world.widths()).toMatchObject({ 11: '3.5 measured', 30: '2.5 assumed' });
  });

  test.each([
    [1.5, 3.5],
    [3.5, 1.5],
  ])(
    'may name both a road (%f m) and the one that holds its old width (%f m): each says its own',
    async (front, other) => {
      const nodes = { f: [30, 140] } satisfies Change['nodes'];
      const behind = { ...alley, id: 30, nodes: ['e', 'f'] };
      await world.load({ nodes, ways: [street, alley, behind] });
      await load('way_id,width_m\n11,1.6\n');
      await world.load({
        nodes,
        ways: [street, { ...alley, nodes: ['c', 'd'] }, { ...behind, nodes: ['d', 'e', 'f'] }],
      });
      expect(await world.widths()).toMatchObject({ 11: '1.6 measured', 30: '1.6 measured' });
      await load(`way_id,width_m\n11,${front}\n30,${other}\n`);
      expect(await world.widths()).toMatchObject({
        11: `${front} measured`,
        30: `${other} measured`,
      });
      expect(await states()).toEqual([
        'register road-limits width_m 1.6 superseded',
        `register road-limits width_m ${front} applied`,
        `register road-limits width_m ${other} applied`,
      ]);
    },
  );

  test('may name the street or alley instead of a way, and a point on it', async () => {
    await world.load({
      ways: [{ ...street, nodes: ['a', 'c'] }, alley, { ...street, id: 14, nodes: ['c', 'b'] }],
    });
    await load(
      'street,alley_path,lon,lat,width_m\nPhố Thử,5,,,2.2\nphố thử,,105.8008,21.00003,7.5\n',
    );
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured', 14: '7.5 measured' });
    expect((await world.widths())['10']).not.toMatch('measured');
    await load('street,width_m\nPhố Thử,8\n');
    expect(await world.widths()).toMatchObject({ 10: '8 measured', 14: '8 measured' });
  });

  test('is undone whole', async () => {
    const before = await world.widths();
    const own = await world.measure(2.9);
    await load('way_id,width_m,surveyed_on\n11,2.3,2099-01-01\n10,9,2026-01-01\n', {
      skipRejected: true,
    });
    expect(await world.widths()).toMatchObject({ 10: '9 measured', 11: '2.9 measured' });
    await world.undo();
    expect(await world.widths()).toEqual({ ...before, 11: '2.9 measured' });
    await world.withdraw(own.id);
    expect(await world.widths()).toEqual(before);
    expect(await states()).toEqual(['api Lan width_m 2.9 withdrawn']);
  });

  test('when it is the whole register, takes back what it no longer lists', async () => {
    const before = await world.widths();
    await load('way_id,width_m\n10,9\n11,2.3\n');
    await load('way_id,width_m\n11,2.3\n', { isComplete: true });
    expect(await world.widths()).toEqual({ ...before, 11: '2.3 measured' });
  });
});

const widthAndBollard = (how: string, on: string) =>
  `way_id,width_m,obstacle,lon,lat,provenance,surveyed_on\n11,2.3,bollard,105.80029,21.0005,${how},${on}\n`;

describe('a survey and what a person entered', () => {
  test('leave a road unnamed of which an undo changes nothing that is told', async () => {
    await load('way_id,width_m,surveyed_on\n11,2.3,2026-03-01\n');
    await world.measure(2.1);
    await world.undo();
    await world.undo();
    expect(await world.widths()).toMatchObject({ 11: '2.1 measured' });
    expect(world.bench.said.join('\n')).not.toMatch('way 11 ()');
  });

  test('yield to the later day, whichever comes first', async () => {
    const entered = await world.enter({
      target: 'way:11',
      field: 'width_m',
      value: 2.9,
      observedOn: '2026-02-01',
    });
    await load('way_id,width_m,surveyed_on\n11,2.3,2026-01-01\n');
    expect(await world.widths()).toMatchObject({ 11: '2.9 measured' });
    await load('way_id,width_m,surveyed_on\n11,2.3,2026-03-01\n');
    expect(await world.widths()).toMatchObject({ 11: '2.3 measured' });
    expect(await world.stateOf(entered)).toBe('superseded');
    await world.undo();
    expect(await world.widths()).toMatchObject({ 11: '2.9 measured' });
    expect(await world.stateOf(entered)).toBe('applied');
    await world.withdraw(entered.id);
    expect(await world.widths()).toMatchObject({ 11: '2.3 measured' });
  });

  test('yield to the later day also where the survey comes first; its rows without a day are older than all', async () => {
    const older = { target: 'way:11', field: 'width_m', value: 2.9, observedOn: '2026-02-01' };
    await load('way_id,width_m,surveyed_on\n11,2.3,2026-03-01\n');
    await expect(world.enter(older)).rejects.toThrow(/was measured later: 2.3 \(road-limits, 2026/);
    await load('way_id,width_m\n10,8\n11,2.4\n');
    await world.enter({ ...older, target: 'way:10', value: 9 });
    expect(await world.widths()).toMatchObject({ 10: '9 measured', 11: '2.3 measured' });
  });

  test('yield to what was entered without a day an hour after midnight, the day after the survey', async () => {
    const { id } = await world.measure(2.1);
    // Still the 5th by the clock of London.
    await world.bench.pool.query('update corrections set entered_at = $2 where id = $1', [
      id,
      '2026-02-05T18:00:00Z',
    ]);
    await load('way_id,width_m,surveyed_on\n11,2.3,2026-02-05\n');
    expect(await world.widths()).toMatchObject({ 11: '2.1 measured' });
    await load('way_id,width_m,surveyed_on\n11,2.3,2026-02-06\n');
    expect(await world.widths()).toMatchObject({ 11: '2.3 measured' });
  });

  test('yield to what was measured, if the other was only derived', async () => {
    await world.measure(2.9);
    await load('way_id,width_m,provenance,surveyed_on\n11,2.3,derived,2026-11-01\n');
    expect(await world.widths()).toMatchObject({ 11: '2.9 measured' });
  });

  test('what somebody withdrew stays so until the survey says something else', async () => {
    const before = await world.widths();
    await load('way_id,width_m\n11,2.3\n');
    const [row] = await world.bench.rows<{ id: number }>('select id from corrections');
    await world.withdraw(row!.id);
    expect(await load('way_id,width_m\n11,2.3\n')).toBe('unchanged');
    expect(await world.widths()).toEqual(before);
    expect(world.bench.said.join('\n')).toMatch(
      /line 2: width_m: withdrawn by Minh on \d{4}-\d\d-\d\d; give another figure or day/,
    );
    await load('way_id,width_m\n11,2.4\n');
    expect(await world.widths()).toMatchObject({ 11: '2.4 measured' });
    expect(world.bench.said.join('\n')).not.toMatch(/withdrawn by/);
  });

  test.each([
    ['of a later day', 'measured', '2026-03-01'],
    ['that was measured where it had been judged by eye', 'assumed', '2026-01-01'],
  ])('the same figure %s holds, though the old one was withdrawn', async (_, first, day) => {
    await load(widthAndBollard(first, '2026-01-01'));
    const rows = await world.bench.rows<{ id: number }>('select id from corrections');
    for (const { id } of rows) await world.withdraw(id);
    expect(await load(widthAndBollard(first, '2026-01-01'))).toBe('unchanged');
    expect(world.bench.said.join('\n')).toMatch(/line 2: bollard: withdrawn by Minh/);
    expect(await load(widthAndBollard('measured', day))).toBe('applied');
    expect(await world.widths()).toMatchObject({ 11: '2.3 measured' });
    expect(await world.standing()).toEqual(['bollard 11']);
  });
});

test('rows that will not do are handed back with line and reason, and nothing is loaded', async () => {
  const before = await world.widths();
  const rows = [
    ['11,,,,,2.3,,', null],
    ['99,,,,,2.3,,', /way_id 99 is no road/],
    ['x,,,,,2.3,,', /way_id "x" is not a number/],
    ['1.5,,,,,2.3,,', /no whole number/],
    [',Phố Không,,,,2.3,,', /"Phố Không" is no street/],
    [',Phố Thử,77,,,2.3,,', /"Ngõ 77 Phố Thử" is no street/],
    [',Phố Thử,,105.9,21,2.3,,', /within 60 m/],
    [',Phố Thử,,105.9,,2.3,,', /not both/],
    [',,,,,2.3,,', /neither way_id nor street/],
    ['10,,,,,,,', /neither width_m nor/],
    ['10,,,,,0.1,,', /below 0.3/],
    ['10,,,,,61,,', /above 60/],
    ['10,,,,,5,guess,', /none of measured/],
    ['10,,,,,5,,2999-01-01', /future/],
    ['11,,,,,2.4,,', /way 11 has its width_m on line 2 already/],
    ["10,'; drop table roads; --,,,,2.3,,", null],
  ] as const;
  const text = `way_id,street,alley_path,lon,lat,width_m,provenance,surveyed_on\n${rows.map(([row]) => row).join('\n')}\n`;
  await expect(load(text)).rejects.toThrow(/14 of 16 rows/);
  expect(await world.widths()).toEqual(before);
  const path = join(world.bench.folder, 'data/rejected/road-limits-rejected.csv');
  const rejected = readFileSync(path, 'utf8').split('\n');
  const expected = rows.map(([, reason]) => reason);
  const given = rows.map((_, index) => {
    const line = rejected.find((each) => each.startsWith(`${index + 2},`));
    return line?.replaceAll('""', '"') ?? 'accepted';
  });
  expect(given).toEqual(expected.map((reason) => expect.stringMatching(reason ?? /^accepted$/)));
  await load(text, { skipRejected: true });
  expect(await world.widths()).toMatchObject({ 10: '2.3 measured', 11: '2.3 measured' });
});
