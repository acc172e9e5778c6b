// Where the answer to a request meets the run cards.

import { rankByCrew } from '../planner/rank-by-crew.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import type { DestinationRow } from '../response/queries.ts';
import type { UnitChoice } from '../response/describe-unit.ts';
import type { ResponseRequest, ResponseResult, UnitResponse } from '../response/schema.ts';
import type { DriveSources } from '../response/drive-times.ts';
import type { MobilisedRow } from './queries.ts';
import { readCard, recommendSet } from './recommend-set.ts';
import type { RecommendedSet } from './schema.ts';
import type { OwnStop } from './stand-of-class.ts';
import { timeMobilised } from './time-mobilised.ts';

/** The same classes, ranked as the incident wants it. */
export function settingsFor(
  { incidentType }: Pick<ResponseRequest, 'incidentType'>,
  settings: ResponseSettings,
): ResponseSettings {
  if (incidentType !== 'rescue') return settings;
  return { ...settings, classes: settings.classes.map(rankByCrew) };
}

export type SetAsked = {
  request: ResponseRequest;
  target: DestinationRow;
  settings: ResponseSettings;
  mobilised: MobilisedRow[];
  sources: DriveSources;
};

/** null where only some units were asked for: a set is made of all. */
export type MakeSet = (
  answer: Pick<ResponseResult, 'units' | 'notRanked'>,
) => Promise<RecommendedSet | null>;

/** Times what others bring as soon as it is known where own units stop, while the rest of the answer is made. */
export function startSet(
  { request, target, settings, mobilised, sources }: SetAsked,
  own: OwnStop[],
): MakeSet {
  if (request.unitIds || request.vehicleClass !== undefined) return () => Promise.resolve(null);
  const { incidentType = 'fire', alarmLevel = 1 } = request;
  const { use, floors } = target;
  const card = readCard({ incidentType, alarmLevel, use, floors }, settings);
  // The rest may fail before this one is waited for.
  const timing = Promise.allSettled([
    timeMobilised(sources, mobilised, {
      own,
      classes: settings.classes,
      door: [target.lon, target.lat],
      wanted: new Set(card.requirements.map(({ capability }) => capability)),
    }),
  ]);
  return async ({ units, notRanked }) => {
    const [timed] = await timing;
    if (timed.status === 'rejected') throw timed.reason;
    return recommendSet(card, { units, notRanked, mobilised: timed.value }, settings);
  };
}

export function listStops(choices: UnitChoice[]): OwnStop[] {
  return choices.flatMap(({ unit, choice }) => {
    if (!choice) return [];
    const { stop, clocks } = choice;
    const { point, hoseMeters } = stop;
    const walkingSeconds = clocks.parts?.walking ?? 0;
    return [{ vehicleClass: unit.vehicle_class, point, hoseMeters, walkingSeconds }];
  });
}

/** Without a plan, so that nobody knows how much hose they take. */
export function listRoughStops(units: UnitResponse[]): OwnStop[] {
  return units.flatMap(({ vehicleClass, stop, parts }) => {
    if (!stop) return [];
    const walkingSeconds = parts?.walking ?? 0;
    return [{ vehicleClass, point: [stop.lon, stop.lat], hoseMeters: null, walkingSeconds }];
  });
}
