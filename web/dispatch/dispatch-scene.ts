import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { PlaceCard, PlaceResult } from '../../server/places/schema.ts';
import type { Alternative, Support } from '../../server/response/choices-schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { ShuttlePlan } from '../../server/response/water-schema.ts';
import type { Words } from '../i18n/words.ts';
import { waterIcon } from '../../tiles/icons/water-icon.ts';
import { circleAround } from '../map/circle.ts';
import { emptyScene, type MultiPolygonRings, type Scene } from '../map/scene.ts';
import { isByRoad } from './drive-by.ts';
import { stopLabel } from './stop-words.ts';
import { type ShownWind, windText } from '../wind/wind-words.ts';
import type { LonLat } from '../stop/stop-moves.ts';
import { nearestWater, type WaterRow, waterShown } from './water-rows.ts';

export type SceneInput = {
  candidates: PlaceResult[];
  activeCandidate: number;
  card: PlaceCard | null;
  point: { lon: number; lat: number } | null;
  response: ResponseResult | null;
  unit: UnitResponse | null;
  /** Other stops of the unit, as it was planned. */
  alternatives?: Alternative[];
  /** Where the engines behind the unit stand. */
  support?: Support | null;
  wind?: ShownWind | null;
};

/** What the map shows for the state of the screen. */
export function dispatchScene(input: SceneInput, words: Words): Scene {
  const { card, point, response, unit } = input;
  const building = card?.building ?? response?.destination.building ?? null;
  const door = response?.destination.door ?? null;
  // A street as a whole has no spot of its own: the answer is for the one that the server took.
  const isVague = card?.kind === 'street' || card?.kind === 'alley';
  const center = building && centerOf(building.geometry.coordinates);
  const fire = point ?? (isVague ? (door ?? card) : (card ?? door));
  return {
    ...emptyScene,
    candidates: input.candidates.map((place, index) => ({
      id: place.id,
      position: [place.lon, place.lat],
      rank: index + 1,
      active: index === input.activeCandidate,
    })),
    building: building && {
      rings: building.geometry.coordinates,
      number: card?.houseNumber ?? null,
      center: center ?? [0, 0],
    },
    fire: fire && !building ? [fire.lon, fire.lat] : null,
    door: door && {
      position: [door.lon, door.lat],
      assumed: door.provenance === 'nearest-way' || door.provenance === 'none',
    },
    otherDoors: door?.alternatives.map(({ lon, lat }) => [lon, lat]) ?? [],
    ...unitMarks(unit, words),
    otherStops: otherStops(input),
    water: response ? waterMarks(response, unit, words) : [],
    pumps: unit ? pumpMarks(unit) : [],
    ...supportMarks(input, words),
    wind: windMark(input, center ?? (fire && [fire.lon, fire.lat]), words),
  };
}

function unitMarks(unit: UnitResponse | null, words: Words): Pick<Scene, 'truck' | 'leg' | 'stop'> {
  const drive = unit?.drive ?? null;
  const line = drive?.geometry ? positionsOf(drive.geometry.coordinates) : null;
  return {
    truck: line && { line, sure: drive !== null && isByRoad(drive) },
    leg: unit?.hose
      ? {
          kind: unit.role === 'water' ? 'hose' : 'foot',
          line: positionsOf(unit.hose.geometry.coordinates),
        }
      : null,
    stop: unit?.stop
      ? { position: [unit.stop.lon, unit.stop.lat], label: stopLabel(unit.stop, words) }
      : null,
  };
}

/** But for the one that it stops at. */
function otherStops({ alternatives = [], unit }: SceneInput): Scene['otherStops'] {
  return alternatives
    .filter(({ stop }) => !isSamePlace(stop, unit?.stop))
    .map(({ stop, hose }) => ({
      position: [stop.lon, stop.lat],
      line: positionsOf(hose.geometry.coordinates),
    }));
}

/** A stop that was chosen is answered where its road is. */
const sameStopMeters = 5;

export function isSamePlace(a: LonLat, b: LonLat | null | undefined): boolean {
  if (!b) return false;
  return metersBetween([a.lon, a.lat], [b.lon, b.lat]) < sameStopMeters;
}

function waterMarks(
  response: ResponseResult,
  unit: UnitResponse | null,
  words: Words,
): Scene['water'] {
  const shown = waterShown(response.destination, unit);
  const nearestId = nearestWater(shown)?.point.id;
  const mark = (row: WaterRow): Scene['water'][number] => ({
    id: row.point.id,
    position: [row.point.lon, row.point.lat],
    usable: row.point.status === 'usable',
    isFetched: false,
    icon: waterIcon(row.point.kind, row.point.status),
    label: markLabel(row.point, words),
    path: positionsOf(row.point.geometry.coordinates),
  });
  const feeds = unit?.water?.supply?.feeds.map(({ waterId }) => waterId) ?? [];
  // Only what feeds the fire gets its hose path drawn, else the nearest: the others would tangle.
  const isDrawn = ({ point }: WaterRow): boolean =>
    feeds.length > 0 ? feeds.includes(point.id) : point.id === nearestId;
  const usable = [...shown.usable, ...shown.usableFromDoor.filter(isDrawn)];
  const marks = [
    ...usable.map((row) => (isDrawn(row) ? mark(row) : { ...mark(row), path: [] })),
    ...shown.unverified.map((row) => ({ ...mark(row), path: [] })),
  ];
  const { shuttle = null } = unit?.water?.supply ?? {};
  return shuttle ? withFetched(marks, shuttle, words) : marks;
}

/** A hose from the door may reach it, though none from the stop does. */
function withFetched(
  marks: Scene['water'],
  { waterId: id, kind, lon, lat }: ShuttlePlan,
  { t }: Words,
): Scene['water'] {
  const reached = marks.find((mark) => mark.id === id);
  return [
    ...marks.filter((mark) => mark !== reached),
    {
      id,
      position: [lon, lat],
      usable: true,
      isFetched: true,
      icon: waterIcon(kind, 'usable'),
      label: t('map.fetch'),
      path: reached?.path ?? [],
    },
  ];
}

/** The pumps of the relay; the engine itself has the sign of its stop. */
function pumpMarks(unit: UnitResponse): Scene['pumps'] {
  const relays = [
    ...(unit.water?.supply?.feeds.map(({ relay }) => relay) ?? []),
    ...(unit.hose?.relay ? [unit.hose.relay] : []),
  ];
  return relays
    .flatMap(({ pumpPlaces }) => pumpPlaces)
    .filter(({ at }) => at !== 'engine')
    .map(({ lon, lat, at, broughtBy }, index) => ({
      id: String(index),
      position: [lon, lat],
      isAtWater: at === 'water',
      label: broughtBy?.callSign ?? '?',
    }));
}

function supportMarks({ support }: SceneInput, { t }: Words): Pick<Scene, 'staging' | 'supply'> {
  if (!support) return { staging: null, supply: null };
  const { staging, supply } = support;
  return {
    staging: staging && {
      position: [staging.lon, staging.lat],
      label: t('map.staging', { callSign: staging.unit.callSign }),
    },
    supply: supply && [supply.lon, supply.lat],
  };
}

function windMark({ wind }: SceneInput, at: Position | null, words: Words): Scene['wind'] {
  if (!wind || !at) return null;
  return { at, fromDegrees: wind.fromDegrees, label: windText(wind, words) };
}

/** In short, as on the base map: what it gives, or how much it holds. */
function markLabel({ kind, litersPerSecond, volumeM3 }: WaterRow['point'], words: Words): string {
  if (litersPerSecond !== null) return flowText(litersPerSecond, words);
  if (volumeM3 !== null)
    return words.t('water.volume', { volume: words.format.number(volumeM3, 1) });
  return kind === 'hydrant' ? words.t('water.flow', { flow: '?' }) : '';
}

export function flowText(litersPerSecond: number | null, words: Words): string {
  return litersPerSecond === null
    ? words.t('water.flowUnknown')
    : words.t('water.flow', { flow: words.format.number(litersPerSecond, 1) });
}

/** What the map must show at once: the fire, the stop point, the hose leg, and each hose to water with its pumps. */
export function framedPositions(scene: Scene): Position[] {
  const positions: Position[] = [];
  if (scene.building) positions.push(...scene.building.rings.flat(2).map(toPosition));
  if (scene.fire) positions.push(scene.fire);
  if (scene.door) positions.push(scene.door.position);
  if (scene.stop) positions.push(scene.stop.position);
  if (scene.leg) positions.push(...scene.leg.line);
  positions.push(...callerCircle(scene));
  for (const { path, position } of scene.water)
    if (path.length > 1) positions.push(position, ...path);
  positions.push(...scene.pumps.map(({ position }) => position));
  return positions;
}

/** The same with the whole way, and where tankers fetch water; empty where there is neither. */
export function wayPositions(scene: Scene): Position[] {
  const fetched = scene.water.filter(({ isFetched }) => isFetched);
  const way = [...(scene.truck?.line ?? []), ...fetched.map(({ position }) => position)];
  return way.length > 0 ? [...way, ...framedPositions(scene)] : [];
}

/** Where the fire may be, when it is put where the caller is said to be. */
function callerCircle({ fire, marks: { caller } }: Scene): Position[] {
  if (!fire || !caller || metersBetween(fire, caller.position) > 1) return [];
  return circleAround(caller.position, caller.accuracyMeters ?? 0);
}

/** Mean of the corners: inside any tube house, however it is turned. */
function centerOf(rings: MultiPolygonRings): Position {
  const corners = positionsOf(rings[0]?.[0] ?? []).slice(1);
  const sum = corners.reduce(
    (at: Position, corner): Position => [at[0] + corner[0], at[1] + corner[1]],
    [0, 0],
  );
  return [sum[0] / corners.length, sum[1] / corners.length];
}

function positionsOf(coordinates: number[][]): Position[] {
  return coordinates.map(toPosition);
}

function toPosition(coordinate: number[]): Position {
  return [coordinate[0] ?? 0, coordinate[1] ?? 0];
}
