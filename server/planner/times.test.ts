import { describe, expect, it } from 'vitest';
import { shippedClass, shippedParameters as parameters } from './settings-for-test.ts';
import { clockLeg, countHoseLengths, type Leg } from './times.ts';

const large = shippedClass('large');
const small = shippedClass('small');
const motorbike = shippedClass('motorbike');

function legOf(hoseMeters: number, rest: Partial<Leg> = {}): Leg {
  return {
    driveSeconds: 180,
    hoseMeters,
    effortMeters: hoseMeters,
    footDelays: [],
    supply: null,
    ...rest,
  };
}

describe('the two clocks', () => {
  it('adds turnout, drive, set-up, laying and filling to the first water', () => {
    const { parts, secondsToWater, secondsToCrew, supply } = clockLeg(legOf(99), large, parameters);
    expect(supply).toBe('own-tank');
    // 60 + 180 + 45 + 99 / 0.33 + 99 × 3.4 / 50
    expect(secondsToWater).toBeCloseTo(60 + 180 + 45 + 300 + 6.73, 1);
    expect(secondsToCrew).toBeCloseTo(60 + 180 + 99 / 1.2, 5);
    expect(parts.laying).toBeCloseTo(300, 5);
  });

  it('takes no time for hose when the engine stands at the door', () => {
    const { parts } = clockLeg(legOf(0), large, parameters);
    expect([parts.laying, parts.filling, parts.walking]).toEqual([0, 0, 0]);
  });

  it('lays a supply from the hydrant where the own tank cannot even fill the hose', () => {
    const leg = legOf(150, {
      supply: { meters: 66, kind: 'hydrant', pressureBar: 7, footDelays: [], isFlowKnown: true },
    });
    const { parts, supply } = clockLeg(leg, small, parameters);
    expect(supply).toBe('water-point');
    expect(parts.setUp).toBe(90);
    expect(parts.laying).toBeCloseTo((150 + 66) / 0.33, 5);
    expect(parts.filling).toBeCloseTo((216 * 3.4) / 20, 5);
  });

  it('sets a portable pump up at a hydrant whose pressure is unknown, or too low for the hose', () => {
    const setUp = (pressureBar: number | null) => {
      const leg = legOf(150, {
        supply: { meters: 380, kind: 'hydrant', pressureBar, footDelays: [], isFlowKnown: true },
      });
      return clockLeg(leg, small, parameters).parts.setUp;
    };
    // 380 m of hose lose 1.9 bar, and 1.5 must be left.
    expect([null, 1, 3.3, 3.5].map(setUp)).toEqual([150, 150, 150, 90]);
    const pond = legOf(150, {
      supply: { meters: 380, kind: 'draft', pressureBar: null, footDelays: [], isFlowKnown: true },
    });
    expect(clockLeg(pond, small, parameters).parts.setUp).toBe(180);
  });

  it('gives no water when the tank cannot fill the hose and no water is in reach', () => {
    const clocks = clockLeg(legOf(150), small, parameters);
    expect([clocks.secondsToWater, clocks.supply, clocks.secondsOfAgent]).toEqual([null, null, 0]);
    expect(clocks.secondsToCrew).toBeGreaterThan(240);
  });

  it('counts a motorbike as first attack with the seconds its tank lasts', () => {
    const clocks = clockLeg(legOf(10), motorbike, parameters);
    expect(clocks.secondsToWater).toBeNull();
    expect(clocks.secondsOfAgent).toBeCloseTo(40 / 0.37, 5);
  });

  it('lays more slowly over stairs, without more hose', () => {
    const flat = clockLeg(legOf(40), large, parameters);
    const stairs = clockLeg(legOf(40, { effortMeters: 80 }), large, parameters);
    expect(stairs.parts.laying).toBeCloseTo(2 * flat.parts.laying, 5);
    expect(stairs.parts.filling).toBe(flat.parts.filling);
  });
});

describe('hose lengths', () => {
  it.each([
    [0, 1, 1],
    // A sum of metres that ends where it began.
    [3.3e-10, 1, 1],
    [148, 2, 10],
    // Nobody recorded them: as many as are assumed, and hose for those.
    [148, null, 11],
    [148, 3, 11],
    [148, 9, 13],
    [100, 2, 7],
  ])('%d m to a house of %s floors take %d', (meters, floors, lengths) => {
    expect(countHoseLengths(meters, floors, parameters)).toBe(lengths);
  });
});
