// The main job: from a place or point to the ranked units, their roads, stops, hose and water.
// Plan on the graph, time the drives, choose per unit, then draw what will be looked at first.

import type pg from 'pg';
import { minuteOfDay } from '../../geo/graph/day-hours.ts';
import type { Position } from '../../geo/position.ts';
import type { ClosuresInForce } from '../closures/closures-in-force.ts';
import { RequestError } from '../errors.ts';
import type { Routers } from '../osrm-client/routers.ts';
import type { DoorPlan, PlannedStop } from '../planner/door-plan.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import {
  chooseForUnit,
  compareUnits,
  countHose,
  describeUnit,
  findAhead,
  type UnitChoice,
} from './describe-unit.ts';
import { describeDestination, findTarget } from './destination.ts';
import { drawDrive, type DrawingSources, type Drawn } from './draw-drives.ts';
import { timeDrives, type DriveSources } from './drive-times.ts';
import { bringShuttles } from './bring-shuttles.ts';
import { nameLandmarks } from './name-landmarks.ts';
import { settleTimes } from './settle-times.ts';
import { noteCrossed, noteOf } from './notes.ts';
import { sortUnits } from './sort-units.ts';
import { sceneOf } from './supply-scene.ts';
import { supplyUnit } from './supply-unit.ts';
import type { SupplyScene } from './water-supply.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import type { SettingsReader } from './read-settings.ts';
import { readCity, readReadBack, readUnits, type UnitRow } from './queries.ts';
import type { Note, ResponseRequest, ResponseResult } from './schema.ts';

export type ResponseServices = {
  database: pg.Pool;
  routers: Routers;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  closures: ClosuresInForce;
};

/** Ways are drawn for the first of the ranking; the others are drawn when asked for by unitIds. */
const maxDrawn = 12;

/** Closures that change while an answer is made must not leave it half of before and half of after. */
const maxTries = 3;

export async function respond(
  services: ResponseServices,
  request: ResponseRequest,
): Promise<ResponseResult> {
  for (let tries = 1; ; tries++) {
    const closures = services.closures.key();
    const result = await respondNow(services, request);
    if (tries === maxTries || services.closures.key() === closures) return result;
  }
}

async function respondNow(
  services: ResponseServices,
  request: ResponseRequest,
): Promise<ResponseResult> {
  const { database, roadGraph, routers, closures } = services;
  const target = await findTarget(database, request);
  const settings = await services.readSettings(request.at?.slice(0, 10));
  refuseUnknown(request, settings);
  const when = request.at === undefined ? new Date() : new Date(request.at);
  const minute = minuteOfDay(when, settings.parameters.text('city_time_zone'));
  const units = await readUnits(database);
  const sorted = sortUnits(units, request, settings);
  const ranked = new Set(sorted.ranked.map(({ vehicle_class: code }) => code));
  const [city, plan] = await Promise.all([
    readCity(database),
    roadGraph.call('plan', {
      door: [target.lon, target.lat],
      roadId: target.road_id,
      classes: settings.classes.map(({ code }) => code).filter((code) => ranked.has(code)),
      ...(request.stop && { stop: [request.stop.lon, request.stop.lat] satisfies Position }),
      minute,
    }),
  ]);
  const sources = {
    routers,
    roadGraph,
    closures,
    snapMaxMeters: settings.parameters.number('stop_snap_max'),
    minute,
    profileOf: (code: string) =>
      settings.classes.find((vehicle) => vehicle.code === code)?.routingProfile ?? code,
  };
  const choices = await chooseForAll(sources, sorted.ranked, plan, settings);
  const scene = sceneOf(choices, { units, target, settings });
  const first = choices[0]?.choice?.stop.point ?? ([target.lon, target.lat] satisfies Position);
  const [detailed, readBack] = await Promise.all([
    detailUnits(sources, choices, { plan, settings, scene, floors: target.floors }),
    readReadBack(database, target, {
      approach: first,
      nearMeters: settings.parameters.number('read_back_near'),
    }),
  ]);
  const answered = request.landmarks
    ? await nameLandmarks(database, detailed, settings.parameters.number('step_landmark_near'))
    : detailed;
  return {
    destination: describeDestination(target, request, { plan, settings, readBack, scene }),
    units: answered,
    notRanked: sorted.notRanked,
    notes: findGaps(units, sorted.ranked, { city, plan }),
    degraded:
      choices.some(({ router, isSettled }) => router !== 'osrm' && !isSettled) ||
      answered.some(
        ({ drive }, index) =>
          drive !== null && drive.router !== 'osrm' && !choices[index]!.isSettled,
      ),
    synthetic: city.synthetic,
    dataVersion: plan.version,
  };
}

function refuseUnknown({ at, vehicleClass }: ResponseRequest, { classes }: ResponseSettings): void {
  const codes = classes.map(({ code }) => code);
  if (codes.length === 0)
    throw new RequestError(400, 'no-values-then', `at: no vehicle class is valid at ${at}`);
  if (vehicleClass !== undefined && !codes.includes(vehicleClass))
    throw new RequestError(
      400,
      'unknown-class',
      `vehicleClass: there is no ${vehicleClass}; there are ${codes.join(', ')}`,
    );
}

async function chooseForAll(
  sources: DriveSources,
  units: UnitRow[],
  plan: DoorPlan,
  { classes, parameters }: ResponseSettings,
): Promise<UnitChoice[]> {
  const byClass = plan.byClass.map(async (classPlan) => {
    const vehicle = classes.find(({ code }) => code === classPlan.vehicleClass)!;
    const ofClass = units.filter(({ vehicle_class: code }) => code === vehicle.code);
    const stations = [...new Set(ofClass.map((unit) => unit.station_id))].flatMap((id) => {
      const start = classPlan.starts.get(id);
      return start ? [{ id, start }] : [];
    });
    const stops = [...classPlan.stops, ...classPlan.certainStops];
    const times = await timeDrives(sources, vehicle.code, stations, stops);
    const settled = classPlan.isUnsettled
      ? await settleTimes(sources, vehicle.code, { stations, stops, times })
      : times.map(({ seconds }) => ({ seconds, settled: new Set<number>() }));
    return ofClass.map((unit) => {
      const row = stations.findIndex(({ id }) => id === unit.station_id);
      const station = stations[row] ?? null;
      const router = times[row]?.router ?? 'osrm';
      const drives = settled[row] ?? { seconds: [], settled: new Set<number>() };
      return chooseForUnit(
        { unit, vehicle, station, plan: classPlan, router, ...drives },
        parameters,
      );
    });
  });
  return (await Promise.all(byClass)).flat().toSorted(compareUnits);
}

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

async function detailUnits(
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
  const waters = await sources.roadGraph.call(
    'water',
    stops.map(({ hoseStart }) => hoseStart),
  );
  const waterOf = (stop: PlannedStop) => waters[stops.indexOf(stop)]!;
  const shuttles = await bringShuttles(sources.roadGraph, choices, { scene, waterOf });
  const described = await Promise.all(
    choices.map(async (choice) => {
      const drawn = (await drives.get(keyOf(choice))) ?? null;
      const asked = drawn?.kind === 'closed' ? shutOff(choice) : choice;
      const crosses = drawn?.kind === 'drive' ? drawn.crosses.map(noteCrossed) : [];
      const unit = describeUnit(
        asked,
        {
          drive: drawn?.kind === 'drive' ? drawn.drive : null,
          ...supplyUnit(asked, {
            scene,
            waterOf,
            hasWater: plan.hasWater,
            shuttle: shuttles.get(asked.unit.unit_id) ?? null,
          }),
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

function findGaps(
  units: UnitRow[],
  ranked: UnitRow[],
  { city, plan }: { city: { hasStations: boolean }; plan: DoorPlan },
): Note[] {
  const notes: Note[] = [];
  if (!plan.access) notes.push(noteOf('no-road-near'));
  if (!city.hasStations) notes.push(noteOf('no-stations'));
  else if (units.length === 0) notes.push(noteOf('no-units'));
  else if (ranked.length === 0) notes.push(noteOf('no-available-units'));
  return notes;
}
