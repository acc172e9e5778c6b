// How fast a source fills the tanks that are driven to it. Pure; an estimate.

import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { Source } from './supply.ts';

type Filled = Pick<Source, 'kind' | 'litersPerSecond'>;
type Tank = Pick<VehicleClass, 'tankLiters' | 'pumpLitersPerSecond'>;

/** Set-up and filling: by what the hydrant gives, or the vehicle's own pump draws. */
export function fillSeconds(source: Filled, tank: Tank, parameters: Parameters): number {
  const isHydrant = source.kind === 'hydrant';
  const flow = isHydrant ? (source.litersPerSecond ?? 0) : tank.pumpLitersPerSecond;
  const setUp = parameters.number(isHydrant ? 'set_up_hydrant' : 'set_up_draft');
  return setUp + tank.tankLiters / flow;
}

/** Through one line. */
export function emptySeconds({ tankLiters }: Tank, parameters: Parameters): number {
  return tankLiters / parameters.number('tanker_transfer_flow');
}
