import { describe, expect, it } from 'vitest';
import { cityForTest, type MiniWater } from './city-for-test.ts';
import { comeTo } from './come-for-test.ts';
import { findCloser } from './find-closer.ts';
import { listWater } from './list-water.ts';
import { shippedParameters } from './settings-for-test.ts';

/**
 * A street, and from its middle an alley of so many metres that is 2.6 m wide: room for a small
 * pumper and not for a large one. At 280 m the alley narrows to 1.3 m.
 */
function alleyCity(waters: MiniWater[] = [], alleyMeters = 350) {
  return cityForTest({
    station: [0, 0],
    roads: [
      {
        id: 1,
        through: [
          [1, [0, 0]],
          [2, [300, 0]],
          [3, [600, 0]],
        ],
      },
      {
        id: 2,
        class: 'service',
        alleyLevel: 1,
        name: 'Ngõ 29',
        widthMeters: 2.6,
        through: [
          [2, [300, 0]],
          [4, [300, Math.min(280, alleyMeters)]],
        ],
      },
      {
        id: 3,
        class: 'service',
        alleyLevel: 2,
        name: 'Ngách 29/70',
        widthMeters: 1.3,
        through: [
          [4, [300, Math.min(280, alleyMeters)]],
          [5, [300, alleyMeters + 1]],
        ],
      },
    ],
    waters,
  });
}

function closerOf(city: ReturnType<typeof alleyCity>, units: string[], northMeters: number) {
  const { plan, come } = comeTo(city, [300, northMeters], units);
  const asked = come.find(({ id }) => id.startsWith('large'))!;
  return findCloser(
    asked,
    {
      ranked: come,
      atDoor: plan.water,
      beyondRoadMeters: plan.beyondRoadMeters,
      atStop: ({ hoseStart }) => listWater(city, hoseStart),
    },
    shippedParameters,
  );
}

describe('what gets closer than the large engine', () => {
  it('is the small engine that fits the alley, and the motorbike that reaches the door', () => {
    const { units } = closerOf(alleyCity(), ['large 1', 'small 1', 'motorbike 1'], 340);
    expect(units.map(({ id, fits }) => [id, fits])).toEqual([
      ['small 1', true],
      ['motorbike 1', true],
    ]);
    const [small, motorbike] = units.map(({ choice }) => choice);
    expect(small!.stop.hoseMeters).toBeCloseTo(60, 0);
    expect(motorbike!.stop.hoseMeters).toBe(0);
    // 40 L at 0.37 L/s
    expect(motorbike!.clocks.secondsOfAgent).toBeCloseTo(108.1, 0);
    expect(motorbike!.clocks.secondsToWater).toBeNull();
    expect(motorbike!.clocks.secondsToCrew).toBeLessThan(small!.clocks.secondsToCrew);
  });

  it('is nobody where it stops near the door', () => {
    const closer = closerOf(alleyCity(), ['large 1', 'small 1', 'motorbike 1'], 90);
    expect(closer).toEqual({ units: [], pump: null });
  });

  it('is one unit of a class: the one that is soonest', () => {
    const { units } = closerOf(alleyCity(), ['large 1', 'small 1', 'small 1'], 340);
    expect(units).toHaveLength(1);
  });

  it('is no ladder truck, which brings neither water nor agent', () => {
    const { units } = closerOf(alleyCity(), ['large 1', 'ladder 1'], 340);
    expect(units).toEqual([]);
  });

  it('is a portable pump carried to a pond near the door', () => {
    const pond = { id: 'water:1', kind: 'pond' as const, at: [300, 320] as [number, number] };
    const { pump } = closerOf(alleyCity([pond]), ['large 1'], 340);
    expect(pump).toMatchObject({ id: 'large 1', water: { water: { id: 'water:1' } } });
    expect(pump!.carryMeters).toBeCloseTo(320, 0);
    expect(pump!.water.hoseMeters).toBeCloseTo(20, 0);
    // turnout, drive of 300 m, 320 m at 0.5 m/s, 150 s of set-up, 20 m of hose laid and filled
    const drive = 300 / (30 / 3.6);
    expect(pump!.secondsToWater).toBeCloseTo(60 + drive + 640 + 150 + 20 / 0.33 + 68 / 15, -0.5);
  });

  it('is a pump at the nearest water that is not dry, however many hydrants before it are', () => {
    const dry = [334, 332, 330].map((north, n) => ({
      id: `water:${n + 2}`,
      at: [300, north] as [number, number],
      litersPerSecond: 0,
    }));
    const pond = { id: 'water:1', kind: 'pond' as const, at: [300, 320] as [number, number] };
    const { pump } = closerOf(alleyCity([...dry, pond]), ['large 1'], 340);
    expect(pump).toMatchObject({ water: { water: { id: 'water:1' } } });
    expect(closerOf(alleyCity(dry), ['large 1'], 340).pump).toBeNull();
  });

  it('is a pump whose hose goes on to a house far behind its road, and that nobody carries there and back', () => {
    const pond = { id: 'water:1', kind: 'pond' as const, at: [300, 310] as [number, number] };
    const { plan, come } = comeTo(alleyCity([pond]), [358, 340], ['large 1']);
    const { water: atDoor, beyondRoadMeters } = plan;
    const around = { ranked: come, atDoor, beyondRoadMeters, atStop: null };
    const { pump } = findCloser(come[0]!, around, shippedParameters);
    expect(beyondRoadMeters).toBeCloseTo(58, 0);
    expect(pump!.water.hoseMeters).toBeCloseTo(30 + 58, 0);
    expect(pump!.carryMeters).toBeCloseTo(340 + 30, 0);
  });

  it('is no pump where the water is no nearer to the door than the engine', () => {
    const hydrant = { id: 'water:1', at: [300, 5] as [number, number] };
    expect(closerOf(alleyCity([hydrant]), ['large 1'], 340).pump).toBeNull();
  });
});
