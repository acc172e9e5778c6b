import { describe, expect, it } from 'vitest';
import type { PlannedStop } from './door-plan.ts';
import { chooseStop } from './choose-stop.ts';
import { shippedClass, shippedParameters as parameters } from './settings-for-test.ts';

function stopAt(hoseMeters: number, supply: PlannedStop['supply'] = null): PlannedStop {
  const at = { edge: 0, metersAlong: 0, point: [105.8, 21] as [number, number], meters: 0 };
  return {
    point: [105.8, 21],
    at,
    hoseStart: at,
    isClosedFurtherOn: false,
    hoseMeters,
    effortMeters: hoseMeters,
    footDelays: [],
    line: [[105.8, 21]],
    reason: { code: 'at-door' },
    road: {
      name: 'Khương Hạ',
      class: 'residential',
      alleyLevel: 0,
      widthMeters: 7,
      provenance: 'tagged',
    },
    blockedBy: null,
    assumedRoad: null,
    room: {
      blocksRoad: false,
      neededWidthMeters: 3.5,
      neededLengthMeters: 10.5,
      lengthMeters: 200,
      reverseMeters: null,
    },
    closedLater: null,
    supply,
  };
}

const choose = (stops: PlannedStop[], seconds: (number | null)[], code = 'large') =>
  chooseStop(stops, seconds, shippedClass(code), parameters);

describe('the choice of a stop', () => {
  it('prefers a longer drive to a longer hose', () => {
    expect(choose([stopAt(200), stopAt(50)], [60, 240])!.stop.hoseMeters).toBe(50);
  });

  it('prefers more hose when the drive round would take longer still', () => {
    expect(choose([stopAt(60), stopAt(50)], [60, 240])!.stop.hoseMeters).toBe(60);
  });

  it('leaves out stops that cannot be driven to', () => {
    expect(choose([stopAt(10), stopAt(50)], [null, 240])!.stop.hoseMeters).toBe(50);
    expect(choose([stopAt(10)], [null])).toBeNull();
  });

  it('prefers a stop with water to a nearer one without', () => {
    const stops = [
      stopAt(180),
      stopAt(190, {
        meters: 40,
        kind: 'hydrant',
        pressureBar: null,
        footDelays: [],
        isFlowKnown: true,
      }),
    ];
    expect(choose(stops, [60, 60], 'small')!.stop.hoseMeters).toBe(190);
  });

  it('brings a motorbike to the door soonest, whatever the water', () => {
    const stops = [
      stopAt(180, {
        meters: 40,
        kind: 'hydrant',
        pressureBar: null,
        footDelays: [],
        isFlowKnown: true,
      }),
      stopAt(10),
    ];
    expect(choose(stops, [60, 90], 'motorbike')!.stop.hoseMeters).toBe(10);
  });
});
