import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { shippedClass, shippedParameters as parameters } from '../planner/settings-for-test.ts';
import type { WaterInReach } from '../planner/find-water.ts';
import { planWater, type Comer } from './water-supply.ts';

const vehicle = { ...shippedClass('large'), hoseMeters: 200 };

function comer(n: number): Comer {
  return {
    unitId: `unit:${n}`,
    callSign: `XE ${n}`,
    stationId: n,
    vehicle,
    vehicleClass: vehicle.code,
    pumpLitersPerSecond: 50,
    portablePumps: 1,
  };
}

const point = at(0, 0);
const hydrant: WaterInReach = {
  water: {
    id: 'water:1',
    kind: 'hydrant',
    name: null,
    status: 'usable',
    litersPerSecond: 20,
    pressureBar: null,
    volumeM3: null,
    liftMeters: null,
    main: null,
    testedOn: null,
    position: point,
    access: { edge: 0, metersAlong: 0, point, meters: 0 },
    reachedBy: [vehicle.code],
  },
  hoseMeters: 390,
  line: [at(390, 0), point],
};

function lay(units: number) {
  const carriers = Array.from({ length: units }, (_, n) => comer(n));
  const scene = { need: null, carriers, ladders: [], parameters };
  const { supply } = planWater([hydrant], scene, { own: null, leg: null, shuttle: null });
  return supply.feeds[0]!.relay;
}

it('lines are laid with the hose of the first who come, however many the city has', () => {
  // Two lines of 390 m are 48 lengths; four engines carry 40, and eight 80.
  expect(lay(4)).toMatchObject({ lines: 1, hoseLengths: 24 });
  expect(lay(8)).toEqual({ ...lay(4), pumpPlaces: expect.anything() });
});
