// A typed client of one osrm-routed, which serves one vehicle class.

import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import type { LineString, Position } from '../../geo/position.ts';
import type { Step } from '../response/schema.ts';
import { impassableSeconds } from '../routing-conditions/speed-file.ts';
import {
  osrmMatch,
  readMatch,
  writeMatchPath,
  type MatchedPiece,
  type SeenPosition,
} from './match.ts';
import { hasTooFast, isPossibleWay, type SnappedEnd } from './possible.ts';
import { lineOptions, readLine } from './read-line.ts';
import { writeSteps } from './write-steps.ts';
import { osrmNearest, osrmRoute, osrmSnappedTable, osrmTable } from './schema.ts';
import { openTransport, OsrmFailure } from './transport.ts';

export type Table = {
  kind: 'table';
  /** Seconds by source, then destination; null where there is no way, or one of them is off the map. */
  durations: (number | null)[][];
  /**
   * Where `durations` has null: its only way leads along less than the whole of a closed stretch, the one on which it
   * begins or ends. Whether it meets there what is closed, only the road graph can tell.
   */
  isPartlyClosed: boolean[][];
  /** Whether OSRM knows a road within the metres that were asked for. */
  isSourceOnMap: boolean[];
  isDestinationOnMap: boolean[];
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

/** A road further away than `snapMaxMeters` is not the one that is meant; without it any is. */
export type TableEnd = { position: Position; snapMaxMeters?: number };
export type TableRequest = { sources: TableEnd[]; destinations: TableEnd[] };
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
  const offMap = rememberOffMap();
  return {
    async table(request) {
      const { sources, destinations } = request;
      if (sources.length === 0 || destinations.length === 0) return emptyTable(request);
      const near = offMap.hasAnyOf(request)
        ? null
        : await ask(writeTablePath(request, 'near'), osrmTable);
      if (near) return tableOf(request, readWays(withinBound(request), near), true);
      // One end off the map, and OSRM says nothing of the others: it is asked how far off each is.
      const anywhere = await ask(writeTablePath(request, 'anywhere'), osrmSnappedTable);
      const table = anywhere ? dropFar(request, anywhere) : emptyTable(request);
      offMap.note(request, table);
      return table;
    },

    async route(request) {
      const answer = await ask(writeRoutePath(request), osrmRoute);
      return answer ? readRoute(request, answer) : { kind: 'no-route' };
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
/** Metres are measured a little differently there. */
const wholeClosedSeconds = 0.98 * impassableSeconds;

type Ways = Pick<Table, 'durations' | 'isPartlyClosed'>;

function dropClosed(seconds: number | null): number | null {
  return seconds !== null && seconds > closedSeconds ? null : seconds;
}

function isPartOfClosed(seconds: number | null): boolean {
  return seconds !== null && seconds > closedSeconds && seconds < wholeClosedSeconds;
}

function emptyTable(request: TableRequest): Table {
  const { sources, destinations } = request;
  const nothing = {
    durations: sources.map(() => destinations.map(() => null)),
    isPartlyClosed: sources.map(() => destinations.map(() => false)),
  };
  return tableOf(request, nothing, false);
}

function tableOf({ sources, destinations }: TableRequest, ways: Ways, isOnMap: boolean): Table {
  return {
    kind: 'table',
    ...ways,
    isSourceOnMap: sources.map(() => isOnMap),
    isDestinationOnMap: destinations.map(() => isOnMap),
  };
}

type SnappedEnds = { sources: SnappedEnd[]; destinations: SnappedEnd[] };

/** OSRM was told how far off the roads may be. */
function withinBound({ sources, destinations }: TableRequest): SnappedEnds {
  return { sources: sources.map(atMost), destinations: destinations.map(atMost) };
}

function atMost({ position, snapMaxMeters = Infinity }: TableEnd): SnappedEnd {
  return { position, snapMeters: snapMaxMeters };
}

function readWays(ends: SnappedEnds, { durations }: z.infer<typeof osrmTable>): Ways {
  const { sources, destinations } = ends;
  if (
    durations.length !== sources.length ||
    durations.some((row) => row.length !== destinations.length)
  )
    throw new OsrmFailure('bad-answer', 'OSRM answered a table of another size');
  if (hasTooFast(ends, durations))
    throw new OsrmFailure('bad-answer', 'OSRM answered times in which nobody gets there');
  return {
    durations: durations.map((row) => row.map(dropClosed)),
    isPartlyClosed: durations.map((row) => row.map(isPartOfClosed)),
  };
}

const keptOffMap = 2_000;

/** Ends that were off the map: with one of them OSRM need not be asked twice again. */
function rememberOffMap() {
  const kept = new LRUCache<string, true>({ max: keptOffMap });
  return {
    hasAnyOf: ({ sources, destinations }: TableRequest): boolean =>
      [...sources, ...destinations].some((end) => kept.has(nameEnd(end))),
    note(
      { sources, destinations }: TableRequest,
      { isSourceOnMap, isDestinationOnMap }: Table,
    ): void {
      const isOnMap = [...isSourceOnMap, ...isDestinationOnMap];
      for (const [index, end] of [...sources, ...destinations].entries())
        if (!isOnMap[index]) kept.set(nameEnd(end), true);
    },
  };
}

function nameEnd({ position, snapMaxMeters }: TableEnd): string {
  return `${position.join()} ${snapMaxMeters}`;
}

function snapTo(ends: TableEnd[], roads: { distance: number }[]): SnappedEnd[] {
  if (roads.length !== ends.length)
    throw new OsrmFailure('bad-answer', 'OSRM answered a table of other places');
  return ends.map(({ position }, index) => ({ position, snapMeters: roads[index]!.distance }));
}

function areNear(ends: TableEnd[], snapped: SnappedEnd[]): boolean[] {
  return ends.map(
    ({ snapMaxMeters = Infinity }, index) => snapped[index]!.snapMeters <= snapMaxMeters,
  );
}

function dropFar(request: TableRequest, answer: z.infer<typeof osrmSnappedTable>): Table {
  const sources = snapTo(request.sources, answer.sources);
  const destinations = snapTo(request.destinations, answer.destinations);
  const isSourceOnMap = areNear(request.sources, sources);
  const isDestinationOnMap = areNear(request.destinations, destinations);
  const { isPartlyClosed, ...ways } = readWays({ sources, destinations }, answer);
  const durations = ways.durations.map((row, source) =>
    row.map((seconds, to) => (isSourceOnMap[source] && isDestinationOnMap[to] ? seconds : null)),
  );
  return { kind: 'table', durations, isPartlyClosed, isSourceOnMap, isDestinationOnMap };
}

// osrm-routed started with --max-table-size 10000 takes request lines of up to 480 kB.
function writeTablePath(
  { sources, destinations }: TableRequest,
  where: 'near' | 'anywhere',
): string {
  const ends = [...sources, ...destinations];
  const indices = ends.map((_, index) => index);
  const isBound = where === 'near' && ends.some(({ snapMaxMeters }) => snapMaxMeters !== undefined);
  const options = [
    `sources=${indices.slice(0, sources.length).join(';')}`,
    `destinations=${indices.slice(sources.length).join(';')}`,
    'annotations=duration',
    'generate_hints=false',
    // What they would say is known then: each end lies on a road that is near enough.
    ...(where === 'near' ? ['skip_waypoints=true'] : []),
    ...(isBound ? [`radiuses=${ends.map(writeRadius).join(';')}`] : []),
  ];
  const positions = writePositions(ends.map(({ position }) => position));
  return `/table/v1/driving/${positions}?${options.join('&')}`;
}

function writeRadius({ snapMaxMeters }: TableEnd): string {
  return snapMaxMeters === undefined ? 'unlimited' : String(snapMaxMeters);
}

function writeRoutePath({ from, to, withNodes = false }: RouteRequest): string {
  const options = `${lineOptions}&steps=true&generate_hints=false`;
  const nodes = withNodes ? '&annotations=nodes,distance' : '';
  return `/route/v1/driving/${writePositions([from, to])}?${options}${nodes}`;
}

function readRoute(request: RouteRequest, answer: z.infer<typeof osrmRoute>): Route {
  const [route] = answer.routes;
  const [{ steps, annotation }] = route.legs;
  const geometry = readLine(route.geometry);
  if (!isPossibleWay(request, route, geometry.coordinates, answer.waypoints))
    throw new OsrmFailure('bad-answer', 'OSRM answered a way that cannot be driven as it says');
  // Without them nobody could tell what is closed on it.
  if (request.withNodes && !annotation)
    throw new OsrmFailure('bad-answer', 'OSRM answered a way without its nodes');
  return {
    kind: 'route',
    seconds: route.duration,
    meters: route.distance,
    geometry,
    steps: writeSteps(steps),
    fromSnapMeters: answer.waypoints[0].distance,
    toSnapMeters: answer.waypoints[1].distance,
    passed: annotation ? { nodes: annotation.nodes, meters: annotation.distance } : null,
  };
}

/** Seven digits, as the map has: OSRM keeps six, and rounds these then as it rounded its own nodes. */
function writePositions(positions: Position[]): string {
  return positions.map(([lon, lat]) => `${lon.toFixed(7)},${lat.toFixed(7)}`).join(';');
}
