// Drive times when neither router nor road graph answers: the prepared table, then a straight line
// on this side of the river.

import type { Position } from '../../../geo/position.ts';
import type { VehicleClass } from '../../planner/settings.ts';
import { tooLate, within } from '../../within.ts';
import type { DriveSources, DriveTimes, Station } from '../drive-times.ts';
import { noteOf } from '../notes.ts';
import type { Note } from '../schema.ts';
import { readStraightLines, type StraightLine } from './queries.ts';

const straightLineMillis = 400;

/** One entry per station; `door` is where the straight lines end. */
export async function timeWithoutRoads(
  sources: DriveSources,
  vehicle: VehicleClass,
  { stations, stops, door }: { stations: Station[]; stops: Position[]; door: Position },
): Promise<DriveTimes[]> {
  const byTable = stations.map(({ id }) =>
    stops.map((stop) => sources.driveTables.seconds(vehicle.code, id, stop)),
  );
  const missing = stations.filter((_, row) => byTable[row]!.every((seconds) => seconds === null));
  const lines = await findStraightLines(sources, missing, door);
  return stations.map((station, row) => {
    if (!missing.includes(station)) return { router: 'table', seconds: byTable[row]!, why: null };
    const line = lines?.get(station.id);
    const seconds = line && line.river === null ? flySeconds(line, vehicle, sources) : null;
    return {
      router: 'straight-line',
      seconds: stops.map(() => seconds),
      why: seconds === null ? noteNoTime(line) : null,
    };
  });
}

function noteNoTime(line: StraightLine | undefined): Note {
  if (!line) return noteOf('no-drive-time');
  return line.river
    ? noteOf('across-river', { river: line.river })
    : noteOf('across-nameless-river');
}

/** null: the database does not say in time where the rivers are, and so nobody knows which bank it is. */
async function findStraightLines(
  { database, deadline, log }: DriveSources,
  stations: Station[],
  door: Position,
): Promise<Map<number, StraightLine> | null> {
  if (stations.length === 0) return null;
  try {
    const lines = await within(
      readStraightLines(database, stations, door),
      deadline.left(straightLineMillis),
    );
    return lines === tooLate ? null : lines;
  } catch (error) {
    log.warn({ err: error }, 'no straight lines');
    return null;
  }
}

/** Streets are longer than the line, by a factor of the city's. */
function flySeconds(
  { meters }: StraightLine,
  { speedFactor }: VehicleClass,
  { parameters }: DriveSources,
): number {
  const metersPerSecond = (parameters.number('straight_speed') * speedFactor) / 3.6;
  return (meters * parameters.number('straight_detour')) / metersPerSecond;
}
