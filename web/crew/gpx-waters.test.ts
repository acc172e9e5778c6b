import { describe, expect, it } from 'vitest';
import type { WaterSupply } from '../../server/response/water-schema.ts';
import { unknownTask } from '../choices/unit-task.ts';
import {
  destinationForTest,
  shuttleForTest,
  supplyForTest,
  unitForTest,
  waterForTest,
} from '../dispatch/answers-for-test.ts';
import { waterShown } from '../dispatch/water-rows.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { gpxWaters } from './gpx-waters.ts';

const words = wordsOf(createTexts('vi'));

/** Of the nearest the flow is unknown, so that the plan uses those further off. */
const points = [
  waterForTest('water:1', { name: 'A', litersPerSecond: null }),
  waterForTest('water:2', { name: 'B' }),
  waterForTest('water:3', { name: 'C' }),
];

function namesFor(supply: WaterSupply, task: Parameters<typeof gpxWaters>[0]['task'] = null) {
  const water = { status: 'found' as const, points, unverified: [], reachMeters: 400, supply };
  const unit = unitForTest({ water });
  const shown = waterShown(destinationForTest(), unit);
  return gpxWaters({ unit, task, shown }, words).map(({ name }) => name);
}

const first = unitForTest({ unitId: 'unit:1', callSign: 'XE 01' });
const stand = { kind: 'pump' as const, lon: 105.82, lat: 21, road: null, meters: 60 };

describe('the water in the file of a crew', () => {
  it('is each that feeds the fire, not the nearest whose flow nobody knows', () => {
    expect(namesFor(supplyForTest(['water:2', 'water:3']))).toEqual(['Nước: Trụ B', 'Nước: Trụ C']);
  });

  it('is, for an engine that pumps, the water that it stands at', () => {
    const task = { ...unknownTask, first, stand: { ...stand, waterId: 'water:3' } };
    expect(namesFor(supplyForTest(['water:2', 'water:3']), task)).toEqual(['Nước: Trụ C']);
  });

  it('is the nearest only where nothing feeds the fire', () => {
    expect(namesFor(supplyForTest([]))).toEqual(['Nước: Trụ A']);
  });

  it('is the place where tankers fetch it, and for a tanker nothing else', () => {
    const shuttle = shuttleForTest();
    const supply = supplyForTest([], { shuttle });
    expect(namesFor(supply)).toEqual(['Nước: Trụ A', 'Chỗ xe chở nước lấy nước: Trụ']);
    const task = { ...unknownTask, first, fetched: shuttle };
    expect(namesFor(supply, task)).toEqual(['Chỗ xe chở nước lấy nước: Trụ']);
  });
});
