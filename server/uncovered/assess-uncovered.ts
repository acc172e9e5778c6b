// From the units sent to what is left behind: the prepared drive times, weighted by houses.

import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Position } from '../../geo/position.ts';
import { RequestError } from '../errors.ts';
import { cellMiddle, type CellGrid } from '../drive-table/cells.ts';
import type { DriveTables } from '../drive-table/drive-tables.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import { readUnits, type UnitRow } from '../response/queries.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import {
  findUncovered,
  reachOneByOne,
  type CoverScene,
  type Crew,
  type HouseCell,
  type MoveUp,
} from './find-uncovered.ts';
import { pickMove, type Move, type MoveServices } from './pick-move.ts';
import { readHouseCells } from './queries.ts';
import type { UncoveredAnswer } from './schema.ts';

export type UncoveredServices = MoveServices & {
  database: pg.Pool;
  driveTables: DriveTables;
  readSettings: SettingsReader;
};

/** Houses are built slowly; counting a million takes a second. */
const houseMillis = 10 * 60_000;

type HouseCells = LRUCache<string, HouseCell[], CellGrid>;
const caches = new WeakMap<pg.Pool, HouseCells>();

function housesOf(database: pg.Pool, grid: CellGrid): Promise<HouseCell[]> {
  const cache: HouseCells =
    caches.get(database) ??
    new LRUCache<string, HouseCell[], CellGrid>({
      max: 2,
      ttl: houseMillis,
      allowStale: true,
      fetchMethod: (_key, _stale, { context }) => readHouseCells(database, context),
    });
  caches.set(database, cache);
  return cache.forceFetch(JSON.stringify(grid), { context: grid });
}

/** Goes with the cells that it was looked up for: tables made anew meanwhile count when those are read again. */
const reached = new WeakMap<HouseCell[], Map<string, Uint8Array>>();

function reachedOf(cells: HouseCell[]): Map<string, Uint8Array> {
  const known = reached.get(cells) ?? new Map<string, Uint8Array>();
  reached.set(cells, known);
  return known;
}

export async function assessUncovered(
  services: UncoveredServices,
  unitIds: string[],
): Promise<UncoveredAnswer> {
  const { database, driveTables, readSettings, closures } = services;
  const [units, settings] = await Promise.all([readUnits(database), readSettings()]);
  const unknown = unitIds.find((id) => units.every(({ unit_id }) => unit_id !== id));
  if (unknown !== undefined)
    throw new RequestError(404, 'no-such-unit', `unitIds: there is no unit ${unknown}`);
  const grid = driveTables.grid();
  if (!grid) return { uncovered: null };
  const cells = await housesOf(database, grid);
  const targetSeconds = settings.parameters.number('travel_target');
  const sent = new Set(unitIds);
  const { onRoad, ...crews } = crewsOf(units, settings, sent);
  const scene: CoverScene = {
    cells,
    ...crews,
    sent,
    targetSeconds,
    reached: reachedOf(cells),
    minGainShare: settings.parameters.number('move_up_min_gain'),
    ...timesOf(driveTables, grid, units),
  };
  await reachOneByOne(scene, setImmediate);
  const found = findUncovered(scene);
  const stationOf = (id: number) => ({
    id: `station:${id}`,
    name: units.find(({ station_id: station }) => station === id)?.station_name ?? '',
  });
  const moveUp = await pickMove(services, found.moveUps, (each) => moveOf(each, units, settings));
  const mover = units.find(({ unit_id: id }) => id === moveUp?.unitId);
  return {
    uncovered: {
      targetSeconds,
      houses: found.houses,
      emptied: found.emptied.map(stationOf),
      wards: found.wards,
      onRoad,
      ignoresClosures: scene.crews.some(({ vehicleClass }) => closures.shuts(vehicleClass)),
      moveUp:
        moveUp && mover
          ? {
              unitId: moveUp.unitId,
              callSign: mover.call_sign,
              from: stationOf(moveUp.from),
              to: stationOf(moveUp.to),
              driveSeconds: moveUp.driveSeconds,
              isUnchecked: moveUp.isUnchecked,
              gain: moveUp.gain,
            }
          : null,
    },
  };
}

function moveOf(
  { unitId, from, to }: MoveUp,
  units: UnitRow[],
  { classes }: ResponseSettings,
): Move {
  const { vehicle_class: vehicleClass } = units.find(({ unit_id: id }) => id === unitId)!;
  const placeOf = (station: number): Position => {
    const { lon, lat } = units.find(({ station_id: id }) => id === station)!;
    return [lon, lat];
  };
  return {
    vehicleClass,
    profile: classes.find(({ code }) => code === vehicleClass)?.routingProfile ?? vehicleClass,
    from: placeOf(from),
    to: placeOf(to),
  };
}

/** Of the units that give water that lasts; who is sent counts as before it was, whatever it does by now. */
function crewsOf(
  units: UnitRow[],
  { classes }: ResponseSettings,
  sent: ReadonlySet<string>,
): Pick<CoverScene, 'crews' | 'engaged'> & { onRoad: number } {
  const sustained = new Set(classes.flatMap((each) => (each.sustainedFlow ? [each.code] : [])));
  const useful = units.filter(({ vehicle_class: vehicleClass }) => sustained.has(vehicleClass));
  const others = useful.filter(({ unit_id: id }) => !sent.has(id));
  const ready = others.filter(({ status }) => status === 'available');
  // The prepared drives begin at stations: of who is elsewhere nobody knows how far it reaches.
  const atStation = ready.filter((unit) => unit.start_id === unit.station_id);
  const going = useful.filter(({ unit_id: id }) => sent.has(id));
  return {
    crews: [...atStation, ...going].map(toCrew),
    engaged: others.filter(({ status }) => status === 'busy').map(toCrew),
    onRoad: ready.length - atStation.length,
  };
}

function toCrew(unit: UnitRow): Crew {
  return {
    unitId: unit.unit_id,
    vehicleClass: unit.vehicle_class,
    stationId: unit.station_id,
  };
}

function timesOf(
  driveTables: DriveTables,
  grid: CellGrid,
  units: UnitRow[],
): Pick<CoverScene, 'secondsToCell' | 'secondsToStation'> {
  return {
    secondsToCell: (vehicleClass, stationId, cell) =>
      driveTables.seconds(vehicleClass, stationId, cellMiddle(grid, cell)),
    secondsToStation: (vehicleClass, from, to) => {
      const there = units.find(({ station_id: station }) => station === to);
      return there ? driveTables.seconds(vehicleClass, from, [there.lon, there.lat]) : null;
    },
  };
}
