// Where the engines behind the first one stand: asked of the road graph while the ways are drawn.

import { isMeasuredDry } from '../../geo/measured-dry.ts';
import { routedTo, type PlannedStop, type WaterList } from '../planner/door-plan.ts';
import type { NoStaging, Staging, Support as Found } from '../planner/find-support.ts';
import type { Support } from './choices-schema.ts';
import type { UnitChoice } from './describe-unit.ts';
import type { DriveSources } from './drive-times.ts';
import { noteOf } from './notes.ts';
import type { Note, UnitResponse } from './schema.ts';
import type { ShuttlePlan } from './water-schema.ts';
import { supplyUnit } from './supply-unit.ts';
import type { Comer, SupplyScene } from './water-supply.ts';

const supportMillis = 300;

export type PlacedSupport = {
  unitId: string;
  /** Who waits; null where nobody else comes, or all of them go to the water. */
  waiting: Comer | null;
  isAnyNext: boolean;
  found: Found;
};

/** Of the unit that comes first with water; null where none does, or the road graph is late. */
export async function placeSupport(
  { roadGraph, minute, deadline }: Pick<DriveSources, 'roadGraph' | 'minute' | 'deadline'>,
  choices: UnitChoice[],
  {
    scene,
    waterOf,
    shuttles,
  }: {
    scene: SupplyScene;
    waterOf: (stop: PlannedStop) => WaterList;
    /** By the id of the unit for which water is driven. */
    shuttles: ReadonlyMap<string, ShuttlePlan>;
  },
): Promise<PlacedSupport | null> {
  // In a rescue others may come before the first that brings water.
  const first = choices.find(({ choice, vehicle }) => choice && vehicle.sustainedFlow);
  if (!first?.choice) return null;
  const { unit_id: unitId } = first.unit;
  const { stop } = first.choice;
  // Its water is planned here once more: to ask for one way instead of two is worth more.
  const { water } = supplyUnit(first, { scene, waterOf, hasWater: true, shuttle: null });
  // Who turns on the spot finds a place anywhere.
  const next = scene.carriers.filter(
    (comer) => comer.unitId !== unitId && comer.vehicle.turning !== null,
  );
  const tankers = shuttles.get(unitId)?.tankers.map((tanker) => tanker.unitId) ?? [];
  const waiting =
    next.find(
      (comer) => !takesEngineToWater(water, comer.unitId) && !tankers.includes(comer.unitId),
    ) ?? null;
  const answer = await roadGraph.ask(
    'support',
    {
      first: { vehicleClass: first.vehicle.code, stop: stop.at },
      next: waiting ? [toNext(waiting, choices)] : [],
      waters: waterOf(stop).sources.map(({ water: { id } }) => ({
        id,
        engine: findEngineAt(water, id, scene.carriers),
      })),
      minute,
    },
    deadline.left(supportMillis),
  );
  if (answer.kind === 'away') return null;
  return { unitId, waiting, isAnyNext: next.length > 0, found: answer.output };
}

/** With where its class stops, itself where it was planned for. */
function toNext({ unitId, vehicleClass, stationId }: Comer, choices: UnitChoice[]) {
  const ofClass = choices.filter(({ vehicle, choice }) => choice && vehicle.code === vehicleClass);
  const { choice } = ofClass.find(({ unit }) => unit.unit_id === unitId) ?? ofClass[0] ?? {};
  return { vehicleClass, stationId, stop: choice ? routedTo(choice.stop) : null };
}

/** Class of the engine that drives up to this water; null where none does. */
function findEngineAt(
  water: UnitResponse['water'],
  waterId: string,
  carriers: Comer[],
): string | null {
  const feed = water?.supply?.feeds.find((each) => each.waterId === waterId);
  const bringer = feed?.relay.pumpPlaces.find(({ at }) => at === 'water')?.broughtBy;
  if (bringer?.means !== 'engine') return null;
  return carriers.find(({ unitId }) => unitId === bringer.unitId)?.vehicleClass ?? null;
}

/** Its own pump feeds the first unit: it goes to the water and does not wait. */
function takesEngineToWater(water: UnitResponse['water'], unitId: string): boolean {
  const feeds = water?.supply?.feeds ?? [];
  return feeds.some(({ relay }) =>
    relay.pumpPlaces.some(
      ({ at, broughtBy }) =>
        at === 'water' && broughtBy?.unitId === unitId && broughtBy.means === 'engine',
    ),
  );
}

/** In the words of the contract; the supply is the water that feeds the first unit, else the nearest. */
export function describeSupport(
  placed: PlacedSupport | null,
  units: UnitResponse[],
  carriers: Comer[],
): Support | null {
  const first = units.find(({ unitId }) => unitId === placed?.unitId);
  if (!placed || !first || first.status === 'unreachable') return null;
  const { waiting, isAnyNext, found } = placed;
  const supply = describeSupply(found, first, carriers);
  const [place = 'no-way'] = found.stagings;
  const staging = waiting && typeof place === 'object' ? describeStaging(place, waiting) : null;
  return {
    unitId: placed.unitId,
    staging,
    supply,
    notes: [
      waiting ? null : noteOf(isAnyNext ? 'next-at-water' : 'no-second-engine'),
      waiting && noteStaging(place, waiting),
      supply ? null : noteOf('no-supply'),
    ].filter((note) => note !== null),
  };
}

function noteStaging(place: Staging | NoStaging, { callSign }: Comer): Note | null {
  if (place === 'no-way') return noteOf('no-way-to-stage', { callSign });
  if (place === 'no-room') return noteOf('no-staging-room', { callSign });
  return null;
}

function describeStaging(
  { point: [lon, lat], road, metersFromStop, isApart }: Staging,
  { unitId, callSign }: Comer,
): Support['staging'] {
  return { lon, lat, unit: { unitId, callSign }, road, metersFromStop, isApart };
}

function describeSupply(
  { supplies }: Found,
  { water }: UnitResponse,
  carriers: Comer[],
): Support['supply'] {
  const feed = water?.supply?.feeds[0];
  const waterId = feed?.waterId ?? water?.points.find((point) => !isMeasuredDry(point))?.id;
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
    // Who comes alone carries its own pump there, though it could drive.
    isCarried: bringer
      ? bringer.means === 'portable'
      : !carriers.some(({ vehicleClass }) => place.reachedBy.includes(vehicleClass)),
  };
}
