// The water of one unit's answer: what is in reach of its stop, how it comes there and on to the door.

import type { PlannedStop, WaterList } from '../planner/door-plan.ts';
import type { UnitChoice, UnitDetails } from './describe-unit.ts';
import { describeWater } from './describe-water.ts';
import type { ShuttlePlan } from './water-schema.ts';
import { planWater, type SupplyScene } from './water-supply.ts';

export function supplyUnit(
  { unit, vehicle, choice }: UnitChoice,
  {
    scene,
    waterOf,
    hasWater,
    shuttle,
  }: {
    scene: SupplyScene;
    waterOf: (stop: PlannedStop) => WaterList;
    hasWater: boolean;
    shuttle: ShuttlePlan | null;
  },
): Pick<UnitDetails, 'water' | 'attackLine'> {
  if (!choice) return { water: null, attackLine: null };
  const { stop } = choice;
  const list = waterOf(stop);
  const own = scene.carriers.find(({ unitId }) => unitId === unit.unit_id);
  if (!own || !vehicle.sustainedFlow) {
    const bare = { hasWater, supply: null, feeding: [] };
    return { water: describeWater(list, bare, scene.parameters), attackLine: null };
  }
  const { supply, attackLine, feeding } = planWater(list.sources, scene, {
    own,
    leg: { line: stop.line, meters: stop.hoseMeters },
    shuttle,
  });
  return {
    water: describeWater(list, { hasWater, supply, feeding }, scene.parameters),
    attackLine,
  };
}
