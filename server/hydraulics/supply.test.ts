import { describe, expect, it } from 'vitest';
import { shippedParameters as parameters } from '../planner/settings-for-test.ts';
import { planSupply, type Source } from './supply.ts';

const hydrant = (id: string, hoseMeters: number, rest: Partial<Source> = {}): Source => ({
  id,
  kind: 'hydrant',
  hoseMeters,
  litersPerSecond: 10,
  pressureBar: null,
  volumeM3: null,
  mainId: `M-${id}`,
  ...rest,
});

const need = { litersPerSecond: 20, hours: 3 };
const plan = (sources: Source[], wanted = need) => planSupply(sources, wanted, 50, parameters);
const idsOf = (feeds: { source: Source }[]) => feeds.map(({ source }) => source.id);

describe('the supply of a fire', () => {
  it('takes the nearest water until the need is met', () => {
    const { feeds, missingLitersPerSecond, unused } = plan([
      hydrant('far', 380),
      hydrant('near', 40),
      hydrant('middle', 200),
    ]);
    expect(idsOf(feeds)).toEqual(['near', 'middle']);
    expect(missingLitersPerSecond).toBe(0);
    expect(unused).toMatchObject([{ source: { id: 'far' }, why: 'not-needed' }]);
  });

  it('counts two hydrants on one main once, the one that gives more', () => {
    const { feeds, missingLitersPerSecond } = plan([
      hydrant('a', 40, { mainId: 'M1' }),
      hydrant('b', 90, { mainId: 'M1', litersPerSecond: 15 }),
    ]);
    expect(idsOf(feeds)).toEqual(['b']);
    expect(missingLitersPerSecond).toBe(5);
  });

  it('takes mains that nobody knows for one', () => {
    const unknown = { mainId: null };
    expect(plan([hydrant('a', 40, unknown), hydrant('b', 90, unknown)]).litersPerSecond).toBe(10);
  });

  it('never counts a flow that is not known', () => {
    const { feeds, unused, missingLitersPerSecond } = plan([
      hydrant('a', 40, { litersPerSecond: null }),
    ]);
    expect([feeds.length, missingLitersPerSecond]).toEqual([0, 20]);
    expect(unused).toMatchObject([{ why: 'flow-unknown' }]);
  });

  it('spreads the water of a tank over the whole time', () => {
    const tank = hydrant('t', 40, { kind: 'tank', volumeM3: 108, litersPerSecond: null });
    expect(plan([tank]).litersPerSecond).toBe(10);
    expect(plan([{ ...tank, volumeM3: null }]).unused).toMatchObject([{ why: 'flow-unknown' }]);
  });

  it('draws from a lake what the pump gives', () => {
    expect(plan([hydrant('l', 40, { kind: 'lake', litersPerSecond: null })])).toMatchObject({
      missingLitersPerSecond: 0,
      feeds: [{ pumpAtSource: true }],
    });
  });

  it('needs a pump at a hydrant unless its pressure was measured and suffices', () => {
    const [unknown] = plan([hydrant('a', 40)]).feeds;
    const [weak] = plan([hydrant('a', 40, { pressureBar: 1 })]).feeds;
    const [strong] = plan([hydrant('a', 40, { pressureBar: 7 })]).feeds;
    expect([unknown, weak, strong].map((feed) => feed!.pumpAtSource)).toEqual([true, true, false]);
  });

  it('brings distant water with a relay', () => {
    const [feed] = plan([hydrant('a', 390, { litersPerSecond: 20 })]).feeds;
    expect(feed!.relay).toMatchObject({ lines: 2, pumps: 2 });
    expect(feed!.relay!.hoseLengths).toBe(48);
  });
});
