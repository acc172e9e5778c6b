import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { shippedClass, shippedParameters as parameters } from '../planner/settings-for-test.ts';
import type { Need } from '../hydraulics/need.ts';
import type { WaterInReach } from '../planner/find-water.ts';
import type { VehicleClass } from '../planner/settings.ts';
import { planWater, type Comer } from './water-supply.ts';

const vehicle = { ...shippedClass('large'), hoseMeters: 200 };

function comer(n: number, of: VehicleClass = vehicle): Comer {
  return {
    unitId: `unit:${n}`,
    callSign: `XE ${n}`,
    stationId: n,
    vehicle: of,
    vehicleClass: of.code,
    pumpLitersPerSecond: of.pumpLitersPerSecond,
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
  const scene = { need: null, floors: null, carriers, ladders: [], parameters };
  const { supply } = planWater([hydrant], scene, { own: null, leg: null, shuttle: null });
  return supply.feeds[0]!.relay;
}

it('lines are laid with the hose of the first who come, however many the city has', () => {
  // Two lines of 390 m are 48 lengths; four engines carry 40, and eight 80.
  expect(lay(4)).toMatchObject({ lines: 1, hoseLengths: 24 });
  expect(lay(8)).toEqual({ ...lay(4), pumpPlaces: expect.anything() });
});

/** From the stop of a small engine, which comes with a large one: 10 and 20 lengths. */
function layOn(legMeters: number, waterMeters: number) {
  const own = comer(1, shippedClass('small'));
  const carriers = [own, comer(2, shippedClass('large'))];
  const scene = { need, floors: 3, carriers, ladders: [], parameters };
  const water = { ...hydrant, hoseMeters: waterMeters, line: [at(waterMeters, 0), point] };
  const leg = { line: [point, at(0, legMeters)], meters: legMeters };
  const { supply, attackLine } = planWater([water], scene, { own, leg, shuttle: null });
  return { supply: supply.feeds[0]!.relay, attack: attackLine! };
}

const need: Need = {
  litersPerSecond: 10,
  hours: 1,
  fireGroup: 'F1.4',
  floors: 3,
  volumeM3: 400,
  estimated: [],
  source: 'QCVN 06',
};

it('says how much hose all who come lack for the line to the water, beside that to the door', () => {
  const { supply, attack } = layOn(160, 380);
  // 23 to the water; 10 to the door, one for three floors and one spare leave 18 of 30.
  expect(supply).toMatchObject({ lines: 1, hoseLengths: 23, missingLengths: 5 });
  expect(attack).toMatchObject({ lines: 1, hoseLengths: 10, missingLengths: 0 });
});

it('lays no second line to the door of hose that leads to the water', () => {
  // One line of 200 m at 10 L/s loses 4 bar, which takes two pumps; two lines take one, and 24 lengths.
  expect(layOn(200, 20).attack).toMatchObject({ lines: 2, pumps: 1, hoseLengths: 24 });
  expect(layOn(200, 200).attack).toMatchObject({ lines: 1, pumps: 2, missingLengths: 0 });
});
