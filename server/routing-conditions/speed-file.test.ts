import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { SpeedOnRoad } from '../traffic/held-pairs.ts';
import { writeSpeedFile, type ClosedCity } from './speed-file.ts';

const open: ClosedCity = { closures: [], closed: [], avoidedKmh: 20 };
const large = { code: 'large', speedFactor: 1, heldByTraffic: true };
const seen = (from: number, to: number, kmh: number): SpeedOnRoad => ({
  from,
  to,
  kmh,
  roadKmh: 30,
  meters: 100,
  source: 'camera',
  kind: 'feed',
  at: 0,
  line: [
    [105.8, 21],
    [105.801, 21],
  ],
});

function closed(effect: 'avoid' | 'impassable'): ClosedCity {
  const closure = { id: 1, effect, vehicleClasses: ['large'], onFoot: false };
  const shape = { type: 'Point' as const, coordinates: [105.8, 21] as [number, number] };
  return {
    ...open,
    closures: [{ ...closure, shape, reason: 'x', by: 'y' }],
    closed: [{ id: 1, pairs: [{ from: 1, to: 2, meters: 30, kmh: 30 }] }],
  };
}

/** Of each of three stretches to be avoided, in metres a second. */
function rateOf(metersEach: number): number {
  const pairs = [1, 2, 3].map((from) => ({ from, to: from + 1, meters: metersEach, kmh: 30 }));
  const city = { ...closed('avoid'), closed: [{ id: 1, pairs }] };
  const [line] = writeSpeedFile(city, [], large).split('\n');
  return Number(line!.split(',')[3]);
}

describe('the speeds for OSRM', () => {
  it('name traffic in its direction alone, with its rate in metres a second', () => {
    expect(writeSpeedFile(open, [seen(1, 2, 18)], large)).toBe('1,2,18,5\n');
  });

  it('leave out what is no slower than the class', () => {
    expect(writeSpeedFile(open, [seen(1, 2, 30)], large)).toBe('');
    const fast = { ...large, speedFactor: 1.2 };
    expect(writeSpeedFile(open, [seen(1, 2, 30)], fast)).toContain('1,2,30,');
  });

  it('let through who is not held by traffic', () => {
    const motorbike = { code: 'motorbike', speedFactor: 1.2, heldByTraffic: false };
    expect(writeSpeedFile(open, [seen(1, 2, 3)], motorbike)).toBe('');
  });

  it('let a closure win over traffic, in both directions', () => {
    const lines = writeSpeedFile(closed('impassable'), [seen(1, 2, 18)], large).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^1,2,0\.000/);
    expect(lines[1]).toMatch(/^2,1,0\.000/);
  });

  it('are as slow as the traffic where a road is only to be avoided', () => {
    expect(writeSpeedFile(closed('avoid'), [seen(1, 2, 5)], large)).toBe(
      '1,2,5,0.01\n2,1,20,0.01\n',
    );
  });

  it('have all that is to be avoided together cost less than one impassable stretch', () => {
    expect(rateOf(600)).toBe(0.01);
    expect(3 * (4_000 / rateOf(4_000))).toBeCloseTo(200_000, -3);
    // Never cheaper than the seconds that it takes.
    expect(rateOf(5_000_000)).toBeCloseTo(20 / 3.6, 3);
  });

  it('keep a short stretch as dear beside a large area to be avoided, also where that lies over it', () => {
    const ring = [at(0, 0), at(5_000, 0), at(5_000, 5_000), at(0, 5_000), at(0, 0)];
    const { closures, closed: stretch } = closed('avoid');
    const shape = { type: 'Polygon' as const, coordinates: [ring] };
    const streets = Array.from({ length: 5_000 }, (_, index) => ({
      from: index + 1,
      to: index + 2,
      meters: 50,
      kmh: 30,
    }));
    const city: ClosedCity = {
      ...open,
      closures: [...closures, { ...closures[0]!, id: 2, shape }],
      closed: [...stretch, { id: 2, pairs: streets }],
    };
    const lines = writeSpeedFile(city, [], large).split('\n');
    expect(lines).toContain('1,2,20,0.01');
    const rate = Number(lines.find((each) => each.startsWith('3,4,'))!.split(',')[3]);
    expect(1 / rate).toBeGreaterThan(9);
  });
});
