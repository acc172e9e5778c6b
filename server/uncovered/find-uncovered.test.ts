import { describe, expect, it } from 'vitest';
import { findUncovered, type CoverScene, type Crew, type Reach } from './find-uncovered.ts';

/** Stations at places along a street; a cell is 60 s from the next one. */
const places: Record<number, number> = { 1: 0, 2: 10, 3: 11 };

function seconds(station: number, place: number): number {
  return 60 * Math.abs(places[station]! - place);
}

const cells = [
  { cell: 0, ward: 'Tây', houses: 100 },
  { cell: 3, ward: 'Tây', houses: 40 },
  { cell: 6, ward: 'Giữa', houses: 20 },
  { cell: 10, ward: 'Đông', houses: 80 },
];

function within(secondsPerCell: (vehicleClass: string) => number): Reach {
  return (vehicleClass, station) =>
    Uint8Array.from(cells, ({ cell }) =>
      secondsPerCell(vehicleClass) * Math.abs(places[station]! - cell) <= 240 ? 1 : 0,
    );
}

function sceneOf(changes: Partial<CoverScene>): CoverScene {
  return {
    cells,
    crews: [],
    sent: new Set(),
    engaged: [],
    reach: within(() => 60),
    secondsToStation: (_, from, to) => seconds(from, places[to]!),
    minGainShare: 0.1,
    ...changes,
  };
}

function crew(unitId: string, stationId: number, vehicleClass = 'large'): Crew {
  return { unitId, vehicleClass, stationId };
}

describe('what a set leaves uncovered', () => {
  it('is what only those sent had within the target, by ward', () => {
    const found = findUncovered(
      sceneOf({ crews: [crew('a', 1), crew('b', 2)], sent: new Set(['a']) }),
    );
    expect(found.houses).toEqual({ total: 240, before: 240, after: 100 });
    expect(found.emptied).toEqual([1]);
    expect(found.wards).toEqual([{ ward: 'Tây', houses: 140 }]);
  });

  it('is nothing while another crew stays at the station', () => {
    const found = findUncovered(
      sceneOf({ crews: [crew('a', 1), crew('c', 1), crew('b', 2)], sent: new Set(['a']) }),
    );
    expect(found).toMatchObject({ emptied: [], wards: [], moveUps: [] });
  });

  it('counts by class: a slow engine that stays does not reach as far', () => {
    const found = findUncovered(
      sceneOf({
        crews: [crew('a', 1), crew('slow', 1, 'slow')],
        sent: new Set(['a']),
        reach: within((vehicleClass) => (vehicleClass === 'slow' ? 200 : 60)),
      }),
    );
    expect(found.emptied).toEqual([]);
    expect(found.houses).toMatchObject({ before: 140, after: 100 });
  });
});

describe('a move-up', () => {
  it('takes a crew that its own station can spare, and says what that gains', () => {
    const found = findUncovered(
      sceneOf({ crews: [crew('a', 1), crew('b', 2), crew('d', 3)], sent: new Set(['a']) }),
    );
    // Station 2 has the middle, which station 3 is too far from: so d goes, and b stays.
    expect(found.moveUps[0]).toEqual({ unitId: 'd', from: 3, to: 1, driveSeconds: 660, gain: 140 });
  });

  it('counts what the move itself leaves', () => {
    const found = findUncovered(
      sceneOf({ crews: [crew('a', 1), crew('b', 2)], sent: new Set(['a']) }),
    );
    expect(found.moveUps[0]).toMatchObject({ unitId: 'b', gain: 140 - 100 });
  });

  it('is not suggested where it would bring back next to nothing', () => {
    const found = findUncovered(
      sceneOf({ crews: [crew('a', 1), crew('b', 2)], sent: new Set(['a']), minGainShare: 0.5 }),
    );
    expect(found.moveUps).toEqual([]);
  });

  it('has the next best behind it, where nobody comes through with that one', () => {
    const crews = [crew('a', 1), crew('b', 2), crew('d', 3)];
    const { moveUps } = findUncovered(sceneOf({ crews, sent: new Set(['a']) }));
    expect(moveUps.map(({ unitId, gain }) => [unitId, gain])).toEqual([
      ['d', 140],
      ['b', 140 - 20],
    ]);
  });

  it('goes also where who is out since earlier left a station empty', () => {
    const crews = [crew('b', 2), crew('d', 3)];
    const found = findUncovered(sceneOf({ crews, sent: new Set(['b']), engaged: [crew('a', 1)] }));
    expect(found.emptied).toEqual([2]);
    expect(found.moveUps[0]).toMatchObject({ unitId: 'd', from: 3, to: 1, gain: 140 - 80 });
  });

  it('is not suggested where the prepared times reach the other places of the class and not this one', () => {
    const scene = sceneOf({ crews: [crew('a', 1), crew('d', 3)], sent: new Set(['a']) });
    scene.secondsToStation = (_, from, to) => (from === 3 && to === 1 ? null : 60);
    expect(findUncovered(scene).moveUps).toEqual([]);
  });

  it('is suggested without a time where no prepared time is known of where it goes', () => {
    const scene = sceneOf({ crews: [crew('a', 1), crew('d', 3)], sent: new Set(['a']) });
    scene.secondsToStation = (_, __, to) => (to === 1 ? null : 60);
    expect(findUncovered(scene).moveUps).toEqual([
      expect.objectContaining({ unitId: 'd', to: 1, driveSeconds: null }),
    ]);
  });

  it('is not suggested of places whose drive times nobody knows', () => {
    const found = findUncovered(
      sceneOf({ crews: [crew('a', 1)], sent: new Set(['a']), reach: within(() => Infinity) }),
    );
    expect(found).toMatchObject({ houses: { before: 0, after: 0 }, moveUps: [] });
  });
});
