import { lineMeters } from '../../geo/distance.ts';
import { joinLines } from '../../geo/graph/path-line.ts';
import { toLineString, type Position } from '../../geo/position.ts';
import { RequestError } from '../errors.ts';
import type { LegRequest, MeasuredLeg } from '../planner/measure-leg.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import type { Measurement, MeasureRequest } from './schema.ts';

export type MeasureServices = { roadGraph: RoadGraphClient; readSettings: SettingsReader };

export async function measure(
  services: MeasureServices,
  request: MeasureRequest,
): Promise<Measurement> {
  await refuseUnknownClass(services, request);
  const points = request.points.map(({ lon, lat }): Position => [lon, lat]);
  const legs = await measureLegs(services.roadGraph, points, request);
  return { straight: { meters: lineMeters(points) }, street: legs && join(legs) };
}

/** One call per leg: whoever asks the graph for a response meanwhile waits for one leg at most. */
async function measureLegs(
  roadGraph: RoadGraphClient,
  points: Position[],
  { by, vehicleClass }: MeasureRequest,
): Promise<MeasuredLeg[] | null> {
  const legs: MeasuredLeg[] = [];
  for (const [index, to] of points.slice(1).entries()) {
    const ends = { from: points[index]!, to };
    const asked: LegRequest =
      by === 'foot' ? { ...ends, by } : { ...ends, by, vehicleClass: vehicleClass ?? null };
    const leg = await roadGraph.call('measure', asked);
    if (!leg) return null;
    legs.push(leg);
  }
  return legs;
}

function join(legs: MeasuredLeg[]): NonNullable<Measurement['street']> {
  const line = joinLines(legs.map((leg) => leg.line));
  return {
    meters: legs.reduce((sum, { meters }) => sum + meters, 0),
    // Points that meet the network at one spot leave a line of one position, which is none.
    geometry: toLineString(line.length === 1 ? [line[0]!, line[0]!] : line),
    fromMeters: legs[0]!.fromMeters,
    toMeters: legs.at(-1)!.toMeters,
  };
}

async function refuseUnknownClass(
  { readSettings }: MeasureServices,
  { vehicleClass }: MeasureRequest,
): Promise<void> {
  if (vehicleClass === undefined) return;
  const codes = (await readSettings()).classes.map(({ code }) => code);
  if (codes.includes(vehicleClass)) return;
  throw new RequestError(
    400,
    'unknown-class',
    `vehicleClass: there is no ${vehicleClass}; there are ${codes.join(', ')}`,
  );
}
