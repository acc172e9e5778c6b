// What the address bar holds: enough to show the same screen again to someone else.

import type { StatedPosition } from '../../geo/positions/stated-position.ts';
import { boundAccuracy } from '../../geo/positions/stated-position.ts';
import type { Target } from '../api.ts';
import {
  type Instead,
  readInstead,
  readReasons,
  type Reasons,
  readStops,
  type Stops,
  writeInstead,
  writeReasons,
  writeStops,
} from '../choices/choices-in-address.ts';
import type { SetWind } from '../wind/wind-words.ts';
import type { MapCamera } from '../map/camera.ts';

export type DispatchSearch = {
  /** What was typed. */
  q?: string;
  /** The chosen place, such as `address:12`. */
  place?: string;
  /** Or the chosen point on the map. */
  at?: { lon: number; lat: number };
  /** The unit shown; absent for the fastest. */
  unit?: string;
  /** Whom the dispatcher sends first; absent for the fastest. */
  first?: string;
  /** Whom the dispatcher sends as well, that are none of the set and bring no water. */
  also?: string[];
  /** Who was sent already, own units and vehicles of others. */
  sent?: string[];
  /** Who went first in the plan when a sheet was made. */
  lead?: string;
  /** Who comes after it in the plan of a sheet, soonest first. */
  with?: string[];
  /** In place of whom `first` is sent, where it was none of the set; else it replaces nobody and only leads. */
  instead?: Instead;
  /** Where the dispatcher wants units to stop, instead of where they were planned to. */
  stop?: Stops;
  /** The door that the dispatcher chose for the place. */
  door?: { lon: number; lat: number };
  /** Why each thing was chosen by hand, in the dispatcher's words. */
  why?: Reasons;
  /** What happens there; absent for a fire. */
  incident?: 'rescue';
  /** The alarm level; absent for the first. */
  alarm?: number;
  /** Where the caller is said to be; it stays while other places are looked at. */
  caller?: StatedPosition;
  /** The wind that the dispatcher typed; it stays while other places are looked at. */
  wind?: SetWind;
  map?: MapCamera;
};

const unitPattern = /^unit:\d{1,15}$/;
const vehiclePattern = /^(unit|mobilised):\d{1,15}$/;
/** As many as the server takes. */
const mostUnits = 40;

const placePattern = /^(address|street|alley|building|landmark):\d{1,15}$/;

/** Anything that cannot be read is dropped: a damaged link still opens the screen. */
export function readDispatchSearch(raw: Record<string, unknown>): DispatchSearch {
  const q = text(raw['q'], 200);
  const place = text(raw['place'], 40);
  const at = numbers(raw['at'], 2);
  const unit = text(raw['unit'], 80);
  const door = numbers(raw['door'], 2);
  const caller = readCaller(raw['caller']);
  const wind = readWind(raw['wind']);
  const map = numbers(raw['map'], 3);
  const search: DispatchSearch = {};
  if (q !== null) search.q = q;
  if (place !== null && placePattern.test(place)) search.place = place;
  else if (at && isOnEarth(at[0]!, at[1]!)) search.at = { lon: at[0]!, lat: at[1]! };
  if (unit !== null) search.unit = unit;
  Object.assign(search, targetOf(search) ? readSent(raw) : {});
  // A stop point belongs to one unit's answer: alone it would mean nothing.
  const stop = targetOf(search) ? readStops(raw['stop'], search.unit) : null;
  if (stop) search.stop = stop;
  if (search.place && door && isOnEarth(door[0]!, door[1]!))
    search.door = { lon: door[0]!, lat: door[1]! };
  const why = targetOf(search) ? readReasons(raw['why'], search) : null;
  if (why) search.why = why;
  // A link of before says only by why who was sent.
  if (unit !== null && why?.[unit] !== undefined && !search.also && !search.sent)
    search.first ??= unit;
  if (raw['incident'] === 'rescue' && targetOf(search)) search.incident = 'rescue';
  const alarm = Number(raw['alarm']);
  if (alarm >= 2 && alarm <= 5 && Number.isInteger(alarm) && targetOf(search)) search.alarm = alarm;
  if (caller) search.caller = caller;
  if (wind) search.wind = wind;
  if (map && isOnEarth(map[1]!, map[2]!) && map[0]! >= 0 && map[0]! <= 24)
    search.map = { zoom: map[0]!, lon: map[1]!, lat: map[2]! };
  return search;
}

function readSent(
  raw: Record<string, unknown>,
): Pick<DispatchSearch, 'first' | 'also' | 'sent' | 'lead' | 'with' | 'instead'> {
  const first = text(raw['first'], 80);
  const also = readUnits(raw['also']).filter((id) => id !== first);
  const sent = readUnits(raw['sent'], vehiclePattern);
  const lead = text(raw['lead'], 80);
  const others = lead === null ? [] : readUnits(raw['with']);
  const instead = readInstead(raw['instead']);
  return {
    ...(first !== null && { first }),
    ...(also.length > 0 && { also }),
    ...(sent.length > 0 && { sent }),
    ...(lead !== null && { lead }),
    ...(others.length > 0 && { with: others }),
    ...(instead && instead.unit === first && { instead }),
  };
}

/** The query string, with its question mark, or nothing. */
export function writeDispatchSearch(search: DispatchSearch): string {
  const params = new URLSearchParams();
  if (search.q) params.set('q', search.q);
  if (search.place) params.set('place', search.place);
  if (search.at) params.set('at', pointText(search.at));
  if (search.unit) params.set('unit', search.unit);
  if (search.first) params.set('first', search.first);
  if (search.also) params.set('also', search.also.join(','));
  if (search.sent) params.set('sent', search.sent.join(','));
  if (search.lead) params.set('lead', search.lead);
  if (search.with) params.set('with', search.with.join(','));
  if (search.instead) params.set('instead', writeInstead(search.instead));
  if (search.stop) params.set('stop', writeStops(search.stop));
  if (search.door) params.set('door', pointText(search.door));
  if (search.why) params.set('why', writeReasons(search.why));
  if (search.incident) params.set('incident', search.incident);
  if (search.alarm) params.set('alarm', String(search.alarm));
  if (search.caller) {
    const { accuracyMeters } = search.caller;
    params.set('caller', pointText(search.caller) + (accuracyMeters ? `,${accuracyMeters}` : ''));
  }
  if (search.wind) {
    const { fromDegrees, speedMps, typedAt } = search.wind;
    params.set('wind', `${fromDegrees},${speedMps ?? ''},${typedAt}`);
  }
  if (search.map) {
    const { zoom, lon, lat } = search.map;
    params.set('map', `${zoom.toFixed(2)},${lon.toFixed(5)},${lat.toFixed(5)}`);
  }
  // Commas and colons mean nothing in a query and are easier to read unescaped.
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return query === '' ? '' : `?${query}`;
}

/** The query string as plain text values; numbers stay text, so that `q=62` is not a number. */
export function parseQuery(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Who was sent already and still comes: not who is replaced by hand, until that is dropped. */
export function sentOf({
  sent = [],
  instead,
}: {
  sent?: string[] | undefined;
  instead?: Instead | undefined;
}): string[] {
  return sent.filter((id) => id !== instead?.of);
}

type Asked = Pick<
  DispatchSearch,
  'place' | 'at' | 'door' | 'incident' | 'alarm' | 'sent' | 'also' | 'instead'
>;

export function targetOf({
  place,
  at,
  door,
  incident,
  alarm,
  sent,
  also = [],
  instead,
}: Asked): Target | null {
  const coming = [...new Set([...sentOf({ sent, instead }), ...also])].slice(0, mostUnits);
  const what = {
    ...(incident && { incidentType: incident }),
    ...(alarm !== undefined && { alarmLevel: alarm }),
    ...(coming.length > 0 && { withUnitIds: coming }),
  };
  if (place) return { placeId: place, ...(door && { door }), ...what };
  return at ? { ...at, ...what } : null;
}

function pointText({ lon, lat }: { lon: number; lat: number }): string {
  return `${lon.toFixed(6)},${lat.toFixed(6)}`;
}

/** `unit:2,unit:5`; read already, it is the list itself. */
function readUnits(value: unknown, pattern = unitPattern): string[] {
  const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return parts.filter((id) => typeof id === 'string' && pattern.test(id)).slice(0, mostUnits);
}

/** `lon,lat` or `lon,lat,meters`; read already, it is the object itself. */
function readCaller(value: unknown): StatedPosition | null {
  const [a, b, meters] = callerNumbers(value);
  if (a === undefined || b === undefined) return null;
  // Others write latitude first: where that is the only way to be on Earth, it is meant.
  const [lon, lat] = Math.abs(b) > 85 ? [b, a] : [a, b];
  return isOnEarth(lon, lat) ? { lon, lat, accuracyMeters: boundAccuracy(meters ?? 0) } : null;
}

function callerNumbers(value: unknown): number[] {
  if (typeof value === 'object' && value !== null && 'lon' in value && 'lat' in value)
    return [value.lon, value.lat, 'accuracyMeters' in value ? value.accuracyMeters : 0].map(Number);
  return numbers(value, 3) ?? numbers(value, 2) ?? [];
}

/** `degrees,m/s,seconds since 1970`; the speed may be empty. Read already, it is the object itself. */
function readWind(value: unknown): SetWind | null {
  const parts = typeof value === 'string' ? value.split(',') : objectOfWind(value);
  if (parts?.length !== 3 || parts[0] === '' || parts[2] === '') return null;
  const [fromDegrees, speed, typedAt] = parts.map(Number);
  const speedMps = parts[1] === '' ? null : (speed ?? null);
  if (fromDegrees === undefined || !(fromDegrees >= 0 && fromDegrees < 360)) return null;
  if (speedMps !== null && !(speedMps >= 0 && speedMps <= 120)) return null;
  if (typedAt === undefined || !(typedAt >= 0 && typedAt < 1e11)) return null;
  return { fromDegrees, speedMps, typedAt };
}

function objectOfWind(value: unknown): string[] | null {
  if (typeof value !== 'object' || value === null || !('fromDegrees' in value)) return null;
  const { fromDegrees, speedMps, typedAt } = value as SetWind;
  return [String(fromDegrees), String(speedMps ?? ''), String(typedAt)];
}

function text(value: unknown, maxLength: number): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, maxLength) : null;
}

function numbers(value: unknown, count: number): number[] | null {
  // The router validates again what it has already read: then the value is the object itself.
  if (typeof value === 'object' && value !== null) return Object.values(value).map(Number);
  if (typeof value !== 'string') return null;
  const parts = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return parts.length === count && parts.every(Number.isFinite) ? parts : null;
}

function isOnEarth(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
}
