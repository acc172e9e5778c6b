// Of two surveys of one road, and of a survey and the map's own tags, the better known holds, then the later day.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listCorrections } from '../../server/corrections/queries.ts';
import { roadLimits } from '../registers/road-limits.ts';
import {
  alley,
  openCorrectedWorld,
  street,
  type CorrectedWorld,
} from './corrected-world-for-test.ts';

let world: CorrectedWorld;
beforeEach(async () => {
  world = await openCorrectedWorld();
  await world.load();
}, 60_000);
afterEach(() => world.bench.close());

/** Rows of way, width, how it is known, day, and who says so. */
const load = (rows: string, options?: { isComplete: boolean }) =>
  world.loadRegister(
    roadLimits,
    `way_id,width_m,provenance,surveyed_on,source\n${rows}\n`,
    options,
  );
/** What Lan measured of the alley. */
const measure = (value: number, observedOn: string) =>
  world.enter({ target: 'way:11', field: 'width_m', value, observedOn });
/** A newer map, on which the alley goes on for 200 m more. */
const lengthen = () =>
  world.load({
    ways: [street, { ...alley, nodes: ['c', 'd', 'e', 'f'] }],
    nodes: { f: [30, 280] },
  });
const notHeld = () => world.bench.said.filter((line) => /^ {2}line \d/.test(line));

/** What was said of the alley, the newest first. */
async function readHistory(): Promise<string[]> {
  const { corrections } = await listCorrections(world.bench.pool, {
    state: 'all',
    target: 'way:11',
    most: 10,
  });
  return corrections.map(
    ({ value, by, observedOn, state }) => `${JSON.stringify(value)} ${by} ${observedOn} ${state}`,
  );
}

const good = '11,2.0,measured,2026-06-01,Team';

describe('a survey that an earlier file knows better', () => {
  test.each([
    ['of an older day', '11,3.6,measured,2019-06-01,Old', 'seen later'],
    ['without a day', '11,3.6,measured,,Old', 'seen later'],
    ['of a guess', '11,4,assumed,2026-11-01,Guess', 'measured is better known than assumed'],
  ])('is not applied, and named with whose word holds: one %s', async (_, row, why) => {
    await load(good);
    const [word] = await world.bench.rows<{ id: number }>('select id from corrections');
    for (const options of [undefined, { isComplete: true }]) {
      expect(await load(row, options)).toBe('unchanged');
      expect(await world.widths()).toMatchObject({ 11: '2 measured' });
      expect(notHeld()).toEqual([
        `  line 2: width_m of way 11 stays 2 (Team, 2026-06-01, correction ${word!.id}): ${why}`,
      ]);
    }
    expect(await readHistory()).toEqual(['2 Team 2026-06-01 applied']);
  });

  test('holds when that is withdrawn', async () => {
    await load(good);
    const [word] = await world.bench.rows<{ id: number }>('select id from corrections');
    await world.withdraw(word!.id);
    await load('11,3.6,measured,2019-06-01,Old');
    expect(await world.widths()).toMatchObject({ 11: '3.6 measured' });
  });
});

describe('a survey that is newer than that of an earlier file', () => {
  const newer = '11,2.4,measured,2026-09-01,Team B';

  test('holds, and what was measured before stays in the list and comes back with an undo or a withdrawal', async () => {
    await load(good);
    expect(await load(newer)).toBe('applied');
    expect(await world.widths()).toMatchObject({ 11: '2.4 measured' });
    const both = ['2.4 Team B 2026-09-01 applied', '2 Team 2026-06-01 superseded'];
    expect(await readHistory()).toEqual(both);
    expect(await load(newer, { isComplete: true })).toBe('unchanged');
    expect(await readHistory()).toEqual(both);
    await world.undo();
    expect(await world.widths()).toMatchObject({ 11: '2 measured' });
    expect(await readHistory()).toEqual(['2 Team 2026-06-01 applied']);
    await world.undo();
    expect(await readHistory()).toEqual(both);
    const [word] = await world.bench.rows<{ id: number }>('select max(id) as id from corrections');
    await world.withdraw(word!.id);
    expect(await world.widths()).toMatchObject({ 11: '2 measured' });
    expect(await load(newer)).toBe('unchanged');
    expect(notHeld()).toEqual([expect.stringMatching(/width_m: withdrawn by Minh/)]);
    expect(await world.widths()).toMatchObject({ 11: '2 measured' });
  });

  test('goes with all that was said before when the whole register no longer lists the road', async () => {
    const before = await world.widths();
    await load(`${good}\n10,8,measured,,Team`);
    await load(`${newer}\n10,8,measured,,Team`);
    await load('10,8,measured,,Team', { isComplete: true });
    expect(await world.widths()).toEqual({ ...before, 10: '8 measured' });
    expect(await readHistory()).toEqual([]);
  });

  test('is followed by the copy of its word on a part that was split off, also back', async () => {
    await load(good);
    const parts = [
      { ...alley, nodes: ['c', 'd'] },
      { ...alley, id: 12, nodes: ['d', 'e'] },
    ];
    await world.load({ ways: [street, ...parts] });
    await world.enter({ target: 'way:11', field: 'width_m', value: 1.9 });
    expect(await world.widths()).toMatchObject({ 11: '1.9 measured', 12: '2 measured' });
    await load('11,2.4,measured,2026-07-01,Team B');
    expect((await world.widths())['12']).toBe('2.4 measured');
    await world.undo();
    expect(await world.widths()).toMatchObject({ 11: '1.9 measured', 12: '2 measured' });
  });
});

describe('what was said before', () => {
  test('comes back with a withdrawal as it was: what a person measured, not the guess that had yielded to it', async () => {
    await measure(1.9, '2026-05-01');
    await load('11,4,derived,2026-06-01,Team A');
    await load('11,2.1,measured,2026-09-01,Team B');
    expect(await world.widths()).toMatchObject({ 11: '2.1 measured' });
    const [word] = await world.bench.rows<{ id: number }>('select max(id) as id from corrections');
    await world.withdraw(word!.id);
    expect(await world.widths()).toMatchObject({ 11: '1.9 measured' });
    expect(await readHistory()).toEqual([
      '2.1 Team B 2026-09-01 withdrawn',
      '4 Team A 2026-06-01 superseded',
      '1.9 Lan 2026-05-01 applied',
    ]);
  });

  test('and gave way to one and the same comes back in the order of how well it is known', async () => {
    await measure(1.9, '2026-05-01');
    const { id } = await measure(1.8, '2026-05-02');
    await load('11,4,derived,2026-06-01,Team A');
    await world.withdraw(id);
    expect(await world.widths()).toMatchObject({ 11: '1.9 measured' });
  });
});

describe('what was measured before its way was lengthened', () => {
  const old = '11,3.5,measured,2019-06-01,Old';

  test.each([
    ['only estimated', '11,3,derived,2026-03-01,Team', '3 derived'],
    ['without a day', '11,3,measured,,Team', '3 measured'],
  ])(
    'gives way to a survey of the way as it runs now, and waits again without that: one %s',
    async (_, row, width) => {
      await load(old);
      const [word] = await world.bench.rows<{ id: number }>('select id from corrections');
      await lengthen();
      expect(await world.stateOf(word!)).toBe('unmatched: lengthened');
      expect(await load(row)).toBe('applied');
      expect(notHeld()).toEqual([]);
      for (const again of [row, old]) {
        expect(await load(again, { isComplete: true })).toBe('unchanged');
        expect(await world.widths()).toMatchObject({ 11: width });
      }
      const [newer] = await world.bench.rows<{ id: number }>(
        'select max(id) as id from corrections',
      );
      await world.withdraw(newer!.id);
      expect(await world.widths()).toMatchObject({ 11: '2.5 assumed' });
      expect(await world.stateOf(word!)).toBe('unmatched: lengthened');
    },
  );

  test('by a person waits again too when the register no longer lists the way', async () => {
    const entered = await world.measure(3.5);
    await lengthen();
    for (const width of [3, 2.8]) {
      await load(`11,${width},derived,2026-03-01,Team\n10,8,measured,,Team`);
      expect(await world.widths()).toMatchObject({ 11: `${width} derived` });
      expect(await world.stateOf(entered)).toBe('superseded');
    }
    await load('10,8,measured,,Team', { isComplete: true });
    expect(await world.widths()).toMatchObject({ 11: '2.5 assumed' });
    expect(await world.stateOf(entered)).toBe('unmatched: lengthened');
  });
});

test('a survey that yields to what a person entered is named, each time it is loaded', async () => {
  const { id } = await measure(1.9, '2026-09-01');
  for (const status of ['applied', 'unchanged']) {
    expect(await load(good)).toBe(status);
    expect(notHeld()).toEqual([
      `  line 2: width_m of way 11 stays 1.9 (Lan, 2026-09-01, correction ${id}): seen later`,
    ]);
  }
});

test('a survey outdone by an earlier one is named with what a person entered since, which holds', async () => {
  await load(good);
  await world.enter({ target: 'way:11', field: 'width_m', value: 1.7 });
  const { id } = await world.enter({
    target: 'way:11',
    field: 'width_m',
    value: 1.5,
    provenance: 'assumed',
  });
  expect(await load('11,3.6,measured,2019-06-01,Old')).toBe('unchanged');
  expect(notHeld()).toEqual([
    expect.stringMatching(new RegExp(`stays 1.5 \\(Lan, .*, correction ${id}\\): entered since$`)),
  ]);
});

describe('an estimate in a survey', () => {
  const tagged = { ...alley, tags: { ...alley.tags, width: '2.3' } };
  beforeEach(async () => {
    await world.load({ ways: [street, tagged] });
  });

  test('does not replace the narrower width that the map tags, and is named', async () => {
    expect(await load('11,4,assumed,2026-03-05,Guess\n10,8,measured,,Team')).toBe('applied');
    expect(await world.widths()).toEqual({ 10: '8 measured', 11: '2.3 tagged' });
    expect(notHeld()).toEqual([
      '  line 2: width_m of way 11 stays 2.3 (OpenStreetMap): the tags of the map are better known than assumed',
    ]);
    await load('11,2.6,measured,2026-03-05,Team');
    expect(await world.widths()).toMatchObject({ 11: '2.6 measured' });
  });

  test('is named with whose word holds in place of the tags', async () => {
    await load('11,1.8,assumed,2026-03-05,Guess');
    const [guess] = await world.bench.rows<{ id: number }>('select id from corrections');
    expect(await load('11,3,derived,2026-06-01,Team')).toBe('unchanged');
    expect(await world.widths()).toMatchObject({ 11: '1.8 assumed' });
    expect(notHeld()).toEqual([
      `  line 2: width_m of way 11 stays 1.8 (Guess, 2026-03-05, correction ${guess!.id}): the tags of the map, 2.3, are better known than derived`,
    ]);
    const { id } = await measure(2, '2026-04-01');
    expect(await load('11,5,assumed,2026-06-01,Team')).toBe('unchanged');
    expect(notHeld()).toEqual([
      `  line 2: width_m of way 11 stays 2 (Lan, 2026-04-01, correction ${id}): measured is better known than assumed`,
    ]);
  });

  test('holds where it lets less through than the tags', async () => {
    await load('11,1.8,assumed,2026-03-05,Guess');
    expect(await world.widths()).toMatchObject({ 11: '1.8 assumed' });
    expect(notHeld()).toEqual([]);
  });
});
