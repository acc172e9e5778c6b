import { expect, test } from 'vitest';
import type { Position } from '../../geo/position.ts';
import type { Step } from '../../server/response/schema.ts';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { turnsShown } from './turns-shown.ts';

/** Along these corners, some 100 m apart; its turns begin on the road of that name. */
function ledBy(road: string, ...corners: [number, number][]) {
  const coordinates = corners.map(([x, y]): Position => [105.8 + x * 0.001, 21 + y * 0.001]);
  const geometry = { type: 'LineString' as const, coordinates };
  const [lon, lat] = coordinates[0]!;
  const none = { modifier: null, exit: null, near: null, tight: null };
  const depart: Step = {
    ...none,
    code: 'depart',
    roadName: road,
    meters: 900,
    seconds: 120,
    lon,
    lat,
  };
  return unitForTest({
    drive: { router: 'osrm', seconds: 120, meters: 900, geometry, steps: [depart] },
  });
}

const proposed = ledBy('Phố Trước', [0, 0], [3, 0], [6, 0]);

test('a crew that left the proposed road reads the turns of its new way, though the landmarks are still of the old one', () => {
  const now = ledBy('Phố Sau', [0, 3], [3, 3], [6, 0]);
  expect(turnsShown(now, proposed)).toEqual({ steps: now.drive!.steps, hasLandmarks: false });
});

test('turns with landmarks stay while the unit drives along the same way', () => {
  const further = ledBy('Phố Trước', [4, 0], [6, 0]);
  expect(turnsShown(further, proposed).steps).toBe(proposed.drive!.steps);
});

test('turns of another unit are never shown', () => {
  const other = { ...proposed, unitId: 'unit:9' };
  expect(turnsShown(proposed, other).hasLandmarks).toBe(false);
  expect(turnsShown(proposed, null).steps).toBe(proposed.drive!.steps);
});

test('who waits for the first engine is not told on which side the house lies', () => {
  const goal = { kind: 'place', side: 'left', road: null } as const;
  const { drive } = proposed;
  const arriving = { ...proposed, drive: { ...drive!, steps: [{ ...drive!.steps[0]!, goal }] } };
  const sides = (unit: typeof proposed) =>
    turnsShown(unit, arriving).steps.map(({ goal: told }) => told?.side);
  expect(sides(proposed)).toEqual(['left']);
  const reason = { code: 'task-wait', params: { first: 'XE 01' } };
  expect(sides({ ...proposed, stop: { ...proposed.stop!, reason } })).toEqual([undefined]);
});
