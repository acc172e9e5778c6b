// Where help goes: a place of the register, or a point on the map.

import type pg from 'pg';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { RequestError } from '../errors.ts';
import type { DoorPlan } from '../planner/door-plan.ts';
import type { Parameters, ResponseSettings } from '../planner/settings.ts';
import { describeWater } from './describe-water.ts';
import { describeLadder } from './ladder-reach.ts';
import { noteOf } from './notes.ts';
import { readDestination, type DestinationRow } from './queries.ts';
import { planWater, type SupplyScene } from './water-supply.ts';
import type { ResponseRequest, ResponseResult } from './schema.ts';

export async function findTarget(
  database: pg.Pool,
  request: ResponseRequest,
): Promise<DestinationRow> {
  if (request.placeId !== undefined) {
    const place = await readDestination(database, request.placeId);
    if (place) return place;
    throw new RequestError(404, 'no-such-place', `There is no place ${request.placeId} any more`);
  }
  const { lon, lat } = request;
  if (lon === undefined || lat === undefined) throw new Error('the schema lets no such request in');
  return {
    label: `${lat.toFixed(5)}, ${lon.toFixed(5)}`,
    lon,
    lat,
    road_id: null,
    provenance: 'nearest-way',
    alley_id: null,
    street_id: null,
    building_id: null,
    floors: null,
    use: null,
    footprint_m2: null,
    outline: null,
    other_doors: [],
  };
}

/** A door of another house is no choice: that house is to be asked about. */
export function refuseFarDoor(
  { door }: ResponseRequest,
  target: DestinationRow,
  parameters: Parameters,
): void {
  if (!door) return;
  const meters = metersBetween([door.lon, door.lat], [target.lon, target.lat]);
  const most = parameters.number('door_choice_max');
  if (meters <= most) return;
  throw new RequestError(
    400,
    'door-too-far',
    `door: ${Math.round(meters)} m from the place, and at most ${most} m are allowed; ask for the point instead`,
  );
}

export function describeDestination(
  target: DestinationRow,
  request: ResponseRequest,
  {
    plan,
    settings,
    readBack,
    scene,
    isUnread,
  }: {
    /** null: the road graph is away. */
    plan: DoorPlan | null;
    settings: ResponseSettings;
    readBack: ResponseResult['destination']['readBack'];
    scene: SupplyScene;
    /** Whether there is a building nobody could say. */
    isUnread: boolean;
  },
): ResponseResult['destination'] {
  const named = plan?.access?.road.name;
  const chosen = request.door && (plan?.access ? toPoint(plan.access.point) : request.door);
  const { placeId } = request;
  return {
    place:
      placeId === undefined
        ? null
        : { id: placeId, kind: placeId.split(':')[0]!, label: target.label },
    building:
      target.building_id === null || target.outline === null
        ? null
        : { id: target.building_id, floors: target.floors, geometry: target.outline },
    door: {
      ...(chosen ?? toPoint([target.lon, target.lat])),
      provenance: plan && !plan.access ? 'none' : chosen ? 'chosen' : target.provenance,
      road: plan?.access?.road ?? null,
      alternatives:
        plan?.alternatives.map(({ point, road }) => ({ ...toPoint(point), road })) ?? [],
    },
    readBack: placeId === undefined && named ? { ...readBack, label: named } : readBack,
    need: scene.need && { ...scene.need, use: target.use },
    water: plan
      ? waterAtDoor(plan, scene)
      : { ...waterUnknown, reachMeters: settings.parameters.number('water_reach') },
    ladder: describeLadder(target.building_id === null ? null : { floors: target.floors }, scene),
    notes: [
      ...(isFoundByPoint(placeId) && target.building_id !== null
        ? [noteOf('building-at-point')]
        : []),
      ...(scene.need ? [] : [noteOf(whyNoNeed(target, isUnread))]),
    ],
  };
}

/** A landmark is a point too: which building it stands in, its place says. */
function isFoundByPoint(placeId: string | undefined): boolean {
  return placeId === undefined || placeId.startsWith('landmark:');
}

function whyNoNeed({ building_id: id }: DestinationRow, isUnread: boolean): string {
  if (id !== null) return 'need-no-rule';
  return isUnread ? 'need-unread' : 'need-no-building';
}

function waterAtDoor({ water, hasWater }: DoorPlan, scene: SupplyScene) {
  const { supply, feeding } = planWater(water.sources, scene, {
    own: null,
    leg: null,
    shuttle: null,
  });
  return describeWater(water, { hasWater, supply, feeding }, scene.parameters);
}

const waterUnknown = {
  status: 'not-planned' as const,
  points: [],
  unverified: [],
  supply: null,
};

function toPoint([lon, lat]: Position) {
  return { lon, lat };
}
