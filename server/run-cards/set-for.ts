// Where the answer to a request meets the run cards.

import { rankByCrew } from '../planner/rank-by-crew.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import type { DestinationRow } from '../response/queries.ts';
import type { ResponseRequest, ResponseResult } from '../response/schema.ts';
import { recommendSet } from './recommend-set.ts';
import type { RecommendedSet } from './schema.ts';

/** The same classes, ranked as the incident wants it. */
export function settingsFor(
  { incidentType }: Pick<ResponseRequest, 'incidentType'>,
  settings: ResponseSettings,
): ResponseSettings {
  if (incidentType !== 'rescue') return settings;
  return { ...settings, classes: settings.classes.map(rankByCrew) };
}

/** null where only some units were asked for: a set is made of all. */
export function setFor(
  {
    request,
    target,
    settings,
  }: { request: ResponseRequest; target: DestinationRow; settings: ResponseSettings },
  answer: Pick<ResponseResult, 'units' | 'notRanked'>,
): RecommendedSet | null {
  if (request.unitIds || request.vehicleClass !== undefined) return null;
  const { incidentType = 'fire', alarmLevel = 1 } = request;
  const { use, floors } = target;
  return recommendSet(answer, { incidentType, alarmLevel, use, floors }, settings);
}
