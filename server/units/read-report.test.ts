import { expect, test } from 'vitest';
import { readReport } from './read-report.ts';

const where = { id: 'U1', lon: '105.8', lat: '21.02' };

test.each([
  ['105.8', 105.8],
  ['+105.80', 105.8],
  ['-.5', -0.5],
  ['7.', 7],
  // As a phone writes what is close to zero.
  ['5.8E-4', 0.00058],
])('%s in a query is a number', (lon, value) => {
  expect(readReport({ ...where, lon }, null)).toMatchObject({ lon: value, lat: 21.02 });
});

test.each(['0x15', '1e2', '0b11', 'Infinity', '21,02', '2 1', '.', ''])(
  '%j in a query is no number of a position',
  (text) => {
    for (const field of ['lon', 'lat', 'speed', 'bearing', 'accuracy'])
      expect(() => readReport({ ...where, [field]: text }, null)).toThrow(field);
  },
);

test('a body may hold what is close to zero', () => {
  const coords = { longitude: 105.8, latitude: 1e-7, speed: 3e-8, heading: 0, accuracy: 4e-7 };
  const report = readReport({}, { device_id: 'U1', location: { coords } });
  expect(report).toMatchObject({ lon: 105.8, lat: 1e-7, bearing: 0 });
  expect(report.speed).toBeCloseTo(0, 6);
});
