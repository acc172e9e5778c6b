// Asks the road graph where tankers fetch water, for the stops that no known water reaches by hose.

import type { EdgePoint } from '../../geo/graph/locate.ts';
import { routedTo, type PlannedStop, type WaterList } from '../planner/door-plan.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { UnitChoice } from './describe-unit.ts';
import type { DriveSources } from './drive-times.ts';
import { feedsAny, type SupplyScene } from './water-supply.ts';
import type { ShuttlePlan } from './water-schema.ts';
import { describeShuttle, listTankerClasses, tankersOf, type Tanker } from './water-shuttle.ts';

/** A search of half the city each: only for the stops of those that come first. */
const mostStops = 3;
const shuttleMillis = 300;

/** By unit id; units that need none, for which none was found, or that come late, are left out. */
export async function bringShuttles(
  { roadGraph, deadline, minute }: Pick<DriveSources, 'roadGraph' | 'deadline' | 'minute'>,
  choices: UnitChoice[],
  {
    inFull,
    scene,
    waterOf,
  }: {
    inFull: ReadonlySet<UnitChoice>;
    scene: SupplyScene;
    waterOf: (stop: PlannedStop) => WaterList;
  },
): Promise<Map<string, ShuttlePlan>> {
  const dry = [...inFull].flatMap(({ unit, vehicle, choice }) => {
    if (!choice || !vehicle.sustainedFlow) return [];
    if (feedsAny(waterOf(choice.stop).sources, scene)) return [];
    const others = scene.carriers.filter(({ unitId }) => unitId !== unit.unit_id);
    const classes = listTankerClasses(vehicle, others);
    const { stop } = choice;
    const goals = listGoals(stop, { classes, others, choices, parameters: scene.parameters });
    return goals.length === 0 ? [] : [{ unitId: unit.unit_id, stop, others, goals }];
  });
  const stops = [...new Set(dry.map(({ stop }) => stop))].slice(0, mostStops);
  const asked = dry.filter(({ stop }) => stops.includes(stop));
  if (asked.length === 0) return new Map();
  const { need } = scene;
  const keyOf = ({ stop, goals }: (typeof dry)[0]) =>
    [stops.indexOf(stop), ...goals.map((each) => `${each.vehicle.code}*${each.tankers}`)].join(' ');
  const byKey = new Map(asked.map((each) => [keyOf(each), each]));
  const ways = await roadGraph.ask(
    'shuttles',
    [...byKey.values()].map(({ goals }) => ({
      goals: goals.map(({ vehicle, at, tankers }) => ({
        vehicleClass: vehicle.code,
        stop: at,
        tankers,
      })),
      need: need && { litersPerSecond: need.litersPerSecond, hours: need.hours },
      minute,
    })),
    deadline.left(shuttleMillis),
  );
  if (ways.kind === 'away') return new Map();
  const keys = [...byKey.keys()];
  return new Map(
    asked.flatMap((each) => {
      const way = ways.output[keys.indexOf(keyOf(each))];
      if (!way) return [];
      const { vehicle, stopsOn } = each.goals[way.goal]!;
      const tankers = { vehicle, others: each.others, need, stopsOn };
      return [[each.unitId, describeShuttle(way, tankers, scene.parameters)] as const];
    }),
  );
}

type Goal = {
  vehicle: VehicleClass;
  tankers: number;
  at: EdgePoint;
  stopsOn: ShuttlePlan['stopsOn'];
};

/** To the unit itself by any class, before to where a class stops that does not get there and from where hose reaches it. */
function listGoals(
  { at }: PlannedStop,
  {
    classes,
    others,
    choices,
    parameters,
  }: {
    classes: VehicleClass[];
    others: Tanker[];
    choices: UnitChoice[];
    parameters: Parameters;
  },
): Goal[] {
  const coming = classes.map((vehicle) => {
    const { length } = tankersOf(vehicle, others);
    return { vehicle, tankers: length };
  });
  const apart = coming.flatMap((each): Goal[] => {
    const own = choices.find(({ choice, vehicle }) => choice && vehicle.code === each.vehicle.code);
    const { stop } = own?.choice ?? {};
    if (!stop || stop.hoseMeters > parameters.number('water_reach')) return [];
    const [lon, lat] = stop.point;
    return [{ ...each, at: routedTo(stop), stopsOn: { lon, lat, road: stop.road } }];
  });
  return [...coming.map((each) => ({ ...each, at, stopsOn: null })), ...apart];
}
