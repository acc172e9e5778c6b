// Our own vehicles as a feed of traffic: the way of each that moves is matched to the roads, and how
// fast it went from node to node is kept under its call sign.

import type pg from 'pg';
import { metersBetween } from '../../geo/distance.ts';
import type { SeenPosition } from '../osrm-client/match.ts';
import type { Routers } from '../osrm-client/routers.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { dropOldTracks, readTracks, type TrackPoint } from '../units/queries.ts';
import { newestOfEach } from './newest-of-each.ts';
import { keepTraffic, type SpeedRow } from './queries.ts';
import { metersOfPiece, speedsOfPiece } from './track-speeds.ts';

export type TrackServices = {
  database: pg.Pool;
  routers: Pick<Routers, 'match'>;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
};

/** osrm-routed matches no more at once. */
const mostPositions = 100;
/** A batch is written whole; a fleet has no more under way. */
const mostUnits = 100;
const graphMillis = 1_000;
/** What a receiver says of itself is taken for these at least and at most; a doubtful one is left out. */
const accuracyMeters = { least: 5, most: 50 };
const fastestKmh = 130;

/** `newest` remembers per unit up to when its way was matched; how many speeds were kept. */
export async function matchTracks(
  services: TrackServices,
  newest: Map<number, number>,
): Promise<number> {
  const { database, readSettings } = services;
  const { parameters, classes } = await readSettings();
  await dropOldTracks(database);
  const points = await readTracks(database, {
    minutes: parameters.number('gps_looked_back'),
    most: mostPositions,
  });
  const tracks = [...Map.groupBy(points, ({ unitId }) => unitId).values()]
    .filter((track) => isNews(track, newest) && hasMoved(track, parameters))
    .slice(0, mostUnits);
  const rows: SpeedRow[] = [];
  for (const track of tracks) {
    const vehicle = classes.find(({ code }) => code === track[0]!.vehicleClass);
    newest.set(track[0]!.unitId, track.at(-1)!.at);
    // One that passes between the waiting cars says nothing of them.
    if (vehicle?.heldByTraffic)
      rows.push(...(await speedsOfTrack(services, track, { vehicle, parameters })));
  }
  return keepKnown(services, rows, parameters);
}

function isNews(track: TrackPoint[], newest: Map<number, number>): boolean {
  return track.at(-1)!.at !== newest.get(track[0]!.unitId);
}

/** A unit that stands at its station, at a fire or on a market is no jam. */
function hasMoved(track: TrackPoint[], parameters: Parameters): boolean {
  const end = track.at(-1)!;
  return track.some(
    ({ lon, lat }) =>
      metersBetween([lon, lat], [end.lon, end.lat]) >= parameters.number('gps_moved_min'),
  );
}

async function speedsOfTrack(
  { routers }: TrackServices,
  track: TrackPoint[],
  { vehicle, parameters }: { vehicle: VehicleClass; parameters: Parameters },
): Promise<SpeedRow[]> {
  const doubtful = parameters.number('position_accuracy_doubtful');
  const seen = toPositions(
    track.filter(({ accuracyMeters: said }) => said === null || said <= doubtful),
    parameters.number('gps_accuracy'),
  );
  if (seen.length < 2) return [];
  const match = await routers.match(vehicle.routingProfile, seen);
  if (match.kind !== 'match') return [];
  const rules = {
    gapMaxSeconds: parameters.number('gps_gap_max'),
    standMaxSeconds: parameters.number('gps_stand_max'),
  };
  const times = seen.map(({ at }) => at);
  return match.pieces
    .filter(({ confidence }) => confidence >= parameters.number('gps_match_confidence'))
    .filter((piece) => metersOfPiece(piece) >= parameters.number('gps_moved_min'))
    .flatMap((piece) => speedsOfPiece(piece, times, rules))
    .filter(({ kmh }) => kmh <= fastestKmh)
    .map(({ at, ...speed }) => ({
      ...speed,
      at: new Date(at * 1_000),
      source: track[0]!.callSign,
    }));
}

/** Each in a second of its own, as the router wants them. */
function toPositions(track: TrackPoint[], unknownAccuracy: number): SeenPosition[] {
  const bySecond = new Map(track.map((point) => [Math.round(point.at), point]));
  return [...bySecond].map(([at, { lon, lat, accuracyMeters: said }]) => ({
    position: [lon, lat],
    at,
    accuracyMeters: Math.min(
      accuracyMeters.most,
      Math.max(accuracyMeters.least, said ?? unknownAccuracy),
    ),
  }));
}

async function keepKnown(
  { database, roadGraph }: TrackServices,
  rows: SpeedRow[],
  parameters: Parameters,
): Promise<number> {
  const validMinutes = parameters.number('traffic_valid');
  if (rows.length === 0) return 0;
  // The router's map may be older than the road graph's.
  const roads = await roadGraph.ask(
    'knowsPairs',
    rows.map(({ from, to }) => ({ from, to })),
    graphMillis,
  );
  if (roads.kind === 'away') return 0;
  const known = newestOfEach(rows.filter((_, index) => roads.output[index]));
  if (known.length > 0)
    await keepTraffic(
      database,
      { kind: 'unit', rows: known },
      { validMinutes, maxSources: Infinity },
    );
  return known.length;
}
