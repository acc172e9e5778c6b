import { expect, it } from 'vitest';
import { packRoads, packSpeeds, unpackRoads, unpackSpeeds } from './pack-speeds.ts';
import type { PairRoad, SeenSpeed } from './slow-city.ts';

it('speeds come back as they went', () => {
  const speeds: SeenSpeed[] = [
    { from: 12_345_678_901, to: 2, kmh: 7.5, source: 'camera', at: 1_790_000_000_000 },
    { from: 3, to: 4, kmh: 3, source: 'XE 01', at: 1_790_000_000_001 },
    { from: 4, to: 3, kmh: 3, source: 'camera', at: 1_790_000_000_002 },
  ];
  const packed = packSpeeds(speeds);
  expect(packed.sources).toEqual(['camera', 'XE 01']);
  expect(unpackSpeeds(packed)).toEqual(speeds);
  expect(unpackSpeeds(packSpeeds([]))).toEqual([]);
});

it('roads come back as they went, also where there is none', () => {
  const road: PairRoad = {
    meters: 12.5,
    kmh: 26,
    line: [
      [105.8, 21],
      [105.81, 21.01],
    ],
  };
  expect(unpackRoads(packRoads([null, road, null]))).toEqual([null, road, null]);
});
