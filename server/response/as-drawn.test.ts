import { expect, it } from 'vitest';
import { cityForTest } from '../planner/city-for-test.ts';
import { comeTo } from '../planner/come-for-test.ts';
import { shippedParameters } from '../planner/settings-for-test.ts';
import { asDrawn } from './as-drawn.ts';
import { compareUnits, type UnitChoice } from './describe-unit.ts';
import type { Drawn } from './draw-drives.ts';
import type { UnitRow } from './queries.ts';

const city = cityForTest({
  roads: [{ id: 1, through: [[1, [0, 0]], [2, [300, 0]], [3, [600, 0]]] }], // prettier-ignore
});

function unitsByRouter(): UnitChoice[] {
  const { vehicle, choice } = comeTo(city, [300, 20], ['large 1']).come[0]!;
  return ['XE 01', 'XE 02'].map((id) => ({
    unit: { unit_id: id, call_sign: id } as UnitRow,
    vehicle,
    choice,
    station: null,
    router: 'osrm',
    isSettled: false,
    isUnsettled: true,
    isUnchecked: true,
    others: [],
    certainStops: [],
    why: null,
  }));
}

function drawnBy(router: 'osrm' | 'graph', seconds: number): Drawn {
  const drive = { router, seconds, meters: 2_000, geometry: null, steps: [] };
  return { kind: 'drive', drive, crosses: [], held: null };
}

it('a unit whose way the road graph had to draw is clocked and ranked by that way', () => {
  const [first, second] = unitsByRouter() as [UnitChoice, UnitChoice];
  const before = first.choice!;
  const later = 10_000;
  const seconds = before.driveSeconds + later;
  const drawn = asDrawn(first, drawnBy('graph', seconds), shippedParameters);
  expect(drawn).toMatchObject({ router: 'graph', isUnchecked: false });
  expect(drawn.choice!.driveSeconds).toBe(seconds);
  expect(drawn.choice!.clocks.secondsToCrew).toBeCloseTo(before.clocks.secondsToCrew + later);
  expect(drawn.choice!.clocks.secondsToWater).toBeCloseTo(before.clocks.secondsToWater! + later);
  expect([drawn, second].toSorted(compareUnits)).toEqual([second, drawn]);
});

it('a way that was drawn by who timed it changes nothing', () => {
  const [first] = unitsByRouter() as [UnitChoice];
  expect(asDrawn(first, drawnBy('osrm', 999), shippedParameters)).toBe(first);
});
