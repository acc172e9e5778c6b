import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { shippedClass, shippedParameters as parameters } from '../planner/settings-for-test.ts';
import type { Need } from '../hydraulics/need.ts';
import type { WaterInReach } from '../planner/find-water.ts';
import type { VehicleClass } from '../planner/settings.ts';
import { planWater, type Comer, type SupplyScene } from './water-supply.ts';

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
  effortMeters: 390,
  footDelays: [],
  line: [at(390, 0), point],
};

/** Of a fire of which nothing is known. */
const nobody: SupplyScene = {
  need: null,
  floors: null,
  carriers: [],
  hoseBringers: [],
  ladders: [],
  unsureLadders: [],
  parameters,
};

function lay(units: number) {
  const carriers = Array.from({ length: units }, (_, n) => comer(n));
  const scene = { ...nobody, carriers };
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
  const scene = {
    ...nobody,
    need,
    floors: 3,
    carriers,
  };
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
  sourceVi: 'QCVN 06',
  sourceEn: 'QCVN 06',
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

type Feeding = { waters: Partial<WaterInReach['water']>[]; needed: number; meters?: number };

/** Water beside the stop of the first of so many large engines, with the engines' portable pumps. */
function feedFirst(engines: number, { waters, needed, meters = 40 }: Feeding) {
  const carriers = Array.from({ length: engines }, (_, n) => comer(n + 1));
  const scene = {
    ...nobody,
    need: { ...need, litersPerSecond: needed },
    floors: 1,
    carriers,
  };
  const sources = waters.map((water, n) => ({
    water: { ...hydrant.water, id: `water:${n + 1}`, main: mainOf(n), ...water },
    hoseMeters: meters + n,
    effortMeters: meters + n,
    line: [at(meters + n, 0), point],
    footDelays: [],
  }));
  const leg = { line: [point, at(0, 20)], meters: 20 };
  const { supply } = planWater(sources, scene, { own: carriers[0]!, leg, shuttle: null });
  return {
    flows: supply.feeds.map(({ litersPerSecond }) => litersPerSecond),
    missing: supply.missingLitersPerSecond,
    available: supply.availableLitersPerSecond,
    pumps: supply.feeds.flatMap(({ relay: { pumpPlaces } }) =>
      pumpPlaces.map(({ broughtBy }) => broughtBy && `${broughtBy.callSign} ${broughtBy.means}`),
    ),
  };
}

function mainOf(n: number) {
  return { id: `M${n}`, name: null, owner: null, dutyPhone: null };
}

it('a hydrant of unknown pressure gives what a portable pump does where no other engine gets to', () => {
  const byPortable = { flows: [15], missing: 5, available: 15, pumps: ['XE 1 portable'] };
  expect(feedFirst(2, { waters: [{ reachedBy: [] }], needed: 20 })).toEqual(byPortable);
  // The only engine that comes stands at its stop.
  expect(feedFirst(1, { waters: [{}], needed: 20 })).toEqual(byPortable);
  expect(feedFirst(1, { waters: [{}, {}], needed: 10 })).toMatchObject({ available: 30 });
  expect(feedFirst(2, { waters: [{}], needed: 20 })).toEqual({
    flows: [20],
    missing: 0,
    available: 20,
    pumps: ['XE 2 engine'],
  });
});

it('one engine pumps at one hydrant only: the next gives what a portable pump does', () => {
  expect(feedFirst(2, { waters: [{}, {}], needed: 40 })).toEqual({
    flows: [20, 15],
    missing: 5,
    available: 35,
    pumps: ['XE 2 engine', 'XE 1 portable'],
  });
});

it('a hydrant whose pressure is too low gives what a portable pump does where no other engine is', () => {
  expect(feedFirst(1, { waters: [{ pressureBar: 1 }], needed: 20 })).toMatchObject({
    flows: [15],
    missing: 5,
  });
  expect(feedFirst(1, { waters: [{ pressureBar: 7 }], needed: 20 })).toMatchObject({
    flows: [20],
    pumps: [],
  });
});

it('a long line carries no more than the portable pumps along it', () => {
  // 15 L/s lose 17.6 bar along 390 m of the one line that there is hose for: two pumps behind the first.
  expect(feedFirst(4, { waters: [{}], needed: 20, meters: 390 })).toEqual({
    flows: [15],
    missing: 5,
    available: 15,
    pumps: ['XE 2 engine', 'XE 1 portable', 'XE 2 portable'],
  });
});

/** 60 m from a large engine to the door, at 15 L/s. */
function attackUp(floors: number | null) {
  const own = comer(1);
  const carriers = [own, comer(2)];
  const scene = {
    ...nobody,
    need: { ...need, litersPerSecond: 15 },
    floors,
    carriers,
  };
  const leg = { line: [point, at(0, 60)], meters: 60 };
  return planWater([], scene, { own, leg, shuttle: null }).attackLine!;
}

it('the line into a house loses a third of a bar a storey, up to the topmost', () => {
  const low = attackUp(1);
  expect(low).toMatchObject({ lines: 2, pumps: 1 });
  // 0.0167 × 7.5² × 1.2 × 0.6
  expect(low.lossBar).toBeCloseTo(0.68, 2);
  expect(attackUp(null)).toEqual(low);
  // 7 × 3.3 m of rise: two lines would take a second pump as well, and more hose.
  const high = attackUp(8);
  expect(high).toMatchObject({ lines: 1, pumps: 2 });
  expect(high.lossBar).toBeCloseTo(2.7 + 2.31, 1);
  expect(high.pumpPlaces[1]!.meters).toBeCloseTo(60, 3);
});

function pumpsFromHydrant(floors: number) {
  const near = { ...hydrant, water: { ...hydrant.water, pressureBar: 7 }, hoseMeters: 40 };
  const scene = {
    ...nobody,
    need,
    floors,
    carriers: [],
  };
  const { supply } = planWater([near], scene, { own: null, leg: null, shuttle: null });
  return supply.feeds[0]!.relay.pumps;
}

it('so does a line from a hydrant to the door, where nobody else pumps', () => {
  // 7 bar less 0.8 of friction at 10 L/s; then less one bar more, then less than a pump gives at its end.
  expect([1, 4, 8].map(pumpsFromHydrant)).toEqual([0, 1, 2]);
});

it('without a need too the nearest that gives any feeds, however many of unknown flow are nearer', () => {
  const unknown = Array.from({ length: 7 }, (_, n) => ({
    ...hydrant,
    water: { ...hydrant.water, id: `unknown:${n}`, litersPerSecond: null },
    effortMeters: 10 + n,
  }));
  const carriers = [comer(1), comer(2)];
  const scene = { ...nobody, carriers };
  const place = { own: null, leg: null, shuttle: null };
  const { supply } = planWater([...unknown, hydrant], scene, place);
  expect(supply.feeds.map(({ waterId }) => waterId)).toEqual(['water:1']);
  expect(supply.unused).toHaveLength(6);
});
