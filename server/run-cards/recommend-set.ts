// Who to send: the run card of the incident and the building, filled from the units of the answer. Pure.

import type { ResponseSettings } from '../planner/settings.ts';
import type { ResponseResult } from '../response/schema.ts';
import { fillSet, type Filled, type FilledSet } from './fill-set.ts';
import { offersOf } from './offers.ts';
import { findRequirements, type Incident, type IncidentType } from './requirements.ts';
import type { RecommendedSet } from './schema.ts';

export type SetRequest = {
  incidentType: IncidentType;
  alarmLevel: number;
  /** As recorded; null where nobody has. */
  use: string | null;
  floors: number | null;
};

export function recommendSet(
  answer: Pick<ResponseResult, 'units' | 'notRanked'>,
  asked: SetRequest,
  settings: ResponseSettings,
): RecommendedSet {
  const { parameters, classes, needRules, runCards } = settings;
  const known = asked.use === null ? undefined : needRules.groups.get(asked.use);
  const incident: Incident = {
    incidentType: asked.incidentType,
    alarmLevel: asked.alarmLevel,
    fireGroup: known ?? needRules.groups.get('') ?? '',
    floors: asked.floors ?? parameters.number('assumed_floors'),
  };
  const eavesMeters = incident.floors * parameters.number('storey_height');
  const offers = offersOf(answer, { classes, eavesMeters, parameters });
  const requirements = findRequirements(runCards, incident);
  const set = fillSet(requirements, offers, parameters.number('set_patience'));
  const vehicles = describeVehicles(set, answer);
  const sent = vehicles.map(({ vehicleClass }) =>
    classes.find(({ code }) => code === vehicleClass),
  );
  const isComplete = set.filled.every(({ seconds }) => seconds !== null);
  return {
    ...incident,
    estimated: [
      ...(known === undefined ? (['use'] as const) : []),
      ...(asked.floors === null ? (['floors'] as const) : []),
    ],
    requirements: set.filled.map(describeRequirement),
    vehicles,
    total: {
      vehicles: vehicles.length,
      crew: sent.reduce((sum, vehicle) => sum + (vehicle?.crew ?? 0), 0),
      liters: sent.reduce((sum, vehicle) => sum + (vehicle?.tankLiters ?? 0), 0),
      seconds: isComplete ? Math.max(0, ...set.filled.map(({ seconds }) => seconds ?? 0)) : null,
      isComplete,
    },
  };
}

function describeRequirement({ requirement, have, seconds, by, why }: Filled) {
  const { code, ...params } = why ?? { code: '' };
  return { ...requirement, have, seconds, by, why: why && { code, params } };
}

function describeVehicles(
  { vehicleIds, filled }: FilledSet,
  { units }: Pick<ResponseResult, 'units'>,
): RecommendedSet['vehicles'] {
  return vehicleIds.flatMap((vehicleId) => {
    const unit = units.find(({ unitId }) => unitId === vehicleId);
    if (!unit) return [];
    const parts = filled.flatMap(({ requirement: { capability }, by }) =>
      by
        .filter((each) => each.vehicleId === vehicleId)
        .map(({ seconds }) => ({ capability, seconds })),
    );
    return {
      vehicleId,
      callSign: unit.callSign,
      vehicleClass: unit.vehicleClass,
      seconds: Math.min(...parts.map(({ seconds }) => seconds)),
      fills: parts.map(({ capability }) => capability),
    };
  });
}
