// What a register says of a road that carries already what was said of another way, which runs under it by now.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Correction } from '../../server/corrections/schema.ts';
import { roadLimits } from '../registers/road-limits.ts';
import {
  alley,
  house,
  openCorrectedWorld,
  street,
  type Change,
  type CorrectedWorld,
} from './corrected-world-for-test.ts';

let world: CorrectedWorld;
let narrow: Correction;
const nodes = { f: [30, 140] } satisfies Change['nodes'];
const joined = {
  nodes,
  ways: [street, { ...alley, nodes: ['c', 'd', 'e', 'f'] }],
} satisfies Change;

/** 1.6 m on way 30, which a newer map joined to way 11. */
beforeEach(async () => {
  const behind = { ...alley, id: 30, nodes: ['e', 'f'] };
  world = await openCorrectedWorld({ nodes, ways: [street, alley, behind] });
  narrow = await world.enter({
    target: 'way:30',
    field: 'width_m',
    value: 1.6,
    observedOn: '2026-02-01',
  });
  await world.load(joined);
}, 60_000);
afterEach(() => world.bench.close());

const load = (text: string, isComplete = false) =>
  world.loadRegister(roadLimits, `way_id,width_m,provenance,surveyed_on\n${text}\n`, {
    isComplete,
  });
const newest = async (): Promise<string> => {
  const [row] = await world.bench.rows<{ id: number }>('select max(id) as id from corrections');
  return world.stateOf(row!);
};

describe('a part that a person measured narrow', () => {
  test.each([
    ['earlier', '11,2.3,measured,2026-01-01'],
    ['on no known day', '11,2.3,measured,'],
    ['later, but by less sure means', '11,2.3,derived,2026-03-01'],
  ])('stays the narrowest place of a road surveyed %s, whose word waits', async (_, line) => {
    expect(await world.widths()).toMatchObject({ 11: '1.6 measured' });
    await load(line);
    expect(await world.widths()).toMatchObject({ 11: '1.6 measured' });
    expect(await world.stateOf(narrow)).toMatch(/^applied/);
    expect(await newest()).toBe(`unmatched: stricter correction:${narrow.id}`);
    await world.withdraw(narrow.id);
    await world.load({ ...joined, nodes: { ...nodes, h8: house('8', [62, 8]) } });
    expect(await world.widths()).toMatchObject({ 11: expect.stringMatching(/^2.3 /) as string });
  });

  test('stays when the register no longer lists a road that its word never held on', async () => {
    await load('10,8,measured,\n11,2.3,measured,');
    await load('10,8,measured,', true);
    expect(await world.widths()).toMatchObject({ 10: '8 measured', 11: '1.6 measured' });
  });

  test('waits where the road as it runs now was measured later', async () => {
    await load('11,2.3,measured,2026-03-01');
    expect(await world.widths()).toMatchObject({ 11: '2.3 measured' });
    expect(await newest()).toBe('applied');
    expect(await world.stateOf(narrow)).toBe('unmatched: part-of way:11');
  });

  test('and was entered without a day an hour after midnight, stays beside a survey of that new day', async () => {
    await world.bench.pool.query(
      'update corrections set observed_on = null, entered_at = $2 where id = $1',
      [narrow.id, '2026-02-05T18:00:00Z'],
    );
    await load('11,2.3,measured,2026-02-06');
    expect(await newest()).toBe(`unmatched: stricter correction:${narrow.id}`);
    expect(await world.widths()).toMatchObject({ 11: '1.6 measured' });
  });

  test('gives way to what allows less still, whenever that was surveyed', async () => {
    await load('11,1.4,derived,2026-01-01');
    expect(await world.widths()).toMatchObject({ 11: '1.4 derived' });
  });
});
