import { describe, expect, it } from 'vitest';
import { fillSet, type Offer, type OfferRefusal } from './fill-set.ts';
import type { Capability, Requirement } from './requirements.ts';

function need(capability: Capability, amount: number): Requirement {
  return { capability, amount, mark: 'assumed', source: 'invented' };
}

function offer(vehicleId: string, capability: Capability, amount: number, seconds: number): Offer {
  return { vehicleId, capability, amount, seconds, why: null };
}

function refusedLadder(vehicleId: string, why: OfferRefusal): Offer {
  return { vehicleId, capability: 'ladder', amount: 1, seconds: null, why };
}

/** A large pumper with 3,000 L and six people. */
function pumper(id: string, seconds: number): Offer[] {
  return [
    offer(id, 'pump', 1, seconds),
    offer(id, 'water_l', 3_000, seconds - 60),
    offer(id, 'crew', 6, seconds - 60),
  ];
}

describe('the set of a run card', () => {
  it('takes the soonest, each for all that it brings, and says when each requirement is met', () => {
    const offers = [...pumper('near', 300), ...pumper('far', 900), ...pumper('mid', 500)];
    const { vehicleIds, filled } = fillSet([need('pump', 2), need('crew', 8)], offers, 0);
    expect(vehicleIds).toEqual(['near', 'mid']);
    expect(filled.map(({ seconds, have }) => [seconds, have])).toEqual([
      [500, 2],
      [440, 8],
    ]);
    expect(filled[1]!.by.map(({ vehicleId }) => vehicleId)).toEqual(['near', 'mid']);
  });

  it('leaves at home who makes nothing sooner', () => {
    const offers = [
      offer('drop', 'water_l', 500, 100),
      offer('tank', 'water_l', 3_500, 200),
      offer('pump', 'pump', 1, 50),
    ];
    expect(fillSet([need('water_l', 3_500), need('pump', 1)], offers, 0).vehicleIds).toEqual([
      'pump',
      'tank',
    ]);
  });

  it('keeps a small tank that saves waiting for a large one', () => {
    const offers = [
      offer('small', 'water_l', 500, 100),
      offer('large', 'water_l', 3_000, 200),
      offer('late', 'water_l', 3_000, 900),
    ];
    const { vehicleIds, filled } = fillSet([need('water_l', 3_500)], offers, 0);
    expect(vehicleIds).toEqual(['small', 'large']);
    expect(filled[0]!.seconds).toBe(200);
  });

  it('sends what there is when it is not enough, and says so', () => {
    const offers = [offer('a', 'crew', 6, 100), offer('b', 'crew', 4, 300)];
    const { vehicleIds, filled } = fillSet([need('crew', 28)], offers, 0);
    expect(vehicleIds).toEqual(['a', 'b']);
    expect(filled[0]).toMatchObject({ have: 10, seconds: null, why: { code: 'all-sent' } });
  });

  it('tells none at all from none that is of use, and names the nearest to being so', () => {
    const offers = [
      refusedLadder('hand', { code: 'ladder-too-short', meters: 6, neededMeters: 16.5 }),
      refusedLadder('short', { code: 'ladder-too-short', meters: 10, neededMeters: 16.5 }),
    ];
    const { vehicleIds, filled } = fillSet([need('ladder', 1), need('crane', 1)], offers, 0);
    expect(vehicleIds).toEqual([]);
    expect(filled.map(({ why }) => why)).toEqual([
      { code: 'ladder-too-short', meters: 10, neededMeters: 16.5 },
      { code: 'none-in-register' },
    ]);
  });

  it('spares a third vehicle that would save less than the patience', () => {
    const offers = [
      offer('bike', 'crew', 2, 60),
      ...pumper('a', 200),
      offer('b', 'pump', 1, 300),
      offer('b', 'crew', 4, 240),
    ];
    const needs = [need('pump', 2), need('crew', 8)];
    expect(fillSet(needs, offers, 0).vehicleIds).toEqual(['bike', 'a', 'b']);
    const patient = fillSet(needs, offers, 120);
    expect(patient.vehicleIds).toEqual(['a', 'b']);
    expect(patient.filled[1]!.seconds).toBe(240);
    expect(fillSet(needs, offers, 90).vehicleIds).toEqual(['bike', 'a', 'b']);
  });

  it('takes the one that the dispatcher chose before all others, and nobody else for what it brings', () => {
    const offers = [...pumper('near', 300), ...pumper('mid', 500), ...pumper('chosen', 900)];
    const { vehicleIds, filled } = fillSet([need('pump', 2)], offers, 0, ['chosen']);
    expect(vehicleIds).toEqual(['near', 'chosen']);
    expect(filled[0]).toMatchObject({ have: 2, seconds: 900 });
    expect(fillSet([need('crane', 1)], offers, 0, ['chosen']).vehicleIds).toEqual(['chosen']);
  });

  it('does not take a chosen one that is of no use there', () => {
    const far = refusedLadder('chosen', { code: 'unreachable' });
    expect(
      fillSet([need('pump', 1)], [...pumper('near', 300), far], 0, ['chosen']).vehicleIds,
    ).toEqual(['near']);
  });

  it('asks for what is missing beside those sent already, and for nobody where they are enough', () => {
    const offers = ['near', 'a', 'mid', 'b'].flatMap((id, at) => pumper(id, 300 + 200 * at));
    const sent = ['b', 'a'];
    const same = fillSet([need('pump', 2), need('crew', 8)], offers, 0, sent);
    expect(same.vehicleIds).toEqual(['a', 'b']);
    expect(same.filled[0]).toMatchObject({ have: 2, seconds: 900 });
    expect(fillSet([need('pump', 3)], offers, 0, sent).vehicleIds).toEqual(['near', 'a', 'b']);
  });

  it('keeps all those sent, also where fewer would do', () => {
    const offers = ['a', 'b', 'c'].flatMap((id, at) => pumper(id, 300 + 200 * at));
    const { vehicleIds, filled } = fillSet([need('pump', 1)], offers, 0, ['c', 'b', 'a']);
    expect(vehicleIds).toEqual(['a', 'b', 'c']);
    expect(filled[0]!.by.map(({ vehicleId }) => vehicleId)).toEqual(['a']);
  });

  it('never asks for more of one than the amount', () => {
    const offers = [offer('big', 'water_l', 9_000, 100)];
    expect(fillSet([need('water_l', 3_500)], offers, 0).filled[0]).toMatchObject({ have: 3_500 });
  });
});

function short(vehicleId: string, meters: number, secondsAnyway?: number): Offer {
  return {
    ...refusedLadder(vehicleId, { code: 'ladder-too-short', meters, neededMeters: 36.3 }),
    ...(secondsAnyway !== undefined && { secondsAnyway }),
  };
}

function fill(offers: Offer[], firstIds: string[] = []) {
  return fillSet([need('ladder', 1)], offers, 0, firstIds);
}

function withLonger(why: OfferRefusal) {
  return fill([short('near', 15, 200), refusedLadder('long', why)]);
}

describe('a ladder truck that is too short', () => {
  it('goes all the same where none reaches, the longest that can work there, and fulfils nothing', () => {
    const offers = [short('near', 20, 200), short('far', 33, 900), short('nowhere', 40)];
    const { vehicleIds, filled } = fill(offers);
    expect(vehicleIds).toEqual(['far']);
    expect(filled[0]).toMatchObject({ have: 0, seconds: null });
    expect(filled[0]!.why).toMatchObject({ code: 'ladder-too-short-sent', meters: 33 });
  });

  it('stays where one reaches, and is joined by no other where one was sent already', () => {
    const offers = [short('near', 20, 200), short('far', 33, 900)];
    expect(fill([...offers, offer('high', 'ladder', 1, 1_200)]).vehicleIds).toEqual(['high']);
    expect(fill(offers, ['near']).vehicleIds).toEqual(['near']);
  });

  it('stays where a longer one has no use or no time, which is what is said, but for one sent already', () => {
    const tooFar = { code: 'ladder-too-far', meters: 25, maxMeters: 20 } as const;
    const noTime = { code: 'no-drive-time' } as const;
    for (const why of [tooFar, noTime]) {
      const offers = [short('near', 15, 200), refusedLadder('long', why)];
      expect(fill(offers)).toMatchObject({ vehicleIds: [], filled: [{ by: [], why }] });
      // Of the one that the row names.
      const sent = { code: 'ladder-too-short-sent', meters: 15 };
      expect(fill(offers, ['near'])).toMatchObject({
        vehicleIds: ['near'],
        filled: [{ why: sent }],
      });
    }
  });

  it('goes where a longer one cannot be had, or further ones were not looked at', () => {
    const sent = { vehicleIds: ['near'], filled: [{ why: { code: 'ladder-too-short-sent' } }] };
    expect(withLonger({ code: 'not-available', status: 'maintenance' })).toMatchObject(sent);
    expect(withLonger({ code: 'unreachable' })).toMatchObject(sent);
    expect(withLonger({ code: 'replaced', callSign: 'XE 02' })).toMatchObject(sent);
    expect(withLonger({ code: 'not-looked-at', lookedAt: 6 })).toMatchObject(sent);
  });
});
