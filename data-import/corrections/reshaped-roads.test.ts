// What becomes of a width or an obstacle whose road a newer map joins to others, or cuts to pieces.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addresses } from '../registers/addresses.ts';
import {
  alley,
  openCorrectedWorld,
  street,
  type Change,
  type CorrectedWorld,
} from './corrected-world-for-test.ts';
import { listUnmatched } from './list-unmatched.ts';

let world: CorrectedWorld;
beforeEach(async () => {
  world = await openCorrectedWorld();
}, 60_000);
afterEach(() => world.bench.close());

const width = (way: number, value: number) =>
  world.enter({ target: `way:${way}`, field: 'width_m', value });
const listed = async () => (await listUnmatched(world.bench.pool)).join('\n');

describe('roads that were joined', () => {
  const apart = {
    nodes: { d: [30, 60], e: [30, 100] },
    ways: [street, { ...alley, nodes: ['c', 'd'] }, { ...alley, id: 12, nodes: ['d', 'e'] }],
  } satisfies Change;

  test.each([11, 21])(
    'are as wide as the narrower of two that were measured, as way %i',
    async (id) => {
      await world.load(apart);
      const wide = await width(11, 3.5);
      const narrow = await width(12, 1.8);
      const joined = { nodes: apart.nodes, ways: [street, { ...alley, id }] };
      for (const _ of ['first', 'again']) {
        await world.load(joined);
        expect(await world.widths()).toMatchObject({ [id]: '1.8 measured' });
        expect(await world.stateOf(narrow)).toBe(`applied: spread way:${id}`);
        expect(await world.stateOf(wide)).toBe(
          id === 11 ? 'unmatched: lengthened' : 'unmatched: part-of way:21',
        );
      }
      expect(await listed()).toMatch(/way:12, .*width_m 1.8 .*all of way:\d+.*nobody measured/);
      await world.undo();
      expect(await world.widths()).toMatchObject({ 11: '3.5 measured', 12: '1.8 measured' });
      for (const one of [wide, narrow]) expect(await world.stateOf(one)).toBe('applied');
    },
  );

  test('are as narrow as the half that was measured again since', async () => {
    const whole = { nodes: apart.nodes, ways: [street, alley] };
    await world.load(whole);
    const first = await world.measure(3.5);
    await world.load(apart);
    const narrow = await width(12, 1.8);
    await world.load(whole);
    expect(await world.widths()).toMatchObject({ 11: '1.8 measured' });
    expect(await world.stateOf(narrow)).toBe('applied: spread way:11');
    expect(await world.stateOf(first)).toBe(`unmatched: stricter correction:${narrow.id}`);
    expect(await listed()).toMatch(
      new RegExp(`way:11, .*3.5 .*correction:${narrow.id} allows less`),
    );
  });

  test('keep what was measured narrower than the map takes them to be, and lose what is wider', async () => {
    await world.load();
    const correction = await world.measure(1.6);
    const longer = {
      nodes: { f: [30, 280] },
      ways: [street, { ...alley, nodes: ['c', 'd', 'e', 'f'] }],
    } satisfies Change;
    await world.load(longer);
    expect(await world.widths()).toMatchObject({ 11: '1.6 measured' });
    expect(await world.stateOf(correction)).toBe('applied: spread way:11');
    await world.withdraw(correction.id);
    expect(await world.widths()).toMatchObject({ 11: '2.5 assumed' });
  });
});

describe('a road that was cut, and a half of it joined to another road', () => {
  const other = { ...alley, id: 30, nodes: ['e', 'f'], tags: { ...alley.tags, name: 'Ngõ 9' } };
  const nodes = { f: [30, 140] } satisfies Change['nodes'];
  const whole = { nodes, ways: [street, alley, other] };
  const front = { ...alley, nodes: ['c', 'd'] };
  const cut = { nodes, ways: [street, front, { ...other, nodes: ['d', 'e', 'f'] }] };

  test('stays narrow on both sides', async () => {
    await world.load(whole);
    const correction = await world.measure(1.6);
    for (const _ of ['first', 'again']) {
      await world.load(cut);
      expect(await world.widths()).toMatchObject({ 11: '1.6 measured', 30: '1.6 measured' });
      expect(await world.stateOf(correction)).toBe('applied: spread way:30');
    }
    await world.undo();
    await world.load(whole);
    expect(await world.widths()).toMatchObject({ 11: '1.6 measured', 30: '2.5 assumed' });
    expect(await world.stateOf(correction)).toBe('applied');
  });

  test('is listed with the metres where its width is not known any more', async () => {
    await world.load(whole);
    const correction = await world.measure(3.5);
    await world.load(cut);
    expect(await world.widths()).toMatchObject({ 11: '3.5 measured', 30: '2.5 assumed' });
    expect(await world.stateOf(correction)).toBe('applied: partly 40 way:30');
    expect(world.bench.said.join('\n')).toMatch(/hold on a part of their road.*\n.*way:11.*40 m/);
    expect(await listed()).toMatch(/way:11, .*width_m 3.5 .*40 m.*way:30/);
    // A register says nothing of roads.
    const rows = 'id,house_number,street,lon,lat\nr1,20,Phố Thử,105.8008,21.0001\n';
    await world.loadRegister(addresses, rows);
    expect(await world.stateOf(correction)).toBe('applied: partly 40 way:30');
    // Somebody measures the rest.
    await width(30, 4);
    await world.load({ ...cut, nodes: { f: [30, 142] } });
    expect(await world.widths()).toMatchObject({ 11: '3.5 measured', 30: '4 measured' });
    expect(await world.stateOf(correction)).toBe('applied');
  });

  test('keeps its market on both sides, and its bollard where that stands', async () => {
    await world.load(whole);
    const value = { kind: 'bollard', lon: 105.80029, lat: 21.0006 };
    const market = { kind: 'market', from: '05:00', to: '08:00' };
    await world.enter({ target: 'way:11', field: 'obstacle', value });
    await world.enter({ target: 'way:11', field: 'obstacle', value: market });
    await world.load(cut);
    expect(await world.standing()).toEqual(['bollard 11 30', 'market 300 11 30']);
  });
});

const halves = (tags: Record<string, string>): Change => ({
  ways: [
    street,
    { ...alley, nodes: ['c', 'd'] },
    { ...alley, id: 12, nodes: ['d', 'e'], tags: { highway: 'service', ...tags } },
  ],
});

describe('a half that became a road of its own', () => {
  const service = { service: 'alley' };

  test('without a name carries what was measured', async () => {
    await world.load();
    const correction = await world.measure(3.5);
    await world.load(halves(service));
    expect(await world.widths()).toMatchObject({ 11: '3.5 measured', 12: '3.5 measured' });
    expect(await world.stateOf(correction)).toBe('applied');
  });

  test.each([
    [1.6, '1.6 measured', 'applied'],
    [3.5, '1.8 assumed', 'applied: partly 40 way:12'],
  ])('with another name, measured %f m, is %s', async (meters, carried, state) => {
    await world.load();
    const correction = await world.measure(meters);
    await world.load(halves({ ...service, name: 'Ngách 5/2 Phố Thử' }));
    expect(await world.widths()).toMatchObject({ 11: `${meters} measured`, 12: carried });
    expect(await world.stateOf(correction)).toBe(state);
  });
});

test('a road that is drawn anew beside one that was measured does not take its width', async () => {
  await world.load();
  const correction = await world.measure(1.6);
  const beside = { id: 40, nodes: ['p', 'q'], tags: { highway: 'residential', name: 'Phố Mới' } };
  await world.load({
    ways: [street, alley, beside, { ...beside, id: 41, tags: { ...alley.tags } }],
    nodes: { p: [35, 2], q: [35, 80] },
  });
  expect(await world.widths()).toMatchObject({ 11: '1.6 measured', 40: '3.5 assumed' });
  expect((await world.widths())['41']).toMatch('assumed');
  expect(await world.stateOf(correction)).toBe('applied');
});
