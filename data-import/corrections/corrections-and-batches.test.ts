import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  alley,
  house,
  openCorrectedWorld,
  street,
  type CorrectedWorld,
} from './corrected-world-for-test.ts';

let world: CorrectedWorld;
beforeEach(async () => {
  world = await openCorrectedWorld({});
}, 60_000);
afterEach(() => world.bench.close());

describe('while an import waits for a yes', () => {
  test('what is entered is not overwritten, and what is withdrawn stays so', async () => {
    const early = await world.renumber('8', '8A');
    await world.load(
      { ways: [street, { ...alley, tags: { ...alley.tags, width: '3' } }] },
      {
        confirm: async () => {
          await world.measure(2.2);
          await world.withdraw(early.id);
          return true;
        },
      },
    );
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured' });
    expect((await world.houses()).map((each) => each.house_number)).toEqual(['6', '8']);
  });

  test('what is entered is not put on a way that the import draws elsewhere under its id', async () => {
    const late: { id: number }[] = [];
    await world.load(
      { nodes: { c: [160, 0], d: [160, 40], e: [160, 90] } },
      {
        confirm: async () => {
          late.push(await world.measure(2.2));
          return true;
        },
      },
    );
    expect((await world.widths())['11']).toMatch('assumed');
    expect(await world.stateOf(late[0]!)).toBe('unmatched: moved');
  });

  test('a preview changes no correction', async () => {
    const correction = await world.measure(2.2);
    expect(await world.load({ ways: [street] }, { dryRun: true })).toBe('previewed');
    expect(world.bench.said.join('\n')).toContain('would match nothing any more: 1');
    expect(await world.stateOf(correction)).toBe('applied');
  });
});

describe('undoing an import', () => {
  const tagged = { ways: [street, { ...alley, tags: { ...alley.tags, width: '3' } }] };

  test('keeps what was entered before and after it', async () => {
    const early = await world.renumber('8', '8A');
    await world.load({ ...tagged, nodes: { h8: house('8', [62, 8]) } });
    const late = await world.measure(2.2);
    await world.undo();
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured' });
    expect((await world.houses()).map((each) => each.house_number)).toEqual(['6', '8A']);
    await world.withdraw(late.id);
    await world.withdraw(early.id);
    expect((await world.widths())['11']).toMatch('assumed');
    expect((await world.houses()).map((each) => each.house_number)).toEqual(['6', '8']);
  });

  test('does not bring back what was withdrawn after it', async () => {
    const original = await world.widths();
    const correction = await world.measure(2.2);
    await world.load({ ...tagged, nodes: { e: [30, 84] } });
    await world.withdraw(correction.id);
    expect(await world.widths()).toMatchObject({ 11: '3 tagged' });
    await world.undo();
    expect(await world.widths()).toEqual(original);
    expect(await world.stateOf(correction)).toBe('withdrawn');
  });

  test('brings a correction back whose way was gone', async () => {
    const correction = await world.measure(2.2);
    await world.load({ ways: [street] });
    expect(await world.stateOf(correction)).toBe('unmatched: gone');
    await world.undo();
    expect(await world.stateOf(correction)).toBe('applied');
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured' });
  });
});

test('what an import left without its road is listed as that again when the import is undone and done again', async () => {
  await world.load();
  const correction = await world.measure(3.3);
  await world.load({
    ways: [street, { ...alley, nodes: ['c', 'd', 'e', 'f'] }],
    nodes: { f: [30, 280] },
  });
  for (const [state, width] of [
    ['applied', '3.3 measured'],
    ['unmatched: lengthened', '2.5 assumed'],
    ['applied', '3.3 measured'],
    ['unmatched: lengthened', '2.5 assumed'],
  ] as const) {
    await world.undo();
    expect(await world.stateOf(correction)).toBe(state);
    expect(await world.widths()).toMatchObject({ 11: width });
  }
});

test('a corrected house that was gone comes back as the same one, by undo and by a later extract', async () => {
  const correction = await world.renumber('8', '8A');
  const before = await world.houses();
  await world.load({ nodes: { h8: [60, 8] } });
  expect(await world.stateOf(correction)).toBe('unmatched: gone');
  await world.undo();
  expect(await world.houses()).toEqual(before);
  await world.load({ nodes: { h8: [60, 8] } });
  await world.load();
  expect(await world.houses()).toEqual(before);
  expect(await world.stateOf(correction)).toBe('applied');
});

test('what belongs to another city waits for it, and is not applied to the new one', async () => {
  const correction = await world.measure(2.2);
  await world.load({ origin: { lon: 106.7, lat: 10.8 } }, { allowReplace: true });
  expect(await world.stateOf(correction)).toBe('unmatched: other-city');
  expect((await world.widths())['11']).toMatch('assumed');
});
