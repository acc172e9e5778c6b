import { describe, expect, it } from 'vitest';
import { shippedParameters as parameters } from '../planner/settings-for-test.ts';
import {
  compareRelays,
  enduranceSeconds,
  lossBar,
  planRelay,
  shuttleLitersPerSecond,
  type Line,
} from './hose-line.ts';

const flat: Line = { meters: 100, riseMeters: 0, size: '66 mm', litersPerSecond: 10 };

describe('pressure along a hose', () => {
  it('falls with the square of the flow and with the length', () => {
    // 0.0167 × 10² × 1.2
    expect(lossBar(flat, parameters)).toBeCloseTo(2.004, 6);
    expect(lossBar({ ...flat, litersPerSecond: 5 }, parameters)).toBeCloseTo(0.501, 6);
    expect(lossBar({ ...flat, meters: 250 }, parameters)).toBeCloseTo(5.01, 6);
  });

  it('falls by a bar for ten metres of rise, and comes back downhill', () => {
    expect(lossBar({ ...flat, riseMeters: 20 }, parameters)).toBeCloseTo(4.004, 6);
    expect(lossBar({ ...flat, riseMeters: -20 }, parameters)).toBeCloseTo(0.004, 6);
  });
});

describe('a relay of pumps', () => {
  it('is one pump where its pressure suffices', () => {
    expect(planRelay({ ...flat, meters: 90 }, 1, parameters)).toMatchObject({
      pumps: 1,
      pumpAtMeters: [0],
      hoseLengths: 6,
    });
  });

  it('places each further pump where the one before still pushes, and the last where its end has pressure', () => {
    // loss 14.03 bar; (14.03 + 6 − 8) / 6.5 = 1.85 → two more
    const { pumps, pumpAtMeters } = planRelay({ ...flat, meters: 700 }, 1, parameters);
    expect(pumps).toBe(3);
    const ends = [...pumpAtMeters.slice(1), 700];
    const losses = ends.map((end, index) =>
      lossBar({ ...flat, meters: end - pumpAtMeters[index]! }, parameters),
    );
    expect(Math.max(...losses.slice(0, -1))).toBeLessThanOrEqual(6.5);
    expect(losses.at(-1)).toBeCloseTo(2, 6);
  });

  it('needs a second pump a little beyond the reach of one, half-way', () => {
    const { pumps, pumpAtMeters } = planRelay({ ...flat, meters: 105 }, 1, parameters);
    expect(pumps).toBe(2);
    expect(pumpAtMeters[1]).toBeCloseTo(52.5, 6);
  });

  it('prefers two lines to two pumps, and says what hose they need', () => {
    const [best, ...others] = compareRelays({ ...flat, meters: 350 }, parameters);
    expect(best).toMatchObject({ lines: 2, pumps: 1, hoseLengths: 42 });
    expect(others.map(({ lines }) => lines)).toEqual([3, 1]);
  });

  it('places pumps by what the level part takes: storeys are climbed behind the last', () => {
    const { pumpAtMeters } = planRelay({ ...flat, meters: 105, riseMeters: 3.3 }, 1, parameters);
    const [, last] = pumpAtMeters;
    const afterLast = lossBar({ ...flat, meters: 105 - last!, riseMeters: 3.3 }, parameters);
    expect(afterLast).toBeCloseTo(lossBar({ ...flat, meters: last! }, parameters), 6);
    // Eight storeys take more than the last pump has to spare: it stands at the door.
    const high = { ...flat, meters: 60, litersPerSecond: 15, riseMeters: 7 * 3.3 };
    expect(planRelay(high, 1, parameters)).toMatchObject({ pumps: 2, pumpAtMeters: [0, 60] });
  });

  it('keeps every pump on the path when the ground falls', () => {
    const { pumps, pumpAtMeters } = planRelay({ ...flat, riseMeters: -60 }, 1, parameters);
    expect([pumps, pumpAtMeters]).toEqual([1, [0]]);
  });
});

describe('water that is driven', () => {
  const shuttle = {
    tankers: 2,
    tankLiters: 5_000,
    driveSeconds: 400,
    fillSeconds: 300,
    emptySeconds: 200,
  };
  it('flows as fast as the round trips allow', () => {
    expect(shuttleLitersPerSecond(shuttle)).toBeCloseTo(10_000 / 900, 6);
  });
  it('never faster than one tanker after another can be filled', () => {
    expect(shuttleLitersPerSecond({ ...shuttle, tankers: 9 })).toBeCloseTo(5_000 / 300, 6);
  });
});

describe("a vehicle's own tank", () => {
  it('of 500 litres cannot even fill 150 m of 66 mm hose', () => {
    const leg = { hoseMeters: 150, size: '66 mm' as const };
    expect(enduranceSeconds({ tankLiters: 500, ...leg }, 5, parameters)).toBe(0);
    expect(enduranceSeconds({ tankLiters: 3_000, ...leg }, 5, parameters)).toBeCloseTo(498, 6);
  });
});
