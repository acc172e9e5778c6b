// Where the engines behind the first one stand: asked of the road graph while the ways are drawn.

import type { PlannedStop, WaterList } from '../planner/door-plan.ts';
import type { Support as Found } from '../planner/find-support.ts';
import type { Support } from './choices-schema.ts';
import type { UnitChoice } from './describe-unit.ts';
import type { DriveSources } from './drive-times.ts';
import { noteOf } from './notes.ts';
import type { UnitResponse } from './schema.ts';
import type { Comer, SupplyScene } from './water-supply.ts';

const supportMillis = 300;

/** One of them may go to the water: then the other waits. */
const mostNext = 2;

export type PlacedSupport = { unitId: string; next: Comer[]; found: Found };

/** Of the unit that comes first with water; null where none does, or the road graph is late. */
export async function placeSupport(
  { roadGraph, minute, deadline }: Pick<DriveSources, 'roadGraph' | 'minute' | 'deadline'>,
  choices: UnitChoice[],
  { scene, waterOf }: { scene: SupplyScene; waterOf: (stop: PlannedStop) => WaterList },
): Promise<PlacedSupport | null> {
  const [first] = choices;
  if (!first?.choice || !first.vehicle.sustainedFlow) return null;
  const { unit_id: unitId } = first.unit;
  const { stop } = first.choice;
  const next = scene.carriers
    // Who turns on the spot finds a place anywhere.
    .filter((comer) => comer.unitId !== unitId && comer.vehicle.turning)
    .slice(0, mostNext);
  const answer = await roadGraph.ask(
    'support',
    {
      first: { vehicleClass: first.vehicle.code, stop: stop.at },
      next: next.map(({ vehicleClass, stationId }) => ({ vehicleClass, stationId })),
      waterIds: waterOf(stop).sources.map(({ water }) => water.id),
      minute,
    },
    deadline.left(supportMillis),
  );
  return answer.kind === 'answer' ? { unitId, next, found: answer.output } : null;
}

/** In the words of the contract; the supply is the water that feeds the first unit, else the nearest. */
export function describeSupport(
  placed: PlacedSupport | null,
  units: UnitResponse[],
  carriers: Comer[],
): Support | null {
  const first = units.find(({ unitId }) => unitId === placed?.unitId);
  if (!placed || !first || first.status === 'unreachable') return null;
  const { next, found } = placed;
  const supply = describeSupply(found, first, carriers);
  const waiting = next.find(({ unitId }) => !takesEngineToWater(first, unitId));
  const place = waiting && found.stagings[next.indexOf(waiting)];
  const staging = waiting && place ? describeStaging(place, waiting) : null;
  return {
    unitId: placed.unitId,
    staging,
    supply,
    notes: [
      waiting ? null : noteOf(next.length === 0 ? 'no-second-engine' : 'next-at-water'),
      waiting && !place ? noteOf('no-staging-room', { callSign: waiting.callSign }) : null,
      supply ? null : noteOf('no-supply'),
    ].filter((note) => note !== null),
  };
}

/** Its own pump feeds the first unit: it goes to the water and does not wait. */
function takesEngineToWater({ water }: UnitResponse, unitId: string): boolean {
  const feeds = water?.supply?.feeds ?? [];
  return feeds.some(({ relay }) =>
    relay.pumpPlaces.some(
      ({ at, broughtBy }) =>
        at === 'water' && broughtBy?.unitId === unitId && broughtBy.means === 'engine',
    ),
  );
}

function describeStaging(
  { point: [lon, lat], road, metersFromStop }: NonNullable<Found['stagings'][0]>,
  { unitId, callSign }: Comer,
): Support['staging'] {
  return { lon, lat, unit: { unitId, callSign }, road, metersFromStop };
}

function describeSupply(
  { supplies }: Found,
  { water }: UnitResponse,
  carriers: Comer[],
): Support['supply'] {
  const feed = water?.supply?.feeds[0];
  const waterId = feed?.waterId ?? water?.points[0]?.id;
  const place = supplies.find((each) => each.waterId === waterId);
  const reached = water?.points.find(({ id }) => id === waterId);
  if (!place || !reached) return null;
  const [lon, lat] = place.point;
  const bringer = feed?.relay.pumpPlaces.find(({ at }) => at === 'water')?.broughtBy ?? null;
  return {
    lon,
    lat,
    waterId: place.waterId,
    road: place.road,
    hoseMeters: reached.hoseMeters,
    unit: bringer && { unitId: bringer.unitId, callSign: bringer.callSign },
    isCarried: !carriers.some(({ vehicleClass }) => place.reachedBy.includes(vehicleClass)),
  };
}
