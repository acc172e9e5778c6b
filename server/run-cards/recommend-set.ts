// Who to send: the run card of the incident and the building, filled from the units of the answer and the
// vehicles of others. Pure.

import type { ResponseSettings } from '../planner/settings.ts';
import type { Note, ResponseRequest, ResponseResult } from '../response/schema.ts';
import { fillSet, type Filled, type FilledSet, type Offer, type Shortage } from './fill-set.ts';
import { offersOfMobilised, type TimedMobilised } from './mobilised-offers.ts';
import { offersOf } from './offers.ts';
import {
  findRequirements,
  type Incident,
  type IncidentType,
  type Requirement,
  type RunCardRow,
} from './requirements.ts';
import type { RecommendedSet } from './schema.ts';

export type SetRequest = {
  incidentType: IncidentType;
  alarmLevel: number;
  /** As recorded; null where nobody has. */
  use: string | null;
  floors: number | null;
};

/** What the run card asks for, and what it was read by. */
export type ReadCard = Pick<RecommendedSet, 'estimated' | 'alarmLevels'> & {
  incident: Incident;
  requirements: Requirement[];
};

export function readCard(
  asked: SetRequest,
  { parameters, needRules, runCards }: ResponseSettings,
): ReadCard {
  const known = asked.use === null ? undefined : needRules.groups.get(asked.use);
  const incident: Incident = {
    incidentType: asked.incidentType,
    alarmLevel: asked.alarmLevel,
    fireGroup: known ?? needRules.groups.get('') ?? '',
    floors: asked.floors ?? parameters.number('assumed_floors'),
  };
  return {
    incident,
    requirements: findRequirements(runCards, incident),
    alarmLevels: listLevels(runCards, asked),
    estimated: [
      ...(known === undefined ? (['use'] as const) : []),
      ...(asked.floors === null ? (['floors'] as const) : []),
    ],
  };
}

type Candidates = Pick<ResponseResult, 'units' | 'notRanked'> & {
  mobilised: TimedMobilised[];
  chosen: ResponseRequest['chosen'];
  /** Those sent already. */
  withIds: string[];
};

export function recommendSet(
  { incident, requirements, ...card }: ReadCard,
  candidates: Candidates,
  { parameters, classes }: ResponseSettings,
): RecommendedSet {
  const eavesMeters = incident.floors * parameters.number('storey_height');
  const all = [
    ...offersOf(candidates, { classes, eavesMeters, parameters }),
    ...offersOfMobilised(candidates.mobilised, { eavesMeters, parameters }),
  ];
  const { offers, chosen } = offersAsChosen(all, candidates);
  const patienceSeconds = parameters.number('set_patience');
  const firstIds = [...(chosen ? [chosen.unitId] : []), ...candidates.withIds];
  const set = fillSet(requirements, offers, patienceSeconds, firstIds);
  const vehicles = describeVehicles(set, offers, candidates);
  const isComplete = set.filled.every(({ seconds }) => seconds !== null);
  const classOf = ({ vehicleClass }: SetVehicle) =>
    classes.find(({ code }) => code === vehicleClass);
  return {
    ...incident,
    ...card,
    requirements: set.filled.map(describeRequirement),
    vehicles,
    othersNotCounted: listNotCounted(offers, candidates, set),
    chosen,
    total: {
      vehicles: vehicles.length,
      mobilised: vehicles.filter(({ mobilised }) => mobilised !== null).length,
      crew: sum(vehicles.map((vehicle) => classOf(vehicle)?.crew)),
      liters: sum(
        vehicles.map((vehicle) =>
          vehicle.mobilised ? vehicle.mobilised.tankLiters : classOf(vehicle)?.tankLiters,
        ),
      ),
      seconds: isComplete ? Math.max(0, ...set.filled.map(({ seconds }) => seconds ?? 0)) : null,
      isComplete,
    },
  };
}

/** The unit replaced counts for nothing, unless the one chosen for it does not come: then the set is as computed. */
function offersAsChosen(
  offers: Offer[],
  { chosen, units }: Candidates,
): { offers: Offer[]; chosen: RecommendedSet['chosen'] } {
  const comes = offers.some(
    ({ vehicleId, seconds }) => vehicleId === chosen?.unitId && seconds !== null,
  );
  if (!chosen || !comes) return { offers, chosen: null };
  const { unitId, insteadOf = null } = chosen;
  const { callSign = '' } = units.find((unit) => unit.unitId === insteadOf) ?? {};
  const replace = (offer: Offer): Offer => {
    const { secondsAnyway, ...others } = offer;
    const isOfUse = offer.seconds !== null || secondsAnyway !== undefined;
    return offer.vehicleId === insteadOf && isOfUse
      ? { ...others, seconds: null, why: { code: 'replaced', callSign } }
      : offer;
  };
  return { offers: offers.map(replace), chosen: { unitId, insteadOf } };
}

function sum(numbers: (number | null | undefined)[]): number {
  return numbers.reduce<number>((total, each) => total + (each ?? 0), 0);
}

function listLevels(cards: RunCardRow[], { incidentType, alarmLevel }: SetRequest): number[] {
  const levels = cards.filter((card) => card.incidentType === incidentType);
  return [...new Set([...levels.map((card) => card.alarmLevel), alarmLevel])].toSorted(
    (a, b) => a - b,
  );
}

function describeRequirement({ requirement, have, seconds, by, why }: Filled) {
  return { ...requirement, have, seconds, by, why: why && asNote(why) };
}

function asNote({ code, ...params }: Shortage): Note {
  return { code, params };
}

/** Own units that do not come are in the lists of the answer. */
function listNotCounted(
  offers: Offer[],
  { mobilised, withIds }: Candidates,
  { vehicleIds }: FilledSet,
): RecommendedSet['othersNotCounted'] {
  return mobilised
    .filter(({ row: { vehicle_id: id } }) => withIds.includes(id) && !vehicleIds.includes(id))
    .flatMap(({ row: { vehicle_id: vehicleId, name: callSign } }) => {
      const { why } = offers.find((offer) => offer.vehicleId === vehicleId) ?? {};
      return why ? [{ vehicleId, callSign, why: asNote(why) }] : [];
    });
}

type SetVehicle = RecommendedSet['vehicles'][number];

function describeVehicles(
  { vehicleIds, filled }: FilledSet,
  offers: Offer[],
  { units, mobilised }: Candidates,
): SetVehicle[] {
  return vehicleIds.flatMap((vehicleId) => {
    const unit = units.find(({ unitId }) => unitId === vehicleId);
    const timed = mobilised.find(({ row }) => row.vehicle_id === vehicleId);
    const parts = filled.flatMap(({ requirement: { capability }, by }) =>
      by
        .filter((each) => each.vehicleId === vehicleId)
        .map(({ seconds }) => ({ capability, seconds })),
    );
    // Chosen by hand or sent already, and more than the card asks for.
    const brought = offers.filter((each) => each.vehicleId === vehicleId);
    const task = {
      vehicleId,
      seconds: Math.min(
        ...(parts.length > 0 ? parts : brought).map(({ seconds }) => seconds ?? Infinity),
      ),
      fills: parts.map(({ capability }) => capability),
    };
    if (unit) {
      const { callSign, vehicleClass } = unit;
      return { ...task, callSign, vehicleClass, mobilised: null };
    }
    if (!timed?.timedBy) return [];
    const { row: other, timedBy } = timed;
    return {
      ...task,
      callSign: other.name,
      vehicleClass: other.kind,
      mobilised: {
        owner: other.owner,
        phone: other.phone,
        callOutSeconds: 60 * other.call_out_min,
        tankLiters: other.tank_l,
        timedBy,
      },
    };
  });
}
