export type Provenance = 'measured' | 'tagged' | 'derived' | 'assumed';

/** One road way with what decides who may use it. */
export type Road = {
  /** Row id of `roads`. */
  id: number;
  class: string;
  /** Alley label, else street name. */
  name: string | null;
  streetId: number | null;
  alleyId: number | null;
  /** 0 for a street, 1 ngõ, 2 ngách, 3 hẻm. */
  alleyLevel: number;
  /** 1 along the line only, -1 against it only, 0 both. */
  oneway: -1 | 0 | 1;
  /** Part of the ring of one; missing: no. */
  isRoundabout?: boolean;
  motor: boolean;
  foot: boolean;
  widthMeters: number;
  /** As wide as it may be where the width is assumed: the high end of its class; else the same. */
  possibleWidthMeters: number;
  widthProvenance: Provenance;
  maxHeightMeters: number | null;
  maxWeightTonnes: number | null;
  /** How people know these limits; missing: the map's tags say them. */
  heightProvenance?: Provenance;
  weightProvenance?: Provenance;
  speedKmh: number;
  /** The map calls it the pavement or crossing of a street. */
  isPavement?: boolean;
  /** A bridge, or below the ground: what it passes over or under is not on it. */
  isOffGround?: boolean;
  /** What fills the whole way, always or in some hours of the day: a market. */
  fills?: WayObstacle[];
};

/** Minutes after midnight in the city's own time; `to` before `from` runs over midnight. */
export type DayHours = { fromMinute: number; toMinute: number };

/** Something that people reported to fill a way, and whom it lets through; `hours` null: at all times. */
export type WayObstacle = {
  kind: string;
  motor: boolean;
  footways: boolean;
  hours: DayHours | null;
};

/** A road with its geometry: node ids run along the coordinates (lon, lat, lon, lat …). */
export type RoadLine = Road & { nodeIds: ArrayLike<number>; coordinates: ArrayLike<number> };

/** Something standing on a road node, and whom it lets through. */
export type RoadBarrier = {
  nodeId: number;
  kind: string;
  /** What is reported near it stands in its place only where it is of the same family; none: nothing does. */
  family?: string;
  motor: boolean;
  footways: boolean;
  foot: boolean;
  delaySeconds: number;
  /** What people lose there who walk past it; missing: nothing. */
  footDelaySeconds?: number;
  /** And who lay hose past it. */
  hoseDelaySeconds?: number;
  /** Clear height or width there; only what does not fit is stopped. */
  maxHeightMeters?: number | null;
  maxWidthMeters?: number | null;
  /** How these are known; missing: the map's tags say them. */
  clearProvenance?: Provenance;
  corner?: Corner;
  /** Reported by people: no router knows of it. */
  isReported?: boolean;
};

/** A bend of the road, and the clear width to turn in: the mean of both sides. */
export type Corner = { degrees: number; widthMeters: number };

/** Hose and feet go wherever people may walk, and along every road but a motorway. */
export function isWalkable({ foot, motor, class: ofClass }: Road): boolean {
  return foot || (motor && ofClass !== 'motorway');
}
