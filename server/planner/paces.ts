import type { Pace } from '../../geo/graph/foot-delays.ts';
import type { Parameters } from './settings.ts';

export function layingPace(parameters: Parameters): Pace {
  return { by: 'laying', metersPerSecond: parameters.number('lay_speed_by_hand_3_men') };
}

/** Of the way from the stop to the door: hose is laid along it, but in a rescue the crew runs ahead without. */
export function paceToDoor(parameters: Parameters, firstCrew: boolean): Pace {
  if (!firstCrew) return layingPace(parameters);
  return { by: 'walking', metersPerSecond: parameters.number('walk_speed_in_gear') };
}
