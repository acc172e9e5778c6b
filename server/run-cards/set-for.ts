// Where the answer to a request meets the run cards.

import { rankByCrew } from '../planner/rank-by-crew.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import type { DestinationRow } from '../response/queries.ts';
import type { ResponseRequest, ResponseResult } from '../response/schema.ts';
import type { DriveSources } from '../response/drive-times.ts';
import type { MobilisedRow } from './queries.ts';
import { readCard, recommendSet } from './recommend-set.ts';
import type { RecommendedSet } from './schema.ts';
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
export async function setFor(
  { request, target, settings, mobilised, sources }: SetAsked,
  { units, notRanked }: Pick<ResponseResult, 'units' | 'notRanked'>,
): Promise<RecommendedSet | null> {
  if (request.unitIds || request.vehicleClass !== undefined) return null;
  const { incidentType = 'fire', alarmLevel = 1 } = request;
  const { use, floors } = target;
  const card = readCard({ incidentType, alarmLevel, use, floors }, settings);
  const timed = await timeMobilised(sources, mobilised, {
    units,
    classes: settings.classes,
    door: [target.lon, target.lat],
    wanted: new Set(card.requirements.map(({ capability }) => capability)),
  });
  return recommendSet(card, { units, notRanked, mobilised: timed }, settings);
}
