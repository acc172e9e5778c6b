import type { PlaceCard } from '../../server/places/schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { waterName } from '../dispatch/water-words.ts';
import { stopPlace } from '../dispatch/stop-words.ts';
import { nearestWater, waterShown } from '../dispatch/water-rows.ts';
import type { Words } from '../i18n/words.ts';

export type SubjectKind = 'place' | 'door' | 'stop' | 'route' | 'water' | 'map';

/** One thing on the screen that can be wrong, and where it is. */
export type IssueSubject = {
  kind: SubjectKind;
  /** Its name as the screen shows it; null when its kind says all. */
  label: string | null;
  lon: number;
  lat: number;
  /** Its id in the data, such as `unit:3`, where it has one. */
  id: string | null;
};

export type OnScreen = {
  card: PlaceCard | null;
  response: ResponseResult | null;
  unit: UnitResponse | null;
};

/** The address that is on the screen. */
export function placeOnScreen({ card, response }: OnScreen): { id: string; label: string } | null {
  return card ?? response?.destination.place ?? null;
}

/** What the dispatcher may mean, the likeliest first; `point` is their own on the map. */
export function issueSubjects(
  onScreen: OnScreen,
  point: { lon: number; lat: number } | null,
  words: Words,
): IssueSubject[] {
  const { card, response, unit } = onScreen;
  const { stop = null, drive = null } = unit ?? {};
  const place = placeOnScreen(onScreen);
  const door = response?.destination.door ?? null;
  const waters = response && waterShown(response.destination, unit);
  const water = waters && (nearestWater(waters) ?? waters.usable[0]);
  const unitId = unit?.unitId ?? null;
  const route = unit && { callSign: unit.callSign, station: unit.station.name };
  return [
    ...subject('place', place && (card ?? door), place),
    ...subject('door', door),
    ...subject('stop', stop, { label: stop && stopPlace(stop, words), id: unitId }),
    ...subject('route', drive && (middleOf(drive) ?? stop), {
      label: route && words.t('issues.routeOf', route),
      id: unitId,
    }),
    ...(water
      ? subject('water', water.point, { label: waterName(water, words), id: water.point.id })
      : []),
    ...subject('map', point),
  ];
}

/**
 * Whether the screen shows other things than it did. Where the way of an engine is marked does not count: it moves on
 * with the engine.
 */
export function showsOthers(before: OnScreen, now: OnScreen, words: Words): boolean {
  const named = namesOf(now, words);
  // While an address is typed nothing is shown.
  return named.length > 0 && JSON.stringify(named) !== JSON.stringify(namesOf(before, words));
}

function namesOf(onScreen: OnScreen, words: Words): unknown[] {
  const place = placeOnScreen(onScreen)?.id ?? null;
  return issueSubjects(onScreen, null, words).map(({ kind, id, label, lon, lat }) => [
    place,
    kind,
    id,
    label,
    ...(kind === 'route' ? [] : [lon, lat]),
  ]);
}

type Drive = NonNullable<UnitResponse['drive']>;

/** A route is shown where nobody takes it for its end. */
function middleOf({ geometry }: Drive): { lon: number; lat: number } | null {
  const [lon, lat] = geometry?.coordinates[Math.floor(geometry.coordinates.length / 2)] ?? [];
  return lon === undefined || lat === undefined ? null : { lon, lat };
}

function subject(
  kind: SubjectKind,
  at: { lon: number; lat: number } | null,
  thing: { label: string | null; id: string | null } | null = null,
): IssueSubject[] {
  if (!at) return [];
  return [{ kind, label: thing?.label ?? null, lon: at.lon, lat: at.lat, id: thing?.id ?? null }];
}
