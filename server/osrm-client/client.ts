// A typed client of one osrm-routed, which serves one vehicle class.

import type { z } from 'zod';
import type { LineString, Position } from '../../geo/position.ts';
import type { Step } from '../response/schema.ts';
import {
  osrmMatch,
  readMatch,
  writeMatchPath,
  type MatchedPiece,
  type SeenPosition,
} from './match.ts';
import { lineOptions, readLine } from './read-line.ts';
import { writeSteps } from './write-steps.ts';
import { osrmNearest, osrmRoute, osrmTable } from './schema.ts';
import { openTransport, OsrmFailure } from './transport.ts';

export type Table = {
  kind: 'table';
  /** Seconds by source, then destination; null where there is no way. */
  durations: (number | null)[][];
  /** Metres from each point to the road that OSRM took it for; Infinity when there is none. */
  sourceSnapMeters: number[];
  destinationSnapMeters: number[];
};

export type Route =
  | {
      kind: 'route';
      seconds: number;
      meters: number;
      geometry: LineString;
      steps: Step[];
      fromSnapMeters: number;
      toSnapMeters: number;
      /** OpenStreetMap's nodes on the way, and the metres between them; null unless asked for. */
      passed: { nodes: number[]; meters: number[] } | null;
    }
  | { kind: 'no-route' };

export type Nearest =
  | { kind: 'road'; position: Position; meters: number; roadName: string | null }
  | { kind: 'no-road' };

export type Match = { kind: 'match'; pieces: MatchedPiece[] };

export type TableRequest = { sources: Position[]; destinations: Position[] };
export type RouteRequest = { from: Position; to: Position; withNodes?: boolean };

export type OsrmClient = {
  table: (request: TableRequest) => Promise<Table>;
  route: (request: RouteRequest) => Promise<Route>;
  nearest: (position: Position) => Promise<Nearest>;
  /** The pieces of the way; none where the positions fit no road. */
  match: (track: SeenPosition[]) => Promise<Match>;
  /** Lets requests under way finish, then closes the connections. */
  close: () => Promise<void>;
};

/** `url` is `http://host:port`, perhaps with a path before `/route`. Requests throw OsrmFailure or OsrmRejection. */
export function createOsrmClient({
  url,
  timeoutMillis,
}: {
  url: string;
  timeoutMillis: number;
}): OsrmClient {
  const { ask, close } = openTransport(url, timeoutMillis);
  return {
    async table({ sources, destinations }) {
      const empty = emptyTable(sources, destinations);
      if (sources.length === 0 || destinations.length === 0) return empty;
      const answer = await ask(writeTablePath(sources, destinations), osrmTable);
      if (!answer) return empty;
      const { durations } = answer;
      if (
        durations.length !== sources.length ||
        durations.some((row) => row.length !== destinations.length)
      )
        throw new OsrmFailure('bad-answer', 'OSRM answered a table of another size');
      return {
        kind: 'table',
        durations: durations.map((row) => row.map(dropClosed)),
        sourceSnapMeters: answer.sources.map(({ distance }) => distance),
        destinationSnapMeters: answer.destinations.map(({ distance }) => distance),
      };
    },

    async route(request) {
      const answer = await ask(writeRoutePath(request), osrmRoute);
      const route = answer?.routes[0];
      if (!answer || !route) return { kind: 'no-route' };
      return {
        kind: 'route',
        seconds: route.duration,
        meters: route.distance,
        geometry: readLine(route.geometry),
        steps: writeSteps(route.legs.flatMap(({ steps }) => steps)),
        fromSnapMeters: answer.waypoints[0].distance,
        toSnapMeters: answer.waypoints[1].distance,
        passed: readPassed(route.legs),
      };
    },

    async nearest(position) {
      const path = `/nearest/v1/driving/${writePositions([position])}?generate_hints=false`;
      const found = (await ask(path, osrmNearest))?.waypoints[0];
      if (!found) return { kind: 'no-road' };
      const { location, distance, name } = found;
      return { kind: 'road', position: location, meters: distance, roadName: name || null };
    },

    async match(track) {
      const answer = await ask(writeMatchPath(track), osrmMatch);
      return { kind: 'match', pieces: answer ? readMatch(answer) : [] };
    },

    close,
  };
}

/** Five hours across a city: the only way leads along a road that is closed (see routing-conditions/speed-file.ts). */
const closedSeconds = 18_000;

function dropClosed(seconds: number | null): number | null {
  return seconds !== null && seconds > closedSeconds ? null : seconds;
}

function emptyTable(sources: Position[], destinations: Position[]): Table {
  return {
    kind: 'table',
    durations: sources.map(() => destinations.map(() => null)),
    sourceSnapMeters: sources.map(() => Infinity),
    destinationSnapMeters: destinations.map(() => Infinity),
  };
}

// osrm-routed started with --max-table-size 10000 takes request lines of up to 480 kB.
function writeTablePath(sources: Position[], destinations: Position[]): string {
  const positions = [...sources, ...destinations];
  const indices = positions.map((_, index) => index);
  const options = [
    `sources=${indices.slice(0, sources.length).join(';')}`,
    `destinations=${indices.slice(sources.length).join(';')}`,
    'annotations=duration',
    'generate_hints=false',
  ];
  return `/table/v1/driving/${writePositions(positions)}?${options.join('&')}`;
}

function writeRoutePath({ from, to, withNodes = false }: RouteRequest): string {
  const options = `${lineOptions}&steps=true&generate_hints=false`;
  const nodes = withNodes ? '&annotations=nodes,distance' : '';
  return `/route/v1/driving/${writePositions([from, to])}?${options}${nodes}`;
}

function readPassed(legs: z.infer<typeof osrmRoute>['routes'][number]['legs']) {
  const annotation = legs[0]?.annotation;
  if (!annotation) return null;
  return { nodes: annotation.nodes, meters: annotation.distance };
}

/** Six decimals: 0.1 m, which is what OSRM stores. */
function writePositions(positions: Position[]): string {
  return positions.map(([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';');
}
