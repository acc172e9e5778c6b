import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { Need } from '../hydraulics/need.ts';
import type { WaterPoint } from '../planner/find-water.ts';
import { shippedClass, shippedParameters as parameters } from '../planner/settings-for-test.ts';
import { describeShuttle, listTankerClasses } from './water-shuttle.ts';

const vehicle = shippedClass('large');
const others = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({
  unitId: `unit:${n}`,
  callSign: `XE ${n}`,
  vehicle,
}));
const need: Need = {
  litersPerSecond: 10,
  hours: 1,
  fireGroup: 'F1.4',
  floors: 2,
  volumeM3: 400,
  estimated: [],
  sourceVi: 'QCVN 06',
  sourceEn: 'QCVN 06',
};
const point = at(0, 0);

function fetchFrom(source: Pick<WaterPoint, 'kind' | 'volumeM3'>, wanted: Need | null = need) {
  const water: WaterPoint = {
    id: 'water:1',
    name: null,
    status: 'usable',
    litersPerSecond: null,
    pressureBar: null,
    liftMeters: null,
    main: null,
    testedOn: null,
    position: point,
    access: { edge: 0, metersAlong: 0, point, meters: 0 },
    reachedBy: [vehicle.code],
    ...source,
  };
  const way = { goal: 0, water, secondsThere: 120, secondsBack: 120, meters: 800 };
  return describeShuttle(way, { vehicle, others, need: wanted, stopsOn: null }, parameters);
}

describe('water that tankers fetch', () => {
  it('never is more than a cistern holds for the hours of the need, however many drive', () => {
    const plan = fetchFrom({ kind: 'cistern', volumeM3: 10 });
    expect(plan.holds).toMatchObject({ volumeM3: 10, hours: 1 });
    expect(plan.holds!.litersPerSecond).toBeCloseTo(10_000 / 3_600, 6);
    expect(plan.litersPerSecond).toBeCloseTo(10_000 / 3_600, 6);
    expect(plan.tankersForNeed).toBeNull();
  });

  it('lasts from a cistern that holds the whole need, and from a pond', () => {
    const large = fetchFrom({ kind: 'cistern', volumeM3: 36 });
    const pond = fetchFrom({ kind: 'pond', volumeM3: 10 });
    expect([large.holds, pond.holds]).toEqual([null, null]);
    expect([large.tankersForNeed, pond.tankersForNeed]).toEqual([3, 3]);
    expect(large.litersPerSecond).toBeGreaterThan(10);
  });

  it('is driven by as many as the need takes, where nobody knows it by as many as fill one after another', () => {
    const asked = fetchFrom({ kind: 'pond', volumeM3: null });
    expect(asked.tankers.map(({ callSign }) => callSign)).toEqual(['XE 1', 'XE 2', 'XE 3']);
    expect(asked.spareTankers).toBe(6);
    const unasked = fetchFrom({ kind: 'pond', volumeM3: null }, null);
    const useful = Math.ceil(unasked.roundTripSeconds / unasked.fillSeconds);
    expect(unasked.tankers).toHaveLength(useful);
    expect(useful + unasked.spareTankers).toBe(others.length);
  });

  it('is driven by whoever has the largest tank and a way, never by a vehicle without a tank', () => {
    const [small, pump] = [
      shippedClass('small'),
      { ...shippedClass('small'), code: 'pump', tankLiters: 0 },
    ];
    const coming = (...vehicles: (typeof pump)[]) =>
      vehicles.map((each, n) => ({ unitId: `unit:${n}`, callSign: `XE ${n}`, vehicle: each }));
    const codes = (own: typeof pump, ...vehicles: (typeof pump)[]) =>
      listTankerClasses(own, coming(...vehicles)).map(({ code }) => code);
    expect(codes(small, pump, small, vehicle)).toEqual(['large', 'small']);
    expect(codes(small, pump)).toEqual(['small']);
    expect(codes(pump, pump)).toEqual([]);
  });

  it('is spread over the hours of a long fire where the need is not known', () => {
    const plan = fetchFrom({ kind: 'tank', volumeM3: 54 }, null);
    expect(plan.holds).toEqual({ volumeM3: 54, hours: 3, litersPerSecond: 5 });
    expect([plan.litersPerSecond, plan.tankersForNeed]).toEqual([5, null]);
  });
});
