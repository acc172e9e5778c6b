import { describe, expect, it } from 'vitest';
import { shippedParameters as parameters } from '../planner/settings-for-test.ts';
import { planSupply, type Source } from './supply.ts';

const hydrant = (id: string, hoseMeters: number, rest: Partial<Source> = {}): Source => ({
  id,
  kind: 'hydrant',
  hoseMeters,
  effortMeters: hoseMeters,
  litersPerSecond: 10,
  pressureBar: null,
  volumeM3: null,
  mainId: `M-${id}`,
  isTooDeep: false,
  pumpLitersPerSecond: 50,
  ...rest,
});

const need = { litersPerSecond: 20, hours: 3 };
const plan = (sources: Source[], wanted = need, more: { hoseLengths?: number } = {}) =>
  planSupply(sources, { ...wanted, ...more }, parameters);
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

  it('takes the nearest on a main that gives what is left to bring, however much a farther one gives', () => {
    const strong = { mainId: 'M1', litersPerSecond: 30 };
    const { feeds, unused } = plan([
      hydrant('far', 380, strong),
      hydrant('near', 40, { mainId: 'M1', litersPerSecond: 20 }),
    ]);
    expect(idsOf(feeds)).toEqual(['near']);
    expect(unused).toMatchObject([{ source: { id: 'far' }, why: 'same-main' }]);
    const withOther = plan([
      hydrant('far', 380, strong),
      hydrant('other', 50, { litersPerSecond: 8 }),
      hydrant('near', 40, { mainId: 'M1', litersPerSecond: 12 }),
    ]);
    expect(withOther.feeds.map(({ litersPerSecond }) => litersPerSecond)).toEqual([12, 8]);
  });

  it('takes mains that nobody knows for one', () => {
    const unknown = { mainId: null };
    expect(plan([hydrant('a', 40, unknown), hydrant('b', 90, unknown)]).litersPerSecond).toBe(10);
  });

  it('adds no hydrant on an unknown main to one on a known main, which may be the same', () => {
    const wanted = { litersPerSecond: 15, hours: 1 };
    const onKnown = hydrant('a', 40, { mainId: 'M1' });
    const onUnknown = hydrant('b', 90, { mainId: null });
    const { feeds, unused, ...equal } = plan([onKnown, onUnknown], wanted);
    expect(idsOf(feeds)).toEqual(['a']);
    expect(equal).toMatchObject({ missingLitersPerSecond: 5, availableLitersPerSecond: 10 });
    expect(unused).toMatchObject([{ source: { id: 'b' }, why: 'perhaps-same-main' }]);

    const larger = plan([onKnown, { ...onUnknown, litersPerSecond: 14 }], wanted);
    expect(idsOf(larger.feeds)).toEqual(['b']);
    expect(larger).toMatchObject({ missingLitersPerSecond: 1, availableLitersPerSecond: 14 });
    expect(larger.unused).toMatchObject([{ source: { id: 'a' }, why: 'perhaps-same-main' }]);

    const two = plan([onKnown, onUnknown, hydrant('c', 200, { mainId: 'M2' })], wanted);
    expect(idsOf(two.feeds)).toEqual(['a', 'c']);
    expect(two.missingLitersPerSecond).toBe(0);
  });

  it('takes the nearer where a hydrant on an unknown main gives all as well, and adds a pond to it', () => {
    const near = hydrant('b', 40, { mainId: null });
    const wanted = { litersPerSecond: 10, hours: 1 };
    expect(idsOf(plan([near, hydrant('a', 90)], wanted).feeds)).toEqual(['b']);
    const pond = hydrant('p', 200, { kind: 'pond', pumpLitersPerSecond: 10 });
    expect(idsOf(plan([near, pond]).feeds)).toEqual(['b', 'p']);
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

  it('counts of a hydrant without measured pressure no more than the pump at it gives', () => {
    const weak = { litersPerSecond: 20, pumpLitersPerSecond: 15 };
    const unmeasured = plan([hydrant('a', 40, weak)]);
    expect(unmeasured).toMatchObject({ litersPerSecond: 15, missingLitersPerSecond: 5 });
    expect(unmeasured.availableLitersPerSecond).toBe(15);
    expect(plan([hydrant('a', 40, { ...weak, pressureBar: 7 })]).litersPerSecond).toBe(20);
  });

  it('brings distant water with a relay', () => {
    const [feed] = plan([hydrant('a', 390, { litersPerSecond: 20 })]).feeds;
    expect(feed!.relay).toMatchObject({ lines: 2, pumps: 2 });
    expect(feed!.relay.hoseLengths).toBe(48);
  });

  it('says what all of it would give together, beyond the need', () => {
    expect(
      plan([hydrant('a', 40, { litersPerSecond: 15 }), hydrant('b', 90), hydrant('c', 95)]),
    ).toMatchObject({
      litersPerSecond: 20,
      availableLitersPerSecond: 35,
    });
  });

  it('gives 50 m³ in an hour at 13.9 L/s, and no faster than its pump', () => {
    const tank = hydrant('t', 40, { kind: 'tank', volumeM3: 50, litersPerSecond: null });
    expect(plan([tank], { litersPerSecond: 20, hours: 1 }).litersPerSecond).toBeCloseTo(13.89, 2);
    const small = { ...tank, pumpLitersPerSecond: 10 };
    expect(plan([small], { litersPerSecond: 20, hours: 1 }).litersPerSecond).toBe(10);
  });

  it('tells water that no pump draws up, and what was measured dry, from unknown flow', () => {
    const { feeds, unused } = plan([
      hydrant('deep', 40, { kind: 'river', isTooDeep: true }),
      hydrant('dry', 50, { litersPerSecond: 0 }),
      hydrant('empty', 60, { kind: 'pond', volumeM3: 0 }),
    ]);
    expect(feeds).toEqual([]);
    expect(unused.map(({ why }) => why)).toEqual(['too-deep', 'no-flow', 'no-flow']);
  });

  it('needs no pump where the measured pressure carries the water to an engine that pumps on', () => {
    const near = hydrant('a', 40, { pressureBar: 2.4 });
    const toNozzle = planSupply([near], { litersPerSecond: 10, hours: 1 }, parameters);
    const toEngine = planSupply([near], { litersPerSecond: 10, hours: 1, endBar: 1.5 }, parameters);
    expect([toNozzle, toEngine].map(({ feeds }) => feeds[0]!.relay.pumps)).toEqual([1, 0]);
  });

  it('takes pumps instead of a second line where there is no hose for it', () => {
    const far = [hydrant('a', 320)];
    const wanted = { litersPerSecond: 10, hours: 1 };
    const [rich] = planSupply(far, { ...wanted, hoseLengths: 60 }, parameters).feeds;
    const [poor] = planSupply(far, { ...wanted, hoseLengths: 25 }, parameters).feeds;
    expect(rich!.relay).toMatchObject({ lines: 2, pumps: 1, hoseLengths: 40 });
    // 320 m at 10 L/s in one line: 6.4 bar and 6 at its end are more than one pump gives.
    expect(poor!.relay).toMatchObject({ lines: 1, pumps: 2, hoseLengths: 20 });
    expect(poor!.others.map(({ lines }) => lines)).toEqual([2, 3]);
    expect([rich!.missingLengths, poor!.missingLengths]).toEqual([0, 0]);
  });

  it('says what hose lacks where there is not enough for one line, of two sources for each', () => {
    const { feeds } = plan([hydrant('a', 100), hydrant('b', 200)], need, { hoseLengths: 8 });
    // 6 and 12 lengths of the 8.
    expect(feeds.map(({ missingLengths }) => missingLengths)).toEqual([0, 10]);
    const [first] = plan([hydrant('a', 320)], need, { hoseLengths: 8 }).feeds;
    expect(first).toMatchObject({ relay: { lines: 1, hoseLengths: 20 }, missingLengths: 12 });
  });
});
