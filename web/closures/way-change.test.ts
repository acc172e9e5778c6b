import { describe, expect, it } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { followWay, isLedOtherwise } from './way-change.ts';

/** Along these corners, some 100 m apart. */
function ledBy(...corners: [number, number][]) {
  const coordinates = corners.map(([x, y]) => [105.8 + x * 0.001, 21 + y * 0.001]);
  const geometry = { type: 'LineString' as const, coordinates };
  return unitForTest({
    drive: { router: 'osrm', seconds: 120, meters: 900, geometry, steps: [] },
  });
}

const straight = ledBy([0, 0], [3, 0], [6, 0]);

describe('a unit', () => {
  it('is led otherwise along other streets, also where that takes as long and ends at the same stop', () => {
    const around = ledBy([0, 0], [0, 1], [6, 1], [6, 0]);
    expect(isLedOtherwise(straight, around)).toBe(true);
    expect(isLedOtherwise(around, straight)).toBe(true);
  });

  it('is led the same way where it has come along it, or where a router draws it a little beside', () => {
    expect(isLedOtherwise(straight, ledBy([2, 0], [6, 0]))).toBe(false);
    expect(isLedOtherwise(straight, ledBy([0, 0.05], [3, 0.1], [6, 0]))).toBe(false);
  });

  it('is led otherwise to another stop, and where it cannot get there', () => {
    const stop = { ...straight.stop!, lat: 21.001 };
    expect(isLedOtherwise(straight, { ...straight, stop })).toBe(true);
    expect(isLedOtherwise(straight, { ...straight, status: 'unreachable', stop: null })).toBe(true);
  });
});

describe('what a sheet says of its unit', () => {
  const undrawn = { ...straight, drive: { ...straight.drive!, geometry: null } };
  const rough = { ...straight, stop: { ...straight.stop!, lat: 21.01 }, hose: null };
  const around = ledBy([0, 0], [0, 1], [6, 1], [6, 0]);

  it('is compared with the way, as soon as that is drawn', () => {
    const { known, isOther } = followWay(undrawn, straight);
    expect(isOther).toBe(false);
    expect(followWay(known, around)).toEqual({ known: around, isOther: true });
  });

  it('is compared with the whole way of before while the unit drives along it', () => {
    const { known } = followWay(straight, ledBy([4, 0], [6, 0]));
    expect(known).toBe(straight);
  });

  it('is no other for a rough answer', () => {
    expect(followWay(straight, rough)).toEqual({ known: straight, isOther: false });
    expect(followWay(rough, straight)).toEqual({ known: straight, isOther: false });
  });

  it('is other where the sheet is of another unit now', () => {
    expect(followWay(straight, { ...straight, unitId: 'unit:9' }).isOther).toBe(true);
  });
});
