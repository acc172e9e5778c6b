import { expect, it } from 'vitest';
import { paceOf, trafficOnMap } from './paces.ts';

it('a pace is told by what the road gives when it is empty', () => {
  expect(paceOf({ kmh: 8, roadKmh: 26 })).toBe('jam');
  expect(paceOf({ kmh: 8, roadKmh: 10 })).toBe('slow');
  expect(paceOf({ kmh: 40, roadKmh: 26 })).toBe('free');
});

it('the worst lies on top', () => {
  const segment = {
    from: 1,
    to: 2,
    roadKmh: 30,
    source: 'camera',
    kind: 'feed' as const,
    at: '',
    ageSeconds: 0,
    line: [
      [105.8, 21],
      [105.81, 21],
    ] as [[number, number], [number, number]],
  };
  const drawn = trafficOnMap({
    segments: [
      { ...segment, kmh: 3 },
      { ...segment, kmh: 30 },
    ],
  });
  expect(drawn.map(({ pace }) => pace)).toEqual(['free', 'jam']);
});
