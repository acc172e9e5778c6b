// The hours in which roads are filled by something, and a name for those that run now: with another
// name, other roads are open, without a row of the database having changed. Pure.

import { clockOf, isWithin, minuteOfDay } from '../../geo/graph/day-hours.ts';
import type { DayHours } from '../../geo/graph/road.ts';
import type { CityGraph } from './city-graph.ts';

/** Few, however many markets there are, and they stay as they are until the city's rows change. */
export type FilledHours = { timeZone: string; hours: DayHours[] };

export function listFilledHours({
  timedRoads,
  settings,
}: Pick<CityGraph, 'timedRoads' | 'settings'>): FilledHours {
  const byName = new Map<string, DayHours>();
  for (const { fills } of timedRoads)
    for (const { hours } of fills ?? []) if (hours) byName.set(nameOf(hours), hours);
  return {
    timeZone: settings.parameters.text('city_time_zone'),
    hours: [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, hours]) => hours),
  };
}

/** '' where none run. */
export function nameFilledHours({ timeZone, hours }: FilledHours, at: Date): string {
  if (hours.length === 0) return '';
  const minute = minuteOfDay(at, timeZone);
  return hours
    .filter((each) => isWithin(each, minute))
    .map(nameOf)
    .join(' ');
}

function nameOf({ fromMinute, toMinute }: DayHours): string {
  return `${clockOf(fromMinute)}-${clockOf(toMinute)}`;
}
