// From the units sent to what is left behind: drive times, weighted by houses.

import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Position } from '../../geo/position.ts';
import { RequestError } from '../errors.ts';
import type { CellGrid } from '../drive-table/cells.ts';
import type { DriveTables } from '../drive-table/drive-tables.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import { readUnits, type UnitRow } from '../response/queries.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import {
  findUncovered,
  type CoverScene,
  type Crew,
  type HouseCell,
  type MoveUp,
} from './find-uncovered.ts';
import { lookUpReach, type KnownReach, type ReachServices } from './look-up-reach.ts';
import { placeOffRoad } from './place-off-road.ts';
import { pickMove, type Move, type MoveServices } from './pick-move.ts';
import { readHouseCells } from './queries.ts';
import type { UncoveredAnswer } from './schema.ts';

export type UncoveredServices = MoveServices &
  ReachServices & {
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

/** A map for each class and station, under some closures; those that were asked for last are kept. */
const mostReach = 1_000;
/** Goes with the cells that it was looked up for: tables made anew meanwhile count when those are read again. */
const reached = new WeakMap<HouseCell[], KnownReach>();

function reachedOf(cells: HouseCell[]): KnownReach {
  const known = reached.get(cells) ?? new LRUCache({ max: mostReach });
  reached.set(cells, known);
  return known;
}

export async function assessUncovered(
  services: UncoveredServices,
  unitIds: string[],
): Promise<UncoveredAnswer> {
  const { database, driveTables, readSettings } = services;
  const [units, settings] = await Promise.all([readUnits(database), readSettings()]);
  const unknown = unitIds.find((id) => units.every(({ unit_id }) => unit_id !== id));
  if (unknown !== undefined)
    throw new RequestError(404, 'no-such-unit', `unitIds: there is no unit ${unknown}`);
  const grid = driveTables.grid();
  if (!grid) return { uncovered: null };
  const cells = await housesOf(database, grid);
  const targetSeconds = settings.parameters.number('travel_target');
  const sent = new Set(unitIds);
  const useful = await placeOffRoad(services.roadGraph, listUseful(units, settings));
  const { onRoad, ...crews } = crewsOf(useful, sent);
  const all = [...crews.crews, ...crews.engaged];
  const asked = { cells, grid, targetSeconds, crews: all, known: reachedOf(cells) };
  const { reach, ignoresClosures } = await lookUpReach(services, asked, setImmediate);
  const found = findUncovered({
    cells,
    ...crews,
    sent,
    reach,
    minGainShare: settings.parameters.number('move_up_min_gain'),
    secondsToStation: (vehicleClass, from, to) => {
      const there = units.find(({ station_id: station }) => station === to);
      return there ? driveTables.seconds(vehicleClass, from, [there.lon, there.lat]) : null;
    },
  });
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
      ignoresClosures,
      moveUp:
        moveUp && mover
          ? {
              ...moveUp,
              callSign: mover.call_sign,
              from: stationOf(moveUp.from),
              to: stationOf(moveUp.to),
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

/** Those that give water that lasts. */
function listUseful(units: UnitRow[], { classes }: ResponseSettings): UnitRow[] {
  const sustained = new Set(classes.flatMap((each) => (each.sustainedFlow ? [each.code] : [])));
  return units.filter(({ vehicle_class: vehicleClass }) => sustained.has(vehicleClass));
}

/** Who is sent counts as before it was, whatever it does by now. */
function crewsOf(
  useful: UnitRow[],
  sent: ReadonlySet<string>,
): Pick<CoverScene, 'crews' | 'engaged'> & { onRoad: number } {
  const counted = useful.filter((unit) => !unit.station_is_gone && !isElsewhere(unit));
  const others = counted.filter(({ unit_id: id }) => !sent.has(id));
  const going = counted.filter(({ unit_id: id }) => sent.has(id));
  return {
    crews: [...others.filter(({ status }) => status === 'available'), ...going].map(toCrew),
    engaged: others.filter(({ status }) => status === 'busy').map(toCrew),
    onRoad: useful.filter(isElsewhere).length,
  };
}

/** The prepared drives begin at stations: of who is elsewhere nobody knows how far it reaches, nor what it leaves. */
function isElsewhere(unit: UnitRow): boolean {
  return unit.status === 'available' && (unit.station_is_gone || unit.start_id !== unit.station_id);
}

function toCrew(unit: UnitRow): Crew {
  return {
    unitId: unit.unit_id,
    vehicleClass: unit.vehicle_class,
    stationId: unit.station_id,
  };
}
