// Something new is said of one half of a road that a map has split: what was said before holds on the other.

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

const halves = {
  ways: [street, { ...alley, nodes: ['c', 'd'] }, { ...alley, id: 12, nodes: ['d', 'e'] }],
} satisfies Change;
/** The same, with one more house: an import that has something to do. */
const later = { ...halves, nodes: { e: [30, 81] } } satisfies Change;

const width = (way: number, value: number) =>
  world.enter({ target: `way:${way}`, field: 'width_m', value });

describe('a width', () => {
  test.each([
    [11, 12],
    [12, 11],
  ])('entered for way %i leaves way %i what was measured there', async (one, other) => {
    const first = await world.measure(2.2);
    await world.load(halves);
    const entered = await width(one, 2.6);
    for (const _ of ['at once', 'after an import']) {
      expect(await world.widths()).toMatchObject({
        [one]: '2.6 measured',
        [other]: '2.2 measured',
      });
      await world.load(later);
    }
    expect((await world.withdraw(entered.id)).imported).toBeNull();
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured', 12: '2.2 measured' });
    await world.load({ ...halves, nodes: { e: [30, 82] } });
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured', 12: '2.2 measured' });
    expect(await world.stateOf(first)).toBe('applied');
  });

  test('comes back on both parts of a road that was split after another replaced it', async () => {
    await world.measure(2.2);
    const second = await world.measure(2.6);
    await world.load(halves);
    expect(await world.widths()).toMatchObject({ 11: '2.6 measured', 12: '2.6 measured' });
    await world.withdraw(second.id);
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured', 12: '2.2 measured' });
  });

  test('entered for a road that has another id by now replaces what it carries, until withdrawn', async () => {
    const first = await world.measure(2.2);
    await world.load({ ways: [street, { ...alley, id: 21 }] });
    const second = await width(21, 2.6);
    expect(await world.stateOf(first)).toBe('superseded');
    await world.withdraw(second.id);
    expect(await world.widths()).toMatchObject({ 21: '2.2 measured' });
  });

  test('entered while an import waits for a yes leaves the other half alone', async () => {
    await world.measure(2.2);
    await world.load(halves);
    await world.load(later, {
      confirm: async () => {
        await width(11, 2.6);
        return true;
      },
    });
    expect(await world.widths()).toMatchObject({ 11: '2.6 measured', 12: '2.2 measured' });
  });
});

/** The whole register. */
const register = (text: string) =>
  world.loadRegister(roadLimits, `way_id,width_m,surveyed_on\n${text}\n`, { isComplete: true });

describe('what a register said of the whole road', () => {
  const early = '2026-03-01';

  test.each([
    [11, 12],
    [12, 11],
  ])(
    'stays on the half that nobody entered anything for (entered for %i) as long as the register says it',
    async (one, other) => {
      const before = await world.widths();
      const file = `10,8,${early}\n11,2.2,${early}`;
      await register(file);
      await world.load(halves);
      const entered = await width(one, 2.6);
      expect(await register(file)).toBe('unchanged');
      await world.load(later);
      expect(await register(file)).toBe('unchanged');
      expect(await world.widths()).toMatchObject({
        [one]: '2.6 measured',
        [other]: '2.2 measured',
      });
      await register(file.replace('2.2', '2.3'));
      expect(await world.widths()).toMatchObject({
        [one]: '2.6 measured',
        [other]: '2.3 measured',
      });
      await register(`10,8,${early}`);
      expect(await world.widths()).toMatchObject({
        [one]: '2.6 measured',
        [other]: before['11'],
      });
      await world.undo();
      expect(await world.widths()).toMatchObject({
        [one]: '2.6 measured',
        [other]: '2.3 measured',
      });
      await world.withdraw(entered.id);
      expect(await world.widths()).toMatchObject({ 11: '2.3 measured', 12: '2.3 measured' });
    },
  );

  test('gives way on the other half to what the register says of that by its own id', async () => {
    await register(`11,2.2,${early}`);
    await world.load(halves);
    await width(11, 2.6);
    await register(`11,2.2,${early}\n12,2.4,2026-04-01`);
    expect(await world.widths()).toMatchObject({ 11: '2.6 measured', 12: '2.4 measured' });
    await register(`11,2.2,${early}`);
    expect(await world.widths()).toMatchObject({ 11: '2.6 measured', 12: '2.2 measured' });
  });

  test('stays on the other half too when it was entered while an import waits for a yes', async () => {
    await register(`11,2.2,${early}`);
    await world.load(halves);
    await world.load(later, {
      confirm: async () => {
        await width(11, 2.6);
        return true;
      },
    });
    expect(await world.widths()).toMatchObject({ 11: '2.6 measured', 12: '2.2 measured' });
  });

  test('is still known as said of its way where only another one carries it', async () => {
    const nodes = { f: [30, 140] } satisfies Change['nodes'];
    const behind = { ...alley, id: 30, nodes: ['e', 'f'] };
    await world.load({ nodes, ways: [street, alley, behind] });
    const file = `11,2.2,${early}\n`;
    await world.loadRegister(roadLimits, `way_id,width_m,surveyed_on\n${file}30,1.6,${early}\n`);
    const front = { ...alley, id: 12, nodes: ['c', 'd'] };
    await world.load({ nodes, ways: [street, { ...alley, nodes: ['d', 'e', 'f'] }, front] });
    expect(await world.widths()).toMatchObject({ 11: '1.6 measured', 12: '2.2 measured' });
    const entered = await width(11, 1.8);
    expect(await world.loadRegister(roadLimits, `way_id,width_m,surveyed_on\n${file}`)).toBe(
      'unchanged',
    );
    await register(file);
    expect(await world.widths()).toMatchObject({ 11: '1.8 measured', 12: '2.2 measured' });
    await world.withdraw(entered.id);
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured', 12: '2.2 measured' });
  });

  test('comes back behind what was stricter, one after the other as each is withdrawn', async () => {
    const nodes = { f: [30, 140] } satisfies Change['nodes'];
    const behind = { ...alley, id: 30, nodes: ['e', 'f'] };
    await world.load({ nodes, ways: [street, alley, behind] });
    await register(`11,2.2,${early}`);
    await width(30, 1.6);
    await world.load({ nodes, ways: [street, { ...alley, nodes: ['d', 'e', 'f'] }] });
    const entered = await width(11, 1.8);
    expect(await world.widths()).toMatchObject({ 11: '1.8 measured' });
    await world.withdraw(entered.id);
    expect(await world.widths()).toMatchObject({ 11: '1.6 measured' });
    const [narrow] = await world.bench.rows<{ id: number }>(
      `select id from corrections where value = '1.6' and state = 'applied'`,
    );
    await world.withdraw(narrow!.id);
    expect(await world.widths()).toMatchObject({ 11: '2.2 measured' });
  });
});

describe('an obstacle', () => {
  test('said again of one half, or in other hours, stays as it was on the other', async () => {
    const value = { kind: 'market', from: '05:00', to: '08:00' };
    const said = { target: 'way:11', field: 'obstacle' };
    await world.enter({ ...said, value });
    await world.load(halves);
    expect(await world.standing()).toEqual(['market 300 11 12']);
    const again = await world.enter({ ...said, value, note: 'still there' });
    expect(await world.standing()).toEqual(['market 300 11', 'market 300 12']);
    const evening = { ...value, from: '16:00', to: '19:00' };
    const other = await world.enter({ ...said, value: evening });
    const all = ['market 300 11', 'market 300 12', 'market 960 11'];
    expect(await world.standing()).toEqual(all);
    await world.load(later);
    expect(await world.standing()).toEqual(all);
    for (const { id } of [again, other]) await world.withdraw(id);
    expect(await world.standing()).toEqual(['market 300 11', 'market 300 12']);
  });

  test('at a point, said again, stands on both halves as before', async () => {
    const value = { kind: 'low_cable', lon: 105.80029, lat: 21.0006, clearMeters: 2.6 };
    await world.enter({ target: 'way:11', field: 'obstacle', value });
    await world.load(halves);
    const lower = { ...value, clearMeters: 2.4 };
    const again = await world.enter({ target: 'way:11', field: 'obstacle', value: lower });
    expect(await world.standing()).toEqual(['low_cable 11 12']);
    await world.withdraw(again.id);
    expect(await world.standing()).toEqual(['low_cable 11 12']);
  });
});
