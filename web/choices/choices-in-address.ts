// What was chosen by hand and why, as the address bar holds it: each stop under its unit, each reason under what it
// explains, so that neither is lost or misread while another unit is looked at. Pure.

type LonLat = { lon: number; lat: number };

/** Where units are to stop, by unit. */
export type Stops = Record<string, LonLat>;

/** Why, by what it explains: `unit:5` sent in place of another, the stop of a unit (`unit:5/stop`), or the `door`. */
export type Reasons = Record<string, string>;

/** The unit sent first, and the one that was to go first when it was: the computed first may be another one by now. */
export type Instead = { unit: string; of: string };

export type HandChoices = {
  unit?: string;
  first?: string;
  also?: string[];
  stop?: Stops;
  door?: LonLat;
  why?: Reasons;
};

/** As long as one reason gets. */
export const mostReason = 120;
const mostStops = 40;

const unitPattern = /^unit:\d{1,15}$/;
const reasonPattern = /^(door|unit:\d{1,15}(?:\/stop)?)\*(.+)$/;

export function stopReasonKey(unitId: string): string {
  return `${unitId}/stop`;
}

/** Where that unit was told to stop; another unit's stop is nothing to it. */
export function stopOf({ stop }: HandChoices, unitId: string | null): LonLat | undefined {
  return unitId === null ? undefined : stop?.[unitId];
}

/** `unit:1,lon,lat`, one after the other; a link of before has `lon,lat` alone, of the unit that it shows. */
export function readStops(raw: unknown, unit: string | undefined): Stops | null {
  const parts = typeof raw === 'string' ? raw.split(',') : partsOf(raw);
  const named = parts.length === 2 && unit !== undefined ? [unit, ...parts] : parts;
  const stops: Stops = {};
  for (let at = 0; at + 2 < named.length && at < 3 * mostStops; at += 3) {
    const [id = '', x = '', y = ''] = named.slice(at, at + 3);
    const [lon, lat] = [x, y].map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    const isPlace = Math.abs(lon!) <= 180 && Math.abs(lat!) <= 85;
    if (isPlace && unitPattern.test(id)) stops[id] = { lon: lon!, lat: lat! };
  }
  return orNull(stops);
}

/** The router validates again what it has already read: then the value is the object itself. */
function partsOf(raw: unknown): string[] {
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw as Stops).flatMap(([id, { lon, lat }]) => [
    id,
    String(lon),
    String(lat),
  ]);
}

/** `unit:5,unit:2`: the first in place of the second. */
export function readInstead(raw: unknown): Instead | null {
  const { unit = '', of = '' } = typeof raw === 'string' ? pairOf(raw) : pairIn(raw);
  const isPair = unitPattern.test(unit) && unitPattern.test(of) && unit !== of;
  return isPair ? { unit, of } : null;
}

/** Read already, it is the object itself. */
function pairIn(raw: unknown): Partial<Instead> {
  return typeof raw === 'object' && raw !== null ? raw : {};
}

function pairOf(raw: string): Partial<Instead> {
  const [unit = '', of = ''] = raw.split(',');
  return { unit, of };
}

export function writeInstead({ unit, of }: Instead): string {
  return `${unit},${of}`;
}

export function writeStops(stops: Stops): string {
  return Object.entries(stops)
    .map(([id, { lon, lat }]) => `${id},${lon.toFixed(6)},${lat.toFixed(6)}`)
    .join(',');
}

/** `unit:1*text`, a line each; a link of before has one text alone, for all that it chooses. */
export function readReasons(raw: unknown, { unit, stop, door }: HandChoices): Reasons | null {
  if (typeof raw === 'object' && raw !== null) return orNull({ ...(raw as Reasons) });
  if (typeof raw !== 'string' || raw === '') return null;
  const lines = raw.split('\n').flatMap((line) => {
    const [, key, why] = reasonPattern.exec(line) ?? [];
    return key && why && (key !== 'door' || door) ? [[key, why.slice(0, mostReason)]] : [];
  });
  if (lines.length > 0 || raw.split('\n').every((line) => reasonPattern.test(line)))
    return orNull(Object.fromEntries(lines) as Reasons);
  const hasStop = unit !== undefined && stop?.[unit] !== undefined;
  const keys = [
    ...(hasStop ? [stopReasonKey(unit)] : []),
    ...(unit !== undefined && !hasStop && unitPattern.test(unit) ? [unit] : []),
    ...(door ? ['door'] : []),
  ];
  return orNull(Object.fromEntries(keys.map((key) => [key, raw.slice(0, mostReason)])));
}

export function writeReasons(reasons: Reasons): string {
  return Object.entries(reasons)
    .map(([key, why]) => `${key}*${why}`)
    .join('\n');
}

/** With the stop of that unit; with null, without it and without what explained it. */
export function withStop(
  { stop, why, ...choices }: HandChoices,
  unitId: string,
  at: LonLat | null,
): HandChoices {
  const stops = orNull({ ...omit(stop, unitId), ...(at && { [unitId]: at }) });
  const reasons = at ? why : orNull(omit(why, stopReasonKey(unitId)));
  return { ...choices, ...(stops && { stop: stops }), ...(reasons && { why: reasons }) };
}

/** With that reason; an empty one is none. */
export function withReason(
  { why, ...choices }: HandChoices,
  key: string,
  text: string,
): HandChoices {
  const reasons = orNull({ ...omit(why, key), ...(text !== '' && { [key]: text }) });
  return { ...choices, ...(reasons && { why: reasons }) };
}

function omit<Value>(record: Record<string, Value> = {}, key: string): Record<string, Value> {
  const { [key]: _dropped, ...rest } = record;
  return rest;
}

function orNull<Value>(record: Record<string, Value>): Record<string, Value> | null {
  return Object.keys(record).length > 0 ? record : null;
}
