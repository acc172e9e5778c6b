// Asks the road graph where tankers fetch water, for the stops that no known water reaches by hose.

import type { PlannedStop, WaterList } from '../planner/door-plan.ts';
import type { UnitChoice } from './describe-unit.ts';
import type { DriveSources } from './drive-times.ts';
import { volumeOf } from '../hydraulics/supply.ts';
import { feedsAny, type SupplyScene } from './water-supply.ts';
import type { ShuttlePlan } from './water-schema.ts';
import { chooseTankerClass, describeShuttle } from './water-shuttle.ts';

/** A search of half the city each: only for the stops of those that come first. */
const mostStops = 3;
const shuttleMillis = 300;

/** By unit id; units that need none, or that come late, are left out. */
export async function bringShuttles(
  { roadGraph, deadline, minute }: Pick<DriveSources, 'roadGraph' | 'deadline' | 'minute'>,
  choices: UnitChoice[],
  { scene, waterOf }: { scene: SupplyScene; waterOf: (stop: PlannedStop) => WaterList },
): Promise<Map<string, ShuttlePlan>> {
  const dry = choices.flatMap(({ unit, vehicle, choice }) => {
    if (!choice || !vehicle.sustainedFlow) return [];
    if (feedsAny(waterOf(choice.stop).sources, scene)) return [];
    const others = scene.carriers.filter(({ unitId }) => unitId !== unit.unit_id);
    const tanker = chooseTankerClass(vehicle, others);
    if (!tanker) return [];
    return [{ unitId: unit.unit_id, stop: choice.stop, others, tanker }];
  });
  const stops = [...new Set(dry.map(({ stop }) => stop))].slice(0, mostStops);
  const asked = dry.filter(({ stop }) => stops.includes(stop));
  if (asked.length === 0) return new Map();
  const { need } = scene;
  const neededM3 = need ? volumeOf(need) : 0;
  const keys = [
    ...new Set(asked.map(({ stop, tanker }) => `${stops.indexOf(stop)} ${tanker.code}`)),
  ];
  const ways = await roadGraph.ask(
    'shuttles',
    keys.map((key) => {
      const [index, vehicleClass] = key.split(' ');
      const stop = stops[Number(index)]!.at;
      return { vehicleClass: vehicleClass!, stop, neededM3, minute };
    }),
    deadline.left(shuttleMillis),
  );
  if (ways.kind === 'away') return new Map();
  return new Map(
    asked.flatMap(({ unitId, stop, others, tanker }) => {
      const way = ways.output[keys.indexOf(`${stops.indexOf(stop)} ${tanker.code}`)];
      if (!way) return [];
      const { parameters } = scene;
      return [
        [unitId, describeShuttle(way, { vehicle: tanker, others, need }, parameters)] as const,
      ];
    }),
  );
}
