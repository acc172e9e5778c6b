// The only file of the screens that knows the server.

import { hc } from 'hono/client';
import type { Position } from '../geo/position.ts';
import type { App } from '../server/app.ts';
import type { DataIssue, DataIssues, NewDataIssue } from '../server/data-issues/schema.ts';
import type { Closure, NewClosure } from '../server/closures/schema.ts';
import type { Health } from '../server/health/schema.ts';
import type { NearbyPlaces, PlaceCard, PlaceResults } from '../server/places/schema.ts';
import type { Wind } from '../server/wind/schema.ts';
import type { ResponseRequest, ResponseResult } from '../server/response/schema.ts';

/** A place of the register, or a point on the map. */
export type Target =
  /** `door`: where it meets its road, when the dispatcher knows better. */
  { placeId: string; door?: { lon: number; lat: number } } | { lon: number; lat: number };

/** What went wrong, as a code that the screens can put into words. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number | null;
  readonly requestId: string | null;

  constructor(code: string, status: number | null, requestId: string | null, cause?: unknown) {
    super(code, { cause });
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.requestId = requestId;
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
    throw new ApiError(timeout.aborted ? 'timeout' : 'network', null, null, error);
  }
}

/** The body of a good answer; any other becomes an ApiError. */
async function answerOf<Body>(response: {
  ok: boolean;
  status: number;
  json: () => Promise<unknown>;
}): Promise<Body> {
  // A proxy's error page is no JSON: then the status alone says what happened.
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as Body;
  const error = errorOf(body);
  throw new ApiError(error.code ?? 'server', response.status, error.requestId ?? null);
}

function errorOf(body: unknown): { code?: string; requestId?: string } {
  if (typeof body !== 'object' || body === null || !('error' in body)) return {};
  const { error } = body;
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('requestId' in error && typeof error.requestId === 'string'
      ? { requestId: error.requestId }
      : {}),
  };
}

/** What the weather feed says; null where it says nothing that still counts. */
export async function fetchWind(signal: AbortSignal): Promise<Wind | null> {
  const { wind } = await answerOf<{ wind: Wind | null }>(
    await client.api.wind.$get({}, { init: { signal } }),
  );
  return wind;
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
  units: { unitIds?: string[]; stop?: { lon: number; lat: number }; landmarks?: boolean },
  signal: AbortSignal,
): Promise<ResponseResult> {
  const json: ResponseRequest = { ...target, ...units };
  return answerOf(await client.api.response.$post({ json }, { init: { signal } }));
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
    body: JSON.stringify(json),
    ...(signal && { signal }),
  });
}

export async function fetchClosures(signal: AbortSignal): Promise<Closure[]> {
  const { closures } = await answerOf<{ closures: Closure[] }>(
    await fetchInTime('/api/closures', { signal }),
  );
  return closures;
}

export async function drawClosure(closure: NewClosure): Promise<Closure> {
  return answerOf(await post('/api/closures', closure));
}

export async function withdrawClosure(id: number, by: string): Promise<Closure> {
  return answerOf(await send('DELETE', `/api/closures/${id}`, { by }));
}

export async function fetchHealth(signal: AbortSignal): Promise<Health> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(healthTimeoutMs)]);
  return answerOf(await client.api.health.$get({}, { init: { signal: inTime } }));
}
