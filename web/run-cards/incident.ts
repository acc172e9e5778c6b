import type { DispatchSearch } from '../dispatch/dispatch-search.ts';

export type ShownIncident = { incidentType: 'fire' | 'rescue'; alarmLevel: number };

/** As the address bar holds it: nothing for a fire of the first alarm. */
export function writeIncident({
  incidentType,
  alarmLevel,
}: ShownIncident): Pick<DispatchSearch, 'incident' | 'alarm'> {
  return {
    ...(incidentType === 'rescue' && { incident: incidentType }),
    ...(alarmLevel > 1 && { alarm: alarmLevel }),
  };
}

export function readIncident({ incident, alarm }: DispatchSearch): ShownIncident {
  return { incidentType: incident ?? 'fire', alarmLevel: alarm ?? 1 };
}
