// The contract's list of water. Pure.

import { toLineString } from '../../geo/position.ts';
import type { WaterList } from '../planner/door-plan.ts';
import type { WaterInReach as FoundWater } from '../planner/find-water.ts';
import type { Parameters } from '../planner/settings.ts';
import { countHoseLengths } from '../planner/times.ts';
import { twoAtLeast } from './draw-drives.ts';
import type { WaterInReach, WaterSupply } from './water-schema.ts';

/** With hose lengths; none in reach and none in the register differ. `feeding` are listed, however far. */
export function describeWater(
  { usable, unverified }: WaterList,
  {
    hasWater,
    supply,
    feeding,
  }: { hasWater: boolean; supply: WaterSupply | null; feeding: FoundWater[] },
  parameters: Parameters,
): WaterInReach {
  const describe = (status: 'usable' | 'unverified') => (found: FoundWater) => ({
    ...describePoint(found, parameters),
    status,
  });
  const ids = new Set(usable.map(({ water }) => water.id));
  const points = [...usable, ...feeding.filter(({ water }) => !ids.has(water.id))];
  return {
    status: usable.length > 0 ? 'found' : hasWater ? 'none-in-reach' : 'none-in-register',
    points: points.toSorted((a, b) => a.effortMeters - b.effortMeters).map(describe('usable')),
    unverified: unverified.map(describe('unverified')),
    reachMeters: parameters.number('water_reach'),
    supply,
  };
}

function describePoint({ water, hoseMeters, line }: FoundWater, parameters: Parameters) {
  return {
    id: water.id,
    kind: water.kind,
    name: water.name,
    litersPerSecond: water.litersPerSecond,
    pressureBar: water.pressureBar,
    volumeM3: water.volumeM3,
    liftMeters: water.liftMeters,
    main: water.main,
    testedOn: water.testedOn,
    lon: water.position[0],
    lat: water.position[1],
    hoseMeters,
    // From the stop or the door to the water: up no storeys.
    hoseLengths: countHoseLengths(hoseMeters, 0, parameters),
    geometry: toLineString(twoAtLeast(line)),
  };
}
