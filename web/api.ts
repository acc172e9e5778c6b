// The only file of the screens that knows the server.

import { hc } from 'hono/client';
import type { Position } from '../geo/position.ts';
import type { App } from '../server/app.ts';
import type { DataIssue, DataIssues, NewDataIssue } from '../server/data-issues/schema.ts';
import type { Contacts } from '../server/contacts/schema.ts';
import type { Closure, KeptClosure, DrawnClosure, NewClosure } from '../server/closures/schema.ts';
import type { ClosurePreview, StretchesOfClosures } from '../server/closures/stretches-schema.ts';
import type { TrafficNow } from '../server/traffic/schema.ts';
import type { Correction, NewCorrection } from '../server/corrections/schema.ts';
import type { Health } from '../server/health/schema.ts';
import type { NearbyPlaces, PlaceCard, PlaceResults } from '../server/places/schema.ts';
import type { UncoveredAnswer } from '../server/uncovered/schema.ts';
import type { Wind } from '../server/wind/schema.ts';
import type {
  AssumedAlleys,
  AssumedWidths,
  NearRoad,
  ObstacleKinds,
} from '../server/roads/schema.ts';
import type { ResponseRequest, ResponseResult } from '../server/response/schema.ts';
import { errorOf, type SentFault } from './sent-error.ts';
import { writeJson } from './visible-text.ts';

/** A place of the register, or a point on the map; with what happens there where that is no fire of the first alarm. */
export type Target = (
  | /** `door`: where it meets its road, when the dispatcher knows better. */
    { placeId: string; door?: { lon: number; lat: number } }
  | { lon: number; lat: number }
) &
  Pick<ResponseRequest, 'incidentType' | 'alarmLevel' | 'withUnitIds' | 'withoutUnitIds'>;

/** What went wrong, as a code that the screens can put into words. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly faults: readonly SentFault[];

  constructor(
    code: string,
    status: number | null,
    requestId: string | null,
    { cause, faults = [] }: { cause?: unknown; faults?: readonly SentFault[] } = {},
  ) {
    super(code, { cause });
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.faults = faults;
  }
}

/** Longer than any answer should take; a dispatcher must never look at a spinner for ever. */
const timeoutMs = 8_000;

/** The sign of life is cheap: a server that does not give it is lost, and the screen must say so soon. */
const healthTimeoutMs = 4_000;

const client = hc<App>(location.origin, { fetch: fetchInTime });

async function fetchInTime(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  try {
    return await fetch(input, { ...init, signal });
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new ApiError(timeout.aborted ? 'timeout' : 'network', null, null, { cause: error });
  }
}

/** The body of a good answer; any other becomes an ApiError. */
async function answerOf<Body>(response: {
  ok: boolean;
  status: number;
  json: () => Promise<unknown>;
}): Promise<Body> {
  const body: unknown = await response.json().catch(explainUnread);
  if (response.ok && body !== null) return body as Body;
  const error = errorOf(body);
  const { code = 'server', requestId = null, faults = [] } = error;
  throw new ApiError(code, response.status, requestId, { faults });
}

/** A proxy's error page is no JSON: then the status alone says what happened. A body cut short is no answer. */
function explainUnread(error: unknown): null {
  if (error instanceof SyntaxError) return null;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'AbortError') throw error;
  throw new ApiError(name === 'TimeoutError' ? 'timeout' : 'network', null, null, { cause: error });
}

/** What the weather feed says; null where it says nothing that still counts. */
export async function fetchWind(signal: AbortSignal): Promise<Wind | null> {
  const { wind } = await answerOf<{ wind: Wind | null }>(
    await client.api.wind.$get({}, { init: { signal } }),
  );
  return wind;
}

export async function fetchContacts(at: Position, signal: AbortSignal): Promise<Contacts> {
  const query = { lon: at[0].toFixed(6), lat: at[1].toFixed(6) };
  return answerOf(await client.api.contacts.$get({ query }, { init: { signal } }));
}

/** `near` ("lon,lat") decides between places that fit equally well. */
export async function searchPlaces(
  q: string,
  near: string | null,
  signal: AbortSignal,
): Promise<PlaceResults> {
  const query = near === null ? { q } : { q, near };
  return answerOf(await client.api.places.$get({ query }, { init: { signal } }));
}

export async function fetchPlace(id: string, signal: AbortSignal): Promise<PlaceCard> {
  return answerOf(await client.api.places[':id'].$get({ param: { id } }, { init: { signal } }));
}

export async function fetchNearby(
  { lon, lat }: { lon: number; lat: number },
  meters: number,
  signal: AbortSignal,
): Promise<NearbyPlaces> {
  const query = { at: `${lon.toFixed(6)},${lat.toFixed(6)}`, meters: String(meters) };
  return answerOf(await client.api.places.nearby.$get({ query }, { init: { signal } }));
}

export async function askResponse(
  target: Target,
  units: Pick<ResponseRequest, 'unitIds' | 'stop' | 'landmarks' | 'chosen'>,
  signal: AbortSignal,
): Promise<ResponseResult> {
  const json: ResponseRequest = { ...target, ...units };
  return answerOf(await client.api.response.$post({ json }, { init: { signal } }));
}

export async function askUncovered(
  unitIds: string[],
  signal: AbortSignal,
): Promise<UncoveredAnswer> {
  return answerOf(await client.api.uncovered.$post({ json: { unitIds } }, { init: { signal } }));
}

export type MeasureBy = 'foot' | 'drive';

export type MeasureResult = {
  straight: { meters: number };
  street: {
    meters: number;
    geometry: { coordinates: number[][] };
    fromMeters: number;
    toMeters: number;
  } | null;
};

export async function askMeasure(
  points: Position[],
  by: MeasureBy,
  signal: AbortSignal,
): Promise<MeasureResult> {
  const json = { points: points.map(([lon, lat]) => ({ lon, lat })), by };
  return answerOf(await post('/api/measure', json, signal));
}

/** Sent again after a lost answer it is still one report: its `clientKey` says so. */
export async function reportDataIssue(issue: NewDataIssue): Promise<DataIssue> {
  return answerOf(await post('/api/data-issues', issue));
}

export type IssueFilter = DataIssue['state'] | 'all';

export async function fetchDataIssues(
  state: IssueFilter,
  limit: number,
  signal: AbortSignal,
): Promise<DataIssues> {
  return answerOf(await fetchInTime(`/api/data-issues?state=${state}&limit=${limit}`, { signal }));
}

export async function changeDataIssue(
  id: number,
  change: 'close' | 'reopen',
  by: string,
): Promise<DataIssue> {
  return answerOf(await post(`/api/data-issues/${id}/${change}`, { by }));
}

/** Where the browser fetches the list as a file. */
export function dataIssuesFile(ending: 'csv' | 'geojson', state: IssueFilter): string {
  return `/api/data-issues.${ending}?state=${state}`;
}

function post(path: string, json: unknown, signal?: AbortSignal): Promise<Response> {
  return send('POST', path, json, signal);
}

function send(
  method: string,
  path: string,
  json: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  return fetchInTime(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: writeJson(json),
    ...(signal && { signal }),
  });
}

export async function fetchClosures(signal: AbortSignal): Promise<Closure[]> {
  const { closures } = await answerOf<{ closures: Closure[] }>(
    await fetchInTime('/api/closures', { signal }),
  );
  return closures;
}

/** Which roads the closures in force and to come close. */
export async function fetchClosedStretches(signal: AbortSignal): Promise<StretchesOfClosures> {
  return answerOf(await fetchInTime('/api/closures/stretches', { signal }));
}

/** Which roads one would close that is only drawn. */
export async function previewClosure(
  drawn: DrawnClosure,
  signal: AbortSignal,
): Promise<ClosurePreview> {
  return answerOf(await post('/api/closures/preview', drawn, signal));
}

/** The most slowed first; a screen shows no more. */
const shownTraffic = 5_000;

export async function fetchTraffic(signal: AbortSignal): Promise<TrafficNow> {
  return answerOf(await fetchInTime(`/api/traffic?limit=${shownTraffic}`, { signal }));
}

export async function drawClosure(closure: NewClosure): Promise<KeptClosure> {
  return answerOf(await post('/api/closures', closure));
}

export async function withdrawClosure(id: number, by: string): Promise<Closure> {
  return answerOf(await send('DELETE', `/api/closures/${id}`, { by }));
}

/** The road at a point, as it is known; null where there is none near. */
export async function fetchRoadNear(
  { lon, lat }: { lon: number; lat: number },
  signal: AbortSignal,
): Promise<NearRoad | null> {
  const query = { lon: lon.toFixed(6), lat: lat.toFixed(6) };
  const answer = await client.api.roads.near.$get({ query }, { init: { signal } });
  return answer.status === 404 ? null : answerOf(answer);
}

export async function fetchObstacleKinds(signal: AbortSignal): Promise<ObstacleKinds> {
  return answerOf(await fetchInTime('/api/roads/obstacle-kinds', { signal }));
}

/** What people entered of a road and what is in force, the newest first. */
export async function fetchCorrections(target: string, signal: AbortSignal): Promise<Correction[]> {
  const path = `/api/corrections?target=${encodeURIComponent(target)}`;
  const { corrections } = await answerOf<{ corrections: Correction[] }>(
    await fetchInTime(path, { signal }),
  );
  return corrections;
}

export async function enterCorrection(entered: NewCorrection): Promise<Correction> {
  return answerOf(await post('/api/corrections', entered));
}

export async function withdrawCorrection(id: number, by: string): Promise<Correction> {
  return answerOf(await post(`/api/corrections/${id}/withdraw`, { by }));
}

export async function fetchAssumedWidths(signal: AbortSignal): Promise<AssumedWidths> {
  return answerOf(await fetchInTime('/api/roads/assumed-widths', { signal }));
}

/** Where the browser fetches the counts as a file. */
export const assumedWidthsFile = '/api/roads/assumed-widths.csv';

export async function fetchAssumedAlleys(
  wardId: number | 'none',
  limit: number,
  signal: AbortSignal,
): Promise<AssumedAlleys> {
  const path = `/api/roads/assumed-widths/${wardId}?limit=${limit}`;
  return answerOf(await fetchInTime(path, { signal }));
}

export async function fetchHealth(signal: AbortSignal): Promise<Health> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(healthTimeoutMs)]);
  return answerOf(await client.api.health.$get({}, { init: { signal: inTime } }));
}
