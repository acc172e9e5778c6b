import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

describe('a measured width survives an import', () => {
  test('of the same file, which then changes nothing', async () => {
    await world.measure(2.2);
    expect(await world.load()).toBe('unchanged');
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured' });
  });

  test('where the way has another line and another tag, which holds again when it is withdrawn', async () => {
    const correction = await world.measure(2.2);
    const tagged = { ...alley, tags: { ...alley.tags, width: '3' } };
    await world.load({ ways: [street, tagged], nodes: { d: [31, 41], e: [30, 90] } });
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured' });
    expect(await world.stateOf(correction)).toBe('applied');
    expect((await world.withdraw(correction.id)).imported).toBe(3);
    expect(await world.widths()).toMatchObject({ 11: '3 tagged' });
  });

  test('where the way was split: both parts carry it, and a road across does not', async () => {
    const correction = await world.measure(2.2);
    await world.load({
      ways: [
        street,
        { ...alley, nodes: ['c', 'd'] },
        { ...alley, id: 12, nodes: ['d', 'e'] },
        { id: 13, nodes: ['d', 'x'], tags: { highway: 'service', service: 'alley' } },
      ],
    });
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured', 12: '2.2 measured' });
    expect((await world.widths())['13']).toMatch('assumed');
    // And the next import, to which way 12 is no news any more.
    await world.load({
      ways: [street, { ...alley, nodes: ['c', 'd'] }, { ...alley, id: 12, nodes: ['d', 'e'] }],
    });
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured', 12: '2.2 measured' });
    await world.withdraw(correction.id);
    expect(Object.values(await world.widths()).join()).not.toContain('measured');
  });

  test('where the way was drawn anew a step aside under another id', async () => {
    const correction = await world.measure(2.2);
    await world.load({
      ways: [street, { ...alley, id: 21 }],
      nodes: { d: [33, 40], e: [33, 80] },
    });
    expect(await world.widths()).toMatchObject({ 21: '2.2 measured' });
    expect(await world.stateOf(correction)).toBe('applied');
  });

  test('though the way was gone for a while; meanwhile it is listed', async () => {
    const correction = await world.measure(2.2);
    await world.load({ ways: [street] });
    expect(world.bench.said.join('\n')).toMatch(
      /Corrections that would match nothing any more: 1\n.*way:11, .*[Nn]gõ 5.*: width_m 2.2 \(Lan, .*no longer in the map/,
    );
    expect(await world.stateOf(correction)).toBe('unmatched: gone');
    expect((await listUnmatched(world.bench.pool)).join('\n')).toMatch(
      /1 matches nothing.*\n.*way:11/,
    );
    await world.load();
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured' });
    expect(await world.stateOf(correction)).toBe('applied');
    expect(await listUnmatched(world.bench.pool)).toEqual([
      '1 correction is in force; all of them match the map.',
    ]);
  });

  test('unless its way became a small part of a longer one, or its id runs elsewhere', async () => {
    const correction = await world.measure(3.5);
    await world.load({
      ways: [street, { ...alley, id: 21, nodes: ['c', 'd', 'e', 'f'] }],
      nodes: { f: [30, 400] },
    });
    expect(await world.stateOf(correction)).toBe('unmatched: part-of way:21');
    await world.load({
      ways: [street, { ...alley, nodes: ['f', 'g'] }],
      nodes: { f: [90, 9], g: [90, 80] },
    });
    expect(await world.stateOf(correction)).toBe('unmatched: moved');
  });

  test('unless roads were joined to its way: nobody measured those, and it is listed', async () => {
    const correction = await world.measure(3.5);
    const joined = { ways: [street, { ...alley, nodes: ['c', 'd', 'e', 'f'] }] };
    for (const end of [280, 110]) {
      await world.load({ ...joined, nodes: { f: [30, end] } });
      expect((await world.widths())['11']).toMatch('assumed');
      expect(await world.stateOf(correction)).toBe('unmatched: lengthened');
      expect((await listUnmatched(world.bench.pool)).join('\n')).toMatch(
        /way:11, .*width_m 3.5 .*road that was joined to it/,
      );
    }
    // A few metres more are still the alley that was measured.
    await world.load({ ...joined, nodes: { f: [31, 89] } });
    expect(await world.widths()).toMatchObject({ 11: '3.5 measured' });
    expect(await world.stateOf(correction)).toBe('applied');
  });
});
