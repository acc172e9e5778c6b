// The whole of the planner's answer for a door of a mini-city, as plain values to compare.

import { planSupply, type Source } from '../hydraulics/supply.ts';
import { chooseStop } from './choose-stop.ts';
import { cityForTest, type MiniCity } from './city-for-test.ts';
import { comeTo } from './come-for-test.ts';
import { countHose } from './count-hose.ts';
import { routedTo } from './door-plan.ts';
import { findAlternatives } from './find-alternatives.ts';
import { findCloser } from './find-closer.ts';
import { findSupport } from './find-support.ts';
import { listWater } from './list-water.ts';
import { shippedParameters as parameters } from './settings-for-test.ts';

export type Asked = {
  city: MiniCity;
  door: [east: number, north: number];
  /** Class and station of each. */
  units: string[];
};

/** What the planner says of the unit that comes first, and of the others beside it. */
export function answerOf({ city: world, door, units }: Asked) {
  const city = cityForTest(world);
  const { plan, come } = comeTo(city, door, units);
  const first = come[0]!;
  const { stop } = first.choice!;
  const classPlan = plan.byClass.find(({ vehicleClass }) => vehicleClass === first.vehicle.code)!;
  const hose = countHose(first.choice!, first.vehicle, null, parameters);
  const certain = chooseStop(
    classPlan.certainStops,
    classPlan.certainStops.map(() => 0),
    first.vehicle,
    parameters,
  );
  const water = listWater(city, stop.hoseStart);
  const { units: closerUnits, pump } = findCloser(
    first,
    { ranked: come, atDoor: plan.water, beyondRoadMeters: plan.beyondRoadMeters, atStop: null },
    parameters,
  );
  const { stagings } = findSupport(city, {
    first: { vehicleClass: first.vehicle.code, stop: stop.at },
    next: come.slice(1).map(({ vehicle, stationId, choice }) => ({
      vehicleClass: vehicle.code,
      stationId,
      stop: choice && routedTo(choice.stop),
    })),
    waters: [],
    minute: null,
  });
  const [staging] = stagings;
  const waits = typeof staging === 'object' ? staging : null;
  return {
    order: come.map(({ id }) => id),
    /** At 30 km/h. */
    driveMeters: come.map(({ choice }) => roundTo(10, (choice!.driveSeconds * 30) / 3.6)),
    reason: stop.reason.code as string,
    stopsOn: stop.road.name,
    hoseMeters: Math.round(stop.hoseMeters),
    hoseLengths: hose.lengths,
    missingLengths: hose.missingLengths,
    assumedRoad: stop.assumedRoad?.name ?? null,
    ifNarrowerHoseMeters: certain && Math.round(certain.stop.hoseMeters),
    ifWiderHoseMeters: stop.ifWider ? Math.round(stop.ifWider.hoseMeters) : null,
    /** Only from there it gives water at all. */
    givesWaterOnlyIfWider: stop.ifWider?.savedSeconds === null,
    closer: [...closerUnits.map(({ id }) => id), ...(pump ? [`pump of ${pump.id}`] : [])],
    alternatives: findAlternatives(first.ranked, first.vehicle, parameters).map(
      ({ by, choice }) => `${by} ${choice.stop.road.name}`,
    ),
    against: stop.contraflow?.roads.map(({ name }) => name) ?? [],
    litersPerSecond: planSupply(water.sources.map(toSource), wanted, parameters).litersPerSecond,
    waitsOn: waits?.road.name ?? null,
    waitsMeters: waits?.metersFromStop ?? null,
  };
}

const wanted = { litersPerSecond: 100, hours: 1, hoseLengths: 100, endBar: 1.5 };

function toSource({
  water,
  hoseMeters,
  effortMeters,
}: ReturnType<typeof listWater>['sources'][0]): Source {
  return {
    id: water.id,
    kind: water.kind,
    hoseMeters,
    effortMeters,
    litersPerSecond: water.litersPerSecond,
    pressureBar: null,
    volumeM3: null,
    mainId: water.main?.id ?? null,
    isTooDeep: false,
    pumpLitersPerSecond: 50,
  };
}

function roundTo(step: number, value: number): number {
  return step * Math.round(value / step);
}
