// The ranked units in full: the way, the water at the stop, and who brings what they lack.

import type { DoorPlan, PlannedStop } from '../planner/door-plan.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import { bringShuttles } from './bring-shuttles.ts';
import { countHose, describeUnit, findAhead, type UnitChoice } from './describe-unit.ts';
import { drawDrive, type DrawingSources, type Drawn } from './draw-drives.ts';
import { noteCrossed, noteOf } from './notes.ts';
import { supplyUnit } from './supply-unit.ts';
import type { ShuttlePlan } from './water-schema.ts';
import type { SupplyScene } from './water-supply.ts';

/** Ways are drawn for the first of the ranking; the others are drawn when asked for by unitIds. */
const maxDrawn = 12;
const waterMillis = 400;

/** Units of one class at one station share their way. */
function keyOf({ unit }: UnitChoice): string {
  return `${unit.vehicle_class}/${unit.station_id}`;
}

function startDrawing(sources: DrawingSources, choices: UnitChoice[]): Map<string, Promise<Drawn>> {
  const drives = new Map<string, Promise<Drawn>>();
  for (const asked of choices.slice(0, maxDrawn)) {
    const { unit, station, choice, router, isUnsettled } = asked;
    if (!choice || !station || drives.has(keyOf(asked))) continue;
    const { vehicle_class: vehicleClass } = unit;
    drives.set(
      keyOf(asked),
      drawDrive(sources, { vehicleClass, station, stop: choice.stop, router, isUnsettled }),
    );
  }
  return drives;
}

export async function detailUnits(
  sources: DrawingSources,
  choices: UnitChoice[],
  {
    plan,
    settings,
    scene,
    floors,
  }: {
    plan: DoorPlan;
    settings: ResponseSettings;
    scene: SupplyScene;
    floors: number | null;
  },
) {
  const { parameters } = settings;
  const stops = [...new Set(choices.flatMap(({ choice }) => (choice ? [choice.stop] : [])))];
  const drives = startDrawing(sources, choices);
  const waters = await sources.roadGraph.ask(
    'water',
    stops.map(({ hoseStart }) => hoseStart),
    sources.deadline.left(waterMillis),
  );
  const waterOf =
    waters.kind === 'answer' ? (stop: PlannedStop) => waters.output[stops.indexOf(stop)]! : null;
  const shuttles = waterOf
    ? await bringShuttles(sources, choices, { scene, waterOf })
    : new Map<string, ShuttlePlan>();
  const described = await Promise.all(
    choices.map(async (choice) => {
      const drawn = (await drives.get(keyOf(choice))) ?? null;
      const asked = drawn?.kind === 'closed' ? shutOff(choice) : choice;
      const crosses = drawn?.kind === 'drive' ? drawn.crosses.map(noteCrossed) : [];
      const unit = describeUnit(
        asked,
        {
          drive: drawn?.kind === 'drive' ? drawn.drive : null,
          ...(waterOf
            ? supplyUnit(asked, {
                scene,
                waterOf,
                hasWater: plan.hasWater,
                shuttle: shuttles.get(asked.unit.unit_id) ?? null,
              })
            : { water: null, attackLine: null }),
          floors,
          spareHoseFrom: findSpareHose(asked, choices, floors, settings),
          standsBehind: findAhead(asked, choices, parameters),
        },
        parameters,
      );
      return { ...unit, notes: [...crosses, ...unit.notes] };
    }),
  );
  const isReachable = described.map(({ status }) => status === 'reachable');
  return [
    ...described.filter((_, index) => isReachable[index]),
    ...described.filter((_, index) => !isReachable[index]),
  ];
}

/** No way but across what is impassable. */
function shutOff(asked: UnitChoice): UnitChoice {
  return { ...asked, choice: null, why: noteOf('no-way-from-station') };
}

/** The soonest other unit that carries as much as this one lacks. */
function findSpareHose(
  asked: UnitChoice,
  choices: UnitChoice[],
  floors: number | null,
  { parameters }: ResponseSettings,
): string | null {
  if (!asked.choice) return null;
  const { missingLengths } = countHose(asked.choice, asked.vehicle, floors, parameters);
  if (missingLengths === 0) return null;
  const other = choices.find(({ unit, vehicle, choice }) => {
    if (!choice || unit === asked.unit || !vehicle.sustainedFlow) return false;
    return countHose(choice, vehicle, floors, parameters).carriedLengths >= missingLengths;
  });
  return other?.unit.call_sign ?? null;
}
